import { firstName, lentText } from '../common.ts';
import { formatDay } from '../dates.ts';
import type { Translated } from '../language.ts';
import type * as english from '../review.ts';

function monthName(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, number - 1, 15),
  );
}

/** German of ../review.ts. */
export const review: Translated<typeof english> = {
  answerText: {
    keep: { name: 'Behalten', key: 'K' },
    extend: { name: 'Verlängern', key: 'X' },
    lower: { name: 'Verringern', key: 'L' },
    end: { name: 'Beenden', key: 'E' },
    later: { name: 'Später', key: 'S' },
  },
  reviewText: {
    title: 'Prüfung',
    nothingTitle: 'Nichts ist verliehen',
    nothingBody: 'Eine Prüfung geht durch alles, was du verliehen hast, je eine Zeile. Einmal im Monat genügt.',
    overTitle: 'Nichts ist mehr verliehen',
    overBody: (month) =>
      `In der Prüfung für ${monthName(month)} ist keine Leihe mehr offen. Schließe sie ab; die nächste sieht an, was du bis dahin verleihst.`,
    toLedger: 'Zum Leihbuch',
    startTitle: (n) => (n === 1 ? 'Eine Leihe ist anzusehen' : `${n} Leihen sind anzusehen`),
    startBody:
      'Behalten, verlängern, verringern oder beenden, je mit einer Taste. Bis zur Übersicht wird nichts geschickt oder geändert.',
    start: 'Prüfung beginnen',
    starting: 'Beginnt',
    due: (at, now) => (at <= now ? 'jetzt fällig' : `fällig ${formatDay(at, now)}`),
    last: (at, now) => `Die letzte wurde ${formatDay(at, now)} abgeschlossen.`,
    of: (month) => monthName(month),
    month: (month) => `Prüfung ${monthName(month)}`,
    progress: (done, total) => `${done} von ${total} beantwortet`,
    left: (n) => (n === 0 ? 'Alle beantwortet' : `noch ${Math.max(1, Math.ceil((n * 5) / 60))} min`),
    answered: 'Beantwortet',
    now: 'Jetzt',
    next: 'Danach',
    more: (n) => `und ${n} weitere`,
    promise: 'Nichts wird geschickt oder geändert, bis du die Übersicht siehst.',
    lentTo: (name) => `Verliehen an ${name}`,
    since: (at, now) => `seit ${formatDay(at, now)}`,
    has: 'Hat',
    used: 'Geschickte Codes',
    usedNone: 'keine auf Anfrage',
    usedSome: (n) => (n === 1 ? 'eine Antwort auf Anfrage' : `${n} Antworten auf Anfrage`),
    asked: 'Angefragt',
    askedNone: 'nichts in dreißig Tagen',
    askedSome: (n) => (n === 1 ? 'einmal in dreißig Tagen' : `${n}-mal in dreißig Tagen`),
    ifEnds: 'Wenn es endet',
    staysExposed: (secrets) => {
      const one = secrets.length === 1 && secrets[0] === 'password';
      return `${secrets.map((secret) => lentText[secret]).join(', ')} ${one ? 'bleibt' : 'bleiben'} offengelegt, bis du es änderst`;
    },
    nothingExposed: 'nichts bleibt offengelegt',
    question: (name) => `Braucht ${firstName(name)} das noch?`,
    does: (answer, row, now) =>
      ({
        keep: `endet ${formatDay(row.grant.until - 1, now)} wie vereinbart`,
        extend: 'zu einem neuen letzten Tag',
        lower: 'weniger als jetzt',
        end: 'beginnt einen Durchgang',
        later: 'in einer Woche wieder fragen',
      })[answer],
    back: 'zurück',
    forward: 'weiter',
    undo: 'rückgängig',
    later: 'in einer Woche wieder fragen',
    stop: 'aufhören, Antworten bleiben',
    summary: 'Übersicht',
    toSummary: 'Übersicht ansehen',
    summaryTitle: (month) => `Prüfung ${monthName(month)}: was deine Antworten tun`,
    unanswered: (n) =>
      n === 1
        ? 'Eine Leihe hat keine Antwort. Nach ihr wird nächstes Mal gefragt.'
        : `${n} Leihen haben keine Antwort. Nach ihnen wird nächstes Mal gefragt.`,
    groups: {
      end: 'Jetzt beenden: je ein versiegelter Text und je ein Durchgang',
      extend: 'Verlängern: Den neuen letzten Tag wählst du danach',
      lower: 'Verringern: Was wegfällt, wählst du danach',
      keep: 'Behalten: Nichts ändert sich',
      later: 'Später: In einer Woche wird wieder gefragt',
    },
    reason: 'Was die Personen lesen',
    reasonDefault: 'Die Arbeit ist getan. Danke.',
    goBack: 'Zurück zu den Antworten',
    finish: 'Prüfung abschließen',
    finishing: 'Wird abgeschlossen',
    doneTitle: 'Die Prüfung ist abgeschlossen',
    doneEnded: 'Schick allen die Nachricht, dass es beendet ist',
    doneLeft: 'Bleibt für dich zu wählen',
    open: 'Öffnen',
    run: 'Abschließen beginnen',
    moreTitle: 'Es ist noch mehr zu beenden',
    moreBody: 'Fünfundzwanzig werden in einem Zug beendet. Schließe noch einmal ab für die nächsten.',
  },
  hasText: ({ what, passwordSet, windows }, now) => {
    const words = what.map((one) => {
      if (one === 'password' && passwordSet !== null) return `Passwort vom ${formatDay(passwordSet, now)}`;
      if (one === 'codes')
        return windows === 0
          ? 'Codes, kein Zeitfenster übrig'
          : windows === 1
            ? 'Codes, ein Zeitfenster übrig'
            : `Codes, ${windows} Zeitfenster übrig`;
      return lentText[one];
    });
    const line = words.join(', ');
    return line === '' ? 'nichts mehr' : line.charAt(0).toUpperCase() + line.slice(1);
  },
};
