import { describe, expect, it } from 'vitest';
import type { RequestForm } from '../../../shared/contracts/engine/requests.ts';
import {
  addAccount,
  addSeed,
  befriend,
  codeOf,
  draftFor,
  logged,
  newWorld,
  take,
  type World,
} from '../../support/session-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
// Monday 2 November 2026, 09:00 in Berlin.
const START = Date.UTC(2026, 10, 2, 8) / 1000;
const DAY = 86_400;
const now = () => Promise.resolve();

const form: RequestForm = {
  contact: null,
  addressee: null,
  platform: 'tiktok',
  account: '@harbourbakery',
  role: 'Password and codes on weekdays',
  why: 'Advent reels',
  lastDay: '2026-11-13',
  untilMinute: 1440,
  zone: 'Europe/Berlin',
  device: 'MacBook, Lisbon',
  ids: [],
};

interface Pair {
  readonly clock: { now: number };
  readonly owner: World['session'];
  readonly other: World['session'];
  readonly account: string;
}

async function pair(): Promise<Pair> {
  const clock = { now: START };
  const owner = (await newWorld('Maren Voss', clock)).session;
  const other = (await newWorld('Tomás Reyes', clock)).session;
  const account = await addAccount(owner, { title: 'TikTok', username: '@harbourbakery', password: 'Tr7&mel04-Quay' });
  await addSeed(owner, account, SEED);
  return { clock, owner, other, account };
}

async function read(session: World['session'], text: string | null) {
  return take(await session.inbox.read(text ?? ''));
}

/** A loan taken up after a request: the owner's grant, the freelancer's item. */
async function lent({ owner, other, account }: Pair) {
  const { a, b } = await befriend(owner, other);
  const asked = take(await other.requests.make({ ...form, contact: b }));
  const got = await read(owner, asked.sealed.text);
  const request = take(owner.inbox.get(got.id)).request ?? '';
  const windows = { kind: 'appointment', from: START + 3600, minutes: 60 } as const;
  const draft = { ...draftFor(account, a, '2026-11-13', { liveCodes: true, windows }), request };
  const handed = take(await owner.handoffs.seal(draft, false, now));
  const landed = await read(other, handed.sealed.text);
  const accepted = take(await other.inbox.accept(landed.id));
  await read(owner, accepted.receipt.text);
  return { grant: handed.grant, item: accepted.received, request, made: asked.request, contact: a };
}

