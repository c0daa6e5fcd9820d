import { describe, expect, it } from 'vitest';
import type { RequestForm } from '../../../shared/contracts/engine/requests.ts';
import { likelyAccounts } from '../../../main/core/access/request-match.ts';
import { addAccount, befriend, codeOf, draftFor, logged, newWorld, take, type World } from '../../support/session-world.ts';

// Monday 2 November 2026, 09:00 in Berlin.
const START = Date.UTC(2026, 10, 2, 8) / 1000;
const now = () => Promise.resolve();

const form: RequestForm = {
  ...{ contact: null, addressee: null, platform: 'instagram', account: '@harbourbakery', role: 'Partial access (tasks)' },
  ...{ why: 'Advent reels', lastDay: '2026-11-13', untilMinute: 1440, zone: 'Europe/Berlin' },
  ...{ device: null, ids: [{ name: 'Business ID', value: '1234567890' }] },
};

type Session = World['session'];

async function pair(verify = true) {
  const clock = { now: START };
  const owner = (await newWorld('Maren Voss', clock)).session;
  const other = (await newWorld('Tomás Reyes', clock)).session;
  const { a, b } = await befriend(owner, other, verify);
  const account = await addAccount(owner, { platform: 'instagram', username: 'harbour.bakery', password: 'Tr7&mel04-Quay' });
  return { clock, owner, other, a, b, account };
}

async function put(from: Session, to: Session, more: Partial<RequestForm>) {
  const asked = take(await from.requests.make({ ...form, ...more }));
  const { id } = take(await to.inbox.read(asked.sealed.text ?? ''));
  return { made: asked.request, item: id, request: take(to.inbox.get(id)).request ?? '', text: asked.sealed.text ?? '' };
}

const steps = (id: string, account: string) => ({
  ...{ id, account, level: 'Partial access (tasks)', steps: ['Send me your business ID', 'Work in your own login'] },
  ...{ lastDay: '2026-11-10', untilMinute: 1440, zone: 'Europe/Berlin', rules: [], note: 'Ads only', sendUnverified: false },
});

describe('making a request', () => {
  it.each([
    ['ends_in_past', { lastDay: '2026-11-01' }],
    ['too_far_ahead', { lastDay: '2027-12-01' }],
    ['not_found', { contact: 'A'.repeat(22) }],
    ['text_too_long', { account: 'ä'.repeat(128) }],
    ['text_too_long', { why: 'ä'.repeat(1001) }],
  ] as const)('is refused as %s and leaves nothing behind', async (code, more) => {
    const { other, b } = await pair();
    const before = logged(other).length;
    expect(codeOf(await other.requests.make({ ...form, contact: b, ...more }))).toBe(code);
    expect(other.requests.list({ offset: 0, limit: 9 }).total).toBe(0);
    expect(logged(other)).toHaveLength(before);
  });

  it('counts as asked until it is answered or closed', async () => {
    const { owner, other, b } = await pair();
    const first = await put(other, owner, { contact: b });
    await put(other, owner, { contact: b, account: 'the shop' });
    expect(other.state().asked).toBe(2);
    expect(owner.state()).toMatchObject({ asked: 0, waiting: 2 });
    take(await other.requests.close(first.made));
    expect(other.state().asked).toBe(1);
  });

  it('given out again is the same text, and says when', async () => {
    const { clock, owner, other, b } = await pair();
    const { made, text } = await put(other, owner, { contact: b });
    clock.now += 3600;
    expect(take(await other.requests.again(made)).sealed.text).toBe(text);
    expect(take(other.requests.get(made)).row.nudged).toBe(clock.now);
    expect(codeOf(await owner.inbox.read(text))).toBe('already_read');
  });

  it('of one sender waits in fifty at most', async () => {
    const { owner, other, b } = await pair();
    for (let n = 0; n < 50; n++) await put(other, owner, { contact: b, account: `account ${n}` });
    const more = take(await other.requests.make({ ...form, contact: b }));
    expect(codeOf(await owner.inbox.read(more.sealed.text ?? ''))).toBe('too_many');
  });
});

