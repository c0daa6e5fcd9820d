import type * as english from '../received.ts';
import type { Translated } from '../language.ts';
import { count } from '../common.ts';
import { formatDay, formatDayTime, formatDuration, formatEnd, formatTime, sameDay } from '../dates.ts';
import { dative } from './grammar.ts';

const NEAR = 6 * 86_400;

/** An instant as briefly as it is clear: `18:00` today, `Mi 9:00` in the days to come, else `Fr 4. Dez, 9:00`. */
function shortTime(at: number, now: number): string {
  if (sameDay(at, now)) return formatTime(at);
  if (at > now && at - now < NEAR) return `${formatDay(at, now).split(' ')[0]} ${formatTime(at)}`;
  return formatDayTime(at, now);
}

/** German of ../received.ts. */
export const received: Translated<typeof english> = {
  receivedText: {
    title: 'Mir geliehen',
    summary: (live, open) => {
      const runs = live === 1 ? '1 läuft' : `${live} laufen`;
      return open > 0 ? `${runs}, ${open} jetzt offen` : runs;
    },
    none: 'nichts läuft',
    open: 'Jetzt offen',
    outside: 'Außerhalb des Zeitfensters',
    noCodes: 'Ohne Codes',
    ended: 'Beendet',
    more: 'Mehr zeigen',
    emptyTitle: 'Dir ist nichts geliehen',
    emptyBody: 'Nimm im Eingang eine Übergabe an, dann hängt sie hier bis zu ihrem letzten Tag.',
    toInbox: 'Zum Eingang',
    lentBy: (name) => `geliehen von ${name}`,
    notCompared: 'Wörter nicht verglichen',
    givenBackMark: 'zurückgegeben',
    endedMark: 'beendet',
    signIn: 'Anmeldung',
    username: 'Benutzername',
    password: 'Passwort',
    page: 'Anmeldeseite',
    openPage: (host) => `${host} öffnen`,
    backupCode: (n, all) => (all === 1 ? 'Backup-Code' : `Backup-Code ${n}`),
    notes: 'Notizen',
    closed: 'verschlossen',
    rules: (owner) => `Regeln von ${owner}`,
    steps: 'So meldest du dich an',
    note: (owner) => `Eine Notiz von ${owner}`,
  },
  receivedCodeText: {
    code: 'Code',
    windowOpen: 'Zeitfenster offen',
    outside: 'Außerhalb des Zeitfensters.',
    over: 'Kein Zeitfenster mehr übrig.',
    closed: 'Verschlossen, bis die Wörter verglichen sind.',
    onRequest: 'Codes auf Anfrage.',
    why: (owner) => `Hier gibt es keinen Code zu zeigen: Der Authenticator-Schlüssel hat den Tresor von ${owner} nie verlassen.`,
    week: 'Zeitfenster für Codes diese Woche',
    noWindow: 'keines',
    next: 'danach',
    soon: (seconds) => `neuer Code in ${seconds} s`,
    lastCode: () => 'letzter Code dieses Zeitfensters',
    noCode: 'Jetzt kein Code',
  },
  windowUntil: (until, now) => `bis ${shortTime(until, now)}, noch ${formatDuration(until - now)}`,
  windowOpens: (opens, now) => `Öffnet ${shortTime(opens, now)}, in ${dative(formatDuration(opens - now))}`,
  receivedWhen: ({ state, until, windowAt }, now) => {
    switch (state) {
      case 'open':
        return `bis ${shortTime(windowAt ?? until, now)}`;
      case 'outside':
        return windowAt === null ? 'kein Zeitfenster mehr' : `öffnet ${shortTime(windowAt, now)}`;
      case 'no_codes':
        return `bis ${formatEnd(until, now)}`;
      case 'ended':
        return `beendet ${formatDay(until - 1, now)}`;
      case 'given_back':
        return `zurückgegeben ${formatDay(until, now)}`;
    }
  },
  daysLeftText: {
    title: 'Tage übrig',
    titleHours: 'Zeit übrig',
    windows: (n) => (n === 0 ? 'danach kein Zeitfenster' : count(n, 'weiteres Zeitfenster', 'weitere Zeitfenster')),
    longer: 'Um Verlängerung bitten',
  },
  timeLeft: (seconds) => {
    const left = Math.max(0, Math.floor(seconds));
    if (left >= 2 * 86_400) return { amount: Math.floor(left / 86_400), unit: 'Tage' };
    if (left >= 3600) return { amount: Math.floor(left / 3600), unit: left < 7200 ? 'Stunde' : 'Stunden' };
    return { amount: Math.floor(left / 60), unit: left >= 60 && left < 120 ? 'Minute' : 'Minuten' };
  },
  backTag: (until, now) => `zurück ${formatEnd(until, now)}`,
  afterText: {
    title: 'Was dann geschieht',
    codes: 'Codes enden',
    codesBody: 'Durch Kryptografie gehalten: Nichts hier kann noch einen machen.',
    password: 'Das Passwort verlässt diese App',
    passwordBody: (owner) => `Von der App gehalten. Es gilt weiter, bis ${owner} es ändert.`,
    backup: 'Backup-Codes verlassen diese App',
    backupBody: (owner) => `Von der App gehalten. Sie gelten weiter, bis ${owner} neue macht.`,
    listing: 'Diese App zeigt es als beendet',
    listingBody: 'Von der App gehalten. Es war nichts Geheimes geliehen.',
  },
  closedText: {
    title: (owner) => `Du hast mit ${owner} keine Wörter verglichen.`,
    body: 'Jeder kann das geschickt haben. Passwort und Codes bleiben verschlossen, bis die Wörter stimmen.',
    compare: 'Wörter vergleichen',
    open: 'Trotzdem öffnen',
    askTitle: (owner) => `Geheimnisse öffnen, die vielleicht nicht von ${owner} sind?`,
    askBody: (owner) =>
      `Ohne verglichene Wörter weiß niemand, dass ${owner} das geschickt hat. Ein Login, das ein Fremder unterschiebt, zeigt ihm, was du damit tust. Das Protokoll hält fest, dass du es ungeprüft geöffnet hast.`,
    keep: 'Verschlossen lassen',
    confirm: 'Ungeprüft öffnen',
  },
  giveBackText: {
    act: 'Früher zurückgeben',
    title: (what, owner) => `${what} an ${owner} zurückgeben?`,
    lead: 'Das lässt sich hier nicht rückgängig machen.',
    goes: 'Passwort, Codes und Notizen verlassen diesen Tresor jetzt.',
    receipt: (owner) => `Eine signierte Quittung für ${owner} entsteht. Du schickst sie.`,
    stays: (owner) => `Was du gesehen oder kopiert hast, gilt weiter, bis ${owner} es ändert.`,
    sessions: 'Ein angemeldeter Browser oder ein angemeldetes Telefon bleibt angemeldet. Melde dich dort erst ab.',
    keep: 'Behalten',
    confirm: 'Zurückgeben',
    busy: 'Wird zurückgegeben',
    doneTitle: (owner) => `Zurückgegeben. Schick das an ${owner}.`,
    doneLead: 'Die Quittung sagt, dass die Geheimnisse diesen Tresor verlassen haben. Sie ist versiegelt und nicht geheim.',
    receiptTitle: 'Quittung',
    text: 'Versiegelte Quittung',
    copy: 'Quittung kopieren',
    copied: 'Quittung kopiert. Sie ist nicht geheim und bleibt in der Zwischenablage.',
    later: 'Schließen',
  },
  endedText: {
    ended: (when) => `Beendet ${when}`,
    givenBack: (when) => `Zurückgegeben ${when}`,
    revoked: (owner, when) => `${owner} hat das ${when} beendet.`,
    revokedBody: 'Seine Geheimnisse haben diesen Tresor verlassen. Was du gelesen hast, kennst du noch.',
    receipt: (owner) => `${owner} sagen, dass es hier vorbei ist`,
    receiptBody: (owner) =>
      `Eine signierte Quittung sagt, dass dieser Tresor nicht mehr hat, was geliehen war. Du schickst sie an ${owner}.`,
    makeReceipt: 'Quittung machen',
    making: 'Wird gemacht',
    here: 'Hier',
    there: 'Auf der Plattform',
    purged: 'Die Geheimnisse haben diesen Tresor verlassen',
    purgedBody:
      'Von der App gehalten: Geliehene Passwörter, Codes und Notizen sind entfernt. Die Termine und das Protokoll bleiben.',
    codes: 'Hier lässt sich kein Code machen',
    codesBody: 'Durch Kryptografie gehalten: Der Authenticator-Schlüssel war nie in diesem Tresor.',
    still: 'Ein Passwort, das du gesehen hast, gilt noch',
    stillBody: (owner) =>
      `Es gilt weiter, bis ${owner} es ändert. Das liegt nicht bei dir; deine eigenen Abschriften zu löschen schon.`,
    session: 'Ein angemeldetes Gerät ist vielleicht noch drin',
    sessionBody: 'Melde dich ab, wo du angemeldet warst. Das ist das Einzige, was hier noch zu tun ist.',
  },
};
