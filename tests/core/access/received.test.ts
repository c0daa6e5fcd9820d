import { beforeEach, describe, expect, it } from 'vitest';
import { grantCalls } from '../../../shared/contracts/engine/grants.ts';
import { inboxCalls, inboxItem } from '../../../shared/contracts/engine/inbox.ts';
import { MAX_MESSAGE } from '../../../shared/limits.ts';
import { packCodes } from '../../../main/core/codes/pass.ts';
import { giveBack } from '../../../main/core/access/give-back.ts';
import type { GrantBody } from '../../../main/core/messages/handoff.ts';
import type { Session } from '../../../main/engine/session.ts';
import { befriend, codeOf, forge, logged, newWorld, reopened, take, type World } from '../../support/session-world.ts';

const DAY = 86_400;
const clock = { now: 0 };
let world: World;
let reader: Session;
let sender: Session;
let contact = '';
let grant = '';
let accounts: string[] = [];

beforeEach(async () => {
  clock.now = Date.UTC(2026, 10, 25, 7) / 1000;
  world = await newWorld('Tomás Reyes', clock);
  reader = world.session;
  sender = (await newWorld('Maren Voss', clock)).session;
  contact = (await befriend(reader, sender, false)).a;
  grant = sender.book.newId();
  accounts = Array.from({ length: 100 }, () => sender.book.newId());
});

type Item = GrantBody['items'][number];
const item = (at: number, more: Partial<Item> = {}): Item => ({
  ...{ account: accounts[at] ?? '', platform: 'tiktok', title: `Account ${at}`, live_codes: false, password: `password ${at}` },
  ...more,
});
const body = (items: readonly Item[], more: Partial<GrantBody> = {}): GrantBody => ({
  grant,
  use_until: clock.now + 5 * DAY,
  items,
  ...more,
});
const send = async (of: GrantBody, iat = clock.now) => reader.inbox.read(forge(sender, reader, of, iat));
const words = () => sender.me.view().words.join(' ');
const verify = async () => take(await reader.contacts.verify({ id: contact, words: words(), pasted: false }));
const offer = async (of: GrantBody, iat = clock.now) => {
  const { id } = take(await send(of, iat));
  return { id, received: take(await reader.inbox.accept(id)).received };
};
const detail = (id: string) => grantCalls['received.get'].result.parse(take(reader.received.get(id)));
const secret = async (id: string, field = 'password') => reader.received.secret(id, field);

/** A pass with windows one step apart. */
function passOf(account: string, windows: number, firstStep: number) {
  const list = Array.from({ length: windows }, (_, i) => ({ first_step: firstStep + 2 * i, count: 1 }));
  const codes = packCodes(
    list.map((_, i) => i),
    { alphabet: 'decimal', digits: 6 },
  );
  return { account, alphabet: 'decimal' as const, digits: 6, period: 30, windows: list, codes };
}

describe('what an unverified sender lent', () => {
  const opened = async () => {
    const step = Math.floor(clock.now / 30);
    const full = item(0, { backup_codes: ['11111'], links: ['https://tiktok.example/login'], notes: 'The answer is Lisbon' });
    const { id, received } = await offer(body([full], { passes: [passOf(full.account, 1, step)] }));
    return { id, received, backup: `backup/${detail(received).backupCodes[0]?.id}` };
  };

  it('stays closed in every way until the words are typed', async () => {
    const { id, received, backup } = await opened();
    const shut = async () => {
      expect(take(reader.inbox.get(id)).secretsClosed).toBe(true);
      expect(detail(received)).toMatchObject({ secretsClosed: true, links: [], notes: null });
      for (const field of ['password', backup, 'username']) expect(codeOf(await secret(received, field))).toBe('secrets_closed');
      expect(codeOf(reader.received.code(received))).toBe('secrets_closed');
      expect(codeOf(await reader.received.copied(received))).toBe('secrets_closed');
      const shown = JSON.stringify([
        reader.inbox.get(id),
        reader.received.get(received),
        reader.received.list({ offset: 0, limit: 9 }),
      ]);
      for (const hidden of ['password 0', '11111', 'tiktok.example', 'Lisbon']) expect(shown).not.toContain(hidden);
    };
    await shut();
    expect(codeOf(await reader.contacts.verify({ id: contact, words: words(), pasted: true }))).toBe('words_pasted');
    await shut();
    await verify();
    expect(await secret(received)).toBe('password 0');
    expect(await secret(received, backup)).toBe('11111');
    expect(take(reader.received.code(received)).live?.code).toBe('000000');
    expect(detail(received)).toMatchObject({ links: ['https://tiktok.example/login'], notes: 'The answer is Lisbon' });
  });

  it('opens by an override, which is logged once and is for this grant only', async () => {
    const { id, received } = await opened();
    take(await reader.inbox.override(id));
    take(await reader.inbox.override(id));
    expect(logged(reader).filter((what) => what === 'secrets-opened-unverified')).toHaveLength(1);
    expect(await secret(received)).toBe('password 0');
    grant = sender.book.newId();
    const other = await offer(body([item(1)]));
    expect(codeOf(await secret(other.received))).toBe('secrets_closed');
  });

  it('keeps notes sealed in the vault, as every secret', async () => {
    const { received } = await opened();
    expect(JSON.stringify(reader.book.get('received', received))).not.toContain('Lisbon');
  });

  it('has no override for what one gave oneself', async () => {
    expect(codeOf(await reader.inbox.override(reader.book.newId()))).toBe('not_found');
  });
});

