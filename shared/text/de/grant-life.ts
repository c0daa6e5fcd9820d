import { assertNever } from '../../errors.ts';
import { count, list, ofName, proofText } from '../common.ts';
import { formatCount, formatDay, formatDayTime } from '../dates.ts';
import type * as english from '../grant-life.ts';
import type { Translated } from '../language.ts';
import { capital } from './grammar.ts';

const windows = (n: number): string => count(n, 'Zeitfenster', 'Zeitfenster');

/** German of ../grant-life.ts. */
export const grantLife: Translated<typeof english> = {
  grantText: {
    title: (account, person) => `${account} für ${person}`,
    open: (account, person) => `Die Leihe von ${account} an ${person} ansehen`,
    facts: 'Was verliehen ist',
    account: 'Konto',
    person: 'An',
    gives: 'Gibt',
    level: 'Stufe',
    since: 'Seit',
    until: 'Bis',
    windows: 'Zeitfenster für Codes',
    moreWindows: (n) => `und ${n} weitere`,
    rules: 'Regeln',
    device: 'Gerät',
    devicePromised: 'dort angekündigt',
    steps: 'Vereinbarte Schritte',
    note: 'Notiz',
    relayed: 'Geschickte Codes',
    relayedCount: (n) => (n === 0 ? 'keine auf Anfrage' : `${count(n, 'Antwort', 'Antworten')} auf Anfrage`),
    receipts: 'Was zurückkam',
    noReceipt: 'Noch keine Quittung',
    noReceiptBody: 'Niemand hat gesagt, dass es geöffnet wurde. Füge die Quittung in den Eingang ein.',
    stays: 'Was bliebe',
    stayed: 'Was bleibt',
    nothingStays: 'Nichts, was hier verliehen war, ist offengelegt.',
    extend: 'Verlängern',
    reduce: 'Verringern',
    end: 'Jetzt beenden',
    sendWord: 'Sagen, dass es beendet ist',
    sendAnew: 'Neues Passwort schicken',
    outdated: (person) => `${person} hat noch das alte Passwort.`,
    outdatedBody: 'Es öffnet nichts mehr. Versiegle das neue, bis zum selben letzten Tag.',
    requests: 'Codes auf Anfrage',
    mute: 'Anfragen stumm schalten',
    unmute: 'Wieder fragen lassen',
    muted: (person) => `Anfragen nach Codes von ${person} sind stumm.`,
    mutedBody: 'Sie werden aufbewahrt und nicht gezeigt. Niemand erfährt es.',
    heard: (person) => `${person} darf außerhalb der Zeitfenster um einen Code bitten. Du beantwortest jede Anfrage von Hand.`,
    revoked: (when) => `Du hast das Ende davon versiegelt, ${when}.`,
    revokedAgain: 'Text noch einmal zeigen',
    hideText: 'Text ausblenden',
    trashed: 'im Papierkorb',
    toAccount: 'Konto öffnen',
    closed: 'Abgeschlossen',
  },
  grantStateText: (state, until, now) => {
    switch (state) {
      case 'requested':
        return 'angefragt';
      case 'offered':
        return 'versiegelt, noch nicht geöffnet';
      case 'active':
      case 'ending':
        return 'in Gebrauch';
      case 'ended':
        return `beendet ${formatDay(until - 1, now)}, nicht abgeschlossen`;
      case 'closed':
        return 'abgeschlossen';
      case 'refused':
        return 'abgelehnt';
      default:
        return assertNever(state);
    }
  },
  receiptLine: ({ event, at }, person, now) => {
    const when = formatDayTime(at, now);
    switch (event) {
      case 'opened':
        return { kind: 'sealed', proof: proofText.signed, body: `${person} hat es geöffnet, ${when}.` };
      case 'declined':
        return { kind: 'sealed', proof: proofText.signed, body: `${person} hat es abgelehnt, ${when}.` };
      case 'purged':
        return { kind: 'courtesy', proof: proofText.told, body: `Was verliehen war, wurde dort entfernt, ${when}.` };
      case 'expired':
        return {
          kind: 'courtesy',
          proof: proofText.told,
          body: `Der letzte Tag ging dort vorbei, und es wurde entfernt, ${when}.`,
        };
      default:
        return assertNever(event);
    }
  },
  extendText: {
    title: 'Verlängern',
    sub: (account, person) => `${account}, verliehen an ${person}`,
    windows: 'Zeitfenster für Codes',
    keep: 'Die noch übrigen',
    fresh: 'Neue',
    keepBody: (n) =>
      n === 0
        ? 'Kein Zeitfenster ist übrig, also reisen keine Codes.'
        : `Die übrigen Zeitfenster (${n}) reisen noch einmal, bis zum neuen letzten Tag.`,
    freshBody: 'Die neuen Zeitfenster treten an die Stelle der übrigen.',
    carries: 'Was hier versiegelt wird',
    onlyCodes:
      'Die Codes der neuen Zeitfenster und der neue letzte Tag. Ein Passwort, das schon verliehen ist, bleibt, wie es ist.',
    all: (what) => `${capital(list(what))} und der neue letzte Tag.`,
    role: 'Die vereinbarten Schritte und der neue letzte Tag. Kein Geheimnis reist.',
    sealedBody: (person) => `Nur ${person} kann es öffnen.`,
    exposedBody: (gives) => {
      const codes = 'Codes, die für Zeitfenster geschickt sind, gelten, bis diese vorbei sind, auch wenn du vorher beendest.';
      if (!gives.password && !gives.codes) return 'Nichts Neues.';
      return [gives.password ? 'Das Passwort, wie bisher.' : null, gives.codes ? codes : null]
        .filter((one) => one !== null)
        .join(' ');
    },
    notLater: (day) => `Es dauert schon bis ${day}. Verringere es, um es früher zu beenden.`,
    from: (day) => `jetzt bis ${day}`,
  },
  reduceText: {
    title: 'Verringern',
    lead: 'Was bleibt',
    password: 'Passwort',
    codes: 'Die Zeitfenster, die noch übrig sind',
    codesNote: (n) => windows(n),
    backupCodes: 'Backup-Codes',
    liveCodes: 'Codes auf Anfrage',
    role: 'Die Rolle',
    roleNote: 'auf der Plattform zu ändern',
    levelLabel: 'Stufe, in Worten',
    carries: 'Was das tut',
    does: (person) => `${ofName(person)} Latchkey lässt los, was du wegnimmst, sobald der Text dort eingefügt ist.`,
    exposed:
      'Was schon gesehen wurde, gilt, bis du es änderst. Codes, die schon geschickt sind, gelten, bis ihre Zeitfenster vorbei sind.',
    notEarlier: 'Wähle denselben letzten Tag oder einen früheren.',
    nothing: 'Um alles wegzunehmen, beende es.',
  },
  endText: {
    title: (account, person) => `${account} für ${person} jetzt beenden?`,
    titleOver: (account, person) => `${person} sagen, dass ${account} beendet ist?`,
    lead: 'Das lässt sich nicht zurücknehmen; es wieder zu verleihen ist eine neue Übergabe.',
    reason: 'Warum, in einem Satz, der gelesen wird',
    usual: 'Der Zugang ist beendet.',
    does: (person) =>
      `Ein Wort an ${person} wird versiegelt. Eingefügt entfernt es, was das Latchkey dort hält, und erzeugt eine Quittung.`,
    pass: (until) =>
      `Codes, die schon geschickt sind, gelten bis ${until}; nur ein neuer Authenticator-Schlüssel beendet sie früher.`,
    still: (person) => `Ein Passwort, das ${person} gesehen hat, gilt, bis du es änderst.`,
    session: 'Wer angemeldet ist, bleibt angemeldet, bis du abmeldest.',
    keep: 'Laufen lassen',
    keepOver: 'Nicht jetzt',
    act: 'Beenden',
    actOver: 'Nachricht versiegeln',
    ending: 'Wird beendet',
    exposedTitle: 'Hier beendet; noch offengelegt, bis du es änderst',
    exposedBody: 'Der Durchgang zum Ende führt dich durch ein neues Passwort und das Abmelden der Geräte.',
    run: 'Durchgang zum Ende beginnen',
  },
  lifeSealedText: {
    extend: (person) => `Versiegelt: mehr Zeit für ${person}`,
    reduce: (person) => `Versiegelt: weniger für ${person}`,
    end: (person) => `Beendet für ${person}`,
    anew: (person) => `Versiegelt: das neue Passwort für ${person}`,
    paste: (person) => `${person} fügt es in Latchkey ein, unter „Eingang“. Bis dahin ändert sich dort nichts.`,
    receipt: (person) =>
      `${person} schickt eine Quittung zurück. Füge sie in deinen Eingang ein: Sie ist, was die App dort vom Ende sagt.`,
    done: 'Fertig',
  },
  outdatedText: {
    title: (n) => `${n === 1 ? '1 Person hat' : `${n} Personen haben`} noch das alte Passwort.`,
    body: 'Es öffnet nichts mehr.',
    act: 'Das neue schicken',
    dialog: 'Neues Passwort schicken',
    lead: 'Jede Person bekommt einen eigenen Text, bis zum selben letzten Tag wie vorher.',
    close: 'Schließen',
  },
  codesInWindows: (codes, n) =>
    `${formatCount(codes)} ${codes === 1 ? 'Code' : 'Codes'} in ${n === 1 ? '1 Zeitfenster' : `${n} Zeitfenstern`}`,
};
