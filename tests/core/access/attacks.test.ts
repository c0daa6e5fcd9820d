import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { giveBack } from '../../../main/core/access/give-back.ts';
import { b64u } from '../../../main/core/bytes.ts';
import { codeOf, draftFor, forge, take } from '../../support/session-world.ts';
import { everyone, type Scene, type Session, START, taken as read, why, zeroPass } from './attack-scene.ts';

const DAY = 86_400;
const STRANGE_ID = 'A'.repeat(22);
const paused = () => Promise.resolve();

const asked = { platform: 'tiktok', account: '@harbourbakery', role: 'Password', why: 'Advent reels', until: START + 9 * DAY };

let begin: (clock: { now: number }) => Promise<Scene>;
let clock: { now: number };
let owner: Session;
let other: Session;
let third: Session;
let [account, ownerOther, otherOwner] = ['', '', ''];

beforeAll(async () => {
  begin = await everyone();
});

beforeEach(async () => {
  clock = { now: START };
  ({ owner, other, third, account, ownerOther, otherOwner } = await begin(clock));
});

/** A loan that was taken up, codes on request with it. */
async function lent() {
  const handed = take(await owner.handoffs.seal(draftFor(account, ownerOther, '2026-11-13', { liveCodes: true }), false, paused));
  const landed = await read(other, handed.sealed.text);
  const { received, receipt } = take(await other.inbox.accept(landed.id));
  await read(owner, receipt.text);
  const number = owner.book.get('grant', handed.grant)?.grant ?? '';
  return { grant: handed.grant, item: received, number, text: handed.sealed.text ?? '', receipt: receipt.text ?? '' };
}

const pass = (from: number, count: number, more: object = {}) => zeroPass(account, from, count, more);
const passEnd = (from: number, count: number): number => (Math.floor(from / 30) + count) * 30 + 30;
const item = { account: STRANGE_ID, platform: 'tiktok', title: 'Shop', live_codes: false, password: 'mine now' };
const handoff = (grant: string, more: object = {}) => ({ grant, use_until: START + 9 * DAY, items: [item], ...more });