describe('the time of a grant', () => {
  beforeEach(verify);

  it('has not begun before its first day', async () => {
    const from = clock.now + DAY;
    const step = Math.floor(from / 30) - 10;
    const { received } = await offer(body([item(0)], { use_from: from, passes: [passOf(accounts[0] ?? '', 20, step)] }));
    expect(codeOf(await secret(received))).toBe('access_not_begun');
    expect(take(reader.received.code(received))).toEqual({ live: null, opens: from });
    expect(detail(received).row).toMatchObject({ state: 'outside', windowAt: from, from });
    clock.now = (step + 2) * 30;
    expect(take(reader.received.code(received))).toEqual({ live: null, opens: from });
    clock.now = from;
    expect(await secret(received)).toBe('password 0');
    expect(detail(received).row.state).toBe('open');
  });

  it('begins at once for a sender whose clock is ahead', async () => {
    const { received } = await offer(body([item(0)]), clock.now + 3600);
    expect(await secret(received)).toBe('password 0');
  });

  it('is over at its last instant, before anything is swept, and a clock put back revives nothing', async () => {
    const until = clock.now + 5 * DAY;
    const { received } = await offer(body([item(0, { notes: 'note' })], { use_until: until }));
    clock.now = until - 1;
    expect(await secret(received)).toBe('password 0');
    clock.now = until;
    expect(codeOf(await secret(received))).toBe('access_ended');
    expect(detail(received)).toMatchObject({ links: [], notes: null, row: { state: 'ended' } });
    clock.now = until - 4 * DAY;
    expect(codeOf(await secret(received))).toBe('access_ended');
    clock.now = until;
    await reader.sweep();
    expect(reader.book.get('received', received)).not.toHaveProperty('password');
    expect(logged(reader).at(-1)).toBe('received-purged');
  });

  it('lingers in older copies once its secrets are removed, which the vault knows until it was seen to', async () => {
    const { received } = await offer(body([item(0)]));
    expect(reader.received.lingering().size).toBe(0);
    take(await giveBack(reader, received));
    const first = reader.received.lingering();
    expect([...first.keys()]).toEqual([received]);
    expect((await reopened(world, clock)).session.received.lingering()).toEqual(first);
    clock.now += 60;
    await offer(body([item(0, { password: 'password 0b' })]));
    expect(reader.received.lingering()).toEqual(first);
    take(await giveBack(reader, received));
    // More was removed while the first was seen to.
    await reader.received.scrubbed(first);
    expect([...reader.received.lingering().keys()]).toEqual([received]);
    await reader.received.scrubbed(reader.received.lingering());
    expect(reader.received.lingering().size).toBe(0);
  });

  it('that nobody took up stops waiting in the inbox when it is over', async () => {
    const { id } = take(await send(body([item(0)])));
    expect(reader.state().waiting).toBe(1);
    clock.now += 6 * DAY;
    await reader.sweep();
    expect(reader.state().waiting).toBe(0);
    expect(take(reader.inbox.get(id)).handoff?.state).toBe('ended');
  });

  it('gives nothing before it is taken up', async () => {
    take(await send(body([item(0)])));
    const received = reader.book.all('received')[0]?.id ?? '';
    expect(codeOf(await secret(received))).toBe('not_found');
    expect(codeOf(reader.received.get(received))).toBe('not_found');
    expect(codeOf(reader.received.code(received))).toBe('not_found');
  });

  it('is never waited for by the log: a full disk hides no secret', async () => {
    const { received } = await offer(body([item(0)]));
    world.file.fail = 'disk_full';
    expect(await secret(received)).toBe('password 0');
    expect(reader.vault.readOnly).toBe('disk_full');
    expect(await secret(received)).toBe('password 0');
    await reader.sweep();
  });
});

