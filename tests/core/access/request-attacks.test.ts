import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { b64u } from '../../../main/core/bytes.ts';
import type { RequestForm } from '../../../shared/contracts/engine/requests.ts';
import { codeOf, draftFor, forge, take } from '../../support/session-world.ts';
import { everyone, records, type Scene, type Session, START, taken as read, why, zeroPass } from './attack-scene.ts';

const DAY = 86_400;
const STRANGE_ID = 'A'.repeat(22);
const paused = () => Promise.resolve();

const form: RequestForm = {
  ...{ contact: null, addressee: null, platform: 'tiktok', account: '@harbourbakery', role: 'Password and codes' },
  ...{ why: 'Advent reels', lastDay: '2026-11-13', untilMinute: 1440, zone: 'Europe/Berlin', device: null, ids: [] },
};
const item = { account: STRANGE_ID, platform: 'tiktok', title: 'Shop', live_codes: false, password: 'mine now' };
const handoff = (grant: string) => ({ grant, use_until: START + 9 * DAY, items: [item] });

let begin: (clock: { now: number }) => Promise<Scene>;
let clock: { now: number };
let owner: Session;
let other: Session;
let third: Session;
let stranger: Session;
let account: string;
let ownerOther: string;
let otherOwner: string;

beforeAll(async () => {
  begin = await everyone();
});

beforeEach(async () => {
  clock = { now: START };
  ({ owner, other, third, stranger, account, ownerOther, otherOwner } = await begin(clock));
});

describe('an answer to a request for access', () => {
  const refusal = { refused: true, reason: 'No.' };
  const cardOf = (session: Session) => b64u(session.me.card().bytes);

  async function put(contact: string | null) {
    const made = take(await other.requests.make({ ...form, contact }));
    const hash = other.book.get('sent', made.sealed.message)?.hash;
    return { id: made.request, answers: { re: made.sealed.message, reh: hash }, text: made.sealed.text ?? '' };
  }

  it('comes from the person asked and names this very request', async () => {
    const { answers, id } = await put(otherOwner);
    const number = b64u(new Uint8Array(16).fill(3));
    for (const body of [refusal, handoff(number)]) {
      expect(await why(other, forge(third, other, body, START, 1, answers))).toBe('unmatched');
      expect(await why(other, forge(owner, other, body, START, 1, { ...answers, reh: b64u(new Uint8Array(32)) }))).toBe(
        'unmatched',
      );
      expect(await why(other, forge(owner, other, body, START, 1, { ...answers, re: STRANGE_ID }))).toBe('unmatched');
    }
    expect(await why(other, forge(stranger, other, { ...refusal, card: cardOf(stranger) }, START, 1, answers))).toBe(
      'unknown_sender',
    );
    expect(take(other.requests.get(id)).row.state).toBe('waiting');
  });

  it('that names what is no such request is not taken', async () => {
    const handed = take(await owner.handoffs.seal(draftFor(account, ownerOther, '2026-11-13', { liveCodes: true }), false, paused));
    const { received } = take(await other.inbox.accept((await read(other, handed.sealed.text)).id));
    const { sealed } = take(await other.relay.ask({ received, when: null, zone: 'Europe/Berlin', why: null }));
    const answers = { re: sealed.message, reh: other.book.get('sent', sealed.message)?.hash };
    expect(await why(other, forge(owner, other, refusal, START, 1, answers))).toBe('unmatched');
    expect(await why(other, forge(owner, other, handoff(STRANGE_ID), START, 1, answers))).toBe('unmatched');
  });

  it('by codes for longer comes from the one person asked, and is none to an open request', async () => {
    const [mine, theirs] = [b64u(new Uint8Array(16).fill(7)), b64u(new Uint8Array(16).fill(8))];
    await read(other, forge(owner, other, handoff(mine), START));
    await read(other, forge(third, other, handoff(theirs), START));
    const codes = (grant: string) => ({ grant, use_until: START + DAY, passes: [zeroPass(STRANGE_ID, START, 3)] });
    const { answers, id } = await put(otherOwner);
    const open = await put(null);
    expect(await why(other, forge(third, other, codes(theirs), START + 9, 7, answers))).toBe('unmatched');
    expect(await why(other, forge(third, other, codes(mine), START + 9, 7, answers))).toBe('unmatched');
    expect(await why(other, forge(owner, other, codes(mine), START + 9, 7, open.answers))).toBe('unmatched');
    for (const one of [id, open.id]) expect(take(other.requests.get(one)).row.state).toBe('waiting');
    await read(other, forge(owner, other, codes(mine), START + 9, 7, answers));
    expect(take(other.requests.get(id)).row.state).toBe('granted');
    // The same person says it twice: what met the request first stays.
    const met = take(other.requests.get(id)).grant;
    const again = b64u(new Uint8Array(16).fill(9));
    await read(other, forge(owner, other, handoff(again), START + 10, 1, answers));
    expect(take(other.requests.get(id)).grant).toBe(met);
  });

  it('of a stranger leaves the request to the one it was meant for', async () => {
    const { answers, id } = await put(null);
    await read(other, forge(stranger, other, { ...handoff(STRANGE_ID), card: cardOf(stranger) }, START, 1, answers));
    const said = await read(other, forge(stranger, other, { ...refusal, card: cardOf(stranger) }, START, 1, answers));
    take(await other.inbox.done(said.id));
    expect(other.book.get('sent', answers.re)?.answered).toBe(false);
    expect(take(other.requests.get(id))).toMatchObject({ row: { state: 'waiting', person: null }, reason: null });
    await read(other, forge(owner, other, handoff(b64u(new Uint8Array(16).fill(5))), START, 1, answers));
    expect(take(other.requests.get(id)).row).toMatchObject({ state: 'granted', person: { verified: true } });
  });

  it('of a stranger needs a card of their own and an open request that waits', async () => {
    const { answers, id } = await put(null);
    const mine = { ...refusal, card: cardOf(stranger) };
    expect(await why(other, forge(stranger, other, refusal, START, 1, answers))).toBe('unknown_sender');
    expect(await why(other, forge(stranger, other, { ...refusal, card: cardOf(third) }, START, 1, answers))).toBe('unknown_sender');
    expect(await why(other, forge(stranger, other, mine, START, 1, { ...answers, reh: b64u(new Uint8Array(32)) }))).toBe(
      'unknown_sender',
    );
    expect(await why(other, forge(stranger, other, { card: cardOf(stranger), ...handoff(STRANGE_ID) }, START))).toBe(
      'unknown_sender',
    );
    const again = await put(null);
    take(await other.requests.close(again.id));
    expect(await why(other, forge(stranger, other, mine, clock.now, 1, again.answers))).toBe('unknown_sender');
    clock.now += 60 * DAY;
    expect(await why(other, forge(stranger, other, mine, clock.now, 1, answers))).toBe('unknown_sender');
    expect(take(other.requests.get(id)).reason).toBeNull();
  });

  it('that says no to what is granted, or yes to what is closed, changes the request no more', async () => {
    const { answers, id } = await put(null);
    const number = b64u(new Uint8Array(16).fill(3));
    await read(other, forge(owner, other, handoff(number), START, 1, answers));
    const granted = other.book.get('request', id);
    expect(granted).toMatchObject({ state: 'granted', contact: otherOwner });
    const late = { ...handoff(STRANGE_ID), card: cardOf(stranger) };
    expect(await why(other, forge(stranger, other, late, START, 1, answers))).toBe('unknown_sender');
    await read(other, forge(third, other, refusal, START, 1, answers));
    await read(other, forge(third, other, handoff(STRANGE_ID), START, 1, answers));
    expect(other.book.get('request', id)).toEqual(granted);
    const second = await put(otherOwner);
    take(await other.requests.close(second.id));
    const closed = other.book.get('request', second.id);
    await read(other, forge(owner, other, handoff(b64u(new Uint8Array(16).fill(4))), START, 1, second.answers));
    await read(other, forge(owner, other, refusal, START, 1, second.answers));
    expect(other.book.get('request', second.id)).toEqual(closed);
  });
});

