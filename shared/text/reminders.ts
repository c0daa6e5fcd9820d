import type { Digest } from '../contracts/digest.ts';
import type { Reminder, ReminderKind } from '../contracts/engine/reminders.ts';
import { count } from './common.ts';
import { formatDate, formatDay, formatTime } from './dates.ts';
import { formatUntil } from './zoned.ts';
import { inLanguage } from './language.ts';

const YEAR = 365 * 86_400;

/** What the page of the reminders says. */
export const remindersText = inLanguage('reminders.remindersText', {
  title: 'Reminders',
  bell: (due: number) => (due === 0 ? 'Reminders' : `Reminders, ${due} due`),
  sub: (due: number) => (due === 0 ? 'nothing is due' : `${due} due`),
  list: 'What you are reminded of',
  late: 'Late',
  week: 'This week',
  upkeep: 'When there is time',
  putOff: 'Put off',
  emptyTitle: 'Nothing ends within a week',
  emptyBody: 'Last days are named here a week ahead, appointments a day ahead, and what is late for as long as it is.',
  more: (hidden: number) => `Show ${hidden} more`,
  counted: (hidden: number) => `${hidden} more are not shown.`,
  snoozeOf: (sentence: string) => `Put off: ${sentence}`,
  tomorrow: (day: string) => `Tomorrow, ${day}`,
  inDays: (day: string) => `In 3 days, ${day}`,
  nextWeek: (day: string) => `Next week, ${day}`,
  pick: 'Another day',
  pickTitle: 'Put off until which day?',
  pickDay: 'The day it comes back',
  pickAct: 'Put off',
  snoozing: 'Saving',
  snoozed: (day: string) => `Comes back ${day}.`,
  askAgain: 'Ask again now',
  askAgainOf: (sentence: string) => `Ask again now: ${sentence}`,
  back: (day: string) => `back ${day}`,
  move: 'move',
  act: 'do it',
  snoozeHint: 'put off',
  save: 'Save dates as a calendar file',
  saving: 'Saving',
  saved: (file: string, events: number) => `Saved as ${file}: ${count(events, 'date')}.`,
  fileName: 'latchkey-dates.ics',
  open: 'Open',
  openOf: (label: string, sentence: string) => `${label}: ${sentence}`,
  goOn: 'Go on',
  takeBack: 'Take back',
  starting: 'Starting',
  review: 'Review',
  test: 'Test it',
} as const);

/** What a reminder is about, in a sentence that tells accounts of one title apart. */
export function reminderName(reminder: Reminder): string {
  const { account } = reminder;
  if (account === null || account.username === null) return reminderSentence(reminder);
  return reminderSentence({ ...reminder, account: { ...account, title: `${account.title} (${account.username})` } });
}

/** What a reminder is about, in a sentence. */
export const reminderSentence = inLanguage(
  'reminders.reminderSentence',
  ({ kind, account, who, centre, about }: Reminder): string => {
    const title = account?.title ?? '?';
    const name = who ?? '?';
    const sentences: Readonly<Record<ReminderKind, string>> = {
      loan_ending: `${title} is lent to ${name}`,
      loan_over: `${title} was lent to ${name}`,
      received_ending: `${name} lent you ${title}`,
      member_ending: `${name} is in ${centre?.name ?? '?'}`,
      member_over: `${name} is still in ${centre?.name ?? '?'}`,
      ad_code_ending: `The ad code “${about ?? '?'}” of ${title}`,
      appointment: `Sign-in to ${title} with ${name}`,
      review_due: 'The review of what you have lent',
      seed_old: `The authenticator of ${title} is the same`,
      sheet_untested: 'The recovery sheet was not typed back',
    };
    return sentences[kind];
  },
);

/** What is to be done about it. */
export const reminderHint = inLanguage('reminders.reminderHint', {
  loan_ending: 'Extend it, or let it end.',
  loan_over: 'What it gave is still to be taken back.',
  received_ending: 'Ask for longer, or give it back.',
  member_ending: 'Remove them at the platform on that day.',
  member_over: 'Remove them at the platform.',
  ad_code_ending: 'The platform ends it by itself.',
  appointment: 'Both of you are there then.',
  review_due: 'One line for each loan.',
  seed_old: 'A new one ends what others may have seen of it.',
  sheet_untested: 'Type it from paper once; nothing is changed by it.',
} satisfies Readonly<Record<ReminderKind, string>>);

