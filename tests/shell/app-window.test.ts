import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { settle } from '../support/virtual-clock.ts';
import { askState, type Running, start, states, wireTime } from './app-harness.ts';

const MINUTE = 60_000;

/** An app with an open vault that locks so many minutes after its window was closed. */
async function opened(minutes: Settings['lockWhenClosedMinutes']): Promise<Running> {
  const running = await start();
  await running.shell.current.client.call('settings.set', { lockWhenClosedMinutes: minutes, lockMinutes: 60 });
  await running.shell.engine.call('host.vault', { open: true });
  return running;
}

describe('a window closed while the app stays', () => {
  it('locks at once unless the person has set another time', async () => {
    expect(DEFAULT_SETTINGS.lockWhenClosedMinutes).toBe(0);
    const { shell, clock } = await start();
    await shell.engine.call('host.vault', { open: true });
    shell.window.tell(false);
    await settle();
    expect(await askState(shell)).toEqual({ state: 'ready', locked: { at: wireTime(clock), why: 'window_closed' } });
    expect(shell.pages.map(({ alive }) => alive)).toEqual([false, true]);
    expect(shell.closed).toBe(0);
  });

  it.each([1, 5, 15] as const)('locks after %i minutes where that is set', async (minutes) => {
    const { shell, clock } = await opened(minutes);
    shell.window.tell(false);
    await clock.move(minutes * MINUTE - 1);
    expect(shell.pages).toHaveLength(1);
    await clock.move(1);
    expect((await askState(shell)).locked?.why).toBe('window_closed');
    expect(states(shell)).toEqual(['ready', 'locking', 'ready']);
  });

  it('does not lock once it is open again', async () => {
    const { shell, clock } = await opened(1);
    shell.window.tell(false);
    await clock.move(MINUTE - 1);
    shell.window.tell(true);
    await clock.move(9 * MINUTE);
    expect(shell.pages).toHaveLength(1);
  });

  it('goes by the setting as it is changed', async () => {
    const { shell } = await opened(15);
    shell.window.tell(false);
    // The page that asks is gone before it is answered.
    void shell.current.client.call('settings.set', { lockWhenClosedMinutes: 0 });
    await settle();
    expect((await askState(shell)).locked?.why).toBe('window_closed');
  });

  it('has nothing to lock without an open vault, nor after another lock', async () => {
    const { shell, clock } = await start();
    shell.window.tell(false);
    await clock.move(30 * MINUTE);
    expect(shell.pages).toHaveLength(1);
    shell.window.tell(true);
    await shell.engine.call('host.vault', { open: true });
    await shell.current.client.call('shell.lock', {});
    await settle();
    shell.window.tell(false);
    await clock.move(30 * MINUTE);
    expect((await askState(shell)).locked?.why).toBe('asked');
    expect(shell.pages).toHaveLength(2);
  });

  it('leaves no timer when the app ends', async () => {
    const { app, shell, clock } = await opened(15);
    shell.window.tell(false);
    await app.close();
    expect(clock.waiting).toBe(0);
  });

  it.each([2, 16, -1, null, 720])('takes no time of %j', async (minutes) => {
    const { shell } = await start();
    const raw = shell.current.client as unknown as { call(name: string, params: object): Promise<unknown> };
    expect(await raw.call('settings.set', { lockWhenClosedMinutes: minutes })).toEqual({ ok: false, code: 'bad_params' });
  });
});
