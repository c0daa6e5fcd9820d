import { describe, expect, it } from 'vitest';
import { giveBack } from '../../../main/core/access/give-back.ts';
import type { Reduction } from '../../../shared/contracts/engine/grant-life.ts';
import {
  addAccount,
  addSeed,
  befriend,
  codeOf,
  draftFor,
  forge,
  logged,
  newWorld,
  take,
  type World,
} from '../../support/session-world.ts';

// Monday 2 November 2026, 09:00 in Berlin.
const START = Date.UTC(2026, 10, 2, 8) / 1000;
const DAY = 86_400;
const now = () => Promise.resolve();

interface Pair {
  readonly clock: { now: number };
  readonly owner: World['session'];
  readonly other: World['session'];
  readonly account: string;
  readonly contact: string;
}

async function pair(isVerified = true): Promise<Pair> {
  const clock = { now: START };
  const owner = (await newWorld('Maren Voss', clock)).session;
  const other = (await newWorld('Tomás Reyes', clock)).session;
  const account = await addAccount(owner, { title: 'TikTok', username: '@harbourbakery', password: 'Tr7&mel04-Quay' });
  await addSeed(owner, account, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
  const { a } = await befriend(owner, other, isVerified);
  return { clock, owner, other, account, contact: a };
}

const read = async (session: World['session'], text: string | null) => take(await session.inbox.read(text ?? ''));

/** A handoff that was taken up. */
async function lent({ owner, other, account, contact }: Pair, more: Parameters<typeof draftFor>[3] = {}) {
  const draft = draftFor(account, contact, '2026-11-13', more);
  const handed = take(await owner.handoffs.seal(draft, !owner.contacts.ref(contact).verified, now));
  const { received, receipt } = take(await other.inbox.accept((await read(other, handed.sealed.text)).id));
  await read(owner, receipt.text);
  return { grant: handed.grant, item: received };
}

const asking = (received: string) => ({ received, when: null, zone: 'Europe/Berlin', why: null });
const until = (lastDay: string) => ({ lastDay, untilMinute: 1440, zone: 'Europe/Berlin' });
const nothing: Omit<Reduction, 'id'> = {
  ...until('2026-11-06'),
  ...{ password: false, backupCodes: false, codes: false, liveCodes: false, level: null, rules: [] },
};

/** More time, asked for by the other one, on both sides. */
async function asked({ owner, other }: Pair, lastDay: string, open = false) {
  const made = take(
    await other.requests.make({
      contact: open ? null : (other.contacts.list().people[0]?.id ?? ''),
      ...{ addressee: null, platform: 'tiktok', account: '@harbourbakery' },
      ...{ role: 'The same as now', why: 'Advent', ...until(lastDay), device: null, ids: [] },
    }),
  );
  const landed = await read(owner, made.sealed.text);
  return { made: made.request, got: take(owner.inbox.get(landed.id)).request ?? '' };
}

describe('a role lent by its steps', () => {
  async function role(world: Pair) {
    const { owner, other, account } = world;
    const request = take(
      await other.requests.make({
        ...{ contact: other.contacts.list().people[0]?.id ?? '', addressee: null, platform: 'tiktok', account: '@harbourbakery' },
        ...{ role: 'Editor', why: 'Advent', ...until('2026-11-13'), device: null, ids: [] },
      }),
    );
    const landed = await read(owner, request.sealed.text);
    const id = take(owner.inbox.get(landed.id)).request ?? '';
    const steps = ['Open Members', 'Accept the invitation'];
    const form = { id, account, level: 'Editor', rules: [], note: null, steps, ...until('2026-11-13'), sendUnverified: false };
    const { grant, sealed } = take(await owner.answers.steps(form));
    const { received } = take(await other.inbox.accept((await read(other, sealed.text)).id));
    return { grant, item: received, steps };
  }

  it('keeps them when it is extended, without a window or a secret', async () => {
    const world = await pair();
    const { owner, other } = world;
    const { grant, item, steps } = await role(world);
    const extension = { id: grant, ...until('2026-11-20'), windows: { kind: 'none' } as const };
    expect(take(owner.grantLife.previewExtension(extension)).problem).toBeNull();
    const before = take(other.received.get(item)).row.until;
    const landed = await read(other, take(await owner.grantLife.extend(extension, false, now)).sealed.text);
    expect(take(other.inbox.get(landed.id)).row).toMatchObject({ kind: 'handoff', before });
    expect(other.inbox.list({ offset: 0, limit: 50 }).rows.filter((row) => row.before !== undefined)).toHaveLength(1);
    expect(take(owner.grants.get(grant))).toMatchObject({ what: ['role'], steps, exposures: [], level: 'Editor' });
    expect(take(other.received.get(item))).toMatchObject({ steps, level: 'Editor', password: false });
    expect(take(other.received.get(item)).row.until).toBe(take(owner.grants.get(grant)).row.until);
  });

  it('keeps them when it is reduced to a lesser level and an earlier day', async () => {
    const world = await pair();
    const { owner, other } = world;
    const { grant, item, steps } = await role(world);
    const less = { ...nothing, id: grant, level: 'Viewer' };
    await read(other, take(await owner.grantLife.reduce(less, false, now)).sealed.text);
    expect(take(other.received.get(item))).toMatchObject({ steps, level: 'Viewer' });
    expect(take(owner.grants.get(grant)).what).toEqual(['role']);
  });
});

describe('more time that was asked for', () => {
  it('is given by an extension that answers the request on both sides', async () => {
    const world = await pair();
    const { owner, other, account } = world;
    const { grant } = await lent(world);
    const { made, got } = await asked(world, '2026-11-20');
    expect(take(owner.requests.get(got)).lent).toEqual([{ grant, account, until: take(owner.grants.get(grant)).row.until }]);
    const extension = { id: grant, ...until('2026-11-20'), windows: { kind: 'none' } as const };
    await read(other, take(await owner.grantLife.extend(extension, false, now, got)).sealed.text);
    expect(take(owner.requests.get(got))).toMatchObject({ row: { state: 'granted' }, grant, lent: [] });
    expect(take(other.requests.get(made)).row.state).toBe('granted');
    expect(codeOf(await owner.grantLife.extend({ ...extension, ...until('2026-11-21') }, false, now, got))).toBe('request_over');
  });

  it.each([true, false])('is given by new codes alone as well, words compared: %s', async (isVerified) => {
    const world = await pair(isVerified);
    const { owner, other } = world;
    const { grant, item } = await lent(world);
    const { made, got } = await asked(world, '2026-11-20');
    const windows = { kind: 'appointment', from: START + 10 * DAY, minutes: 30 } as const;
    const { sealed } = take(await owner.grantLife.extend({ id: grant, ...until('2026-11-20'), windows }, !isVerified, now, got));
    const landed = await read(other, sealed.text);
    expect(landed.kind).toBe('pass');
    expect(take(other.inbox.get(landed.id)).request).toBe(made);
    expect(take(other.requests.get(made)).row.state).toBe('granted');
    expect(take(other.received.get(item)).row.until).toBe(take(owner.grants.get(grant)).row.until);
  });

  it('does not open again what its asker put away', async () => {
    const world = await pair();
    const { owner, other } = world;
    const { grant } = await lent(world);
    const { made, got } = await asked(world, '2026-11-20');
    take(await other.requests.close(made));
    const windows = { kind: 'appointment', from: START + 10 * DAY, minutes: 30 } as const;
    const { sealed } = take(await owner.grantLife.extend({ id: grant, ...until('2026-11-20'), windows }, false, now, got));
    await read(other, sealed.text);
    expect(take(other.requests.get(made)).row.state).toBe('closed');
  });

  it('answers nobody else’s request, and none when the extension is refused', async () => {
    const world = await pair();
    const { owner, clock } = world;
    const { grant } = await lent(world);
    const third = (await newWorld('Ines Duarte', clock)).session;
    await befriend(owner, third);
    const { got } = await asked({ ...world, other: third }, '2026-11-20');
    expect(take(owner.requests.get(got)).lent).toEqual([]);
    const extension = { id: grant, ...until('2026-11-20'), windows: { kind: 'none' } as const };
    expect(codeOf(await owner.grantLife.extend(extension, false, now, got))).toBe('not_found');
    const { got: own } = await asked(world, '2026-11-20');
    expect(codeOf(await owner.grantLife.extend({ ...extension, ...until('2026-11-05') }, false, now, own))).toBe('ends_earlier');
    expect(take(owner.requests.get(own)).row.state).toBe('waiting');
  });

  it('is not given by an extension to who asked openly: their app would not take codes alone for an answer', async () => {
    const world = await pair();
    const { owner } = world;
    const { grant } = await lent(world);
    const { got } = await asked(world, '2026-11-20', true);
    expect(take(owner.requests.get(got))).toMatchObject({ row: { person: { verified: true } }, lent: [] });
    const sealed = owner.book.count('sent');
    const windows = { kind: 'appointment', from: START + 10 * DAY, minutes: 30 } as const;
    for (const what of [windows, { kind: 'none' } as const]) {
      const extension = { id: grant, ...until('2026-11-20'), windows: what };
      expect(codeOf(await owner.grantLife.extend(extension, false, now, got))).toBe('not_found');
    }
    expect(take(owner.requests.get(got)).row.state).toBe('waiting');
    expect(owner.book.count('sent')).toBe(sealed);
  });
});

describe('a grant', () => {
  it('of codes alone is extended with the windows that are left, and not once none is', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const windows = { kind: 'appointment', from: START + DAY, minutes: 30 } as const;
    const { grant, item } = await lent(world, { password: false, windows });
    const extension = { id: grant, ...until('2026-11-20'), windows: { kind: 'none' } as const };
    await read(other, take(await owner.grantLife.extend(extension, false, now)).sealed.text);
    expect(take(other.received.get(item)).windows).toEqual([{ from: START + DAY, until: START + DAY + 1800 }]);
    clock.now = START + 2 * DAY;
    expect(codeOf(await owner.grantLife.extend({ ...extension, ...until('2026-11-25') }, false, now))).toBe('nothing_to_send');
  });

  it('says what was seen under it, whether the password was changed since, and the word of its end', async () => {
    const world = await pair();
    const { owner, account } = world;
    const { grant } = await lent(world);
    const before = take(owner.grants.get(grant));
    expect(before).toMatchObject({ outdated: false, revoked: null, muted: false, relayed: 0 });
    expect(before.exposures.map(({ secret, until: end }) => [secret, end])).toEqual([['password', null]]);
    take(await owner.candidates.make({ account, length: 20, symbols: true }));
    take(await owner.candidates.worked(account));
    expect(take(owner.grants.get(grant))).toMatchObject({ outdated: true, exposures: [] });
    const { sealed } = take(await owner.grantLife.end(grant, 'Over.'));
    expect(take(owner.grants.get(grant))).toMatchObject({
      outdated: false,
      revoked: { at: START, reason: 'Over.', message: sealed.message },
    });
  });

  it('ended by its owner is no gift back: it says who ended it and why, and has its receipt', async () => {
    const world = await pair();
    const { owner, other } = world;
    const { grant, item } = await lent(world);
    const landed = await read(other, take(await owner.grantLife.end(grant, 'The campaign is over.')).sealed.text);
    expect(take(other.received.get(item))).toMatchObject({
      row: { state: 'ended', until: START },
      revoked: { at: START, reason: 'The campaign is over.' },
      receipt: true,
    });
    const { answer, received } = take(other.inbox.get(landed.id));
    expect(received).toBe(item);
    expect(take(await other.receipts.over(item)).receipt.message).toBe(answer?.message);
    expect(answer?.sentence).toContain('ended by Maren and removed here.');
    expect(answer?.sentence).not.toContain('given back');
    const back = await read(owner, answer?.text ?? '');
    expect(take(owner.inbox.get(back.id)).grant).toBe(grant);
  });

  it('given back and then ended by its owner stays given back', async () => {
    const world = await pair();
    const { owner, other } = world;
    const { grant, item } = await lent(world);
    const { receipt } = take(await giveBack(other, item));
    expect(receipt.sentence).toContain('given back.');
    const landed = await read(other, take(await owner.grantLife.end(grant, 'Over.')).sealed.text);
    expect(take(other.inbox.get(landed.id)).answer?.sentence).toContain('given back.');
  });

  it('is not extended to an earlier end; to the same one only with new windows that say more', async () => {
    const world = await pair();
    const { owner } = world;
    const { grant } = await lent(world);
    const before = take(owner.grants.get(grant)).row.until;
    const sealed = owner.book.count('sent');
    const windows = { kind: 'appointment', from: START + DAY, minutes: 30 } as const;
    for (const earlier of [
      { ...until('2026-11-12'), windows: { kind: 'none' } as const },
      { ...until('2026-11-12'), windows },
      { ...until('2026-11-13'), untilMinute: 1439, windows },
    ]) {
      expect(codeOf(owner.grantLife.previewExtension({ id: grant, ...earlier }))).toBe('ends_earlier');
      expect(codeOf(await owner.grantLife.extend({ id: grant, ...earlier }, false, now))).toBe('ends_earlier');
    }
    expect(take(owner.grants.get(grant)).row.until).toBe(before);
    expect(owner.book.count('sent')).toBe(sealed);
    take(await owner.grantLife.extend({ id: grant, ...until('2026-11-13'), windows }, false, now));
    expect(take(owner.grants.get(grant)).row.until).toBe(before);
  });

  it('keeps the later of two ends when it is extended twice at once', async () => {
    const world = await pair();
    const { owner } = world;
    const { grant } = await lent(world);
    const windows = { kind: 'appointment', from: START + DAY, minutes: 30 } as const;
    const put = (lastDay: string, how: typeof windows | { readonly kind: 'none' }) =>
      owner.grantLife.extend({ id: grant, ...until(lastDay), windows: how }, false, now);
    const all = [put('2026-11-25', { kind: 'none' }), put('2026-11-20', { kind: 'none' }), put('2026-11-21', windows)];
    const codes = (await Promise.all(all)).map(codeOf);
    expect(codes).toEqual([null, 'ends_earlier', 'ends_earlier']);
    expect(take(owner.grants.get(grant)).row.until).toBe(Date.UTC(2026, 10, 25, 23) / 1000);
  });

  it('that was declined, extended and then taken up is not ended by the word of the first, read late', async () => {
    const world = await pair();
    const { owner, other, account, contact } = world;
    const handed = take(await owner.handoffs.seal(draftFor(account, contact, '2026-11-13'), false, now));
    const { receipt: declined } = take(await other.inbox.decline((await read(other, handed.sealed.text)).id));
    const extension = { id: handed.grant, ...until('2026-11-20'), windows: { kind: 'none' } as const };
    const again = await read(other, take(await owner.grantLife.extend(extension, false, now)).sealed.text);
    const { receipt: opened } = take(await other.inbox.accept(again.id));
    await read(owner, opened.text);
    await read(owner, declined.text);
    const { row, receipts } = take(owner.grants.get(handed.grant));
    expect([row.state, row.until]).toEqual(['active', Date.UTC(2026, 10, 20, 23) / 1000]);
    expect(receipts.map(({ event }) => event)).toEqual(['opened', 'declined']);
    // Word on what was sent since counts, whatever that was.
    const windows = { kind: 'appointment', from: START + DAY, minutes: 30 } as const;
    const codes = take(await owner.grantLife.extend({ id: handed.grant, ...until('2026-11-21'), windows }, false, now)).sealed;
    const answers = { re: codes.message, reh: owner.book.get('sent', codes.message)?.hash };
    await read(owner, forge(other, owner, { event: 'purged', at: START }, START, 5, answers));
    expect(take(owner.grants.get(handed.grant)).row.state).toBe('ended');
  });

  it('was opened by the word of its first statement also when its extension was declined and that was read first', async () => {
    const world = await pair();
    const { owner, other, account, contact } = world;
    const handed = take(await owner.handoffs.seal(draftFor(account, contact, '2026-11-13'), false, now));
    const opened = take(await other.inbox.accept((await read(other, handed.sealed.text)).id)).receipt;
    const extension = { id: handed.grant, ...until('2026-11-20'), windows: { kind: 'none' } as const };
    const more = await read(other, take(await owner.grantLife.extend(extension, false, now)).sealed.text);
    await read(owner, take(await other.inbox.decline(more.id)).receipt.text);
    expect(take(owner.grants.get(handed.grant)).row.state).toBe('refused');
    await read(owner, opened.text);
    expect(take(owner.grants.get(handed.grant)).row.state).not.toBe('refused');
    expect(owner.book.get('grant', handed.grant)?.opened).toBe(world.clock.now);
  });

  it('that is given back ends by that word, also when it comes on an earlier statement while the newest waits for an answer', async () => {
    for (const isExtended of [false, true]) {
      const world = await pair();
      const { owner, other } = world;
      const { grant, item } = await lent(world);
      const extension = { id: grant, ...until('2026-11-20'), windows: { kind: 'none' } as const };
      if (isExtended) take(await owner.grantLife.extend(extension, false, now));
      await read(owner, take(await giveBack(other, item)).receipt.text);
      expect(take(owner.grants.get(grant)).row.state).toBe('ended');
      const { got } = await asked(world, '2026-11-20');
      expect(take(owner.requests.get(got))).toMatchObject({ row: { state: 'waiting' }, lent: [] });
    }
  });

  it('that is stated again before it was taken up is told as an offer, not as one that goes on', async () => {
    const world = await pair();
    const { owner, other, account, contact } = world;
    const handed = take(await owner.handoffs.seal(draftFor(account, contact, '2026-11-13'), false, now));
    await read(other, handed.sealed.text);
    const extension = { id: handed.grant, windows: { kind: 'none' } as const };
    const again = await read(
      other,
      take(await owner.grantLife.extend({ ...extension, ...until('2026-11-20') }, false, now)).sealed.text,
    );
    expect(take(other.inbox.get(again.id)).row).not.toHaveProperty('before');
    take(await other.inbox.accept(again.id));
    const more = await read(
      other,
      take(await owner.grantLife.extend({ ...extension, ...until('2026-11-21') }, false, now)).sealed.text,
    );
    expect(take(other.inbox.get(more.id)).row.before).toBe(Date.UTC(2026, 10, 20, 23) / 1000);
  });
});