/** Its date in words: `ends tomorrow`, `over since Fri 4 Dec`. */
export const reminderTag = inLanguage('reminders.reminderTag', ({ kind, at, late }: Reminder, now: number): string => {
  switch (kind) {
    case 'loan_over':
    case 'member_over':
      return `over since ${dayWords(at - 1, now)}`;
    case 'member_ending':
      return `until ${dayWords(at - 1, now)}`;
    case 'appointment':
      return at <= now ? 'now' : `${dayWords(at, now)}, ${formatTime(at)}`;
    case 'review_due':
      return `${late ? 'due since' : 'due'} ${dayWords(at, now)}`;
    case 'received_ending':
      return `ends ${endWords(at, now)}`;
    case 'seed_old':
    case 'sheet_untested':
      return `since ${formatDate(at - YEAR, now)}`;
    default:
      return `ends ${dayWords(at - 1, now)}`;
  }
});

/** A day as one speaks of it: `today`, `tomorrow`, `yesterday`, else `Fri 4 Dec`. */
export const dayWords = inLanguage('reminders.dayWords', (at: number, now: number): string => {
  const away = dayNumber(at) - dayNumber(now);
  const near: Readonly<Record<number, string>> = { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' };
  return near[away] ?? formatDay(at, now);
});

/** An end that somebody else set, maybe in another zone: its last day, and the time where it does not end with a day here. */
function endWords(at: number, now: number): string {
  return formatTime(at) === '0:00' ? dayWords(at - 1, now) : `${dayWords(at, now)}, ${formatTime(at)}`;
}

/** The one line of the lock screen: what is over, and what ends next within a week; null when there is neither. No name is in it. */
export const digestLine = inLanguage(
  'reminders.digestLine',
  ({ ends, over }: Pick<Digest, 'ends' | 'over'>, now: number): string | null => {
    // What was still to come when this was told may be over by now.
    const past = over + ends.reduce((sum, { at, count: n, gone = 0 }) => sum + (at <= now ? n - gone : 0), 0);
    const coming = ends.filter(({ at }) => at > now);
    const next = coming[0] === undefined ? Infinity : dayNumber(coming[0].at - 1);
    const soon = coming.reduce((sum, { at, count: n }) => sum + (dayNumber(at - 1) === next ? n : 0), 0);
    const isNear = next - dayNumber(now) <= 7;
    const late = past === 0 ? null : `${count(past, 'thing')} ${past === 1 ? 'is' : 'are'} over`;
    if (!isNear || coming[0] === undefined) return late;
    const day = dayWords(coming[0].at - 1, now);
    const verb = soon === 1 ? 'ends' : 'end';
    return late === null ? `${count(soon, 'thing')} ${verb} ${day}` : `${late}, ${soon} ${verb} ${day}`;
  },
);

/** The day of an instant on this computer's calendar, counted from 1970. */
function dayNumber(unix: number): number {
  const at = new Date(unix * 1000);
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000);
}

interface CalendarEnd {
  readonly what: 'loan' | 'received' | 'member' | 'ad_code';
  readonly at: number;
  readonly title: string | null;
  readonly who: string | null;
  readonly centre: string | null;
  readonly about: string | null;
  readonly zone: string;
  readonly theirZone: string | null;
}

/** What a calendar is told of a last day, and of a review. Nothing in it opens anything. */
export const calendarText = inLanguage('reminders.calendarText', {
  end: ({ what, at, zone, theirZone, ...of }: CalendarEnd) => {
    const [title, who] = [of.title ?? '?', of.who ?? '?'];
    const named = {
      loan: `${title}, lent to ${who}`,
      received: `${title}, lent by ${who}`,
      member: `${who} in ${of.centre ?? '?'}`,
      ad_code: `ad code “${of.about ?? '?'}” of ${title}`,
    };
    return { summary: `Last day: ${named[what]}`, description: `Until ${formatUntil(at, zone, theirZone)}.` };
  },
  review: (live: number) => ({
    summary: 'Review what is lent',
    description: `${count(live, 'loan')} to look at in Latchkey.`,
  }),
} as const);
