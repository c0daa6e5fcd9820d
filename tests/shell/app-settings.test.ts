import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { shellContract } from '../../shared/contracts/shell.ts';
import { LINKS_A_MINUTE } from '../../main/shell/page-calls.ts';
import { MemoryKeychain } from '../support/memory-keychain.ts';
import { settle } from '../support/virtual-clock.ts';
import { askState, NO_PROFILE, type Running, start, states, told, wireTime } from './app-harness.ts';

const MINUTE = 60_000;
const VAULT = 'V'.repeat(22);
const SECRET = 'A'.repeat(43);

/** An app with an open vault. */
async function opened(): Promise<Running> {
  const running = await start();
  await running.shell.engine.call('host.vault', { open: true });
  return running;
}

describe('an idle lock', () => {
  it('is told with its time in the wire’s seconds, announced, and named as the reason', async () => {
    const { shell, clock } = await opened();
    const due = wireTime(clock) + 600;
    expect(await shell.current.client.call('lock.at', {})).toEqual({ ok: true, value: { at: due } });
    await clock.move(9 * MINUTE);
    expect(told(shell, 'lockSoon')).toEqual([{ at: due }]);
    await clock.move(MINUTE);
    expect(await askState(shell)).toEqual({ state: 'ready', locked: { at: due, why: 'idle' } });
    expect(states(shell)).toEqual(['ready', 'locking', 'ready']);
    expect(shell.pages).toHaveLength(2);
    expect(await shell.current.client.call('lock.at', {})).toEqual({ ok: true, value: { at: null } });
  });

  it('does not come while the person does something in the window, or on the machine', async () => {
    const one = await opened();
    for (let minute = 0; minute < 30; minute++) {
      one.shell.input.tell(undefined);
      await one.clock.move(MINUTE);
    }
    expect(one.shell.pages).toHaveLength(1);
    const two = await opened();
    two.shell.system.idle = 3;
    await two.clock.move(30 * MINUTE);
    expect(two.shell.pages).toHaveLength(1);
  });

  it('is not for a vault that is closed, nor for one whose engine has died', async () => {
    const closed = await start();
    await closed.clock.move(60 * MINUTE);
    expect(closed.shell.pages).toHaveLength(1);
    const died = await opened();
    died.shell.engine.die();
    await settle();
    await died.clock.move(60 * MINUTE);
    expect(died.shell.pages).toHaveLength(2);
    expect((await askState(died.shell)).locked?.why).toBe('engine_gone');
  });

  it('goes by the setting, at once', async () => {
    const { shell, clock } = await opened();
    await shell.current.client.call('settings.set', { lockMinutes: 2 });
    expect(told(shell, 'lockAt').at(-1)).toEqual({ at: wireTime(clock) + 120 });
    await clock.move(2 * MINUTE - 1);
    expect(shell.pages).toHaveLength(1);
    await clock.move(1);
    expect(shell.pages).toHaveLength(2);
  });

  it('comes again for the next vault', async () => {
    const { shell, clock } = await opened();
    for (let n = 2; n < 5; n++) {
      await clock.move(10 * MINUTE);
      expect(shell.pages).toHaveLength(n);
      await shell.engine.call('host.vault', { open: true });
    }
  });

  it('leaves no timer when the app ends', async () => {
    const { app, clock } = await opened();
    await app.close();
    expect(clock.waiting).toBe(0);
  });

  it('may be asked for by the page, with its reason, and no other reason', async () => {
    const { shell } = await opened();
    const raw = shell.current.client as unknown as { call(name: string, params: object): Promise<unknown> };
    for (const why of ['suspend', 'engine_gone', '', 7]) {
      expect(await raw.call('shell.lock', { why })).toEqual({ ok: false, code: 'bad_params' });
    }
    await shell.current.client.call('shell.lock', { why: 'idle' });
    await settle();
    expect((await askState(shell)).locked?.why).toBe('idle');
  });
});

describe('sleep and the screen lock', () => {
  it('lock, unless the person has said no', async () => {
    const { shell } = await opened();
    const set = shell.current.client.call('settings.set', { lockOnSuspend: false });
    await settle();
    shell.system.questions[0]?.answer(true);
    await set;
    for (const why of ['suspend', 'screen_lock'] as const) shell.system.suspend.tell(why);
    await settle();
    expect(shell.pages).toHaveLength(1);
    await shell.current.client.call('settings.set', { lockOnSuspend: true });
    shell.system.suspend.tell('suspend');
    await settle();
    expect((await askState(shell)).locked?.why).toBe('suspend');
  });
});