describe('requests for codes under a grant', () => {
  it('are over and no longer shown once they are muted, and shown again after', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const { grant, item } = await lent(world, { liveCodes: true });
    const heard = await read(owner, take(await other.relay.ask(asking(item))).sealed.text);
    expect(take(owner.inbox.get(heard.id)).row.waiting).toBe(true);
    take(await owner.relay.mute(grant));
    take(await owner.relay.mute(grant));
    expect(logged(owner).filter((what) => what === 'code-requests-muted')).toHaveLength(1);
    const { codeRequest, row } = take(owner.inbox.get(heard.id));
    expect(row.waiting).toBe(false);
    expect(codeOf(await owner.relay.answer(codeRequest ?? '', 5))).toBe('request_over');
    clock.now += 60;
    const quiet = await read(owner, take(await other.relay.ask(asking(item))).sealed.text);
    expect(take(owner.inbox.get(quiet.id)).row.waiting).toBe(false);
    take(await owner.relay.unmute(grant));
    clock.now += 60;
    const again = await read(owner, take(await other.relay.ask(asking(item))).sealed.text);
    expect(take(owner.inbox.get(again.id)).row.waiting).toBe(true);
  });

  it('for a time to come begin then and no sooner, and say where each can be found', async () => {
    const world = await pair();
    const { clock, owner, other } = world;
    const { item } = await lent(world, { liveCodes: true });
    const when = { from: START + 7200, to: START + 9000 };
    const { request, sealed } = take(await other.relay.ask({ ...asking(item), when }));
    expect(take(other.received.get(item)).asked).toBe(request);
    expect(take(other.relay.get(request)).sent?.message).toBe(sealed.message);
    const landed = await read(owner, sealed.text);
    const id = take(owner.inbox.get(landed.id)).codeRequest ?? '';
    expect(take(owner.relay.get(id))).toMatchObject({
      inbox: landed.id,
      sent: null,
      row: { when: { ...when, zone: 'Europe/Berlin' } },
    });
    await read(other, take(await owner.relay.answer(id, 5)).sealed.text);
    expect(take(other.relay.live(item))).toEqual({ live: null, opens: when.from, ends: when.from + 300, typed: null });
    clock.now = when.from;
    expect(take(other.relay.live(item)).live?.code).toBe(take(owner.factors.live(world.account)).live?.code);
  });
});