describe('a request', () => {
  it('arrives with everything the answer needs, and is answered by a handoff that names it', async () => {
    const world = await pair();
    const { owner, other } = world;
    const { request, made, grant } = await lent(world);
    const got = take(owner.requests.get(request));
    expect(got.row).toMatchObject({ side: 'got', state: 'granted', account: '@harbourbakery', role: form.role });
    expect(got).toMatchObject({ why: 'Advent reels', device: 'MacBook, Lisbon', grant });
    expect(got.accounts.map(({ username }) => username)).toEqual(['@harbourbakery']);
    const asked = take(other.requests.get(made));
    expect(asked.row).toMatchObject({ side: 'made', state: 'granted', person: { name: 'Maren Voss', verified: true } });
    expect(owner.inbox.list({ offset: 0, limit: 9 }).rows.find(({ kind }) => kind === 'request')?.waiting).toBe(false);
    expect(codeOf(await owner.answers.refuse({ id: request, reason: null }))).toBe('request_over');
  });

  it('open to anyone is answered by a stranger’s card, waits on until their words are compared or it is taken up', async () => {
    const { owner, other, account } = await pair();
    const asked = take(await other.requests.make({ ...form, addressee: 'Maren' }));
    expect(asked.sealed.sentence).not.toContain('Only');
    const got = await read(owner, asked.sealed.text);
    const item = take(owner.inbox.get(got.id));
    const draft = { ...draftFor(account, got.contact ?? '', '2026-11-13'), request: item.request ?? '' };
    expect(codeOf(await owner.handoffs.seal(draft, false, now))).toBe('not_verified');
    const handed = take(await owner.handoffs.seal(draft, true, now));
    const landed = await read(other, handed.sealed.text);
    expect(take(other.inbox.get(landed.id)).secretsClosed).toBe(true);
    expect(take(other.requests.get(asked.request))).toMatchObject({
      row: { state: 'waiting', person: null },
      answers: [{ inbox: landed.id, person: { name: 'Maren Voss', verified: false } }],
    });
    const { received } = take(await other.inbox.accept(landed.id));
    expect(codeOf(await other.received.secret(received, 'password'))).toBe('secrets_closed');
    expect(take(other.requests.get(asked.request)).row).toMatchObject({ state: 'granted', person: { name: 'Maren Voss' } });
  });

  it('is refused with a reason that only a verified sender’s word lets be read', async () => {
    const { owner, other } = await pair();
    const { b } = await befriend(owner, other, false);
    const asked = take(await other.requests.make({ ...form, contact: b }));
    const got = await read(owner, asked.sealed.text);
    const request = take(owner.inbox.get(got.id)).request ?? '';
    const refused = take(await owner.answers.refuse({ id: request, reason: 'We post ourselves now.' }));
    const landed = await read(other, refused.sealed.text);
    expect(take(other.inbox.get(landed.id))).toMatchObject({ secretsClosed: true, reason: null });
    expect(take(other.requests.get(asked.request)).row.state).toBe('waiting');
    const words = owner.me.view().words.join(' ');
    take(await other.contacts.verify({ id: b, words, pasted: false }));
    expect(take(other.inbox.get(landed.id))).toMatchObject({ secretsClosed: false, reason: 'We post ourselves now.' });
  });

  it('takes no answer once it is closed, and ends by itself after sixty days', async () => {
    const { clock, owner, other } = await pair();
    const { b } = await befriend(owner, other);
    const asked = take(await other.requests.make({ ...form, contact: b }));
    const got = await read(owner, asked.sealed.text);
    const request = take(owner.inbox.get(got.id)).request ?? '';
    take(await other.requests.close(asked.request));
    const refused = take(await owner.answers.refuse({ id: request, reason: 'No.' }));
    await read(other, refused.sealed.text);
    expect(take(other.requests.get(asked.request)).row.state).toBe('closed');
    const later = take(await other.requests.make({ ...form, contact: b, lastDay: '2027-05-01' }));
    clock.now += 61 * DAY;
    expect(take(other.requests.get(later.request)).row.state).toBe('expired');
    expect(codeOf(await other.requests.again(later.request))).toBe('request_over');
  });
});

