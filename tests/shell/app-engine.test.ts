import { describe, expect, it } from 'vitest';
import { EXIT_MS, PING_MS } from '../../main/shell/engine-link.ts';
import { restartWait, START_MS } from '../../main/shell/engine-supervisor.ts';
import { HANG_MS } from '../../shared/limits.ts';
import type { MemoryShell } from '../support/memory-shell.ts';
import { settle } from '../support/virtual-clock.ts';
import { askState, NO_PROFILE, start, states, wireTime } from './app-harness.ts';

describe('an engine', () => {
  it('is told where it lives and joined to the page once it is ready', async () => {
    const { shell, bugs } = await start();
    expect(shell.engine.home).toEqual({
      profile: NO_PROFILE,
      documents: '/home/ana/Documents',
      clockOffset: 3600,
      version: '0.1.0',
      language: 'en',
    });
    expect(shell.engine.page).toBe(1);
    expect(states(shell)).toEqual(['ready']);
    expect(await askState(shell)).toEqual({ state: 'ready', locked: null });
    expect(bugs).toEqual([]);
  });

  it('is not joined while the page loads', async () => {
    let loaded: () => void = () => undefined;
    const starting = start((host) => {
      host.loading = new Promise((done) => {
        loaded = done;
      });
      queueMicrotask(
        () =>
          void settle()
            .then(() => expect(host.engine.pages.size).toBe(0))
            .then(loaded),
      );
    });
    expect((await starting).shell.engine.page).toBe(1);
  });

  it('is pinged every two seconds', async () => {
    const { shell, clock } = await start();
    await clock.move(PING_MS * 5);
    expect(shell.engine.log.filter((said) => said === 'ping')).toHaveLength(6);
    expect(shell.engines).toHaveLength(1);
  });

  it('that dies is reported and replaced, on the same page when no vault was open', async () => {
    const { shell } = await start();
    shell.engine.die(139);
    await settle();
    expect(states(shell)).toEqual(['ready', 'gone', 'starting', 'ready']);
    expect(shell.engines).toHaveLength(2);
    expect(shell.engine.page).toBe(1);
    expect((await askState(shell)).locked).toBe(null);
  });

  it('that dies with an open vault takes the page and what was copied with it', async () => {
    const { shell, clock } = await start();
    await shell.engine.call('host.vault', { open: true });
    await shell.engine.call('clipboard.copy', { text: 'hunter2', what: 'password', seconds: 30 });
    shell.engine.die();
    await settle();
    expect(shell.system.clipboard).toBe(null);
    expect(shell.pages).toHaveLength(2);
    expect(await askState(shell)).toEqual({ state: 'ready', locked: { at: wireTime(clock), why: 'engine_gone' } });
    expect([...shell.engine.pages]).toEqual([2]);
  });

  it('that does not answer pings is reported, killed and replaced', async () => {
    const { shell, clock } = await start((host) => host.habits.push({ pongs: false }));
    const [deaf] = shell.engines;
    await clock.move(HANG_MS - 1);
    expect(deaf?.alive).toBe(true);
    await clock.move(1);
    expect(deaf?.killed).toBe(true);
    expect(states(shell)).toEqual(['ready', 'hung', 'starting', 'ready']);
    expect(shell.engine.page).toBe(1);
  });

  it('with an open vault that hangs says so as the reason of the lock', async () => {
    const { shell, clock } = await start((host) => host.habits.push({ pongs: false }));
    await shell.engine.call('host.vault', { open: true });
    await clock.move(HANG_MS);
    expect(await askState(shell)).toEqual({ state: 'ready', locked: { at: wireTime(clock), why: 'engine_hung' } });
    expect(shell.pages).toHaveLength(2);
  });

  it('is not called hung because the machine slept before it could answer', async () => {
    const { shell, clock } = await start();
    const wake = shell.engine.pause();
    await clock.move(PING_MS);
    await clock.sleep(8 * 3600_000);
    wake();
    await clock.move(HANG_MS * 3);
    expect(shell.engines).toHaveLength(1);
  });

  it('that hangs is found out after a sleep too', async () => {
    const { shell, clock } = await start();
    shell.engine.pause();
    await clock.move(PING_MS);
    await clock.sleep(8 * 3600_000);
    await clock.move(HANG_MS);
    expect(shell.engines[0]?.killed).toBe(true);
  });

  it('that never gets ready is killed and replaced', async () => {
    const { shell, clock } = await start((host) => host.habits.push({ ready: false }));
    await clock.move(START_MS - 1);
    expect(shell.engines).toHaveLength(1);
    await clock.move(1);
    expect(shell.engines[0]?.killed).toBe(true);
    expect(states(shell)).toEqual(['gone', 'starting', 'ready']);
  });

  it('that dies at every start is tried again with a growing wait, and never joined', async () => {
    const { shell, clock } = await start((host) => host.habits.push(...Array.from({ length: 6 }, () => ({ diesAtStart: true }))));
    const seen = [shell.engines.length];
    for (let deaths = 2; deaths < 7; deaths++) {
      await clock.move(restartWait(deaths) - 1);
      expect(shell.engines).toHaveLength(seen.at(-1) ?? 0);
      await clock.move(1);
      seen.push(shell.engines.length);
    }
    expect(seen).toEqual([2, 3, 4, 5, 6, 7]);
    expect(shell.engines.slice(0, 6).flatMap(({ pages }) => [...pages])).toEqual([]);
    expect(shell.engine.page).toBe(1);
    expect([0, 1, 2, 3, 4, 5, 8, 20].map(restartWait)).toEqual([0, 0, 500, 1000, 2000, 4000, 30_000, 30_000]);
  });

  it('that crashes soon after each start waits too, and one that lived long starts again at once', async () => {
    const { shell, clock } = await start();
    shell.engine.die();
    await settle();
    shell.engine.die();
    await settle();
    expect(shell.engines).toHaveLength(2);
    await clock.move(500);
    expect(shell.engines).toHaveLength(3);
    await clock.move(60_000);
    shell.engine.die();
    await settle();
    expect(shell.engines).toHaveLength(4);
  });

  it('can be closed while it waits for another start', async () => {
    const { app, shell } = await start((host) => host.habits.push({ diesAtStart: true }, { diesAtStart: true }));
    await app.close();
    expect(shell.engines.some(({ alive }) => alive)).toBe(false);
    expect(shell.closed).toBe(1);
  });
});

