import type { LedgerRow } from '../../contracts/engine/ledger.ts';
import { count, lentText, list } from '../common.ts';
import { formatDay } from '../dates.ts';
import type { Translated } from '../language.ts';
import type * as english from '../ledger.ts';

/** German of ../ledger.ts. */
export const ledger: Translated<typeof english> = {
  ledgerText: {
    title: 'Leihbuch',
    sub: 'wer was hat, bis wann',
    search: 'Im Leihbuch finden',
    sides: 'Wessen Leihen',
    given: 'Verliehen',
    received: 'Mir geliehen',
    filter: 'Welche Leihen',
    all: 'Alle',
    client: 'Kunde',
    anyClient: 'Alle Kunden',
    person: 'Person',
    anyPerson: 'Alle Personen',
    report: 'Bericht',
    columns: { account: 'Konto', who: 'Wer', lentBy: 'Geliehen von', time: 'Wann', until: 'Bis', act: 'Was zu tun ist' },
    today: 'heute',
    table: 'Leihen',
    more: (n) => `und ${count(n, 'weiteres Konto', 'weitere Konten')}`,
    emptyTitle: 'Nichts ist verliehen',
    emptyBody: 'Jedes Login, das du übergibst, steht hier, mit wem und bis wann.',
    toAccounts: 'Zu den Konten',
    emptyReceivedTitle: 'Nichts ist dir geliehen',
    emptyReceivedBody: 'Logins, die andere dir leihen, stehen hier mit dem Tag, an dem sie enden.',
    nothingFound: 'Keine Leihe passt',
    nothingFoundBody: 'Andere Leihen sind da; diese Filter lassen sie weg.',
    showAll: 'Alle zeigen',
    change: 'Ändern',
    newCodes: 'Neue Codes',
    takeBack: 'Zurückholen',
    startsRun: (act) => `${act}: das Ende des Zugangs beginnen`,
    goOn: (done, steps) => `Weiter: ${done} von ${steps}`,
    extend: 'Verlängern',
    starting: 'Beginnt',
    legend: 'Was die Balken bedeuten',
    codes: 'Codes, durch Kryptografie gehalten',
    password: 'Passwort, von der App gehalten',
    role: 'Rolle auf der Plattform',
    exposed: 'offengelegt, bis geändert',
    move: 'bewegen',
    openKey: 'öffnen',
    endKey: 'beenden',
    logKey: 'Protokoll',
  },
  stateText: {
    exposed: { group: 'Offengelegt', part: 'Offengelegt' },
    ended: { group: 'Beendet, nicht abgeschlossen', part: 'Beendet' },
    ending: { group: 'Endet diese Woche', part: 'Endet bald' },
    active: { group: 'Läuft', part: 'Läuft' },
    closed: { group: 'Abgeschlossen', part: 'Abgeschlossen' },
  },
  ledgerFileText: {
    table: 'Tabelle (CSV)',
    page: 'Seite zum Lesen und Drucken (HTML)',
    certificate: 'Abschlusszeugnis',
    certificateOf: (client) => `Abschlusszeugnis von ${client}`,
    whyNoClient: 'Wähle zuerst einen Kunden',
    tableName: 'latchkey-leihbuch.csv',
    pageName: 'latchkey-leihbuch.html',
    certificateName: 'latchkey-abschlusszeugnis.html',
    tableSaved: (file) => `${file} ist gespeichert, ohne ein Geheimnis.`,
    pageSaved: (file) => `${file} ist gespeichert, ohne ein Geheimnis. Dein Browser öffnet und druckt es.`,
  },
  loanTag: ({ side, state, grant, until, closed, givenBack }, now) => {
    const day = (at: number): string => formatDay(at, now);
    if (state === 'exposed' || state === 'ended') return `beendet ${day(until - 1)}`;
    if (state !== 'closed') return `zurück ${day(until - 1)}`;
    if (side === 'received') return givenBack === null ? `beendet ${day(until - 1)}` : `zurückgegeben ${day(givenBack)}`;
    if (grant === 'refused') return `abgelehnt ${day(until)}`;
    return `abgeschlossen ${day(closed ?? until)}`;
  },
  exposedWords: (exposed, now) => list(exposed.map(({ secret, since }) => `${lentText[secret]} gesehen ${formatDay(since, now)}`)),
  lanesWords: ({ lanes }, now) => {
    const said = (name: string, bar: LedgerRow['lanes']['codes']): string | null =>
      bar === null ? null : `${name} von ${formatDay(bar.from, now)} bis ${formatDay(bar.until - 1, now)}`;
    const parts = [
      said('Codes', lanes.codes),
      said('Passwort', lanes.password),
      said('Rolle', lanes.role),
      lanes.exposed === null ? null : `offengelegt seit ${formatDay(lanes.exposed.from, now)}`,
    ];
    return parts.filter((part) => part !== null).join('; ');
  },
};
