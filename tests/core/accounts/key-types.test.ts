import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { toBase32 } from '../../../main/core/codes/base32.ts';
import { hotpCode } from '../../../main/core/codes/hotp.ts';
import { STEAM } from '../../../main/core/accounts/seed-factor.ts';
import { utf8 } from '../../../main/core/bytes.ts';
import { stepAt } from '../../../main/core/codes/totp.ts';
import type { Session } from '../../../main/engine/session.ts';
import {
  addAccount,
  addSeed,
  befriend,
  codeOf,
  draftFor,
  lend,
  logged,
  newWorld,
  reopened,
  take,
  type World,
} from '../../support/session-world.ts';

const RFC = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../vectors/rfc/rfc4226-hotp.json'), 'utf8')) as {
  readonly seed_ascii: string;
  readonly codes: readonly string[];
};
const SEED = utf8(RFC.seed_ascii);
const HOTP = `otpauth://hotp/Depot:anna?secret=${toBase32(SEED)}&issuer=Depot`;
const STEAM_URI = `otpauth://steam/Steam:harbour?secret=${toBase32(SEED)}`;
const clock = { now: 1_790_000_010 };
let world: World;
let session: Session;
let account = '';

beforeEach(async () => {
  clock.now += 1000;
  world = await newWorld('Maren', clock);
  session = world.session;
  account = await addAccount(session);
});

const authenticator = (from: Session = session) => take(from.details.get(account)).factors[0]?.authenticator;
const counterIn = (from: Session = session) => authenticator(from)?.counter;

describe('an authenticator that counts', () => {
  it('gives the codes of RFC 4226, appendix D, each once and in order', async () => {
    await addSeed(session, account, HOTP);
    const given: string[] = [];
    for (let i = 0; i < 10; i++) given.push(take(await session.factors.counters.next(account)).code);
    expect(given).toEqual(RFC.codes);
    expect(counterIn()).toBe(10);
    expect(logged(session).filter((what) => what === 'code-shown')).toHaveLength(10);
  });

  it('has no live code, and no code of a waiting key either', async () => {
    const key = take(session.factors.pending.read(HOTP));
    expect(key).toMatchObject({ type: 'hotp', counter: 0, digits: 6, issuer: 'Depot', label: 'anna' });
    expect(codeOf(session.factors.pending.code(key.pending))).toBe('not_found');
    await addSeed(session, account, HOTP);
    expect(take(session.factors.live(account)).live).toBeNull();
    expect(session.accounts.list({ query: '', sort: 'title', trashed: false, offset: 0, limit: 10 }).rows[0]?.hasCode).toBe(true);
  });

  it('has the raised counter in the file before the code is known: no cut of the file gives a code twice', async () => {
    await addSeed(session, account, HOTP);
    const before = world.file.bytes?.slice() ?? new Uint8Array();
    take(await session.factors.counters.next(account));
    const after = world.file.bytes?.slice() ?? new Uint8Array();
    expect(after.length).toBeGreaterThan(before.length);
    const whole = await reopened(world, clock);
    expect(counterIn(whole.session)).toBe(1);
    for (let i = 0; i < 10; i++) {
      world.file.bytes = after.slice(0, before.length + Math.floor(((after.length - before.length) * i) / 10));
      const cut = await reopened(world, clock);
      // Cut off before its end, the save has told nobody a code.
      expect(counterIn(cut.session)).toBe(0);
    }
  });

  it('gives no code when the counter cannot be saved, to the page or the clipboard', async () => {
    await addSeed(session, account, HOTP);
    world.file.fail = 'disk_full';
    expect(codeOf(await session.factors.counters.next(account))).toBe('disk_full');
    expect(codeOf(await session.factors.copied(account))).not.toBeNull();
    world.file.fail = null;
    const again = await reopened(world, clock);
    expect(take(await again.session.factors.counters.next(account)).code).toBe(RFC.codes[0]);
  });

  it('copies the code that was just shown, and after two minutes the next one', async () => {
    await addSeed(session, account, HOTP);
    expect(await session.factors.copied(account)).toBe(RFC.codes[0]);
    const shown = take(await session.factors.counters.next(account));
    expect(shown).toEqual({ code: RFC.codes[1], counter: 1, until: clock.now + 120 });
    expect(await session.factors.copied(account)).toBe(RFC.codes[1]);
    expect(await session.factors.copied(account)).toBe(RFC.codes[1]);
    clock.now += 120;
    expect(await session.factors.copied(account)).toBe(RFC.codes[2]);
    expect(logged(session).slice(-2)).toEqual(['code-copied', 'code-copied']);
  });

  it('takes a code once, however many ask at the same time', async () => {
    await addSeed(session, account, HOTP);
    const taken = await Promise.all(Array.from({ length: 5 }, () => session.factors.counters.next(account)));
    expect(taken.map((one) => take(one).code)).toEqual(RFC.codes.slice(0, 5));
  });

  it('is saved with the counter past the code the phone shows', async () => {
    const confirm = (typed: string | null) =>
      session.factors.confirm({ account, pending: take(session.factors.pending.read(HOTP)).pending, typed });
    expect(codeOf(await confirm('000000'))).toBe('code_differs');
    take(await confirm(`${RFC.codes[4]?.slice(0, 3)} ${RFC.codes[4]?.slice(3)}`));
    expect(authenticator()).toMatchObject({ type: 'hotp', counter: 5, confirmed: true });
    expect(take(await session.factors.counters.next(account)).code).toBe(RFC.codes[5]);
  });

  it('goes on counting when the same key is taken in once more, also after another one', async () => {
    await addSeed(session, account, HOTP);
    for (let i = 0; i < 3; i++) take(await session.factors.counters.next(account));
    await addSeed(session, account, HOTP);
    expect(counterIn()).toBe(3);
    await addSeed(session, account, HOTP.replace(toBase32(SEED), toBase32(utf8('another key of twenty'))));
    expect(counterIn()).toBe(0);
    await addSeed(session, account, HOTP);
    expect(take(await session.factors.counters.next(account)).code).toBe(RFC.codes[3]);
  });

  it('has its counter set by hand, and what was shown before is not copied any more', async () => {
    await addSeed(session, account, HOTP);
    take(await session.factors.counters.next(account));
    take(await session.factors.counters.set({ account, counter: 7 }));
    expect(await session.factors.copied(account)).toBe(RFC.codes[7]);
    take(await session.factors.counters.set({ account, counter: Number.MAX_SAFE_INTEGER }));
    expect(codeOf(await session.factors.counters.next(account))).toBe('too_many');
    expect(codeOf(await session.factors.counters.set({ account: await addAccount(session), counter: 1 }))).toBe('not_found');
  });

  it('gives no pass, and the plan of a handoff says why', async () => {
    await addSeed(session, account, HOTP);
    const other = (await newWorld('Ana', clock)).session;
    const { a: ana } = await befriend(session, other);
    const draft = draftFor(account, ana, '2026-12-01', {
      password: false,
      windows: { kind: 'appointment', from: clock.now + 60, minutes: 30 },
    });
    expect(take(session.handoffs.preview(draft)).problem).toBe('codes_by_counter');
    expect(codeOf(await session.handoffs.seal(draft, false, async () => undefined))).toBe('codes_by_counter');
    expect(session.factors.seedOf(account, session.book.get('account', account) ?? ({} as never))).toBeNull();
  });
});