describe('a grant', () => {
  it('is ended, extended, restated or given codes by nobody but its giver', async () => {
    const { number } = await lent();
    const { now } = clock;
    expect(await why(other, forge(third, other, { grant: number, reason: 'Over' }, now + 9, 6))).toBe('unmatched');
    expect(await why(other, forge(third, other, { grant: number, use_until: now + DAY, passes: [pass(now, 3)] }, now + 9, 7))).toBe(
      'unmatched',
    );
    expect(await why(other, forge(third, other, handoff(number), now + 9))).toBe('unmatched');
    for (const [body, kind] of [
      [{ grant: number, reason: 'Over' }, 6],
      [{ grant: number, use_until: now + DAY, passes: [pass(now, 3)] }, 7],
      [handoff(number), 1],
    ] as const) {
      expect(await why(owner, forge(other, owner, body, now + 9, kind))).toBe('unmatched');
      expect(await why(owner, forge(third, owner, body, now + 9, kind))).toBe('unmatched');
    }
  });

  it('takes nothing that is not newer than what was taken last', async () => {
    const { number, item: received } = await lent();
    for (const iat of [START, START - 60]) {
      expect(await why(other, forge(owner, other, { grant: number, reason: 'Old' }, iat, 6))).toBe('stale');
      expect(
        await why(other, forge(owner, other, { grant: number, use_until: START + DAY, passes: [pass(START, 3)] }, iat, 7)),
      ).toBe('stale');
      expect(await why(other, forge(owner, other, handoff(number), iat))).toBe('stale');
    }
    await read(other, forge(owner, other, { grant: number, use_until: START + DAY, passes: [pass(START + 60, 3)] }, START + 50, 7));
    expect(await why(other, forge(owner, other, { grant: number, reason: 'Older than the codes' }, START + 50, 6))).toBe('stale');
    const handed = other.book.get('grant', other.book.get('received', received)?.grant ?? '')?.message;
    await read(other, forge(owner, other, { grant: number, reason: 'Less', supersedes: handed }, START + 60, 6));
    expect(await why(other, forge(owner, other, handoff(number), START + 60))).toBe('stale');
    expect(codeOf(await other.received.secret(received, 'password'))).toBe('not_found');
    await read(other, forge(owner, other, { grant: number, reason: 'Over' }, START + 70, 6));
    expect(await why(other, forge(owner, other, handoff(number), START + 70))).toBe('stale');
  });

  it('has codes only for its own accounts, of its own giver, and within its reach', async () => {
    const { number } = await lent();
    const send = (body: object) => forge(owner, other, body, START + 9, 7);
    const codes = { grant: number, use_until: START + DAY };
    expect(await why(other, send({ ...codes, passes: [pass(START, 3, { account: STRANGE_ID })] }))).toBe('pass');
    expect(await why(other, send({ ...codes, passes: [pass(START, 3), pass(START, 3)] }))).toBe('pass');
    expect(await why(other, send({ ...codes, passes: [pass(START + 2 * DAY, 3)] }))).toBe('pass');
    expect(await why(other, send({ ...codes, passes: [pass(START - DAY, 3)] }))).toBe('pass');
    expect(await why(other, send({ ...codes, grant: STRANGE_ID, passes: [pass(START, 3)] }))).toBe('unmatched');
    const theirs = b64u(new Uint8Array(16).fill(7));
    await read(other, forge(third, other, handoff(theirs), START));
    expect(await why(other, send({ ...codes, grant: theirs, passes: [pass(START, 3)] }))).toBe('unmatched');
  });

  it('that was given back is not revived by codes that were on their way', async () => {
    const { number, item: received } = await lent();
    take(await giveBack(other, received));
    const until = other.received.get(received);
    await read(other, forge(owner, other, { grant: number, use_until: START + 11 * DAY, passes: [pass(START, 30)] }, START + 9, 7));
    expect(other.received.get(received)).toEqual(until);
    expect(other.book.get('received', received)?.pass).toBeUndefined();
    expect(codeOf(other.received.code(received))).toBe('access_ended');
    expect(await why(other, forge(owner, other, handoff(number), START + 9))).toBe('stale');
  });

  it('that was ended before it came is dead up to the newest word of that', async () => {
    const number = b64u(new Uint8Array(16).fill(9));
    await read(other, forge(owner, other, { grant: number, reason: 'Over' }, START + 10, 6));
    expect(await why(other, forge(owner, other, handoff(number), START + 10))).toBe('stale');
    expect(await why(other, forge(owner, other, { grant: number, reason: 'Older' }, START + 9, 6))).toBe('stale');
    await read(other, forge(owner, other, { grant: number, reason: 'Newer' }, START + 20, 6));
    expect(await why(other, forge(owner, other, handoff(number), START + 15))).toBe('stale');
    await read(other, forge(owner, other, handoff(number), START + 21));
  });

  it('that is ended takes its questions with it, and what one message brought goes alone', async () => {
    const { number, item: received } = await lent();
    const question = take(await other.relay.ask({ received, when: null, zone: 'Europe/Berlin', why: null }));
    await read(other, forge(owner, other, { grant: number, reason: 'Less', supersedes: STRANGE_ID }, START + 8, 6));
    expect(take(await other.received.secret(received, 'password'))).toBe('Tr7&mel04-Quay');
    await read(other, forge(owner, other, { grant: number, reason: 'Over' }, START + 9, 6));
    expect(take(other.relay.get(question.request)).row.state).toBe('closed');
    const answers = { re: question.sealed.message, reh: other.book.get('sent', question.sealed.message)?.hash };
    expect(await why(other, forge(owner, other, { typed: '482913' }, START, 4, answers))).toBe('unmatched');
    const codes = { grant: number, use_until: START + DAY, passes: [pass(START + 30, 3)] };
    expect(await why(other, forge(owner, other, codes, START + 10, 7, answers))).toBe('unmatched');
  });

  it('that was declined is not revived by codes, and one stated twice is answered once', async () => {
    const number = b64u(new Uint8Array(16).fill(9));
    const first = await read(other, forge(owner, other, handoff(number), START));
    const second = await read(other, forge(owner, other, handoff(number), START + 1));
    expect(take(other.inbox.get(first.id))).toMatchObject({ row: { waiting: false }, handoff: { state: 'ended' } });
    expect(codeOf(await other.inbox.accept(first.id))).toBe('not_found');
    take(await other.inbox.decline(second.id));
    const passes = [pass(START + 30, 3, { account: STRANGE_ID })];
    await read(other, forge(owner, other, { grant: number, use_until: START + DAY, passes }, START + 9, 7));
    expect(other.book.all('received').map(({ data }) => data.pass)).toEqual([undefined]);
    expect(other.book.all('grant')[0]?.data).toMatchObject({ refused: START, purged: START, last_iat: START + 9 });
    expect(codeOf(await other.inbox.accept(second.id))).toBe('not_found');
  });

  it('of the same number from someone else is taken though a third person ended that number before', async () => {
    const number = b64u(new Uint8Array(16).fill(9));
    await read(other, forge(third, other, { grant: number, reason: 'Squatted' }, START + DAY, 6));
    const landed = await read(other, forge(owner, other, handoff(number), START));
    expect(take(other.inbox.get(landed.id)).handoff?.state).toBe('offered');
    expect(await why(other, forge(third, other, handoff(number), START + DAY - 1))).toBe('unmatched');
  });

  it('is not touched by a receipt of someone it did not go to, or for what was lent to us', async () => {
    const { grant, item: received } = await lent();
    const sent = owner.book.get('grant', grant);
    const answers = { re: sent?.message, reh: sent?.message_hash };
    const body = { event: 'purged', at: START };
    expect(await why(owner, forge(third, owner, body, START, 5, answers))).toBe('unmatched');
    expect(await why(owner, forge(other, owner, body, START, 5, { ...answers, reh: b64u(new Uint8Array(32)) }))).toBe('unmatched');
    expect(await why(owner, forge(other, owner, body, START, 5, { ...answers, re: STRANGE_ID }))).toBe('unmatched');
    const [receipt] = other.book.all('sent').filter(({ data }) => data.kind === 5);
    expect(await why(other, forge(owner, other, body, START, 5, { re: receipt?.id, reh: receipt?.data.hash }))).toBe('unmatched');
    const question = take(await other.relay.ask({ received, when: null, zone: 'Europe/Berlin', why: null }));
    const [mine] = other.book.all('sent').filter(({ id }) => id === question.sealed.message);
    const lentGrant = other.book.get('received', received)?.grant ?? '';
    const before = other.book.get('grant', lentGrant);
    for (const event of ['purged', 'declined', 'opened'] as const)
      await read(other, forge(owner, other, { event, at: START }, START, 5, { re: mine?.id, reh: mine?.data.hash }));
    expect(other.book.get('grant', lentGrant)).toEqual(before);
  });
});