describe('answering a request', () => {
  it('with steps gives a role and no secret, and the answer can be given out again', async () => {
    const { owner, other, b, account } = await pair();
    const { item, request, made } = await put(other, owner, { contact: b });
    const { grant, sealed } = take(await owner.answers.steps(steps(request, account)));
    expect(take(owner.grants.get(grant))).toMatchObject({
      what: ['role'],
      level: 'Partial access (tasks)',
      row: { exposed: false },
    });
    expect(take(owner.inbox.get(item))).toMatchObject({ row: { waiting: false }, answer: { text: sealed.text } });
    expect(codeOf(await owner.answers.steps(steps(request, account)))).toBe('request_over');
    const landed = take(await other.inbox.read(sealed.text ?? ''));
    expect(take(other.inbox.get(landed.id))).toMatchObject({
      request: made,
      handoff: {
        level: 'Partial access (tasks)',
        note: 'Ads only',
        items: [{ password: false, codes: 0, steps: steps('', '').steps }],
      },
    });
    expect(logged(owner)).toContain('steps-sealed');
  });

  it('with steps for someone whose words are not compared is asked about, and the log keeps it', async () => {
    const { owner, other, b, account } = await pair(false);
    const { request } = await put(other, owner, { contact: b });
    expect(codeOf(await owner.answers.steps(steps(request, account)))).toBe('not_verified');
    take(await owner.answers.steps({ ...steps(request, account), sendUnverified: true }));
    expect(logged(owner)).toContain('steps-sealed-unverified');
    expect(logged(owner)).not.toContain('steps-sealed');
  });

  it('by a refusal or a handoff leaves the sealed answer with the request', async () => {
    const { owner, other, a, b, account } = await pair();
    const first = await put(other, owner, { contact: b });
    const no = take(await owner.answers.refuse({ id: first.request, reason: null }));
    expect(take(owner.inbox.get(first.item)).answer?.text).toBe(no.sealed.text);
    const second = await put(other, owner, { contact: b });
    const draft = { ...draftFor(account, a, '2026-11-13'), request: second.request };
    const yes = take(await owner.handoffs.seal(draft, false, now));
    expect(take(owner.inbox.get(second.item)).answer?.text).toBe(yes.sealed.text);
  });

  it('is for the one who asked and nobody else', async () => {
    const { clock, owner, other, b, account } = await pair();
    const { request } = await put(other, owner, { contact: b });
    const third = (await newWorld('Ines Kaya', clock)).session;
    const { a: ines } = await befriend(owner, third);
    expect(codeOf(await owner.handoffs.seal({ ...draftFor(account, ines, '2026-11-13'), request }, false, now))).toBe('not_found');
    expect(take(owner.requests.get(request)).row.state).toBe('waiting');
  });
});

describe('an answer from a stranger', () => {
  it('is proposed until it is declined', async () => {
    const { owner, other, a, b, account } = await pair(false);
    const { request, made } = await put(other, owner, { contact: b });
    const draft = { ...draftFor(account, a, '2026-11-13'), request };
    const { sealed } = take(await owner.handoffs.seal(draft, true, now));
    const landed = take(await other.inbox.read(sealed.text ?? ''));
    expect(take(other.requests.get(made)).answers.map(({ inbox }) => inbox)).toEqual([landed.id]);
    take(await other.inbox.decline(landed.id));
    expect(take(other.requests.get(made))).toMatchObject({ answers: [], row: { state: 'waiting' } });
  });

  it('that says no counts once the words are compared and it is put away', async () => {
    const { owner, other, b } = await pair(false);
    const { request, made } = await put(other, owner, { contact: b });
    const { sealed } = take(await owner.answers.refuse({ id: request, reason: 'We post ourselves now.' }));
    const { id } = take(await other.inbox.read(sealed.text ?? ''));
    take(await other.inbox.done(id));
    expect(take(other.requests.get(made))).toMatchObject({ row: { state: 'waiting' }, reason: null });
    take(await other.contacts.verify({ id: b, words: owner.me.view().words.join(' '), pasted: false }));
    take(await other.inbox.done(id));
    expect(take(other.requests.get(made))).toMatchObject({
      row: { state: 'refused', person: { name: 'Maren Voss' } },
      reason: 'We post ourselves now.',
    });
    expect(other.state().asked).toBe(0);
  });
});

describe('the account a request means', () => {
  const account = (id: string, platform: string, username: string, trashed?: number) => ({
    id,
    data: { platform, username, title: platform, ...(trashed === undefined ? {} : { trashed }) } as Parameters<
      typeof likelyAccounts
    >[0][number]['data'],
  });

  it('is the likeliest by name and platform, whatever the spelling', () => {
    const all = [
      account('other', 'etsy', 'someone'),
      account('platform', 'instagram', '@fennel'),
      account('name', 'tiktok', 'harbourbakery'),
      account('both', 'instagram', '@Harbour.Bakery'),
      account('gone', 'instagram', '@harbourbakery', START),
    ];
    const found = likelyAccounts(all, { platform: 'instagram', account: '@harbourbakery' });
    expect(found.map(({ id }) => id)).toEqual(['both', 'name', 'platform']);
  });

  it('is none that shares neither, and never more than twenty', () => {
    const all = Array.from({ length: 60 }, (_, n) => account(`a${n}`, n < 30 ? 'etsy' : 'x', `shop${n}`));
    expect(likelyAccounts(all, { platform: 'reddit', account: '…' })).toEqual([]);
    expect(likelyAccounts(all, { platform: 'etsy', account: '' })).toHaveLength(20);
  });
});