describe('the end of the app', () => {
  it('lets the engine finish, then ends everything', async () => {
    const { app, shell, clock } = await start();
    await shell.engine.call('clipboard.copy', { text: 'hunter2', what: 'password', seconds: 30 });
    const finish = shell.engine.write();
    shell.closeWindow();
    await settle();
    expect(shell.engine.alive).toBe(true);
    finish();
    await app.closed;
    expect(shell.engine.log).toEqual(['ping', 'quiesce', 'written', 'quiesced']);
    expect(shell.engine.killed).toBe(false);
    expect(shell.system.clipboard).toBe(null);
    expect(shell.closed).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it('kills an engine that said it is quiesced and stays', async () => {
    const { app, shell, clock } = await start((host) => host.habits.push({ exits: false }));
    void app.close();
    await clock.move(EXIT_MS);
    await app.closed;
    expect(shell.engine.killed).toBe(true);
  });

  it('does not wait for a clipboard that never answers', async () => {
    const { app, shell, clock } = await start();
    await shell.engine.call('clipboard.copy', { text: 'hunter2', what: 'password', seconds: 30 });
    shell.system.stuck = true;
    void app.close();
    await clock.move(1000);
    await app.closed;
    expect(shell.closed).toBe(1);
  });

  it('leaves no engine when the window cannot be opened', async () => {
    let shell: MemoryShell | undefined;
    const starting = start((host) => {
      shell = host;
      host.open = () => Promise.reject(new Error('no display'));
    });
    await expect(starting).rejects.toThrow('no display');
    expect(shell?.engines.map(({ alive }) => alive)).toEqual([false]);
    expect(shell?.closed).toBe(1);
  });

  it('comes when a page that saw secrets cannot be replaced', async () => {
    const { app, shell } = await start();
    shell.renewPage = () => Promise.reject(new Error('stuck'));
    await shell.current.client.call('shell.lock', {});
    await expect(app.closed).rejects.toThrow('stuck');
    expect(shell.engines.some(({ alive }) => alive)).toBe(false);
    expect(shell.closed).toBe(1);
  });
});
