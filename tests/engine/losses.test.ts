import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FREE_JUDGED } from '../../main/core/accounts/newcomers.ts';
import { FREE_OVERWRITES, FREE_REMOVALS } from '../../main/engine/loss-gate.ts';
import { FREE_SECRETS } from '../../main/engine/secret-gate.ts';
import type { Platform } from '../../shared/platforms/platform.ts';
import { writePlatforms } from '../../shared/platforms/read-platforms.ts';
import { freshShop } from '../shared/platforms/platform-sample.ts';
import { makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';
import { blankForm } from '../support/session-world.ts';

const PASSWORD = 'copper tunnel hazard biology';

let engine: TestEngine;
beforeEach(async () => {
  engine = await startEngine({ now: 1_790_000_000 });
  await makeVault(engine, 'Studio Voss', PASSWORD);
  engine.confirming.goOn = false;
});

const save = async (form: object): Promise<string> => (await engine.ask('accounts.save', { ...blankForm, ...form })).id;

describe('a page that writes over what accounts hold', () => {
  it('changes sixty an hour, and nothing more without the person', async () => {
    const id = await save({ username: 'mara', password: 'the true one' });
    for (let n = 0; n < FREE_OVERWRITES; n++) await save({ id, username: 'mara', password: `junk ${n}` });
    expect(engine.confirming.asked).toBe(0);
    const { history } = await engine.ask('accounts.get', { id });
    const adCode = { account: id, contact: null, about: 'Summer', code: 'a code', days: 7 as const, from: 1_790_000_000 };
    const { id: code } = await engine.ask('business.saveAdCode', adCode);
    const acts = [
      () => engine.refusal('business.saveAdCode', { ...adCode, id: code, code: 'junk' }),
      () => engine.refusal('accounts.save', { ...blankForm, id, username: 'mara', password: 'junk' }),
      () => engine.refusal('accounts.save', { ...blankForm, id, username: 'other' }),
      () => engine.refusal('codes.counter', { account: id, counter: 7 }),
      () => engine.refusal('accounts.putBack', { id, field: `history/${history[0]?.id}` }),
    ];
    for (const act of acts) expect(await act()).toBe('not_confirmed');
    await engine.ask('candidate.make', { account: id, length: 12, symbols: false });
    expect(await engine.refusal('candidate.worked', { account: id })).toBe('not_confirmed');
    expect(engine.confirming.asked).toBe(6);
    const after = await engine.ask('accounts.get', { id });
    expect([after.username, after.history, after.candidate]).toEqual(['mara', history, { made: 1_790_000_000 }]);
    // What writes over nothing still goes: new accounts, tags.
    await save({ password: 'of another' });
    await save({ id, username: 'mara', tags: ['a'] });
    engine.confirming.goOn = true;
    await save({ id, username: 'mara', password: 'mine' });
    await save({ id, username: 'mara', password: 'mine too' });
    expect(engine.confirming.asked).toBe(7);
  });

  it('learns nothing of an account’s own password beyond those, right or wrong', async () => {
    const id = await save({ password: 'the true one' });
    for (let n = 0; n < FREE_OVERWRITES; n++) await save({ id, password: 'the true one' });
    for (const password of ['the true one', 'a guess'])
      expect(await engine.refusal('accounts.save', { ...blankForm, id, password })).toBe('not_confirmed');
  });
});

describe('a page that removes what nothing brings back', () => {
  it('removes ten an hour, whatever they are, and nothing more without the person', async () => {
    const clients: string[] = [];
    for (let n = 0; n <= FREE_REMOVALS; n++) {
      const client = { name: `Client ${n}`, colour: 1, notes: null, archived: false };
      clients.push((await engine.ask('clients.save', client)).id);
    }
    const account = await save({});
    const { pending } = await engine.ask('factors.read', { text: 'GEZDGNBVGY3TQOJQGEZDGNBV' });
    const { factor } = await engine.ask('factors.confirm', { account, pending, typed: null });
    // The first removal only puts it with the earlier ones.
    await engine.ask('factors.remove', { account, factor });
    for (const id of clients.slice(1)) await engine.ask('clients.remove', { id });
    expect(engine.confirming.asked).toBe(0);
    const id = clients[0] ?? '';
    const shop = freshShop() as unknown as Platform;
    const file = path.join(engine.folder, 'platforms.json');
    writeFileSync(file, writePlatforms([shop]));
    engine.tokens.set('t'.repeat(22), file);
    const read = await engine.ask('platforms.read', { token: 't'.repeat(22) });
    await engine.ask('platforms.add', { reading: read.fits ? read.reading : '' });
    // Any text is a platform's id: one that nobody added is none to be asked about.
    expect(await engine.refusal('platforms.remove', { id: 'nobody_added' })).toBe('not_found');
    const refusals = [
      await engine.refusal('factors.remove', { account, factor }),
      await engine.refusal('clients.remove', { id }),
      await engine.refusal('people.remove', { id }),
      await engine.refusal('business.remove', { id }),
      await engine.refusal('aside.remove', { id }),
      await engine.refusal('business.removeAsset', { id }),
      await engine.refusal('platforms.remove', { id: shop.id }),
      await engine.refusal('rescue.drop', {}),
      await engine.refusal('received.giveBack', { id }),
    ];
    expect(refusals).toEqual(refusals.map(() => 'not_confirmed'));
    expect(engine.confirming.asked).toBe(refusals.length);
    expect((await engine.ask('accounts.get', { id: account })).earlierKeys).toHaveLength(1);
    engine.confirming.goOn = true;
    await engine.ask('factors.remove', { account, factor });
    expect((await engine.ask('accounts.get', { id: account })).earlierKeys).toEqual([]);
  });
});

describe('a page that sends calls before the ones in front of them are done', () => {
  it('deletes no account that was not in the trash when it was counted', async () => {
    engine.confirming.goOn = true;
    const ids: string[] = [];
    for (let n = 0; n <= FREE_REMOVALS; n++) ids.push(await save({ title: `Dear ${n}` }));
    const [, purged] = await Promise.all([
      engine.ask('accounts.bulk', { ids, act: { kind: 'trash' } }),
      engine.ask('trash.purge', { ids }),
    ]);
    expect(purged).toEqual({ purged: 0, held: 0 });
    expect(engine.confirming.asked).toBe(0);
    expect(await engine.ask('trash.purge', { ids })).toEqual({ purged: ids.length, held: 0 });
    expect(engine.confirming.asked).toBe(1);
  });

  it('deletes no key of an authenticator that was in force when it was counted', async () => {
    const account = await save({});
    const { pending } = await engine.ask('factors.read', { text: 'GEZDGNBVGY3TQOJQGEZDGNBV' });
    const { factor } = await engine.ask('factors.confirm', { account, pending, typed: null });
    const twice = [engine.refusal('factors.remove', { account, factor }), engine.refusal('factors.remove', { account, factor })];
    expect(await Promise.all(twice)).toEqual([null, 'busy']);
    expect((await engine.ask('accounts.get', { id: account })).earlierKeys).toMatchObject([{ id: factor }]);
    await engine.ask('factors.remove', { account, factor });
    expect((await engine.ask('accounts.get', { id: account })).earlierKeys).toEqual([]);
  });
});

describe('a page that makes secret fields plain', () => {
  it('is shown as many as it may reveal', async () => {
    const ids: string[] = [];
    for (let n = 0; n <= FREE_SECRETS; n++) ids.push(await save({ fields: [{ name: 'PIN', secret: true, value: `pin ${n}` }] }));
    const shown: unknown[] = [];
    for (const id of ids) {
      const [pin] = (await engine.ask('accounts.get', { id })).fields;
      const form = { ...blankForm, id, fields: [{ id: pin?.id, name: 'PIN', secret: false }] };
      const reply = await engine.client.call('accounts.save', form as never);
      shown.push(reply.ok ? (await engine.ask('accounts.get', { id })).fields[0]?.value : reply.code);
    }
    expect(shown).toEqual([...Array.from({ length: FREE_SECRETS }, (_, n) => `pin ${n}`), 'too_many_secrets']);
    expect(engine.sent.join('\n')).not.toContain(`pin ${FREE_SECRETS}`);
  });
});

describe('a page that guesses passwords of the vault', () => {
  const judged = async (id: string) => (await engine.ask('strength.account', { id })).reused.judged;
  const reused = async () =>
    (await engine.ask('accounts.ids', { query: '', sort: 'title', trashed: false, filter: { quality: 'reused' } })).ids;

  it('is told of sixty new ones an hour, and of no more by having the vault read anew', async () => {
    await save({ title: 'Bank', password: 'the true one' });
    for (let n = 2; n < FREE_JUDGED; n++) await save({ password: `guess ${n}` });
    expect(await judged(await save({ password: 'guess 1' }))).toBe('now');
    const right = await save({ password: 'the true one' });
    const wrong = await save({ password: 'not that one' });
    await engine.ask('accounts.facets', { trashed: false });
    await engine.qualityPass.idle();
    for (const anew of ['vault.state', 'vault.acceptState', 'vault.retry'] as const) {
      await engine.ask(anew, {});
      expect([await judged(right), await judged(wrong)]).toEqual(['later', 'later']);
      await engine.qualityPass.begin();
      expect(await reused()).toEqual([]);
      expect((await engine.ask('accounts.facets', { trashed: false })).quality?.reused ?? 0).toBe(0);
    }
    engine.clock.now += 3600;
    expect([await judged(right), await judged(wrong)]).toEqual(['now', 'now']);
    expect((await engine.ask('strength.account', { id: right })).reused).toMatchObject({ total: 1, first: [{ title: 'Bank' }] });
  });
});
