import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { toBase32 } from '../../main/core/codes/base32.ts';
import type { SandboxBeside } from '../../shared/contracts/engine/sandbox.ts';
import type { Topic } from '../../shared/topics.ts';
import { startEngine, type TestEngine } from '../support/engine-world.ts';
import { handOff, LIST, NOW, PAGE } from '../support/sandbox-world.ts';

describe('the other side of the sandbox', () => {
  const heard: Topic[][] = [];
  let engine: TestEngine;

  const beside = (): Promise<SandboxBeside> => engine.ask('sandbox.beside', {});
  const be = (who: 'owner' | 'freelancer') => engine.ask('sandbox.as', { who });
  const titles = ({ loans }: SandboxBeside) => loans.rows.map(({ title, state }) => `${title} ${state}`);

  beforeEach(async () => {
    heard.length = 0;
    engine = await startEngine({ now: NOW }, undefined, { onChanged: (topics) => heard.push([...topics]) });
    await engine.ask('sandbox.begin', {});
  });

  it('is a desk with its loans, its accounts and what happened there', async () => {
    expect(await beside()).toEqual({
      ...{ who: 'freelancer', name: 'Tomás Reyes', onTheWay: [], waiting: { total: 0, rows: [] }, accounts: 3 },
      loans: { total: 1, rows: [expect.objectContaining({ side: 'received', title: 'Harbour Instagram', person: 'Maren Voss' })] },
      news: expect.anything(),
    });
    expect((await beside()).news[0]).toMatchObject({ what: 'handoff-accepted', who: 'Maren Voss' });
    await be('freelancer');
    const owner = await beside();
    expect(owner).toMatchObject({ who: 'owner', name: 'Maren Voss', accounts: 5 });
    expect(titles(owner)).toEqual(['Harbour Instagram active', 'Harbour shop ended']);
    expect(owner.loans.rows[1]).toMatchObject({ side: 'given', person: 'Ines Okafor', exposed: true, codes: null });
  });

  it('tells when there are codes, by the windows of the loan', async () => {
    const codes = async () => (await beside()).loans.rows.find(({ title }) => title === 'Harbour Instagram')?.codes;
    const first = await codes();
    engine.clock.now = (first?.open ? NOW : (first?.at ?? 0)) + 60;
    const open = await codes();
    expect(open).toMatchObject({ open: true });
    engine.clock.now = open?.at ?? 0;
    expect(await codes()).toMatchObject({ open: false });
  });

  it('shows a sealed message on its way until it is read, by the button or by a paste, and then what waits', async () => {
    const first = await handOff(engine);
    expect(await beside()).toMatchObject({
      onTheWay: [{ message: first.message, from: 'owner', kind: 'handoff', about: 'Harbour TikTok' }],
      waiting: { total: 0 },
    });
    await engine.ask('sandbox.give', { message: first.message });
    const given = await beside();
    expect(given).toMatchObject({ onTheWay: [], waiting: { total: 1, rows: [{ kind: 'handoff', about: 'Harbour TikTok' }] } });
    expect(given.news[0]).toMatchObject({ what: 'handoff-read', who: 'Maren Voss' });
    await be('freelancer');
    const { receipt } = await engine.ask('inbox.accept', { id: given.waiting.rows[0]?.item ?? '' });
    expect((await beside()).onTheWay).toMatchObject([{ from: 'freelancer', kind: 'receipt', about: 'Harbour TikTok' }]);
    await be('owner');
    expect((await beside()).onTheWay).toMatchObject([{ message: receipt.message, from: 'freelancer' }]);
    expect(titles(await beside())).toContain('Harbour TikTok active');
    await engine.ask('inbox.read', { source: { text: receipt.text ?? '' } });
    expect((await beside()).onTheWay).toEqual([]);
  });

  it('brings a message of theirs here as well', async () => {
    const { message } = await handOff(engine);
    await be('freelancer');
    expect(await engine.ask('sandbox.give', { message })).toEqual({ kind: 'handoff' });
    expect((await engine.ask('vault.state', {})).open?.waiting).toBe(1);
  });

  it('follows a loan to its end on both sides', async () => {
    const { message, grant } = await handOff(engine);
    await engine.ask('sandbox.give', { message });
    const { sealed } = await engine.ask('grants.end', { id: grant, reason: 'The campaign is over.' });
    expect((await beside()).onTheWay).toMatchObject([{ kind: 'revoke', about: 'Harbour TikTok' }]);
    await engine.ask('sandbox.give', { message: sealed.message });
    // Their app took the end in, and has the receipt of it ready.
    expect(await beside()).toMatchObject({
      onTheWay: [{ from: 'freelancer', kind: 'receipt' }],
      news: [{ what: 'revoke-read' }, {}, {}],
    });
    await be('freelancer');
    const lent = (await beside()).loans.rows.find(({ title }) => title === 'Harbour TikTok');
    expect(lent).toMatchObject({ side: 'given', state: 'ended', exposed: true, until: NOW });
  });

  it('tells a loan that was given back from one that was ended for them', async () => {
    const { message, grant } = await handOff(engine);
    await engine.ask('sandbox.give', { message });
    const item = (await beside()).waiting.rows[0]?.item ?? '';
    expect(titles(await beside())).toEqual(['Harbour Instagram active']);
    await be('freelancer');
    await engine.ask('inbox.accept', { id: item });
    await be('owner');
    expect(titles(await beside())).toContain('Harbour TikTok active');
    engine.clock.now += 60;
    const { sealed } = await engine.ask('grants.end', { id: grant, reason: 'The campaign is over.' });
    await engine.ask('sandbox.give', { message: sealed.message });
    expect(titles(await beside())).toContain('Harbour TikTok ended');
    await be('freelancer');
    const { rows } = await engine.ask('received.list', PAGE);
    await engine.ask('received.giveBack', { id: rows.find(({ title }) => title === 'Harbour Instagram')?.id ?? '' });
    await be('owner');
    expect(titles(await beside())).toContain('Harbour Instagram given_back');
  });

  it('shows no message on its way that holds no longer', async () => {
    await handOff(engine);
    expect((await beside()).onTheWay).toHaveLength(1);
    engine.clock.now += 90 * 86_400;
    expect((await beside()).onTheWay).toEqual([]);
  });

  it('is told of whenever either side changes, and the side that is shown of nothing else then', async () => {
    const { message } = await handOff(engine);
    expect(heard.flat()).toEqual(expect.arrayContaining(['sandbox', 'grants']));
    heard.length = 0;
    await engine.ask('sandbox.give', { message });
    expect(heard.flat()).toContain('sandbox');
    expect(new Set(heard.flat())).toEqual(new Set(['sandbox']));
  });

  it('holds no secret, no code and no key of anybody, and writes nothing into either log', async () => {
    const seed = toBase32(randomBytes(20));
    const secrets = [seed];
    const { rows } = await engine.ask('accounts.list', LIST);
    const { pending } = await engine.ask('factors.read', { text: seed });
    const boards = rows.find(({ title }) => title === 'Ceramics boards')?.id ?? '';
    await engine.ask('factors.confirm', { account: boards, pending, typed: null });
    const { message } = await handOff(engine);
    secrets.push((await engine.ask('messages.get', { message })).text ?? '');
    await engine.ask('sandbox.give', { message });
    const told: string[] = [];
    for (const who of ['freelancer', 'owner'] as const) {
      await be(who);
      secrets.push((await engine.ask('me.get', {})).card);
      for (const { id, hasCode } of (await engine.ask('accounts.list', LIST)).rows) {
        secrets.push((await engine.ask('accounts.reveal', { id, field: 'password' })).text);
        if (hasCode) secrets.push((await engine.ask('codes.live', { account: id })).live?.code ?? '');
      }
      const entries = (await engine.ask('log.list', PAGE)).total;
      // Times are left out: six digits of one may be anybody's code.
      told.push(JSON.stringify(await beside(), (_, value) => (typeof value === 'number' ? null : value)));
      expect((await engine.ask('log.list', PAGE)).total).toBe(entries);
    }
    expect(secrets.filter((secret) => secret === '' || told.some((text) => text.includes(secret)))).toEqual([]);
    expect(secrets.length).toBeGreaterThan(12);
    // A key, a fingerprint, a sealed field: nothing unbroken is longer than the number of a record.
    expect(told.flatMap((text) => text.match(/[\w+/=-]{23,}/g) ?? [])).toEqual([]);
  });

  it('is refused where there is no sandbox', async () => {
    const none = await startEngine({ now: NOW });
    expect(await none.refusal('sandbox.beside', {})).toBe('wrong_state');
  });
});
