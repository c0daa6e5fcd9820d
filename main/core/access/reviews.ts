import { Temporal } from 'temporal-polyfill';
import type { GrantRow } from '../../../shared/contracts/engine/grants.ts';
import type { Sealed } from '../../../shared/contracts/engine/inbox.ts';
import type { Answer, ReviewRow } from '../../../shared/contracts/engine/review.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { isZone } from '../codes/zone.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { Exposures } from './exposures.ts';
import type { GrantLife } from './grant-life.ts';
import { isLive } from './grant-state.ts';
import type { Grants } from './grants.ts';
import type { Runs } from './runs.ts';

const ASKED_SINCE = 30 * 86_400;
const LATER = 7 * 86_400;
/** Most loans ended in one go, each with a message of its own. */
const MOST_ENDED = 25;
const MOST_SHOWN = 200;

const byGrant = ({ data }: Entry<'code_request'>): string => data.grant;

interface Finished {
  ended: { grant: GrantRow; run: string | null; sealed: Sealed }[];
  extend: GrantRow[];
  lower: GrantRow[];
  more: boolean;
}

/** The monthly look at everything lent: one answer a loan, then all of them done at once. */
export class Reviews {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #grants: Grants;
  readonly #grantLife: GrantLife;
  readonly #exposures: Exposures;
  readonly #runs: Runs;

  constructor(of: { book: Book; contacts: Contacts; grants: Grants; grantLife: GrantLife; exposures: Exposures; runs: Runs }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#grants = of.grants;
    this.#grantLife = of.grantLife;
    this.#exposures = of.exposures;
    this.#runs = of.runs;
  }

