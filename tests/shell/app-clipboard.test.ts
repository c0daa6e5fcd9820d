import { describe, expect, it } from 'vitest';
import { MAX_TRIES, RETRY_MS } from '../../main/shell/clipboard.ts';
import { settle } from '../support/virtual-clock.ts';
import { clipboardTold, type Running, start, wireTime } from './app-harness.ts';

const SECRET = 'correct horse battery staple';

/** Sets after how long a secret is cleared; the person says yes where they are asked. Only the disk of the harness does not take it. */
async function setClearing({ shell }: Running, clipboardSeconds: 10 | 30 | 90 | null): Promise<void> {
  const set = shell.current.client.call('settings.set', { clipboardSeconds });
  await settle();
  shell.system.questions[0]?.answer(true);
  expect(await set).toMatchObject({ code: 'settings_unsaved' });
}

/** A secret was just copied, with the person's setting. */
async function copied(clipboardSeconds: 30 | null = 30): Promise<Running & { until: number }> {
  const running = await start();
  await setClearing(running, clipboardSeconds);
  const reply = await running.shell.engine.call('clipboard.copy', { text: SECRET, what: 'password', seconds: 30 });
  if (!reply.ok) throw new Error(reply.code);
  return { ...running, until: reply.value.until ?? 0 };
}

describe('a copied secret', () => {
  it('is on the clipboard until its time, then cleared, and the page is told both', async () => {
    const { shell, clock, until } = await copied();
    expect(until).toBe(wireTime(clock) + 30);
    expect(shell.system.clipboard).toBe(SECRET);
    await clock.move(29_999);
    expect(shell.system.clipboard).toBe(SECRET);
    await clock.move(1);
    expect(shell.system.clipboard).toBe(null);
    expect(clipboardTold(shell)).toEqual([
      { what: 'password', until },
      { what: 'password', until: null },
    ]);
  });

  it('is left alone once something else was copied', async () => {
    const { shell, clock } = await copied();
    shell.system.clipboard = 'a shopping list';
    await clock.move(30_000);
    expect(shell.system.clipboard).toBe('a shopping list');
    expect(clipboardTold(shell).at(-1)).toEqual({ what: 'password', until: null });
  });

  it.each([
    [10, 10],
    [90, 90],
    [null, null],
  ] as const)('with the setting %s stays %s seconds, whatever the engine says', async (clipboardSeconds, stays) => {
    const running = await start();
    const { shell, clock } = running;
    await setClearing(running, clipboardSeconds);
    const reply = await shell.engine.call('clipboard.copy', { text: SECRET, what: 'password', seconds: 600 });
    expect(reply).toEqual({ ok: true, value: { until: stays === null ? null : wireTime(clock) + stays } });
    await clock.move((stays ?? 3600) * 1000 - 1);
    expect(shell.system.clipboard).toBe(SECRET);
    await clock.move(1);
    expect(shell.system.clipboard).toBe(stays === null ? SECRET : null);
  });

  it('is replaced by the next one, with the next one’s time', async () => {
    const { shell, clock } = await copied();
    await clock.move(5000);
    await shell.engine.call('clipboard.copy', { text: '482913', what: 'code', seconds: 30 });
    await clock.move(29_999);
    expect(shell.system.clipboard).toBe('482913');
    await clock.move(1);
    expect(shell.system.clipboard).toBe(null);
  });

  it('without a time stays until it is taken back', async () => {
    const { shell, clock } = await copied(null);
    await clock.move(3600_000);
    expect(shell.system.clipboard).toBe(SECRET);
    expect(await shell.current.client.call('clipboard.clear', {})).toEqual({ ok: true, value: {} });
    expect(shell.system.clipboard).toBe(null);
  });

  it('is cleared at once when the page asks, and only if it is still ours', async () => {
    const { shell } = await copied();
    await shell.current.client.call('clipboard.clear', {});
    expect(shell.system.clipboard).toBe(null);
    shell.system.clipboard = 'mine';
    await shell.current.client.call('clipboard.clear', {});
    expect(shell.system.clipboard).toBe('mine');
  });

  it('is cleared by a lock, and what the person copied since is not', async () => {
    const one = await copied(null);
    await one.shell.current.client.call('shell.lock', {});
    await settle();
    expect(one.shell.system.clipboard).toBe(null);
    const two = await copied(null);
    two.shell.system.clipboard = 'mine';
    await two.shell.current.client.call('shell.lock', {});
    await settle();
    expect(two.shell.system.clipboard).toBe('mine');
  });

  it('copied while a lock is under way is cleared as well', async () => {
    const { shell } = await start();
    const finish = shell.engine.write();
    await shell.current.client.call('shell.lock', {});
    await settle();
    await shell.engine.call('clipboard.copy', { text: SECRET, what: 'password', seconds: 30 });
    expect(shell.system.clipboard).toBe(SECRET);
    finish();
    await settle();
    expect(shell.system.clipboard).toBe(null);
  });

  it('is cleared when the app ends, and what the person copied since is not', async () => {
    const one = await copied(null);
    await one.app.close();
    expect(one.shell.system.clipboard).toBe(null);
    const two = await copied(null);
    two.shell.system.clipboard = 'mine';
    await two.app.close();
    expect(two.shell.system.clipboard).toBe('mine');
  });

  it('is recognised when the system changes its line ends', async () => {
    const { shell, clock } = await start();
    await shell.engine.call('clipboard.copy', { text: 'one\ntwo', what: 'notes', seconds: 30 });
    shell.system.clipboard = 'one\r\ntwo';
    await clock.move(30_000);
    expect(shell.system.clipboard).toBe(null);
  });
});