describe('a grant in its life', () => {
  it('is extended by codes alone: the new windows work, the end moves on both sides', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const { grant, item } = await lent(world);
    clock.now = START + DAY;
    const extension = {
      id: grant,
      lastDay: '2026-11-20',
      untilMinute: 1440,
      zone: 'Europe/Berlin',
      windows: { kind: 'appointment', from: START + 2 * DAY, minutes: 30 } as const,
    };
    const { sealed } = take(await owner.grantLife.extend(extension, false, now));
    const landed = await read(other, sealed.text);
    expect(landed.kind).toBe('pass');
    expect(take(owner.grants.get(grant)).row.until).toBe(take(other.received.get(item)).row.until);
    expect(take(other.received.code(item)).opens).toBe(START + 2 * DAY);
    clock.now = START + 2 * DAY + 60;
    const live = take(other.received.code(item)).live?.code;
    expect(live).toBe(take(owner.factors.live(world.account)).live?.code);
    expect(take(await other.received.secret(item, 'password'))).toBe('Tr7&mel04-Quay');
  });

  it('is reduced: what is no longer given is gone there, and what was seen stays exposed here', async () => {
    const world = await pair();
    const { owner, other } = world;
    const { grant, item } = await lent(world);
    const less = {
      id: grant,
      lastDay: '2026-11-06',
      untilMinute: 1440,
      zone: 'Europe/Berlin',
      password: false,
      backupCodes: false,
      codes: true,
      liveCodes: true,
      level: null,
      rules: ['May post'],
    };
    expect(codeOf(await owner.grantLife.reduce({ ...less, backupCodes: true }, false, now))).toBe('not_less');
    expect(codeOf(await owner.grantLife.reduce({ ...less, lastDay: '2026-12-24' }, false, now))).toBe('not_less');
    const { sealed } = take(await owner.grantLife.reduce(less, false, now));
    await read(other, sealed.text);
    const there = take(other.received.get(item));
    expect(there).toMatchObject({ password: false, liveCodes: true, rules: ['May post'] });
    expect(there.row.until).toBe(take(owner.grants.get(grant)).row.until);
    expect(owner.details.get(world.account)).toMatchObject({
      exposures: expect.arrayContaining([expect.objectContaining({ secret: 'password' })]),
    });
  });

  it('offers the new password to those who stay, in one step', async () => {
    const world = await pair();
    const { owner, other, account } = world;
    const { grant, item } = await lent(world);
    expect(owner.grantLife.outdated(account).grants).toEqual([]);
    take(await owner.candidates.make({ account, length: 20, symbols: true }));
    const fresh = take(await owner.candidates.text(account, 'new'));
    take(await owner.candidates.worked(account));
    expect(owner.grantLife.outdated(account).grants.map(({ id }) => id)).toEqual([grant]);
    const { sealed } = take(await owner.grantLife.sendAnew(grant, false, now));
    await read(other, sealed.text);
    expect(take(await other.received.secret(item, 'password'))).toBe(fresh);
    expect(owner.grantLife.outdated(account).grants).toEqual([]);
    expect(take(other.received.get(item)).windows).toHaveLength(1);
  });

  it('is ended early: the secrets leave the other vault, and a receipt says so', async () => {
    const world = await pair();
    const { owner, other } = world;
    const { grant, item } = await lent(world);
    const { sealed } = take(await owner.grantLife.end(grant, 'The campaign is over.'));
    expect(take(owner.grants.get(grant)).row.state).toBe('ended');
    const landed = await read(other, sealed.text);
    expect(codeOf(await other.received.secret(item, 'password'))).toBe('access_ended');
    expect(codeOf(other.received.code(item))).toBe('access_ended');
    expect(other.book.get('received', item)?.password).toBeUndefined();
    const item6 = take(other.inbox.get(landed.id));
    expect(item6).toMatchObject({ row: { kind: 'revoke', waiting: true }, reason: 'The campaign is over.' });
    await read(owner, item6.answer?.text ?? '');
    expect(take(owner.grants.get(grant)).receipts.map(({ event }) => event)).toEqual(['opened', 'purged']);
    expect(take(owner.grants.get(grant)).row.exposed).toBe(true);
    expect(logged(other)).toContain('revoke-read');
  });

  it('that was ended before its handoff arrived stays dead when the handoff comes late', async () => {
    const { owner, other, account } = await pair();
    const { a } = await befriend(owner, other);
    const handed = take(await owner.handoffs.seal(draftFor(account, a, '2026-11-13'), false, now));
    const { sealed } = take(await owner.grantLife.end(handed.grant, 'A mistake.'));
    expect(await read(other, sealed.text)).toMatchObject({ kind: 'revoke' });
    expect(codeOf(await other.inbox.read(handed.sealed.text ?? ''))).toBe('could_not_open');
    expect(other.received.list({ offset: 0, limit: 9 }).total).toBe(0);
  });

  it('that ran to its last day can be told so by a receipt, the same one each time', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const { grant, item } = await lent(world);
    expect(codeOf(await other.receipts.over(item))).toBe('grant_not_ended');
    clock.now = START + 20 * DAY;
    await other.received.sweep();
    const first = take(await other.receipts.over(item));
    expect(take(await other.receipts.over(item)).receipt.message).toBe(first.receipt.message);
    await read(owner, first.receipt.text);
    expect(take(owner.grants.get(grant)).receipts.at(-1)?.event).toBe('expired');
  });
});

