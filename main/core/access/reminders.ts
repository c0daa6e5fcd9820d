import type { Digest } from '../../../shared/contracts/digest.ts';
import { MOST_ENDS } from '../../../shared/contracts/digest.ts';
import { MOST_REMINDERS, type Reminder, type ReminderKind } from '../../../shared/contracts/engine/reminders.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import type { PlatformFile } from '../accounts/platform-file.ts';
import { addDays, dateAt, endOfDay } from '../codes/zone.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Entry } from '../records/shapes.ts';
import { comingEnds } from './coming-ends.ts';
import { knownZone } from './giving.ts';
import { instantOf } from './last-day.ts';
import { type Cause, causesOf, datedCauses, isOn, keyOf, kindOf } from './reminder-causes.ts';
import { calendarFile } from './reminder-calendar.ts';
import { ReminderRows } from './reminder-rows.ts';
import type { Reviews } from './reviews.ts';

/** Farthest ahead something may be put off, in seconds. */
const REACH = 366 * 86_400;

interface Parts {
  readonly book: Book;
  readonly contacts: Contacts;
  readonly reviews: Reviews;
  readonly platforms: PlatformFile;
  /** Whether the vault has a recovery sheet at all. */
  readonly hasSheet: () => boolean;
}

type Listed = { total: number; rows: Reminder[] };

/** What ends, is late or wants looking after, made of the records as they are: a cause that went away takes its reminder with it. */
export class Reminders {
  readonly #of: Parts;
  readonly #rows: ReminderRows;

  constructor(of: Parts) {
    this.#of = of;
    this.#rows = new ReminderRows(of.book, of.contacts);
  }

  /** All there is now, and what was put off, that which comes back first before the rest. */
  list(zone: string): { due: Listed; snoozed: Listed } {
    const snoozes = this.#snoozes();
    const due: Cause[] = [];
    const snoozed: { cause: Cause; until: number }[] = [];
    for (const cause of causesOf(this.#of, zone)) {
      const until = snoozes.get(keyOf(cause));
      if (until === undefined) due.push(cause);
      else snoozed.push({ cause, until });
    }
    const later = snoozed.toSorted((a, b) => a.until - b.until);
    return {
      due: { total: due.length, rows: due.slice(0, MOST_REMINDERS).map((cause) => this.#rows.row(cause, null)) },
      snoozed: {
        total: later.length,
        rows: later.slice(0, MOST_REMINDERS).map(({ cause, until }) => this.#rows.row(cause, until)),
      },
    };
  }

  /** How much is late, or falls due on this day of a zone, without what was put off. */
  due(zone: string): number {
    const snoozes = this.#snoozes();
    const there = knownZone(zone) ?? 'UTC';
    const today = dateAt(this.#of.book.now(), there);
    const [begins, ends] = [endOfDay(addDays(today, -1), there), endOfDay(today, there)];
    return datedCauses(this.#of, zone).filter((cause) => !snoozes.has(keyOf(cause)) && (cause.late || isOn(cause, begins, ends)))
      .length;
  }

  /** Says nothing of a reminder until a day begins in a zone; null takes that back. One record for each reminder. */
  snooze(form: { kind: ReminderKind; of: string | null; day: string | null; zone: string }): Promise<Done | Refused> {
    const { book } = this.#of;
    return book.change<Done>((draft) => {
      const same = book.all('snooze').filter(({ data }) => keyOf(data) === keyOf(form));
      for (const { id } of this.#past()) if (!same.some((one) => one.id === id)) draft.del(id);
      for (const { id } of form.day === null ? same : same.slice(1)) draft.del(id);
      if (form.day === null) return same.length === 0 ? refuse('not_found') : {};
      const until = instantOf(form.day, 0, form.zone);
      if (until === null) return refuse('text_unfit');
      const now = book.now();
      if (until <= now) return refuse('ends_in_past');
      if (until > now + REACH) return refuse('too_far_ahead');
      if (!causesOf(this.#of, form.zone).some((cause) => keyOf(cause) === keyOf(form))) return refuse('not_found');
      const { kind, of } = form;
      draft.put('snooze', same[0]?.id ?? book.newId(), { kind, until, ...(of === null ? {} : { of }) });
      draft.note('reminder-snoozed', { ref: of ?? undefined });
      return {};
    });
  }

  /** Removes what was put off until a time that has come. */
  async sweep(): Promise<void> {
    if (this.#past().length === 0) return;
    await this.#of.book.change<Done>((draft) => {
      for (const { id } of this.#past()) draft.del(id);
      return {};
    });
  }

  /** When how much ends, and how much is over: no name, no number of anything. */
  digest(): Pick<Digest, 'ends' | 'over'> {
    const now = this.#of.book.now();
    const snoozes = this.#snoozes();
    const counts = new Map<number, { count: number; gone: number }>();
    let over = 0;
    for (const end of comingEnds(this.#of.book)) {
      const kind = kindOf(end, now);
      if (kind === null || snoozes.has(keyOf({ kind, of: end.id }))) continue;
      if (end.at <= now) {
        over++;
        continue;
      }
      const { count, gone } = counts.get(end.at) ?? { count: 0, gone: 0 };
      counts.set(end.at, { count: count + 1, gone: gone + Number(kindOf(end, end.at) === null) });
    }
    const ends = [...counts]
      .map(([at, { count, gone }]) => ({ at, count, ...(gone === 0 ? {} : { gone }) }))
      .toSorted((a, b) => a.at - b.at);
    return { ends: ends.slice(0, MOST_ENDS), over };
  }

  /** Every coming last day, appointment and review as a calendar file, and how many that are. */
  calendar(zone: string): { text: string; events: number } {
    return calendarFile({ ...this.#of, rows: this.#rows }, knownZone(zone) ?? 'UTC');
  }

  /** Until when what is put off now is put off, by its key. */
  #snoozes(): ReadonlyMap<string, number> {
    const now = this.#of.book.now();
    const held = this.#of.book.all('snooze').filter(({ data }) => data.until > now);
    return new Map(held.map(({ data }) => [keyOf(data), data.until]));
  }

  #past(): Entry<'snooze'>[] {
    const now = this.#of.book.now();
    return this.#of.book.all('snooze').filter(({ data }) => data.until <= now);
  }
}
