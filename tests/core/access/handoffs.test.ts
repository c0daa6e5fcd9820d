import { beforeEach, describe, expect, it } from 'vitest';
import { handoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import { logSentence } from '../../../shared/text/log.ts';
import type { Session } from '../../../main/engine/session.ts';
import {
  addAccount,
  addSeed,
  befriend,
  blankForm,
  codeOf,
  draftFor,
  lend,
  logged,
  newWorld,
  take,
  type World,
} from '../../support/session-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const OTHER = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const clock = { now: 0 };
let world: World;
let owner: Session;
let freelancer: Session;
let contact = '';
let account = '';

beforeEach(async () => {
  clock.now = Date.UTC(2026, 10, 25, 7) / 1000;
  world = await newWorld('Maren Voss', clock);
  owner = world.session;
  freelancer = (await newWorld('Tomás Reyes', clock)).session;
  contact = (await befriend(owner, freelancer)).a;
  account = await addAccount(owner, { password: 'first password', backupCodes: ['11111', '22222'] });
});

const appointment = () => ({ kind: 'appointment' as const, from: clock.now + 600, minutes: 60 });
const exposed = () =>
  take(owner.details.get(account))
    .exposures.map(({ secret }) => secret)
    .toSorted();

describe('sealing a handoff', () => {
  it('looks again at who and what after the codes are computed', async () => {
    await addSeed(owner, account, SEED);
    const draft = draftFor(account, contact, '2026-11-30', { windows: appointment() });
    const during = async (act: () => Promise<unknown>) => {
      let acted = false;
      return codeOf(
        await owner.handoffs.seal({ ...draft, windows: { kind: 'week', lanes: allWeek } }, false, async () => {
          if (!acted) await act();
          acted = true;
        }),
      );
    };
    const allWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, until: 1440 }));
    expect(await during(async () => addSeed(owner, account, OTHER))).toBe('busy');
    expect(await during(async () => owner.accounts.trash(account))).toBe('not_found');
    expect(owner.book.all('grant')).toEqual([]);
    expect(owner.book.all('sent')).toEqual([]);
    take(await owner.accounts.restore(account));
    expect(await during(async () => undefined)).toBeNull();
  });

  it('gives the password as it is when the codes are done, and exposes that version', async () => {
    await addSeed(owner, account, SEED);
    const draft = draftFor(account, contact, '2026-11-30', { windows: appointment() });
    const [done] = await Promise.all([
      owner.handoffs.seal(draft, false, async () => undefined),
      owner.accounts.save({ ...blankForm, id: account, password: 'second password' }),
    ]);
    const { sealed } = take(done);
    const landed = take(await freelancer.inbox.read(owner.outbox.text(sealed.message) ?? ''));
    const { received } = take(await freelancer.inbox.accept(landed.id));
    const given = take(await freelancer.received.secret(received, 'password'));
    const ver = owner.book.all('exposure').find(({ data }) => data.secret === 'password' && data.ended === undefined)?.data.ver;
    // Whichever came first: what was given and what counts as exposed are one version.
    expect([given, ver]).toEqual(given === 'first password' ? [given, undefined] : ['second password', 2]);
  });

  it('lets no text out that was not saved, and counts nothing as given', async () => {
    world.file.fail = 'disk_full';
    const draft = draftFor(account, contact, '2026-11-30');
    expect(codeOf(await owner.handoffs.seal(draft, false, async () => undefined))).toBe('disk_full');
    expect(owner.book.all('grant')).toEqual([]);
    expect(exposed()).toEqual([]);
  });

  it('goes to someone unverified only on a second word, which the log keeps', async () => {
    const other = (await newWorld('Nora Blum', clock)).session;
    const { contact: nora } = take(await owner.inbox.read(other.me.view().card));
    const draft = draftFor(account, nora ?? '', '2026-11-30');
    expect(codeOf(await owner.handoffs.seal(draft, false, async () => undefined))).toBe('not_verified');
    take(await owner.handoffs.seal(draft, true, async () => undefined));
    const event = owner.log.list({ offset: 0, limit: 1 }).rows[0];
    expect(event?.what).toBe('handoff-sealed-unverified');
    expect(event === undefined ? '' : logSentence(event)).toBe('You sealed a handoff of TikTok for Nora without comparing words');
  });

  it('refuses texts longer than a message carries, whatever their letters', async () => {
    const seal = async (more: object) =>
      codeOf(await owner.handoffs.seal(draftFor(account, contact, '2026-11-30', more), false, async () => undefined));
    expect(await seal({ note: 'ü'.repeat(2001) })).toBe('text_too_long');
    expect(await seal({ rules: ['ok', 'ж'.repeat(128)] })).toBe('text_too_long');
    expect(await seal({ level: 'a\nb' })).toBe('text_unfit');
    expect(await seal({ note: 'ü'.repeat(2000) + '\n' })).toBe('text_too_long');
    expect(await seal({ note: 'Line one\nline two' })).toBeNull();
  });

  it('gives backup codes that are left, and says so when none are', async () => {
    const codes = take(owner.details.get(account)).backupCodes;
    take(await owner.accounts.backupUsed({ id: account, code: codes[0]?.id ?? '', used: true }));
    const draft = draftFor(account, contact, '2026-11-30', { password: false, backupCodes: true });
    await lend(owner, draft);
    expect(exposed()).toEqual(['backup_codes']);
    take(await owner.accounts.backupUsed({ id: account, code: codes[1]?.id ?? '', used: true }));
    expect(take(owner.handoffs.preview(draft)).problem).toBe('nothing_to_send');
  });

  it('writes the sentence also for a contact whose time zone this machine does not know', async () => {
    take(await owner.contacts.save({ id: contact, organisation: null, role: null, zone: 'Atlantis/Capital' }));
    const { text } = await lend(owner, draftFor(account, contact, '2026-11-30'));
    expect(text).toContain('the end of Mon 30 Nov 2026 (Berlin time)');
  });

  it('carries the most codes of the most digits there can be', async () => {
    const uri = `otpauth://totp/x?secret=${SEED}&digits=8&period=29`;
    await addSeed(owner, account, uri);
    const lanes = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, until: 1440 }));
    const draft = draftFor(account, contact, '2026-12-25', { windows: { kind: 'week', lanes } });
    const preview = handoffPreview.parse(take(owner.handoffs.preview(draft)));
    expect(preview).toMatchObject({ problem: null });
    expect(preview.codes).toBeGreaterThan(90_000);
    const { text } = await lend(owner, draft);
    expect(Math.abs(text.length - preview.length)).toBeLessThan(preview.length / 20);
    const landed = take(await freelancer.inbox.read(text));
    const { received } = take(await freelancer.inbox.accept(landed.id));
    expect(take(freelancer.received.code(received)).live?.code).toBe(take(owner.factors.live(account)).live?.code);
    console.log(`handoff of ${preview.codes} codes of 8 digits: ${text.length} characters`);
  });

  it('previews nothing for an account in the trash', async () => {
    take(await owner.accounts.trash(account));
    expect(codeOf(owner.handoffs.preview(draftFor(account, contact, '2026-11-30')))).toBe('not_found');
    expect(logged(owner).at(-1)).toBe('account-trashed');
  });
});

describe('the last day', () => {
  it.each([
    ['2026-10-25', 1440, '2026-10-25T23:00:00Z'],
    ['2026-10-24', 1440, '2026-10-24T22:00:00Z'],
    ['2027-03-28', 150, '2027-03-28T01:30:00Z'],
    ['2026-10-25', 150, '2026-10-25T00:30:00Z'],
  ])('%s, %i minutes on, ends at %s in Berlin', (lastDay, untilMinute, iso) => {
    clock.now = Date.UTC(2026, 9, 1) / 1000;
    const preview = take(owner.handoffs.preview(draftFor(account, contact, lastDay, { untilMinute })));
    expect(preview.until).toBe(Date.parse(iso) / 1000);
  });
});
