import { beforeAll, describe, expect, it } from 'vitest';
import { makeVault, startEngine, type TestEngine } from '../../support/engine-world.ts';

const NEEDLES = ['canary-1-swordfish-oxbow-quill', 'canary-2-marigold-vexed-thumb', 'Canary3!'];

describe('the strength of an account’s password', () => {
  let engine: TestEngine;
  const topics: string[] = [];
  const ids: string[] = [];
  const form = { client: null, platform: 'tiktok', kind: 'personal', username: null, recoveryMail: null } as const;
  const save = async (title: string, password: string, id?: string) =>
    (
      await engine.ask('accounts.save', {
        ...{ ...form, recoveryPhone: null, address: null, tags: [], owner: null, title, password },
        ...(id === undefined ? {} : { id }),
      })
    ).id;

  beforeAll(async () => {
    engine = await startEngine({ now: 1_800_000_000 }, undefined, { onChanged: (told) => void topics.push(...told) });
    await makeVault(engine, 'Studio', 'copper tunnel hazard biology');
    for (const [i, password] of [...NEEDLES, NEEDLES[0] ?? ''].entries()) ids.push(await save(`Account ${i}`, password));
  });

  it('comes with those that share it and without it: no message to the page holds any of it', async () => {
    const [first = '', second = '', third = '', fourth = ''] = ids;
    engine.sent.length = 0;
    const told = await engine.ask('strength.account', { id: first });
    expect(told.reused).toEqual({ judged: 'now', total: 1, first: [{ id: fourth, title: 'Account 3', username: null }] });
    expect(told.strength?.score).toBeGreaterThanOrEqual(2);
    expect((await engine.ask('strength.account', { id: second })).reused).toMatchObject({ total: 0 });
    expect((await engine.ask('strength.account', { id: third })).strength?.score).toBeLessThan(2);
    await engine.ask('accounts.facets', { trashed: false });
    await expect.poll(() => topics.includes('strength')).toBe(true);
    expect((await engine.ask('accounts.facets', { trashed: false })).quality).toEqual({ weak: 1, reused: 2 });
    const wire = engine.sent.join('\n').toLowerCase();
    expect(wire).toContain('reused');
    for (const needle of NEEDLES)
      for (const part of needle.split('-').filter(({ length }) => length > 1)) expect(wire).not.toContain(part.toLowerCase());
    expect(engine.sent.every((text) => text.length < 4096)).toBe(true);
  });

  it('is told anew once a password that changed was judged again, and not before', async () => {
    const { qualityPass } = engine;
    topics.length = 0;
    await qualityPass.idle();
    expect(topics).not.toContain('strength');
    const [, , third = ''] = ids;
    await save('Account 2', 'canary-4-harrow-plinth-mosaic', third);
    expect((await engine.ask('accounts.facets', { trashed: false })).quality).toEqual({ weak: 0, reused: 2 });
    await expect.poll(() => topics.includes('strength')).toBe(true);
    await save('Account 2', NEEDLES[2] ?? '', third);
    await qualityPass.idle();
    expect((await engine.ask('accounts.facets', { trashed: false })).quality).toEqual({ weak: 1, reused: 2 });
  });

  it('is told so roughly that a common password is not known by it', async () => {
    const told = new Set<string>();
    for (const password of ['dragon', 'sunshine', 'qwertyuiop', 'Account 9']) {
      const id = await save('Account 9', password);
      told.add(JSON.stringify((await engine.ask('strength.account', { id })).strength));
      await engine.ask('accounts.trash', { id });
    }
    expect([...told]).toEqual([JSON.stringify({ score: 0, guesses: 0, seconds: 0, warning: null })]);
    const { strength } = await engine.ask('strength.account', { id: ids[1] ?? '' });
    expect(Number.isInteger(strength?.guesses)).toBe(true);
    expect(strength?.seconds).toBe(10 ** Math.round(Math.log10(strength?.seconds ?? 0)));
  });

  it('is no use of the secret: nothing is logged, asked or counted', async () => {
    const before = (await engine.ask('accounts.get', { id: ids[0] ?? '' })).lately.length;
    for (const id of ids) await engine.ask('strength.account', { id });
    expect((await engine.ask('accounts.get', { id: ids[0] ?? '' })).lately).toHaveLength(before);
    expect(engine.confirming.asked).toBe(0);
  });

  it('follows a change, and is null where there is none', async () => {
    const [, second = '', third = ''] = ids;
    await save('Account 2', NEEDLES[1] ?? '', third);
    expect((await engine.ask('strength.account', { id: second })).reused).toMatchObject({ first: [{ id: third }] });
    const none = await engine.ask('accounts.save', {
      ...form,
      recoveryPhone: null,
      address: null,
      tags: [],
      owner: null,
      title: 'None',
    });
    expect(await engine.ask('strength.account', none)).toEqual({ strength: null, reused: { judged: 'now', total: 0, first: [] } });
    expect(await engine.refusal('strength.account', { id: 'A'.repeat(22) })).toBe('not_found');
  });

  it('answers what is typed before any vault is open, with the cost of the key it is for', async () => {
    const closed = await startEngine({ now: 1_800_000_000 });
    const file = await closed.ask('strength.check', { text: 'harbour bakery 12', against: 'file', about: ['Harbour Bakery'] });
    const low = await closed.ask('strength.check', { text: 'harbour bakery 12', against: 'file_low', about: ['Harbour Bakery'] });
    expect(file.guesses).toBe(low.guesses);
    expect(file.seconds / low.seconds).toBeCloseTo(4, 6);
    expect(await closed.refusal('strength.account', { id: 'A'.repeat(22) })).toBe('wrong_state');
    expect(engine.bugs).toEqual([]);
  });
});