  /** Where the review stands: the open one, when the next is due in a zone, and how many loans it would look at. */
  state(zone: string): {
    open: { id: string; month: string; started: number; answered: number; total: number } | null;
    due: number;
    finished: number | null;
    live: number;
  } {
    const open = this.#open();
    const rows = this.#subjects(open?.data ?? null);
    const finished = this.#book
      .all('review')
      .reduce((last, { data }) => Math.max(last, data.finished ?? 0), this.#book.all('meta')[0]?.data.made ?? 0);
    const answers = new Set(open?.data.answers.map(({ of }) => of));
    return {
      open: open && {
        id: open.id,
        month: open.data.month,
        started: open.data.started,
        answered: rows.filter(({ id }) => answers.has(id)).length,
        total: rows.length,
      },
      due: firstOfNextMonth(finished, zone),
      finished: this.#book.all('review').some(({ data }) => data.finished !== undefined) ? finished : null,
      live: rows.length,
    };
  }

  start(zone: string): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      const open = this.#open();
      if (open !== null) return { id: open.id };
      const id = this.#book.newId();
      const now = this.#book.now();
      draft.put('review', id, { month: monthAt(now, zone), started: now, answers: [] });
      draft.note('review-started', { ref: id });
      return { id };
    });
  }

  /** Live loans, those that end first before the others; answers stay with their rows. */
  rows({ id, offset, limit }: { id: string; offset: number; limit: number }): { total: number; rows: ReviewRow[] } | Refused {
    const review = this.#book.get('review', id);
    if (review === null) return refuse('not_found');
    const answers = new Map(review.answers.map(({ of, answer }) => [of, answer]));
    const all = this.#subjects(review);
    const rows = all.slice(offset, offset + limit).map((entry) => this.#row(entry, answers.get(entry.id) ?? null));
    return { total: all.length, rows };
  }

  answer({ id, grant, answer }: { id: string; grant: string; answer: Answer | null }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const review = this.#book.get('review', id);
      const given = this.#book.get('grant', grant);
      if (review === null || review.finished !== undefined || given === null || given.side !== 'given') return refuse('not_found');
      const now = this.#book.now();
      const others = review.answers.filter(({ of }) => of !== grant);
      const until = answer === 'later' ? { until: now + LATER } : {};
      draft.put('review', id, {
        ...review,
        answers: answer === null ? others : [...others, { of: grant, answer, at: now, ...until }],
      });
      return {};
    });
  }

  /** Does what was answered. The log keeps each answer; loans to extend or lower are given back, since those want a choice of their own. */
  async finish(id: string, reason: string): Promise<Finished | Refused> {
    const review = this.#book.get('review', id);
    if (review === null || review.finished !== undefined) return refuse('not_found');
    const answered = (answer: Answer): string[] =>
      review.answers.filter((one) => one.answer === answer && this.#isLive(one.of)).map(({ of }) => of);
    const ending = answered('end');
    const ended: Finished['ended'] = [];
    for (const grant of ending.slice(0, MOST_ENDED)) {
      const done = await this.#grantLife.end(grant, reason);
      if (isRefused(done)) return done;
      const run = await this.#runs.start({ kind: 'end_of_access', grant });
      const row = this.#rowOf(grant);
      if (row !== null) ended.push({ grant: row, run: isRefused(run) ? null : run.run, sealed: done.sealed });
    }
    const more = ending.length > MOST_ENDED;
    const closed = await this.#book.change((draft) => {
      const now = this.#book.now();
      const current = this.#book.get('review', id);
      if (current === null) return refuse('not_found');
      if (more) return {};
      draft.put('review', id, { ...current, finished: now });
      for (const { of, answer } of current.answers) {
        const grant = this.#book.get('grant', of);
        if (grant === null || answer === 'later') continue;
        draft.put('grant', of, { ...grant, reviewed: now });
        draft.note('review-answered', { who: this.#contacts.fp(grant.contact), ref: of });
      }
      draft.note('review-finished', { ref: id });
      return {};
    });
    if (isRefused(closed)) return closed;
    const shown = (ids: string[]): GrantRow[] => ids.slice(0, MOST_SHOWN).flatMap((grant) => this.#rowOf(grant) ?? []);
    return { ended, extend: shown(answered('extend')), lower: shown(answered('lower')), more };
  }

  #open(): Entry<'review'> | null {
    return this.#book.all('review').findLast(({ data }) => data.finished === undefined) ?? null;
  }

  /** Live given loans; one put off in an earlier review comes back when its week is over. */
  #subjects(open: Data<'review'> | null): Entry<'grant'>[] {
    const now = this.#book.now();
    const postponed = new Set<string>();
    for (const { data } of this.#book.all('review'))
      if (data !== open && data.finished !== undefined)
        for (const { of, until = 0 } of data.answers) if (until > now) postponed.add(of);
    return this.#book
      .all('grant')
      .filter(({ id, data }) => data.side === 'given' && isLive(data, now) && !postponed.has(id))
      .toSorted((a, b) => a.data.until - b.data.until);
  }

  #row(entry: Entry<'grant'>, answer: Answer | null): ReviewRow {
    const { id, data } = entry;
    const now = this.#book.now();
    const account = this.#book.get('account', data.accounts[0] ?? '');
    const asked = groupedBy(this.#book.all('code_request'), byGrant).get(id) ?? [];
    return {
      grant: this.#grants.row(entry),
      what: data.what,
      passwordSet: data.what.includes('password') ? (account?.password_set ?? null) : null,
      windows: data.windows.filter(({ until }) => until > now).length,
      relayed: data.relayed ?? 0,
      asked: asked.filter(({ data: { made } }) => made > now - ASKED_SINCE).length,
      exposed: (['password', 'codes', 'backup_codes'] as const).filter((secret) => this.#exposures.isOpen(id, secret)),
      reviewed: data.reviewed ?? null,
      answer,
    };
  }

  #rowOf(id: string): GrantRow | null {
    const data = this.#book.get('grant', id);
    return data === null ? null : this.#grants.row({ id, data });
  }

  #isLive(id: string): boolean {
    const grant = this.#book.get('grant', id);
    return grant !== null && grant.side === 'given' && isLive(grant, this.#book.now());
  }
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(isZone(zone) ? zone : 'UTC');
}

function monthAt(at: number, zone: string): string {
  return zoned(at, zone).toPlainDate().toString().slice(0, 7);
}

/** The first instant of the month after the one an instant lies in, on a zone's wall clock. */
function firstOfNextMonth(at: number, zone: string): number {
  const first = zoned(at, zone).toPlainDate().with({ day: 1 }).add({ months: 1 });
  return first.toZonedDateTime(isZone(zone) ? zone : 'UTC').epochMilliseconds / 1000;
}