describe('a request for a code', () => {
  const ask = (number: string, more: object = {}) => ({ grant: number, account, when: { now: true }, ...more });

  it('is for an account of the grant, with live codes, by the person it was given to', async () => {
    const { number } = await lent();
    expect(await why(owner, forge(other, owner, ask(number, { account: STRANGE_ID }), START, 3))).toBe('unmatched');
    expect(await why(owner, forge(other, owner, ask(STRANGE_ID), START, 3))).toBe('unmatched');
    expect(await why(owner, forge(third, owner, ask(number), START, 3))).toBe('unmatched');
    expect(await why(other, forge(owner, other, ask(number), START, 3))).toBe('unmatched');
    expect(await why(owner, forge(other, owner, ask(number), START, 3, { exp: START + DAY + 1 }))).toBe('lifetime');
    const { grant } = take(await owner.handoffs.seal(draftFor(account, ownerOther, '2026-11-13'), false, paused));
    const plain = owner.book.get('grant', grant)?.grant ?? '';
    expect(await why(owner, forge(other, owner, ask(plain), START, 3))).toBe('unmatched');
  });

  it('after the grant’s end is kept and asks for nothing', async () => {
    const { number, grant } = await lent();
    take(await owner.grantLife.end(grant, 'Over'));
    const landed = await read(owner, forge(other, owner, ask(number), START, 3));
    expect(take(owner.inbox.get(landed.id)).row.waiting).toBe(false);
    const [row] = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows;
    expect(row?.state).toBe('closed');
    expect(codeOf(await owner.relay.answer(row?.id ?? '', 5))).toBe('request_over');
    expect(codeOf(await owner.relay.type(row?.id ?? '', '482913'))).toBe('request_over');
  });

  it('is heard six times an hour, whatever time the asker writes into it', async () => {
    const { number } = await lent();
    const waiting = [];
    for (let n = 0; n < 8; n++) {
      const landed = await read(owner, forge(other, owner, ask(number), START - 7200 - n, 3));
      waiting.push(take(owner.inbox.get(landed.id)).row.waiting);
    }
    expect(waiting).toEqual([true, true, true, true, true, true, false, false]);
    const states = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows.map(({ state }) => state);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(1);
    clock.now += 3600;
    const later = await read(owner, forge(other, owner, ask(number), clock.now, 3));
    expect(take(owner.inbox.get(later.id)).row.waiting).toBe(true);
  });

  it('that waited when the grant ended is not answered', async () => {
    const { number, grant } = await lent();
    await read(owner, forge(other, owner, ask(number), START, 3));
    const id = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows[0]?.id ?? '';
    take(await owner.grantLife.end(grant, 'Over'));
    expect(codeOf(await owner.relay.answer(id, 5))).toBe('grant_over');
    expect(codeOf(await owner.relay.type(id, '482913'))).toBe('grant_over');
  });

  it('is not answered for someone whose words are not compared any more, or once it is denied or over', async () => {
    const { number } = await lent();
    await read(owner, forge(other, owner, ask(number), START, 3));
    const [row] = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows;
    const id = row?.id ?? '';
    const contact = owner.book.get('contact', ownerOther);
    if (contact === null) throw new Error('known');
    await owner.book.change((draft) => draft.put('contact', ownerOther, { ...contact, state: 'unverified' }) ?? {});
    expect(codeOf(await owner.relay.answer(id, 5))).toBe('not_verified');
    expect(codeOf(await owner.relay.type(id, '482913'))).toBe('not_verified');
    await owner.book.change((draft) => draft.put('contact', ownerOther, contact) ?? {});
    clock.now += DAY;
    expect(codeOf(await owner.relay.answer(id, 5))).toBe('request_over');
  });
});

