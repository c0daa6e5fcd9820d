import { beforeEach, describe, expect, it } from 'vitest';
import { makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

let engine: TestEngine;
beforeEach(async () => {
  engine = await startEngine({ now: 1_790_000_000 });
  await makeVault(engine, 'Studio Voss', 'copper tunnel hazard biology');
});

describe('a page that asks for more secrets than a person', () => {
  /** Accounts with a password each. */
  async function accounts(count: number): Promise<string[]> {
    const form = { client: null, platform: 'tiktok', kind: 'personal' as const, recoveryMail: null, recoveryPhone: null };
    const blank = { ...form, address: null, username: null, tags: [], owner: null };
    const ids: string[] = [];
    for (let n = 0; n < count; n++)
      ids.push((await engine.ask('accounts.save', { ...blank, title: `A ${n}`, password: `pw ${n}` })).id);
    return ids;
  }

  it('is refused what it asks for beyond ten, revealed or copied, and none of it is noted as revealed', async () => {
    const ids = await accounts(12);
    engine.confirming.goOn = false;
    for (const id of ids.slice(0, 5)) await engine.ask('accounts.reveal', { id, field: 'password' });
    for (const id of ids.slice(5, 10)) await engine.ask('accounts.copy', { id, field: 'password' });
    const before = (await engine.ask('log.list', { offset: 0, limit: 1 })).total;
    expect(engine.confirming.asked).toBe(0);
    expect(await engine.refusal('accounts.reveal', { id: ids[10] ?? '', field: 'password' })).toBe('too_many_secrets');
    expect(await engine.refusal('accounts.copy', { id: ids[11] ?? '', field: 'password' })).toBe('too_many_secrets');
    expect(await engine.refusal('candidate.copy', { account: ids[0] ?? '', which: 'old' })).toBe('too_many_secrets');
    expect(engine.confirming.asked).toBe(1);
    expect((await engine.ask('log.list', { offset: 0, limit: 1 })).total).toBe(before);
    expect(engine.sent.join('\n')).not.toContain('pw 10');
    expect(engine.copied.map(({ text }) => text)).not.toContain('pw 11');
  });

  it('goes on once the person has said so', async () => {
    const ids = await accounts(12);
    for (const id of ids) await engine.ask('accounts.reveal', { id, field: 'password' });
    expect(engine.confirming.asked).toBe(1);
  });

  it('gets no more codes that follow a counter, which stay good until they are used', async () => {
    const [account = ''] = await accounts(1);
    const { pending } = await engine.ask('factors.read', { text: 'otpauth://hotp/Depot?secret=GEZDGNBVGY3TQOJQGEZDGNBV' });
    await engine.ask('factors.confirm', { account, pending, typed: null });
    engine.confirming.goOn = false;
    for (let n = 0; n < 10; n++) expect((await engine.ask('codes.next', { account })).counter).toBe(n);
    expect(await engine.refusal('codes.next', { account })).toBe('too_many_secrets');
    expect((await engine.ask('accounts.get', { id: account })).factors[0]?.authenticator?.counter).toBe(10);
  });

  it('gets no more by sealing accounts to a card of its own', async () => {
    const ids = await accounts(11);
    engine.confirming.goOn = false;
    const draft = {
      contact: 'A'.repeat(22),
      password: true,
      backupCodes: false,
      liveCodes: false,
      windows: { kind: 'none' as const },
    };
    const day = {
      lastDay: '2027-01-01',
      untilMinute: 1440,
      zone: 'Europe/Berlin',
      level: null,
      rules: [],
      device: null,
      note: null,
    };
    const codes: unknown[] = [];
    for (const account of ids)
      codes.push(await engine.refusal('handoff.seal', { draft: { ...draft, ...day, account }, sendUnverified: true }));
    expect(codes.slice(0, 10)).not.toContain('too_many_secrets');
    expect(codes[10]).toBe('too_many_secrets');
  });
});