it('what is no secret stays, through a lock and the end of the app, and takes the place of a secret', async () => {
  const { app, shell, clock } = await copied();
  const reply = await shell.engine.call('clipboard.copy', { text: 'LATCHKEY1.', what: 'message', seconds: null });
  expect(reply).toEqual({ ok: true, value: { until: null } });
  await clock.move(3600_000);
  await shell.current.client.call('clipboard.clear', {});
  await shell.current.client.call('shell.lock', {});
  await settle();
  await app.close();
  expect(shell.system.clipboard).toBe('LATCHKEY1.');
});

describe('a clipboard that cannot be read', () => {
  it('is not called cleared, and is cleared when it can be read again', async () => {
    const { shell, clock, until } = await copied();
    shell.system.unreadable = true;
    await clock.move(30_000 + 3 * RETRY_MS);
    expect(clipboardTold(shell)).toEqual([
      { what: 'password', until },
      { what: 'password', until: null, unread: true },
    ]);
    expect(await shell.current.client.call('clipboard.clear', {})).toEqual({ ok: false, code: 'capability_missing' });
    shell.system.unreadable = false;
    await clock.move(RETRY_MS);
    expect(shell.system.clipboard).toBe(null);
    expect(clipboardTold(shell).at(-1)).toEqual({ what: 'password', until: null });
  });

  it('is given up after a while', async () => {
    const { shell, clock } = await copied();
    shell.system.unreadable = true;
    await clock.move(30_000 + (MAX_TRIES + 5) * RETRY_MS);
    shell.system.unreadable = false;
    await clock.move(3600_000);
    expect(shell.system.clipboard).toBe(SECRET);
  });

  it('does not hold up a lock', async () => {
    const { shell, clock } = await copied();
    shell.system.stuck = true;
    await shell.current.client.call('shell.lock', {});
    await clock.move(2000);
    expect(shell.pages).toHaveLength(2);
    expect([...shell.engine.pages]).toEqual([2]);
  });
});

it('a host without a clipboard refuses to copy', async () => {
  const { shell } = await start((host) => host.system.missing.add('clipboard'));
  const reply = await shell.engine.call('clipboard.copy', { text: SECRET, what: 'password', seconds: 30 });
  expect(reply).toEqual({ ok: false, code: 'capability_missing' });
});

it('a clipboard that fails is refused without a word of what was copied', async () => {
  const { shell, bugs } = await start();
  shell.system.copyText = (text) => Promise.reject(new Error(`cannot copy ${text}`));
  const reply = await shell.engine.call('clipboard.copy', { text: SECRET, what: 'password', seconds: 30 });
  expect(reply).toEqual({ ok: false, code: 'capability_missing' });
  expect(bugs).toEqual([]);
});