describe('the answer to a request for a code', () => {
  async function question(when: { from: number; to: number } | null = null) {
    const loan = await lent();
    const { request, sealed } = take(await other.relay.ask({ received: loan.item, when, zone: 'Europe/Berlin', why: null }));
    const answers = { re: sealed.message, reh: other.book.get('sent', sealed.message)?.hash };
    return { ...loan, request, answers };
  }
  const typed = { typed: '482913' };

  it('comes from the person asked, once, for the request it names', async () => {
    const { answers, request, item: received } = await question();
    expect(await why(other, forge(third, other, typed, START, 4, answers))).toBe('unmatched');
    expect(await why(other, forge(owner, other, typed, START, 4, { ...answers, reh: b64u(new Uint8Array(32)) }))).toBe('unmatched');
    expect(await why(other, forge(owner, other, typed, START, 4, { ...answers, re: STRANGE_ID }))).toBe('unmatched');
    expect(take(other.relay.live(received)).typed).toBeNull();
    await read(other, forge(owner, other, typed, START, 4, answers));
    expect(take(other.relay.live(received)).typed?.code).toBe('482913');
    expect(await why(other, forge(owner, other, { typed: '111111' }, START, 4, answers))).toBe('unmatched');
    const more = { grant: other.book.all('grant')[0]?.data.grant, use_until: START + DAY, passes: [pass(START, 3)] };
    expect(await why(other, forge(owner, other, more, START + 9, 7, answers))).toBe('unmatched');
    expect(take(other.relay.live(received)).typed?.code).toBe('482913');
    expect(take(other.relay.get(request)).row.state).toBe('answered');
  });

  it('is shown while its sender’s words are compared and the grant lasts', async () => {
    const { answers, item: received } = await question();
    await read(other, forge(owner, other, typed, START, 4, answers));
    const contact = other.book.get('contact', otherOwner);
    if (contact === null) throw new Error('known');
    await other.book.change((draft) => draft.put('contact', otherOwner, { ...contact, state: 'unverified' }) ?? {});
    expect(codeOf(other.relay.live(received))).toBe('secrets_closed');
    expect(codeOf(await other.relay.copied(received))).toBe('secrets_closed');
    await other.book.change((draft) => draft.put('contact', otherOwner, contact) ?? {});
    expect(take(other.relay.live(received)).typed?.code).toBe('482913');
    take(await giveBack(other, received));
    expect(take(other.relay.live(received)).typed).toBeNull();
  });

  it('of a request put away, or of a grant given back, is not taken', async () => {
    const first = await question();
    take(await other.relay.close(first.request));
    expect(await why(other, forge(owner, other, typed, START, 4, first.answers))).toBe('unmatched');
    const second = take(await other.relay.ask({ received: first.item, when: null, zone: 'Europe/Berlin', why: null })).sealed
      .message;
    const third = take(await other.relay.ask({ received: first.item, when: null, zone: 'Europe/Berlin', why: null })).sealed
      .message;
    const of = (re: string) => ({ re, reh: other.book.get('sent', re)?.hash });
    expect(await why(other, forge(owner, other, typed, START, 4, of(second)))).toBe('unmatched');
    take(await giveBack(other, first.item));
    expect(await why(other, forge(owner, other, typed, START, 4, of(third)))).toBe('unmatched');
  });

  it('may be codes for longer, once', async () => {
    const { answers, request, number } = await question();
    const codes = { grant: number, use_until: START + DAY, passes: [pass(START + 30, 3)] };
    await read(other, forge(owner, other, codes, START + 9, 7, answers));
    expect(take(other.relay.get(request)).row.state).toBe('answered');
    expect(await why(other, forge(owner, other, typed, START, 4, answers))).toBe('unmatched');
  });

  it('made after the request’s day is over is not taken', async () => {
    const { answers } = await question();
    clock.now += DAY;
    expect(await why(other, forge(owner, other, typed, clock.now, 4, answers))).toBe('unmatched');
    await read(other, forge(owner, other, typed, clock.now - 1, 4, answers));
  });

  it('has its time to the second and its codes within the limits', async () => {
    const { answers } = await question();
    for (const exp of [START + 599, START + 601, START + DAY])
      expect(await why(other, forge(owner, other, typed, START, 4, { ...answers, exp }))).toBe('lifetime');
    const send = (from: number, count: number, more: object = {}, exp = passEnd(from, count)) =>
      forge(owner, other, { pass: pass(from, count, more) }, START, 4, { ...answers, exp });
    expect(await why(other, send(START, 10, {}, passEnd(START, 10) + 1))).toBe('lifetime');
    expect(await why(other, send(START, 10, { account: STRANGE_ID }))).toBe('pass');
    expect(await why(other, send(START, 32))).toBe('pass');
    expect(await why(other, send(START + 60, 3))).toBe('pass');
    const apart = { windows: [0, 31].map((step) => ({ first_step: START / 30 + step, count: 1 })), codes: b64u(new Uint8Array(5)) };
    expect(await why(other, send(START, 32, apart))).toBe('pass');
    await read(other, send(START, 31));
  });

  it('is within the time asked for and the grant’s last day', async () => {
    const from = START + 3600;
    const { answers, number, item: received } = await question({ from, to: from + 600 });
    const send = (at: number, count: number) =>
      forge(owner, other, { pass: pass(at, count) }, START, 4, { ...answers, exp: passEnd(at, count) });
    expect(await why(other, send(from - 30, 3))).toBe('pass');
    expect(await why(other, send(from, 22))).toBe('pass');
    await read(other, forge(owner, other, { grant: number, use_until: from + 60, passes: [pass(START, 1)] }, START + 9, 7));
    expect(await why(other, send(from, 4))).toBe('pass');
    await read(other, send(from, 3));
    clock.now = from + 59;
    expect(take(other.relay.live(received)).live?.code).toBe('000000');
    clock.now += 1;
    expect(take(other.relay.live(received)).live).toBeNull();
  });
});

