import type { ReminderKind } from '../../../shared/contracts/engine/reminders.ts';
import { seedFactor } from '../accounts/seed-factor.ts';
import { dateAt, endOfDay } from '../codes/zone.ts';
import { passingData } from '../records/entries.ts';
import type { Book } from '../records/book.ts';
import type { Entry } from '../records/shapes.ts';
import { comingAppointments, comingEnds, type End } from './coming-ends.ts';
import { knownZone } from './giving.ts';
import type { Reviews } from './reviews.ts';

const DAY = 86_400;
/** How long before its end something is spoken of, in seconds. */
const AHEAD = 7 * DAY;
/** After how long an authenticator, or a test of the recovery sheet, counts as old. */
const YEAR = 365 * DAY;

/** Why a person is reminded, before anything of it is written out. */
export interface Cause {
  readonly kind: ReminderKind;
  readonly of: string | null;
  readonly at: number;
  readonly late: boolean;
}

/** What a loan, or a place in a centre, is called before and after its last day; what is simply gone then is not spoken of. */
const KINDS: Readonly<Record<End['what'], { readonly before: ReminderKind; readonly after: ReminderKind | null }>> = {
  loan: { before: 'loan_ending', after: 'loan_over' },
  received: { before: 'received_ending', after: null },
  member: { before: 'member_ending', after: 'member_over' },
  ad_code: { before: 'ad_code_ending', after: null },
};

/** What begins at its instant, where the others end with it: midnight belongs to the day after. */
const BEGINS: ReadonlySet<ReminderKind> = new Set(['appointment', 'review_due']);
const UPKEEP: ReadonlySet<ReminderKind> = new Set(['seed_old', 'sheet_untested']);

interface Parts {
  readonly book: Book;
  readonly reviews: Reviews;
  /** Whether the vault has a recovery sheet at all. */
  readonly hasSheet: () => boolean;
}

/** Everything a person may be reminded of now: what is late first, then by date, upkeep last. `zone` is where the person is. */
export function causesOf(of: Parts, zone: string): Cause[] {
  return [...datedCauses(of, zone), ...upkeepCauses(of)].toSorted(
    (a, b) => rank(a) - rank(b) || a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

/** Those that have a day, in no order. */
export function datedCauses({ book, reviews }: Parts, zone: string): Cause[] {
  const now = book.now();
  return [
    ...comingEnds(book).flatMap((end) => endCause(end, now)),
    ...comingAppointments(book).flatMap(({ id, at: { from } }) =>
      from - now <= DAY ? [{ kind: 'appointment' as const, of: id, at: from, late: false }] : [],
    ),
    ...reviewCause(reviews, now, zone),
  ];
}

/** Upkeep has no day of its own: it is spoken of last, and hurries nobody. */
function upkeepCauses({ book, hasSheet }: Parts): Cause[] {
  const now = book.now();
  const seeds = oldSeeds(book.all('account'))
    .filter(({ at }) => at <= now)
    .map(({ account, at }) => ({ kind: 'seed_old' as const, of: account, at, late: false }));
  return hasSheet() ? [...seeds, ...sheetCause(book, now)] : seeds;
}

/** What tells one reminder from every other. */
export function keyOf({ kind, of }: { readonly kind: string; readonly of?: string | null | undefined }): string {
  return `${kind}/${of ?? ''}`;
}

/** Whether a cause falls into a day, which is told by its first instant and the first of the next. */
export function isOn({ kind, at }: Cause, from: number, until: number): boolean {
  return at >= from && (BEGINS.has(kind) ? at < until : at <= until);
}

function rank({ kind, late }: Cause): number {
  return late ? 0 : UPKEEP.has(kind) ? 2 : 1;
}

/** What a reminder of an end is called at an instant; null for what then simply is gone. */
export function kindOf({ what, at }: End, now: number): ReminderKind | null {
  return at <= now ? KINDS[what].after : KINDS[what].before;
}

function endCause(end: End, now: number): Cause[] {
  const kind = kindOf(end, now);
  const { id, at } = end;
  return kind === null || at - now > AHEAD ? [] : [{ kind, of: id, at, late: at <= now }];
}

/** A review comes a week ahead, and is late once the day it was due on is over there. */
function reviewCause(reviews: Reviews, now: number, zone: string): Cause[] {
  const { due, live } = reviews.state(zone);
  if (due - now > AHEAD || live === 0) return [];
  const there = knownZone(zone) ?? 'UTC';
  return [{ kind: 'review_due', of: null, at: due, late: now >= endOfDay(dateAt(due, there), there) }];
}

function sheetCause(book: Book, now: number): Cause[] {
  const meta = book.all('meta')[0]?.data;
  if (meta === undefined) return [];
  const at = Math.max(meta.recovery_tested ?? 0, meta.recovery_made ?? meta.made) + YEAR;
  return at > now ? [] : [{ kind: 'sheet_untested', of: null, at, late: false }];
}

interface Seed {
  readonly account: string;
  readonly at: number;
}
const known = new WeakMap<readonly Entry<'account'>[], readonly Seed[]>();

/** When the authenticator of each account will be, or was, a year old. Made once for each list of accounts, which is a new one after each change. */
function oldSeeds(accounts: readonly Entry<'account'>[]): readonly Seed[] {
  const made = known.get(accounts);
  if (made !== undefined) return made;
  const seeds = accounts.flatMap((entry) => {
    const data = passingData(entry);
    const set = data.trashed === undefined ? seedFactor(data)?.set : undefined;
    return set === undefined ? [] : [{ account: entry.id, at: set + YEAR }];
  });
  known.set(accounts, seeds);
  return seeds;
}
