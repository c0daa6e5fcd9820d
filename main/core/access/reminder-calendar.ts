import { calendarText } from '../../../shared/text/reminders.ts';
import type { PlatformFile } from '../accounts/platform-file.ts';
import { type CalendarEvent, writeCalendar } from '../calendar/ics.ts';
import { dateAt } from '../codes/zone.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import { comingAppointments, comingEnds, type End } from './coming-ends.ts';
import { knownZone } from './giving.ts';
import { instantOf } from './last-day.ts';
import type { ReminderRows } from './reminder-rows.ts';
import type { Reviews } from './reviews.ts';
import { appointmentEvent } from './run-appointment.ts';

const HOUR = 3600;
/** Minutes before the last hour at which a calendar reminds. */
const DAY_BEFORE = 1440;
/** Minutes after midnight at which a review is put, and how long it takes, in seconds. */
const MORNING = 540;
const REVIEW_TAKES = 1800;
/** 1 January 2020: sequence numbers count seconds since then, so that they fit in 31 bits. */
const FIRST = 1_577_836_800;

interface Parts {
  readonly book: Book;
  readonly contacts: Contacts;
  readonly reviews: Reviews;
  readonly platforms: PlatformFile;
  readonly rows: ReminderRows;
}

/**
 * Every coming last day, sign-in appointment and the next review as one calendar file, and how many events that are. An event keeps its
 * identifier for as long as there is what it is about, and a later file has higher numbers: read in again, it takes the place of the earlier one.
 */
export function calendarFile(of: Parts, zone: string): { text: string; events: number } {
  const now = of.book.now();
  const events = [
    ...comingEnds(of.book)
      .filter(({ at }) => at > now)
      .map((end) => lastDay(of, end, zone)),
    ...comingAppointments(of.book).map(({ id, run, at }) => {
      const contact = of.book.get('contact', run.contact ?? '');
      const platform = of.platforms.known.name(of.book.get('account', run.account ?? '')?.platform ?? 'other');
      // The same event as in the file of this appointment alone.
      return appointmentEvent(id, at, { platform, person: contact?.name ?? '?', theirZone: contact?.zone });
    }),
    ...nextReview(of, zone),
  ];
  const inOrder = events.toSorted((a, b) => a.from - b.from || (a.uid < b.uid ? -1 : 1));
  return { text: writeCalendar(inOrder, now), events: inOrder.length };
}

/** The hour before the end. */
function lastDay({ book, rows }: Parts, { what, id, at }: End, zone: string): CalendarEvent {
  const isGrant = what === 'loan' || what === 'received';
  const grant = isGrant ? book.get('grant', id) : null;
  const { account, who, centre, about } = isGrant ? rows.grant(id) : what === 'member' ? rows.member(id) : rows.adCode(id);
  const words = calendarText.end({
    ...{ what, at, who, about, title: account?.title ?? null, centre: centre?.name ?? null },
    zone: knownZone(what === 'loan' ? grant?.zone : undefined) ?? zone,
    theirZone: knownZone(book.get('contact', grant?.contact ?? '')?.zone),
  });
  return {
    ...words,
    ...{ uid: `${id}.end@latchkey`, sequence: Math.max(0, book.now() - FIRST) },
    ...{ from: at - HOUR, until: at, place: null, remindBefore: DAY_BEFORE },
  };
}

function nextReview({ book, reviews }: Parts, zone: string): CalendarEvent[] {
  const now = book.now();
  const { due, live } = reviews.state(zone);
  const vault = book.all('meta')[0]?.id;
  const from = instantOf(dateAt(due, zone), MORNING, zone);
  if (vault === undefined || from === null || due <= now || live === 0) return [];
  return [
    {
      ...calendarText.review(live),
      ...{ uid: `${vault}.review@latchkey`, sequence: Math.max(0, now - FIRST) },
      ...{ from, until: from + REVIEW_TAKES, place: null, remindBefore: null },
    },
  ];
}