describe('a grant stated again', () => {
  beforeEach(verify);

  it('changes the accounts it names, keeps the others, and seals no version twice', async () => {
    const first = await offer(body([item(0, { live_codes: true }), item(1)]));
    const versions = () =>
      reader.book.all('received').map(({ data }) => `${data.account} ${data.password?.ver} ${data.password?.sealed}`);
    const before = versions();
    clock.now += 60;
    const second = await offer(body([item(1, { password: 'password 1b' })]));
    expect(second.received).toBe(first.received);
    const ids = reader.book.all('received').map(({ id }) => id);
    expect(await Promise.all(ids.map((id) => secret(id)))).toEqual(['password 0', 'password 1b']);
    expect(versions()[0]).toBe(before[0]);
    expect(versions()[1]).toMatch(/ 2 /);
    const held = reader.book.all('grant').find(({ data }) => data.side === 'received')?.data;
    expect(held).toMatchObject({ live_codes: [accounts[0]], what: ['password', 'live_codes'], last_iat: clock.now });
  });

  it('does not go on by itself when it was given back: it is an offer again', async () => {
    const { received } = await offer(body([item(0)]));
    take(await giveBack(reader, received));
    expect(codeOf(await secret(received))).toBe('access_ended');
    clock.now += 60;
    const { id } = take(await send(body([item(0, { password: 'password 0b' })])));
    expect(codeOf(await secret(received))).toBe('not_found');
    expect(reader.received.list({ offset: 0, limit: 9 }).total).toBe(0);
    take(await reader.inbox.accept(id));
    expect(await secret(received)).toBe('password 0b');
  });

  it('after it was declined leaves nothing of the refusal behind', async () => {
    const { id } = take(await send(body([item(0)])));
    take(await reader.inbox.decline(id));
    clock.now += 60;
    const again = await offer(body([item(0)]));
    expect(await secret(again.received)).toBe('password 0');
  });

  it('is answered at its newest place only, so that an old refusal cannot take new secrets away', async () => {
    const { id: old } = take(await send(body([item(0)])));
    clock.now += 60;
    const { id } = take(await send(body([item(0)])));
    expect(codeOf(await reader.inbox.decline(old))).toBe('not_found');
    expect(take(reader.inbox.get(old)).handoff?.state).toBe('ended');
    const { received } = take(await reader.inbox.accept(id));
    expect(await secret(received)).toBe('password 0');
  });

  it('cannot grow past fifty accounts, and a message that would make it is not remembered as read', async () => {
    const fifty = accounts.slice(0, 50).map((_, i) => item(i));
    await offer(body(fifty));
    clock.now += 60;
    const more = forge(sender, reader, body([item(60)]), clock.now);
    const before = reader.vault.position.seq;
    for (let i = 0; i < 2; i++) expect(await reader.inbox.read(more)).toEqual({ refused: 'too_many', facts: { max: 50 } });
    expect(reader.vault.position.seq).toBe(before);
  });

  it('is not for the taking when the record of its sender does not read', async () => {
    await offer(body([item(0)]));
    const other = (await newWorld('Mallory', clock)).session;
    await befriend(reader, other);
    await reader.vault.commit([{ op: 'put', id: contact, type: 'contact', v: 2, data: { of: 'a newer version' } }]);
    const again = (await reopened(world, clock)).session;
    const forged = forge(other, again, body([item(0, { password: 'mine now' })]), clock.now + 60);
    expect(await again.inbox.read(forged)).toEqual({ refused: 'could_not_open', facts: { why: 'unmatched' } });
  });

  it('by someone else who knows its number is refused', async () => {
    await offer(body([item(0)]));
    const other = (await newWorld('Mallory', clock)).session;
    await befriend(reader, other);
    const forged = forge(other, reader, body([item(0, { password: 'mine now' })]), clock.now + 60);
    expect(await reader.inbox.read(forged)).toEqual({ refused: 'could_not_open', facts: { why: 'unmatched' } });
  });
});

describe('a message of the largest kind', () => {
  beforeEach(verify);

  it('of many titles with wide characters is read', async () => {
    const wide = accounts.slice(0, 3).map((_, i) => item(i, { title: `${'x'.repeat(4 + i)}${'🦊'.repeat(28)}` }));
    const { id } = take(await send(body(wide)));
    const row = inboxItem.parse(take(reader.inbox.get(id))).row;
    expect(row.about?.length).toBeLessThanOrEqual(120);
    expect(row.about?.isWellFormed()).toBe(true);
  });

  it('fits every answer the page may ask for', async () => {
    // Windows take more room as instants than as steps: the answer would be larger than the message.
    const steps = Array.from({ length: 11 }, (_, i) => `${i} ${'é'.repeat(490)}`);
    const many = accounts.slice(0, 50).map((_, i) => item(i, { steps, rules: ['"'.repeat(100)] }));
    const step = Math.floor(clock.now / 300);
    const passes = many.map(({ account }) => ({ ...passOf(account, 256, step), period: 300 }));
    const text = forge(sender, reader, body(many, { passes }), clock.now);
    const { id } = take(await reader.inbox.read(text));
    const { received } = take(await reader.inbox.accept(id));
    const answers = {
      'inbox.get': inboxCalls['inbox.get'].result.parse(take(reader.inbox.get(id))),
      'inbox.list': inboxCalls['inbox.list'].result.parse(reader.inbox.list({ offset: 0, limit: 200 })),
      'received.list': grantCalls['received.list'].result.parse(reader.received.list({ offset: 0, limit: 200 })),
      'received.get': detail(received),
    };
    for (const [call, answer] of Object.entries(answers))
      expect(`${call} ${Buffer.byteLength(JSON.stringify(answer)) < MAX_MESSAGE}`).toBe(`${call} true`);
    expect(answers['received.get'].steps).toEqual(steps);
    const whole = many.map((_, i) => detail(reader.book.all('received')[i]?.id ?? '').steps.length);
    expect(new Set(whole)).toEqual(new Set([11]));
    console.log(`largest message: ${text.length} characters, ${many.length} accounts`);
  });
});