describe('a code on request', () => {
  const ask = (received: string) => ({ received, when: null, zone: 'Europe/Berlin', why: 'New phone' });

  it('is answered by hand with a few minutes of codes, which nothing on the asker’s disk holds', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const { item, grant } = await lent(world);
    clock.now = START + 3 * DAY;
    const asked = take(await other.relay.ask(ask(item)));
    const got = await read(owner, asked.sealed.text);
    expect(got.kind).toBe('code_request');
    const [row] = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows;
    expect(row).toMatchObject({ title: 'TikTok', why: 'New phone', state: 'waiting', when: null });
    const { sealed } = take(await owner.relay.answer(row?.id ?? '', 5));
    expect(codeOf(await owner.relay.answer(row?.id ?? '', 5))).toBe('request_over');
    await read(other, sealed.text);
    const live = take(other.relay.live(item)).live;
    expect(live?.code).toBe(take(owner.factors.live(world.account)).live?.code);
    expect(take(other.requests.list({ offset: 0, limit: 9 })).rows).toHaveLength(1);
    expect(JSON.stringify([...other.vault.records.values()].map(({ data }) => data))).not.toContain(live?.code);
    clock.now += 400;
    expect(take(other.relay.live(item))).toEqual({ live: null, opens: null, ends: null, typed: null });
    expect(take(owner.relay.get(row?.id ?? ''))).toMatchObject({ answered: 1, problem: 'request_over' });
    expect(take(owner.grants.get(grant)).row.exposed).toBe(true);
    expect(logged(owner)).toContain('code-sent');
  });

  it('can be one that came by SMS and was typed in, for ten minutes', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const { item } = await lent(world);
    await read(owner, take(await other.relay.ask(ask(item))).sealed.text);
    const id = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows[0]?.id ?? '';
    const { sealed } = take(await owner.relay.type(id, '482 913'));
    await read(other, sealed.text);
    expect(take(other.relay.live(item)).typed).toEqual({ code: '482 913', until: clock.now + 600 });
    clock.now += 601;
    expect(take(other.relay.live(item)).typed).toBeNull();
  });

  it('is silent after three denials, until its owner lets it speak again', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const { item, grant } = await lent(world);
    for (let i = 0; i < 3; i++) {
      clock.now += 4000;
      await read(owner, take(await other.relay.ask(ask(item))).sealed.text);
      const [row] = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows;
      take(await owner.relay.deny(row?.id ?? ''));
    }
    clock.now += 4000;
    const quiet = await read(owner, take(await other.relay.ask(ask(item))).sealed.text);
    expect(take(owner.inbox.get(quiet.id)).row.waiting).toBe(false);
    take(await owner.relay.unmute(grant));
    clock.now += 4000;
    const heard = await read(owner, take(await other.relay.ask(ask(item))).sealed.text);
    expect(take(owner.inbox.get(heard.id)).row.waiting).toBe(true);
  });

  it('is not sent to someone unchecked, after the grant’s end, or more than six times an hour', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const { item } = await lent(world);
    for (let i = 0; i < 6; i++) {
      clock.now += 60;
      await read(owner, take(await other.relay.ask(ask(item))).sealed.text);
      take(await owner.relay.answer(owner.relay.list({ side: 'got', offset: 0, limit: 1 }).rows[0]?.id ?? '', 1));
    }
    clock.now += 60;
    await read(owner, take(await other.relay.ask(ask(item))).sealed.text);
    const states = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows.map(({ state }) => state);
    expect(states.filter((state) => state === 'answered')).toHaveLength(6);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(0);
    clock.now = START + 12 * DAY;
    expect(codeOf(await other.relay.ask(ask(item)))).toBe('access_ended');
  });
});
