import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

const PASSWORD = 'copper tunnel hazard biology';
const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
const account = {
  ...{ client: null, platform: 'tiktok', kind: 'personal' as const, title: 'TikTok', username: null, recoveryMail: null },
  ...{ recoveryPhone: null, address: null, tags: [], owner: null },
};
const centre = {
  ...{ client: null, platform: 'meta_business', name: 'Harbour', number: null, owner: 'me' as const },
  ...{ contact: null, notes: null, archived: false },
};
const member = {
  ...{ as: 'person' as const, contact: null, name: 'Ida', number: null, level: 'Employee', lowest: true, assets: [] },
  ...{ state: 'active' as const, until: null, note: null },
};

let engine: TestEngine;
beforeEach(async () => {
  engine = await startEngine(clock);
  await makeVault(engine, 'Studio Voss', PASSWORD);
});

/** Ad codes with a code each, of one account. */
async function adCodes(count: number): Promise<string[]> {
  const { id } = await engine.ask('accounts.save', account);
  const form = { account: id, contact: null, about: 'Reel', days: 30 as const, from: clock.now };
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push((await engine.ask('business.saveAdCode', { ...form, code: `#secret ${n}` })).id);
  return ids;
}

describe('business access behind the wire', () => {
  it('goes from a centre noted to a centre removed', async () => {
    const { id } = await engine.ask('business.save', centre);
    const thing = { centre: id, kind: 'page' as const, name: 'Page', number: null, hold: 'owns' as const, account: null };
    const asset = (await engine.ask('business.saveAsset', thing)).id;
    const late = { ...member, centre: id, assets: [asset], until: clock.now - 60 };
    const one = (await engine.ask('business.saveMember', late)).id;
    expect((await engine.ask('vault.state', {})).open?.business).toBe(1);
    expect((await engine.ask('business.list', { archived: false, offset: 0, limit: 10 })).rows[0]).toMatchObject({ id, over: 1 });
    expect((await engine.ask('business.stays', { member: one })).back.map((row) => row.id)).toEqual([asset]);
    expect(await engine.refusal('business.remove', { id })).toBe('centre_in_use');
    await engine.ask('business.removeMember', { id: one });
    await engine.ask('business.removeAsset', { id: asset });
    expect(await engine.ask('business.get', { id })).toMatchObject({
      assets: [],
      members: [{ id: one, state: 'removed', assets: [] }],
    });
    await engine.ask('business.remove', { id });
    expect(await engine.refusal('business.get', { id })).toBe('not_found');
    expect((await engine.ask('vault.state', {})).open?.business).toBe(0);
    expect(engine.bugs).toEqual([]);
  });

  it('copies an ad code for a while, shows it nowhere, and gives out no more of them than a person asks for', async () => {
    const ids = await adCodes(12);
    expect(await engine.ask('business.copyAdCode', { id: ids[0] ?? '' })).toEqual({ until: clock.now + 30 });
    expect(engine.copied).toEqual([{ text: '#secret 0', what: 'adCode', seconds: 30 }]);
    engine.confirming.goOn = false;
    for (const id of ids.slice(0, 10)) await engine.ask('business.copyAdCode', { id });
    expect(await engine.refusal('business.copyAdCode', { id: ids[10] ?? '' })).toBe('too_many_secrets');
    await engine.ask('business.adCodes', { only: 'all', offset: 0, limit: 50 });
    expect(engine.copied.map(({ text }) => text)).not.toContain('#secret 10');
    expect(engine.sent.join('\n')).not.toContain('#secret');
  });

  it('writes a number down and finds it', async () => {
    await engine.ask('business.save', { ...centre, number: '73-01' });
    expect((await engine.ask('business.numbers', { query: '7301', offset: 0, limit: 5 })).rows).toMatchObject([
      { owner: 'Harbour' },
    ]);
    const { rows } = await engine.ask('business.numbers', { offset: 0, limit: 5 });
    const of = rows[0]?.of ?? '';
    await engine.ask('business.copyNumber', { of, value: '73-01' });
    expect(engine.copied).toEqual([{ text: '73-01', what: 'number', seconds: null }]);
    expect(await engine.refusal('business.copyNumber', { of, value: 'anything else' })).toBe('not_found');
    expect(await engine.refusal('business.personNumbers', { contact: 'A'.repeat(22) })).toBe('not_found');
    const odd = { contact: 'A'.repeat(22), numbers: [{ platform: 'No such', name: 'a', value: 'b' }] };
    expect(await engine.refusal('business.savePersonNumbers', odd)).toBe('bad_params');
  });

  it('refuses every change in a vault that takes none, and still shows and copies', async () => {
    const { id } = await engine.ask('business.save', centre);
    const { id: one } = await engine.ask('business.saveMember', { ...member, centre: id });
    const [code = ''] = await adCodes(1);
    await engine.ask('clients.save', { name: 'Last', colour: 1, notes: null, archived: false });
    await engine.keeper.close();
    engine = await startEngine(clock, engine.folder);
    const file = path.join(engine.folder, 'studio-voss.latchkey');
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
    writeFileSync(file, bytes);
    const { vaults } = await engine.ask('vaults.list', {});
    await engine.ask('vault.open', { vault: vaults[0]?.vault ?? '', password: PASSWORD });
    expect(await engine.refusal('business.save', centre)).toBe('read_only');
    expect(await engine.refusal('business.saveMember', { ...member, centre: id })).toBe('read_only');
    expect(await engine.refusal('business.removeMember', { id: one })).toBe('read_only');
    expect(await engine.refusal('business.endAdCode', { id: code })).toBe('read_only');
    expect((await engine.ask('business.get', { id })).members).toHaveLength(1);
    await engine.ask('business.copyAdCode', { id: code });
    expect(engine.copied.map(({ text }) => text)).toEqual(['#secret 0']);
    expect(engine.bugs).toEqual([]);
  });
});