describe('a request for access', () => {
  const asked = { platform: 'tiktok', account: '@harbourbakery', role: 'Password', why: 'Reels', until: START + 9 * DAY };

  it('waits in fifty at most of one sender, and none keeps another out', async () => {
    const card = b64u(other.me.card().bytes);
    for (let n = 0; n < 50; n++)
      await read(owner, forge(other, owner, n % 2 === 0 ? asked : { card, request: asked }, START, n % 2 === 0 ? 2 : 0));
    const before = records(owner);
    for (let n = 0; n < 10; n++) expect(codeOf(await owner.inbox.read(forge(other, owner, asked, START, 2)))).toBe('too_many');
    expect(records(owner)).toBe(before);
    await read(owner, forge(third, owner, asked, START, 2));
    clock.now += 91 * DAY;
    await read(owner, forge(other, owner, asked, clock.now, 2));
  });
});

describe('requests for codes', () => {
  /** Lends the account with codes on request; gives the grant's number. */
  async function lentTo(person: Session): Promise<string> {
    const contact = owner.contacts.byFingerprint(person.me.card().fp)?.id ?? '';
    const { grant } = take(await owner.handoffs.seal(draftFor(account, contact, '2026-11-13', { liveCodes: true }), false, paused));
    return owner.book.get('grant', grant)?.grant ?? '';
  }

  it('are answered six times an hour for one person under whatever grant, and for another as well', async () => {
    const [first, second, theirs] = [await lentTo(other), await lentTo(other), await lentTo(third)];
    const asks = async (person: Session, grant: string): Promise<string> => {
      await read(owner, forge(person, owner, { grant, account, when: { now: true } }, START, 3));
      return owner.relay.list({ side: 'got', offset: 0, limit: 1 }).rows[0]?.id ?? '';
    };
    for (let n = 0; n < 6; n++) take(await owner.relay.answer(await asks(other, first), 1));
    take(await owner.relay.answer(await asks(third, theirs), 1));
    const more = await asks(other, second);
    expect(codeOf(await owner.relay.answer(more, 1))).toBe('too_often');
    expect(codeOf(await owner.relay.type(more, '482913'))).toBe('too_often');
    clock.now += 3600;
    take(await owner.relay.answer(more, 1));
  });
});