describe('an authenticator of Steam', () => {
  const expected = (at: number): string => hotpCode(SEED, STEAM, stepAt(at, 30));

  it('shows five of its own characters every 30 seconds', async () => {
    await addSeed(session, account, STEAM_URI);
    const live = take(session.factors.live(account)).live;
    expect(live).toMatchObject({ code: expected(clock.now), period: 30 });
    expect(live?.code).toMatch(/^[23456789BCDFGHJKMNPQRTVWXY]{5}$/);
    expect(authenticator()).toMatchObject({ type: 'steam', digits: 5, period: 30 });
    expect(await session.factors.copied(account)).toBe(live?.code);
  });

  it('is told by a setting too, and compared in either case', async () => {
    const { pending } = take(session.factors.pending.read(toBase32(SEED)));
    take(session.factors.pending.adjust({ pending, type: 'steam', algorithm: 'SHA1', digits: 5, period: 30 }));
    take(await session.factors.confirm({ account, pending, typed: expected(clock.now).toLowerCase() }));
    expect(authenticator()).toMatchObject({ type: 'steam', confirmed: true });
  });

  it('is handed off as a pass whose codes are those of the seed', async () => {
    await addSeed(session, account, STEAM_URI);
    const other = (await newWorld('Ana', clock)).session;
    const { a: ana } = await befriend(session, other);
    const draft = draftFor(account, ana, '2026-12-01', {
      password: false,
      windows: { kind: 'appointment', from: clock.now, minutes: 30 },
    });
    expect(take(session.handoffs.preview(draft)).problem).toBeNull();
    const { text } = await lend(session, draft);
    const { id } = take(await other.inbox.read(text));
    take(await other.inbox.accept(id));
    const [row] = other.received.list({ offset: 0, limit: 10 }).rows;
    const shown = take(other.received.code(row?.id ?? ''));
    expect(shown.live?.code).toBe(expected(clock.now));
  });

  it('keeps type and counter through the file, and is an authenticator no more where a version does not know them', async () => {
    await addSeed(session, account, STEAM_URI);
    const again = await reopened(world, clock);
    expect(authenticator(again.session)).toMatchObject({ type: 'steam' });
    const record = session.book.get('account', account)?.factors[0];
    expect(record).not.toHaveProperty('digits');
    expect(record).not.toHaveProperty('period');
    await addSeed(session, account, `${STEAM_URI}&period=60`);
    expect(authenticator((await reopened(world, clock)).session)).toMatchObject({ type: 'steam', period: 60 });
  });
});

describe('the keys of a picture', () => {
  it('wait one by one, the same text once', () => {
    const other = 'otpauth://totp/Shop?secret=JBSWY3DPEHPK3PXP';
    const { found } = take(session.factors.pending.readFound([HOTP, other, HOTP, 'https://example.org']));
    expect(found.map(({ type, label }) => [type, label])).toEqual([
      ['hotp', 'anna'],
      ['totp', 'Shop'],
    ]);
    expect(session.factors.pending.get(found[1]?.pending ?? '')).not.toBeNull();
  });

  it('are refused with what stands in the way, and nothing of another code is told', () => {
    const refused = (...texts: string[]) => JSON.stringify(session.factors.pending.readFound(texts));
    expect(refused()).toBe('{"refused":"no_code_in_picture"}');
    expect(refused('WIFI:S:harbour;P:secret;;')).toBe('{"refused":"code_not_otpauth"}');
    expect(refused('JBSWY3DPEHPK3PXP')).toBe('{"refused":"code_not_otpauth"}');
    expect(refused('otpauth://totp/x?secret=JBSW0189', 'WIFI:')).toBe(
      '{"refused":"seed_not_base32","facts":{"why":"seed_letters"}}',
    );
    expect(refused('otpauth-migration://offline?data=%E')).toBe('{"refused":"uri_refused","facts":{"why":"encoding"}}');
  });
});
