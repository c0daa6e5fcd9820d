import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { KDF_PRESETS } from '../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../main/core/crypto/sodium.ts';
import { Vault } from '../../main/core/vault/vault.ts';
import { Host } from '../../main/engine/host.ts';
import { MemoryFile } from '../../main/engine/sandbox/memory-file.ts';
import type { Digest } from '../../shared/contracts/digest.ts';
import type { HostContract } from '../../shared/contracts/host.ts';
import type { Client } from '../../shared/wire/client.ts';
import { engineContract, type EngineContract } from '../../shared/contracts/engine.ts';
import { copyCalls } from '../../shared/contracts/engine/copies.ts';
import type { SandboxState } from '../../shared/contracts/engine/sandbox.ts';
import { safetyCalls } from '../../shared/contracts/engine/safety.ts';
import type { CallName } from '../../shared/contract.ts';
import { memoisedKdf, makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';
import { handOff, LIST, NOW, PAGE } from '../support/sandbox-world.ts';

async function sandboxOf(engine: TestEngine): Promise<SandboxState> {
  const { open } = await engine.ask('vault.state', {});
  if (open?.sandbox === undefined) throw new Error('not in the sandbox');
  return open.sandbox;
}

describe('the sandbox', () => {
  let engine: TestEngine;

  beforeEach(async () => {
    engine = await startEngine({ now: NOW });
    await engine.ask('sandbox.begin', {});
  });

  it('begins as an owner with accounts, a running loan, and one that is over and exposed', async () => {
    const { open } = await engine.ask('vault.state', {});
    expect(open).toMatchObject({
      name: 'Maren Voss',
      accounts: 5,
      live: 1,
      exposedLoans: 1,
      waiting: 0,
      readOnly: null,
      unsaved: 0,
    });
    expect(open?.sandbox).toEqual({ who: 'owner', name: 'Maren Voss', other: 'Tomás Reyes', done: [] });
    expect((await engine.ask('accounts.list', LIST)).rows.filter(({ hasCode }) => hasCode)).toHaveLength(3);
  });

  it('is the freelancer on the other side of the same loan', async () => {
    await engine.ask('sandbox.as', { who: 'freelancer' });
    const { open } = await engine.ask('vault.state', {});
    expect(open).toMatchObject({ name: 'Tomás Reyes', accounts: 3, lent: 1, waiting: 0 });
    const { rows } = await engine.ask('received.list', PAGE);
    expect(rows.map(({ title }) => title)).toEqual(['Harbour Instagram']);
    expect((await engine.ask('people.list', {})).people.map(({ state }) => state)).toEqual(['verified']);
  });

  it('carries a handoff across and its receipt back, and knows what was tried', async () => {
    const { message, account } = await handOff(engine);
    expect((await sandboxOf(engine)).done).toEqual(['sealed']);
    expect(await engine.ask('sandbox.give', { message })).toEqual({ kind: 'handoff' });
    expect(await engine.refusal('sandbox.give', { message })).toBe('already_read');
    await engine.ask('sandbox.as', { who: 'freelancer' });
    const item = (await engine.ask('inbox.list', PAGE)).rows.find(({ waiting }) => waiting);
    const { received, receipt } = await engine.ask('inbox.accept', { id: item?.id ?? '' });
    expect((await sandboxOf(engine)).done).toEqual(['sealed', 'given', 'taken']);
    const { text } = await engine.ask('received.reveal', { id: received, field: 'password' });
    await engine.ask('sandbox.give', { message: receipt.message });
    await engine.ask('sandbox.as', { who: 'owner' });
    expect((await engine.ask('accounts.reveal', { id: account, field: 'password' })).text).toBe(text);
    expect((await sandboxOf(engine)).done).toEqual(['sealed', 'given', 'taken', 'receipt']);
  });

  it('gives nobody a message that is not there, or is not theirs', async () => {
    expect(await engine.refusal('sandbox.give', { message: 'A'.repeat(22) })).toBe('not_found');
    const { message } = await handOff(engine, 'Ines Okafor');
    expect(await engine.refusal('sandbox.give', { message })).toBe('could_not_open');
  });

  it('draws other passwords each time', async () => {
    const reveal = async (one: TestEngine): Promise<string> => {
      const id = (await one.ask('accounts.list', LIST)).rows[0]?.id ?? '';
      return (await one.ask('accounts.reveal', { id, field: 'password' })).text;
    };
    const other = await startEngine({ now: NOW });
    await other.ask('sandbox.begin', {});
    expect(await reveal(other)).not.toBe(await reveal(engine));
  });

  it('refuses every call on the file, its keys, its backups and its copies', async () => {
    const own = Object.keys({ ...safetyCalls, ...copyCalls }) as CallName<EngineContract>[];
    const token = 'T'.repeat(22);
    const some: Partial<Record<CallName<EngineContract>, object>> = {
      'vault.changePassword': { old: 'a', fresh: 'b', cost: 'low' },
      'vault.renewRecovery': { password: 'a' },
      'vault.testRecovery': { words: 'a' },
      'vault.rotateKey': { password: 'a' },
      'device.remember': { password: 'a' },
      'backups.restore': { id: 'a', password: 'a' },
      'vault.saveCopy': { token },
      'vault.takeOver': { override: true },
      'rescue.saveCopy': { token },
    };
    const answers = new Map<string, string | null>();
    for (const name of own.filter((call) => engineContract.calls[call].when !== 'closed')) {
      answers.set(name, await engine.refusal(name, (some[name] ?? {}) as never));
    }
    const taken = [...answers].filter(([, code]) => code !== 'in_sandbox' && code !== 'bad_params');
    expect(taken).toEqual([]);
    expect([...answers.values()].filter((code) => code === 'in_sandbox').length).toBeGreaterThan(15);
    for (const name of ['vault.open', 'vault.create', 'vaults.forget', 'sandbox.begin'] as const) {
      expect(await engine.refusal(name, {} as never)).toBe('wrong_state');
    }
  });

  it('takes no file and keeps nothing, whatever is tried', async () => {
    const file = `${engine.folder}/outside.txt`;
    engine.tokens.set('S'.repeat(22), file);
    const { message } = await handOff(engine);
    expect(await engine.refusal('messages.save', { message, token: 'S'.repeat(22) })).toBe('in_sandbox');
    expect(await engine.refusal('inbox.read', { source: { token: 'S'.repeat(22) } })).toBe('in_sandbox');
    await engine.ask('sandbox.give', { message });
    await engine.ask('sandbox.as', { who: 'freelancer' });
    engine.digest.last();
    expect(readdirSync(engine.folder)).toEqual([]);
    expect([engine.digests, engine.keychain.items.size, engine.bugs]).toEqual([[], 0, []]);
  });

  it('has nothing told to the lock screen, the tray and the keychain', async () => {
    const called: string[] = [];
    const call = async (name: string) => (called.push(name), { ok: true, value: { outcome: 'ok' } });
    const host = new Host({ call } as unknown as Client<HostContract>);
    const tellAll = async (): Promise<void> => {
      await host.tellDigest({ ends: [], over: 0 } as unknown as Digest);
      await host.tellPinned([{ id: 'A'.repeat(22), name: 'Harbour TikTok' }]);
      await host.rememberDevice('A'.repeat(22), new Uint8Array(32));
    };
    await tellAll();
    expect(called).toEqual(['host.digest', 'host.pinned', 'keychain.set']);
    host.keepNothing();
    await tellAll();
    expect(called).toHaveLength(3);
  });

  it('lets no file be opened while it lasts, and does not begin over an open one', async () => {
    expect(engine.keeper.standBack()).toBe(false);
    const busy = await startEngine({ now: NOW });
    await makeVault(busy, 'Studio', 'copper tunnel hazard biology');
    expect(await busy.refusal('sandbox.begin', {})).toBe('wrong_state');
    expect(await busy.refusal('sandbox.as', { who: 'owner' })).toBe('not_found');
    expect(await busy.refusal('sandbox.give', { message: 'A'.repeat(22) })).toBe('not_found');
    expect(await busy.refusal('sandbox.beside', {})).toBe('not_found');
  });

  it('loses to a vault that is being opened at the same time', async () => {
    const both = await startEngine({ now: NOW });
    const [made, began] = await Promise.all([
      both.client.call('vault.create', { name: 'Studio', password: 'copper tunnel hazard biology', cost: 'low' }),
      both.client.call('sandbox.begin', {}),
    ]);
    expect([made.ok, began.ok].filter(Boolean)).toHaveLength(1);
    expect((await both.ask('vault.state', {})).open).not.toBeNull();
  });
});

describe('a file in memory', () => {
  it('keeps a vault that opens again, is compacted, and is not made twice', async () => {
    const file = new MemoryFile();
    const ports = { file, kdf: memoisedKdf, random: randomBytes };
    const password = 'copper tunnel hazard biology';
    const made = await Vault.create(ports, { password, entropy: null, settings: KDF_PRESETS.lowMemory });
    if (!made.ok) throw new Error(made.code);
    expect((await made.vault.compact(async () => true)).ok).toBe(true);
    expect(await file.create(new Uint8Array(1))).toEqual({ ok: false, fault: 'exists' });
    expect(await file.append(1, [])).toEqual({ ok: false, fault: 'changed_elsewhere' });
    const opened = await Vault.open({ ...ports, file: new MemoryFile(file.bytes) }, { password });
    expect(opened).toMatchObject({ ok: true, class: 'clean' });
  });
});
