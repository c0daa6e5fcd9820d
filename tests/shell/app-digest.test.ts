import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../shared/contracts/digest.ts';
import { settle } from '../support/virtual-clock.ts';
import { type Running, start } from './app-harness.ts';

const told: Digest = { vault: 'V'.repeat(22), ends: [{ at: 1_800_000_123, count: 2 }], over: 1 };
let profile: string;

beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'latchkey-digest-'));
});
afterEach(() => rm(profile, { recursive: true, force: true }));

/** What the page of now is told. */
async function shown({ shell }: Running): Promise<Digest | null> {
  const reply = await shell.current.client.call('lock.digest', {});
  if (!reply.ok) throw new Error(reply.code);
  return reply.value.digest;
}

async function opened(): Promise<Running> {
  const running = await start(undefined, profile);
  await running.shell.engine.call('host.vault', { open: true });
  return running;
}

describe('the digest of the lock screen', () => {
  it('is nothing before a vault was open, and what the engine told last after the lock', async () => {
    const running = await opened();
    expect(await shown(running)).toBeNull();
    await running.shell.engine.call('host.digest', { ...told, over: 0 });
    await running.shell.engine.call('host.digest', told);
    await running.shell.current.client.call('shell.lock', {});
    await settle();
    expect(running.shell.pages).toHaveLength(2);
    expect(await shown(running)).toEqual(told);
  });

  it('stays when the engine dies, and is the next vault’s once one was opened', async () => {
    const running = await opened();
    await running.shell.engine.call('host.digest', told);
    running.shell.engine.die();
    await settle();
    expect(await shown(running)).toEqual(told);
    const next = { vault: 'W'.repeat(22), ends: [], over: 0 };
    await running.shell.engine.call('host.digest', next);
    expect(await shown(running)).toEqual(next);
  });

  it('is on no disk, and not there after a restart', async () => {
    const running = await opened();
    await running.shell.engine.call('host.digest', told);
    await running.shell.current.client.call('settings.set', { theme: 'dark' });
    await running.app.close();
    for (const name of await readdir(profile)) expect(await readFile(path.join(profile, name), 'utf8')).not.toContain('1800000123');
    expect(await shown(await start(undefined, profile))).toBeNull();
  });

  it('is dropped when the person turns it off, and not taken until it is on again', async () => {
    const running = await opened();
    const { client } = running.shell.current;
    await running.shell.engine.call('host.digest', told);
    await client.call('settings.set', { digestWhenLocked: false });
    expect(await shown(running)).toBeNull();
    await running.shell.engine.call('host.digest', told);
    expect(await shown(running)).toBeNull();
    await client.call('settings.set', { digestWhenLocked: true });
    expect(await shown(running)).toBeNull();
    await running.shell.engine.call('host.digest', told);
    expect(await shown(running)).toEqual(told);
  });

  it('is taken in no other shape: nothing with a name gets in', async () => {
    const running = await opened();
    const raw = running.shell.engine as unknown as { call(name: string, params: unknown): Promise<unknown> };
    const many = Array.from({ length: 61 }, (_, n) => ({ at: 1_800_000_000 + n, count: 1 }));
    for (const odd of [
      { ...told, name: 'Harbour' },
      { ...told, ends: [{ at: 1, count: 1, title: 'x' }] },
      { ...told, ends: many },
      { ...told, vault: '../x' },
      {},
    ]) {
      expect(await raw.call('host.digest', odd)).toEqual({ ok: false, code: 'bad_params' });
    }
    expect(await shown(running)).toBeNull();
    expect(running.bugs).toEqual([]);
  });
});