describe('any message', () => {
  it('counts once, of every kind', async () => {
    const { number, text, receipt, item: received } = await lent();
    const question = take(await other.relay.ask({ received, when: null, zone: 'Europe/Berlin', why: null })).sealed;
    const answers = { re: question.message, reh: other.book.get('sent', question.message)?.hash };
    const card = b64u(other.me.card().bytes);
    const once: (readonly [Session, string])[] = [
      [owner, forge(other, owner, { card, request: asked }, START, 0)],
      [owner, forge(other, owner, asked, START, 2)],
      [owner, question.text ?? ''],
      [other, forge(owner, other, { typed: '482913' }, START, 4, answers)],
      [other, forge(owner, other, { grant: number, use_until: START + DAY, passes: [pass(START, 3)] }, START + 9, 7)],
      [other, forge(owner, other, { grant: number, reason: 'Over' }, START + 10, 6)],
    ];
    for (const [reader, message] of once) await read(reader, message);
    for (const [reader, message] of [...once, [other, text], [owner, receipt]] as const)
      expect(await why(reader, message)).toBe('already_read');
  });

  it('of a retired key is refused, of every kind', async () => {
    const { number } = await lent();
    const contact = other.book.get('contact', otherOwner);
    if (contact === null) throw new Error('known');
    await other.book.change((draft) => draft.put('contact', otherOwner, { ...contact, state: 'retired' }) ?? {});
    const bodies = [
      [0, { card: b64u(owner.me.card().bytes), request: asked }],
      [1, handoff(STRANGE_ID)],
      [2, asked],
      [6, { grant: number, reason: 'Over' }],
      [7, { grant: number, use_until: START + DAY, passes: [pass(START, 3)] }],
    ] as const;
    for (const [kind, body] of bodies) expect(await why(other, forge(owner, other, body, START + 9, kind))).toBe('retired');
  });

  it('with every text as long as it may be is taken whole', async () => {
    const { number } = await lent();
    const ä = (bytes: number) => 'ä'.repeat(bytes / 2);
    const ids = Array.from({ length: 8 }, () => ({ name: ä(64), value: ä(254) }));
    const long = { platform: ä(64), account: ä(254), role: ä(120), why: ä(2000), until: 253_402_300_799, device: ä(120), ids };
    const request = take(owner.inbox.get((await read(owner, forge(other, owner, long, START, 2))).id)).request ?? '';
    expect(take(owner.requests.get(request))).toMatchObject({ why: ä(2000), ids });
    take(await owner.answers.refuse({ id: request, reason: ä(500) }));
    const when = { from: 1, to: 253_402_300_799, zone: 'x'.repeat(64) };
    await read(owner, forge(other, owner, { grant: number, account, when, why: ä(254) }, START, 3));
    const [row] = owner.relay.list({ side: 'got', offset: 0, limit: 9 }).rows;
    take(owner.relay.get(row?.id ?? ''));
    take(await owner.relay.answer(row?.id ?? '', 15));
    const landed = await read(other, forge(owner, other, { grant: number, reason: ä(500) }, START + 9, 6));
    expect(take(other.inbox.get(landed.id)).reason).toBe(ä(500));
  });
});
