import type { ReminderKind } from '../../contracts/engine/reminders.ts';
import { count } from '../common.ts';
import { formatDate, formatDay, formatTime } from '../dates.ts';
import type { Translated } from '../language.ts';
import { dayWords } from '../reminders.ts';
import type * as english from '../reminders.ts';
import { formatUntil } from '../zoned.ts';

const YEAR = 365 * 86_400;

function dayNumber(unix: number): number {
  const at = new Date(unix * 1000);
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000);
}

function endWords(at: number, now: number): string {
  return formatTime(at) === '0:00' ? dayWords(at - 1, now) : `${dayWords(at, now)}, ${formatTime(at)}`;
}

const things = (n: number): string => (n === 1 ? '1 Sache' : `${n} Sachen`);

/** German of ../reminders.ts. */
export const reminders: Translated<typeof english> = {
  remindersText: {
    title: 'Erinnerungen',
    bell: (due) => (due === 0 ? 'Erinnerungen' : `Erinnerungen, ${due} fällig`),
    sub: (due) => (due === 0 ? 'nichts ist fällig' : `${due} fällig`),
    list: 'Woran du erinnert wirst',
    late: 'Überfällig',
    week: 'Diese Woche',
    upkeep: 'Wenn Zeit ist',
    putOff: 'Aufgeschoben',
    emptyTitle: 'Nichts endet innerhalb einer Woche',
    emptyBody: 'Letzte Tage stehen hier eine Woche vorher, Termine einen Tag vorher, und Überfälliges, solange es das ist.',
    more: (hidden) => `${hidden} weitere zeigen`,
    counted: (hidden) => (hidden === 1 ? '1 weitere wird nicht gezeigt.' : `${hidden} weitere werden nicht gezeigt.`),
    snoozeOf: (sentence) => `Aufschieben: ${sentence}`,
    tomorrow: (day) => `Morgen, ${day}`,
    inDays: (day) => `In 3 Tagen, ${day}`,
    nextWeek: (day) => `Nächste Woche, ${day}`,
    pick: 'Anderer Tag',
    pickTitle: 'Bis zu welchem Tag aufschieben?',
    pickDay: 'Der Tag, an dem es wiederkommt',
    pickAct: 'Aufschieben',
    snoozing: 'Wird gespeichert',
    snoozed: (day) => `Kommt wieder: ${day}.`,
    askAgain: 'Jetzt wieder fragen',
    askAgainOf: (sentence) => `Jetzt wieder fragen: ${sentence}`,
    back: (day) => `wieder ${day}`,
    move: 'bewegen',
    act: 'tun',
    snoozeHint: 'aufschieben',
    save: 'Termine als Kalenderdatei speichern',
    saving: 'Wird gespeichert',
    saved: (file, events) => `Gespeichert als ${file}: ${count(events, 'Termin', 'Termine')}.`,
    fileName: 'latchkey-termine.ics',
    open: 'Öffnen',
    openOf: (label, sentence) => `${label}: ${sentence}`,
    goOn: 'Fortsetzen',
    takeBack: 'Zurückholen',
    starting: 'Beginnt',
    review: 'Prüfen',
    test: 'Erproben',
  },
  reminderSentence: ({ kind, account, who, centre, about }) => {
    const title = account?.title ?? '?';
    const name = who ?? '?';
    const sentences: Readonly<Record<ReminderKind, string>> = {
      loan_ending: `${title} ist an ${name} verliehen`,
      loan_over: `${title} war an ${name} verliehen`,
      received_ending: `${name} hat dir ${title} geliehen`,
      member_ending: `${name} ist in ${centre?.name ?? '?'}`,
      member_over: `${name} ist noch in ${centre?.name ?? '?'}`,
      ad_code_ending: `Der Anzeigencode „${about ?? '?'}“ von ${title}`,
      appointment: `Anmeldung bei ${title} mit ${name}`,
      review_due: 'Die Prüfung dessen, was du verliehen hast',
      seed_old: `Der Authenticator von ${title} ist derselbe`,
      sheet_untested: 'Das Wiederherstellungsblatt wurde nicht abgetippt',
    };
    return sentences[kind];
  },
  reminderHint: {
    loan_ending: 'Verlängere, oder lass es enden.',
    loan_over: 'Was damit gegeben war, ist noch zurückzuholen.',
    received_ending: 'Bitte um mehr Zeit, oder gib es zurück.',
    member_ending: 'Entferne die Person an diesem Tag auf der Plattform.',
    member_over: 'Entferne die Person auf der Plattform.',
    ad_code_ending: 'Die Plattform beendet ihn von selbst.',
    appointment: 'Ihr seid dann beide da.',
    review_due: 'Eine Zeile für jede Leihe.',
    seed_old: 'Ein neuer beendet, was andere davon gesehen haben können.',
    sheet_untested: 'Tippe es einmal vom Papier ab; dadurch ändert sich nichts.',
  },
  reminderTag: ({ kind, at, late }, now) => {
    switch (kind) {
      case 'loan_over':
      case 'member_over':
        return `vorbei seit ${dayWords(at - 1, now)}`;
      case 'member_ending':
        return `bis ${dayWords(at - 1, now)}`;
      case 'appointment':
        return at <= now ? 'jetzt' : `${dayWords(at, now)}, ${formatTime(at)}`;
      case 'review_due':
        return `${late ? 'fällig seit' : 'fällig'} ${dayWords(at, now)}`;
      case 'received_ending':
        return `endet ${endWords(at, now)}`;
      case 'seed_old':
      case 'sheet_untested':
        return `seit ${formatDate(at - YEAR, now)}`;
      default:
        return `endet ${dayWords(at - 1, now)}`;
    }
  },
  dayWords: (at, now) => {
    const away = dayNumber(at) - dayNumber(now);
    const near: Readonly<Record<number, string>> = { 0: 'heute', 1: 'morgen', [-1]: 'gestern' };
    return near[away] ?? formatDay(at, now);
  },
  digestLine: ({ ends, over }, now) => {
    const past = over + ends.reduce((sum, { at, count: n, gone = 0 }) => sum + (at <= now ? n - gone : 0), 0);
    const coming = ends.filter(({ at }) => at > now);
    const next = coming[0] === undefined ? Infinity : dayNumber(coming[0].at - 1);
    const soon = coming.reduce((sum, { at, count: n }) => sum + (dayNumber(at - 1) === next ? n : 0), 0);
    const isNear = next - dayNumber(now) <= 7;
    const late = past === 0 ? null : `${things(past)} ${past === 1 ? 'ist' : 'sind'} vorbei`;
    if (!isNear || coming[0] === undefined) return late;
    const day = dayWords(coming[0].at - 1, now);
    const verb = soon === 1 ? 'endet' : 'enden';
    return late === null ? `${things(soon)} ${verb} ${day}` : `${late}, ${soon} ${verb} ${day}`;
  },
  calendarText: {
    end: ({ what, at, zone, theirZone, ...of }) => {
      const [title, who] = [of.title ?? '?', of.who ?? '?'];
      const named = {
        loan: `${title}, verliehen an ${who}`,
        received: `${title}, geliehen von ${who}`,
        member: `${who} in ${of.centre ?? '?'}`,
        ad_code: `Anzeigencode „${of.about ?? '?'}“ von ${title}`,
      };
      return { summary: `Letzter Tag: ${named[what]}`, description: `Bis ${formatUntil(at, zone, theirZone)}.` };
    },
    review: (live) => ({
      summary: 'Prüfen, was verliehen ist',
      description: `${count(live, 'Leihe', 'Leihen')} in Latchkey anzusehen.`,
    }),
  },
};