describe('settings', () => {
  let profile: string;
  beforeEach(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'latchkey-app-settings-'));
  });
  afterEach(() => rm(profile, { recursive: true, force: true }));

  it('are read, changed in part, told, and there again after a restart', async () => {
    const { app, shell } = await start(undefined, profile);
    expect(await shell.current.client.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
    const value = { ...DEFAULT_SETTINGS, theme: 'dark', textSize: 'larger' };
    expect(await shell.current.client.call('settings.set', { theme: 'dark', textSize: 'larger' })).toEqual({ ok: true, value });
    await vi.waitFor(() => expect(told(shell, 'settings')).toEqual([value]));
    await app.close();
    const again = await start(undefined, profile);
    expect(await again.shell.current.client.call('settings.get', {})).toEqual({ ok: true, value });
  });

  it('that cannot be written are refused with that, and hold all the same', async () => {
    const { shell, bugs } = await start(undefined, NO_PROFILE);
    const reply = await shell.current.client.call('settings.set', { theme: 'dark' });
    expect(reply).toEqual({ ok: false, code: 'settings_unsaved' });
    expect(await shell.current.client.call('settings.get', {})).toMatchObject({ value: { theme: 'dark' } });
    expect(bugs).toEqual([]);
  });

  it.each([{ lockMinutes: -1 }, { lockMinutes: 721 }, { clipboardSeconds: 45 }, { theme: 'pink' }, { profile: '/' }, [], null])(
    'refuse %j',
    async (change) => {
      const { shell } = await start(undefined, profile);
      const raw = shell.current.client as unknown as { call(name: string, params: unknown): Promise<unknown> };
      expect(await raw.call('settings.set', change)).toEqual({ ok: false, code: 'bad_params' });
      expect(await shell.current.client.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS });
    },
  );
});

describe('the keychain', () => {
  it('is the engine’s, and the page learns no more than whether it works', async () => {
    const { shell } = await start();
    expect(await shell.engine.call('keychain.set', { vault: VAULT, secret: SECRET })).toEqual({
      ok: true,
      value: { outcome: 'ok' },
    });
    const got = await shell.engine.call('keychain.get', { vault: VAULT });
    expect(got).toEqual({ ok: true, value: { outcome: 'ok', secret: SECRET } });
    expect(await shell.current.client.call('keychain.state', {})).toEqual({ ok: true, value: { available: true, reason: null } });
    const raw = shell.current.client as unknown as { call(name: string, params: object): Promise<unknown> };
    for (const name of ['keychain.get', 'keychain.set', 'keychain.delete']) {
      expect(await raw.call(name, { vault: VAULT, secret: SECRET })).toEqual({ ok: false, code: 'unknown_call' });
    }
    expect(Object.keys(shellContract.calls).filter((name) => name.startsWith('keychain'))).toEqual(['keychain.state']);
    expect(JSON.stringify(shell.told)).not.toContain(SECRET);
    expect(await shell.engine.call('keychain.delete', { vault: VAULT })).toEqual({ ok: true, value: { outcome: 'ok' } });
    expect(await shell.engine.call('keychain.get', { vault: VAULT })).toEqual({ ok: true, value: { outcome: 'no_item' } });
  });

  it('takes 32 bytes for a vault, in their one spelling, and nothing else', async () => {
    const { shell, bugs } = await start();
    for (const secret of ['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}+`]) {
      expect(await shell.engine.call('keychain.set', { vault: VAULT, secret })).toEqual({ ok: false, code: 'bad_params' });
    }
    expect(await shell.engine.call('keychain.set', { vault: '../../etc', secret: SECRET })).toEqual({
      ok: false,
      code: 'bad_params',
    });
    expect(bugs).toEqual([]);
  });

  it('a host does not have is told as absent, and does not stand in the way', async () => {
    const { shell } = await start((host) => {
      host.system.keychain = null;
    });
    expect(await shell.engine.call('keychain.get', { vault: VAULT })).toEqual({ ok: true, value: { outcome: 'absent' } });
    const state = await shell.current.client.call('keychain.state', {});
    expect(state).toEqual({ ok: true, value: { available: false, reason: 'absent' } });
  });

  it('that hangs holds up neither the page nor the end of the app, which says so', async () => {
    const keychain = new MemoryKeychain();
    keychain.hangs = true;
    const { app, shell, clock } = await start((host) => {
      host.system.keychain = keychain;
    });
    const state = shell.current.client.call('keychain.state', {});
    await clock.move(5000);
    expect(await state).toEqual({ ok: true, value: { available: false, reason: 'timed_out' } });
    await app.close();
    expect(app.hanging).toBe(true);
    expect(shell.closed).toBe(1);
  });
});

describe('links', () => {
  const link = { url: 'https://example.com/', host: 'example.com' };

  it('are opened six times a minute, and what is refused does not count', async () => {
    const { shell, clock } = await start();
    const open = () => shell.current.client.call('links.open', link);
    for (let n = 0; n < 20; n++) await shell.current.client.call('links.open', { ...link, host: 'example.org' });
    for (let n = 0; n < LINKS_A_MINUTE; n++) expect((await open()).ok).toBe(true);
    await clock.move(20_000);
    expect(await open()).toEqual({ ok: false, code: 'too_often', facts: { wait: 40 } });
    expect(shell.system.opened).toHaveLength(LINKS_A_MINUTE);
    await clock.move(40_000);
    expect((await open()).ok).toBe(true);
  });

  it('are not opened more often by a page that was replaced', async () => {
    const { shell } = await start();
    for (let n = 0; n < LINKS_A_MINUTE; n++) await shell.current.client.call('links.open', link);
    await shell.current.client.call('shell.lock', {});
    await settle();
    expect(await shell.current.client.call('links.open', link)).toMatchObject({ ok: false, code: 'too_often' });
  });
});
