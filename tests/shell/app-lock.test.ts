import { describe, expect, it } from 'vitest';
import { EXIT_MS } from '../../main/shell/engine-link.ts';
import { QUIESCE_MS } from '../../shared/limits.ts';
import { settle } from '../support/virtual-clock.ts';
import { askState, pick, start, states, wireTime } from './app-harness.ts';

describe('a lock', () => {
  it('ends the engine, replaces the page, and is told once a fresh engine is up', async () => {
    const { shell, clock } = await start();
    const old = shell.engine;
    await shell.current.client.call('shell.lock', {});
    await settle();
    expect(states(shell)).toEqual(['ready', 'locking', 'ready']);
    expect(old.log).toEqual(['ping', 'quiesce', 'quiesced']);
    expect([old.alive, old.killed]).toEqual([false, false]);
    expect(shell.pages.map(({ alive }) => alive)).toEqual([false, true]);
    expect([[...old.pages], [...shell.engine.pages]]).toEqual([[1], [2]]);
    expect(await askState(shell)).toEqual({ state: 'ready', locked: { at: wireTime(clock), why: 'asked' } });
  });

  it('during a write waits for the write', async () => {
    const { shell, clock } = await start();
    const finish = shell.engine.write();
    await shell.current.client.call('shell.lock', {});
    await clock.move(QUIESCE_MS - 1);
    expect(shell.engines).toHaveLength(1);
    expect(shell.engine.alive).toBe(true);
    finish();
    await settle();
    expect(shell.engines[0]?.log).toEqual(['ping', 'quiesce', 'written', 'quiesced']);
    expect(shell.engines[0]?.killed).toBe(false);
    expect((await askState(shell)).state).toBe('ready');
  });

  it('kills an engine that is not quiesced in time', async () => {
    const { shell, clock } = await start();
    shell.engine.write();
    await shell.current.client.call('shell.lock', {});
    await clock.move(QUIESCE_MS - 1);
    expect((await askState(shell)).state).toBe('locking');
    await clock.move(1);
    expect(shell.engines[0]?.killed).toBe(true);
    expect(states(shell)).toEqual(['ready', 'locking', 'ready']);
  });

  it('kills an engine that said it is quiesced and stays', async () => {
    const { shell, clock } = await start((host) => host.habits.push({ exits: false }));
    await shell.current.client.call('shell.lock', {});
    await clock.move(EXIT_MS - 1);
    expect(shell.engine.alive).toBe(true);
    await clock.move(1);
    expect(shell.engines[0]?.killed).toBe(true);
    expect((await askState(shell)).state).toBe('ready');
  });

  it('keeps the old page in the dark: nothing it asked for reaches the new one', async () => {
    const { shell } = await start();
    void shell.current.client.call('files.pick', { kind: 'open_vault' });
    await settle();
    await shell.current.client.call('shell.lock', {});
    await settle();
    shell.system.dialogs[0]?.({ path: '/home/ana/a', name: 'a', size: 1 });
    await settle();
    expect(shell.pages).toHaveLength(2);
    expect(shell.current.heard.filter((said) => typeof said === 'object' && said !== null && 'id' in said)).toEqual([]);
  });

  it('leaves one answer for each call of the new page', async () => {
    const { shell } = await start();
    await shell.current.client.call('shell.lock', {});
    await settle();
    await shell.current.client.call('links.open', { url: 'https://example.com/', host: 'example.com' });
    expect(shell.system.opened).toHaveLength(1);
  });

  it('after a death is told as any other', async () => {
    const { shell } = await start();
    shell.engine.die();
    await settle();
    await shell.current.client.call('shell.lock', {});
    await settle();
    expect(states(shell)).toEqual(['ready', 'gone', 'starting', 'ready', 'locking', 'ready']);
  });

  it('makes the tokens of the old page void', async () => {
    const { shell } = await start();
    const token = await pick(shell, 'open_vault', '/home/ana/a.latchkey');
    await shell.current.client.call('shell.lock', {});
    await settle();
    expect(await shell.engine.call('files.redeem', { token, kind: 'open_vault' })).toEqual({ ok: false, code: 'expired_token' });
  });

  it('while another is under way is the same lock', async () => {
    const { shell } = await start();
    const finish = shell.engine.write();
    await shell.current.client.call('shell.lock', {});
    shell.system.suspend.tell('suspend');
    await settle();
    shell.system.suspend.tell('screen_lock');
    finish();
    await settle();
    expect(shell.engines).toHaveLength(2);
    expect(shell.pages).toHaveLength(2);
    expect((await askState(shell)).locked?.why).toBe('asked');
    expect(states(shell)).toEqual(['ready', 'locking', 'ready']);
  });

  it('while the first engine starts needs no other engine: it was joined to nobody', async () => {
    const { shell, clock } = await start((host) => host.habits.push({ ready: false }));
    shell.system.suspend.tell('suspend');
    await settle();
    expect(await askState(shell)).toEqual({ state: 'starting', locked: null });
    void shell.engine.call('host.ready', {});
    await settle();
    expect(shell.engines).toHaveLength(1);
    expect(await askState(shell)).toEqual({ state: 'ready', locked: { at: wireTime(clock), why: 'suspend' } });
  });

  it('while an engine is started again after a death replaces the page that was in use', async () => {
    const { shell } = await start((host) => host.habits.push({}, { ready: false }));
    shell.engine.die();
    await settle();
    await shell.current.client.call('shell.lock', {});
    void shell.engine.call('host.ready', {});
    await settle();
    expect(shell.pages.map(({ alive }) => alive)).toEqual([false, true]);
    expect([...shell.engine.pages]).toEqual([2]);
    expect((await askState(shell)).locked?.why).toBe('asked');
  });

  it('holds when the fresh engine dies at start', async () => {
    const { shell } = await start((host) => host.habits.push({}, { diesAtStart: true }));
    await shell.current.client.call('shell.lock', {});
    await settle();
    expect(states(shell)).toEqual(['ready', 'locking', 'gone', 'starting', 'ready']);
    expect((await askState(shell)).locked?.why).toBe('asked');
    expect([...shell.engine.pages]).toEqual([2]);
  });

  it('holds when the engine dies instead of becoming quiet', async () => {
    const { shell } = await start();
    shell.engine.write();
    await shell.current.client.call('shell.lock', {});
    await settle();
    shell.engine.die();
    await settle();
    expect((await askState(shell)).locked?.why).toBe('asked');
    expect(shell.pages).toHaveLength(2);
  });

  it('waits for the fresh page before it is told', async () => {
    const { shell } = await start();
    let loaded: () => void = () => undefined;
    shell.loading = new Promise((done) => {
      loaded = done;
    });
    await shell.current.client.call('shell.lock', {});
    await settle();
    expect(shell.engine.pages.size).toBe(0);
    loaded();
    await settle();
    expect([...shell.engine.pages]).toEqual([2]);
  });

  it('names sleep and the screen lock as its reason', async () => {
    for (const why of ['suspend', 'screen_lock'] as const) {
      const { shell } = await start();
      shell.system.suspend.tell(why);
      await settle();
      expect((await askState(shell)).locked?.why).toBe(why);
    }
  });

  it('gives way to the end of the app', async () => {
    const { app, shell } = await start();
    const finish = shell.engine.write();
    await shell.current.client.call('shell.lock', {});
    shell.closeWindow();
    finish();
    await app.closed;
    expect(shell.engines).toHaveLength(1);
    expect(shell.pages).toHaveLength(1);
    expect(shell.closed).toBe(1);
  });

  it('after lock works as often as asked', async () => {
    const { shell } = await start();
    for (let n = 2; n < 12; n++) {
      await shell.current.client.call('shell.lock', {});
      await settle();
      expect(shell.engines).toHaveLength(n);
      expect([...shell.engine.pages]).toEqual([n]);
    }
    expect(shell.engines.filter(({ alive }) => alive)).toHaveLength(1);
  });
});
