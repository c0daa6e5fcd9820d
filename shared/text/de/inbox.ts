import { assertNever } from '../../errors.ts';
import { count, firstName, list, ofName, promiseText, proofText } from '../common.ts';
import { formatCount, formatDay, formatDayTime, formatTime, type Place } from '../dates.ts';
import type * as english from '../inbox.ts';
import type { Translated } from '../language.ts';
import { zonePlace } from '../zoned.ts';

type Receipt = 'opened' | 'declined' | 'purged' | 'expired' | null;

function endText(until: number, now: number, place: Place = {}): string {
  return formatTime(until, place) === '0:00' ? `Ende ${formatDay(until - 1, now, place)}` : formatDayTime(until, now, place);
}

function receiptSentence(receipt: Receipt, who: string, what: string): string {
  const has = who === 'Du' ? 'hast' : 'hat';
  switch (receipt) {
    case 'declined':
      return `${who} ${has} ${what} abgelehnt`;
    case 'purged':
      return `${who} ${has} ${what} zurückgegeben`;
    case 'expired':
      return `${who} ${has} ${what} nicht mehr`;
    default:
      return `${who} ${has} ${what} geöffnet`;
  }
}

/** German of ../inbox.ts. */
export const inbox: Translated<typeof english> = {
  inboxText: {
    title: 'Eingang',
    messages: 'Nachrichten',
    waiting: (n) => (n === 0 ? 'nichts wartet' : n === 1 ? '1 wartet' : `${n} warten`),
    paste: 'Nachricht einfügen',
    pasteHint: 'oder eine Datei hierher ziehen',
    pasteLead: 'Eine Karte, eine Übergabe oder eine Quittung. Sie wird auf diesem Computer gelesen und nirgends sonst.',
    pasteField: 'Versiegelter Text oder Karte',
    pasteFieldHint: 'Kopiere den ganzen Block, von LATCHKEY1 bis END.',
    longPaste: (characters) => `Ein Text von ${characters} Zeichen.`,
    takeOut: 'Herausnehmen',
    pasteFirst: 'Füge zuerst etwas ein.',
    putAway: 'Weglegen',
    read: 'Lesen',
    reading: 'Wird gelesen',
    openFile: 'Datei öffnen',
    forYou: 'Wartet auf dich',
    done: 'Erledigt',
    emptyTitle: 'Nichts ist angekommen',
    emptyBody:
      'Füge ein, was dir jemand geschickt hat: eine Karte, eine Übergabe, eine Quittung. Es wird hier gelesen und nirgends sonst.',
    accept: 'Annehmen',
    accepting: 'Wird angenommen',
    decline: 'Ablehnen',
    declining: 'Wird abgelehnt',
    declineTitle: (what) => `${what} ablehnen?`,
    declineBody: (name) =>
      `Die Geheimnisse darin verlassen diesen Tresor, und für ${name} entsteht eine Quittung, die das sagt. Frag noch einmal danach, wenn du es später brauchst.`,
    declineAgain: (name) =>
      `Du hast das schon, so wie es war. Wer die Änderung ablehnt, gibt alles zurück: Die Geheimnisse darin verlassen diesen Tresor, und für ${name} entsteht eine Quittung, die das sagt.`,
    keepOffer: 'Behalten',
    was: (day) => `vorher ${day}`,
    openAnyway: 'Trotzdem öffnen',
    override: 'Die Geheimnisse trotzdem öffnen',
    opening: 'Wird geöffnet',
    overrideTitle: (name) => `Das öffnen, ohne Wörter mit ${name} zu vergleichen?`,
    overrideBody: (name) =>
      `Wenn das nicht ${ofName(name)} Karte ist, hat jemand anderes das geschrieben. Eine Anmeldung damit kann dich hinführen, wo diese Person dich haben will.`,
    overrideWhy: 'Das Protokoll wird sagen, dass keine Wörter verglichen wurden.',
    keepClosed: 'Verschlossen lassen',
    unverifiedTodo: 'Das kann jeder geschrieben haben. Ruf an und tippe die Wörter, die du hörst.',
    openedUnchecked: 'Du hast das geöffnet, ohne Wörter zu vergleichen; das Protokoll sagt es.',
    receiptReady: 'Eine Quittung liegt bereit, um zurückgeschickt zu werden.',
    toRuns: 'Zu den Durchgängen',
    toLoan: 'Leihe ansehen',
    toReceived: 'Zu „Mir geliehen“',
    taken: 'Du hast das angenommen',
    takenBody: 'Es hängt bis zum letzten Tag unter „Mir geliehen“.',
    declined: 'Du hast das abgelehnt',
    declinedBody: 'Die Geheimnisse darin sind nicht mehr in diesem Tresor.',
    over: 'Das ist beendet',
    overBody: 'Der letzte Tag ist vorbei; es kann nicht mehr angenommen werden.',
    toPerson: (name) => `${ofName(name)} Seite öffnen`,
    cardTodo: 'Diese Karte kann jeder geschickt haben. Ruf an und tippe die Wörter, die du hörst.',
    cardBody: (name) =>
      `${name} ist jetzt unter deinen Personen. Ihr könnt füreinander versiegeln und lesen, was versiegelt wurde.`,
    came: (title) => `Neu im Eingang: ${title}`,
    arrived: (when) => `angekommen ${when}`,
    signedBy: 'mit dem eigenen Schlüssel signiert',
    account: 'Konto',
    gives: 'Gibt',
    givesRole: 'eine Rolle auf der Plattform und nichts Geheimes',
    noLongerHere: 'nichts mehr: Die Geheimnisse haben diesen Tresor verlassen',
    until: 'Bis',
    backBy: (day) => `zurück ${day}`,
    ended: (day) => `beendet ${day}`,
    from: 'Von',
    windows: 'Zeitfenster für Codes',
    rules: 'Regeln',
    steps: 'Erste Schritte',
    note: 'Notiz',
    level: 'Stufe',
    moreWindows: (n) => `und ${n} weitere`,
    secretsClosed: 'bleibt verschlossen, bis die Wörter verglichen sind',
    reason: 'Warum',
  },
  givesText: (item) => {
    const parts = [
      item.password ? 'Passwort' : null,
      item.codes > 0 ? `${formatCount(item.codes)} ${item.codes === 1 ? 'Code' : 'Codes'}` : null,
      item.backupCodes > 0 ? count(item.backupCodes, 'Backup-Code', 'Backup-Codes') : null,
      item.liveCodes ? 'Codes auf Anfrage' : null,
    ].filter((part) => part !== null);
    return parts.length === 0 ? 'nichts Geheimes' : list(parts);
  },
  offeredPromises: (owner, has) => {
    if (!has.secrets)
      return [
        {
          kind: 'platform' as const,
          label: promiseText.platform,
          body: `Die Rolle gehört der Plattform: Sie gilt, bis ${owner} sie dort wegnimmt, und hier liegt kein Passwort.`,
        },
        {
          kind: 'courtesy' as const,
          label: promiseText.courtesy,
          body: `Dieses Latchkey zeigt die Schritte und ${ofName(owner)} Regeln bis zum letzten Tag.`,
        },
      ];
    return [
      {
        kind: 'sealed' as const,
        label: promiseText.sealed,
        body: has.codes
          ? 'Codes in den Zeitfenstern, keine außerhalb: Hier liegt nichts, woraus weitere entstehen könnten.'
          : `Nur du kannst es öffnen, und nur ${ofName(owner)} Schlüssel kann es signiert haben.`,
      },
      {
        kind: 'courtesy' as const,
        label: promiseText.courtesy,
        body: `Dieses Latchkey entfernt nach dem letzten Tag, was geliehen war, und zeigt ${ofName(owner)} Regeln.`,
      },
    ];
  },
  receiptText: (event, name) => {
    const exposed = {
      label: promiseText.exposed,
      body: 'Was verliehen war, ist außerhalb dieses Tresors bekannt. Der Durchgang führt dich hindurch, es zu beenden.',
    };
    switch (event) {
      case 'opened':
        return {
          proof: proofText.signed,
          body: `${ofName(name)} Schlüssel hat signiert, dass es geöffnet wurde. Die Leihe läuft jetzt.`,
          exposed: null,
        };
      case 'declined':
        return {
          proof: proofText.signed,
          body: `${ofName(name)} Schlüssel hat signiert, dass es abgelehnt wurde. Angekommen war es trotzdem.`,
          exposed,
        };
      case 'purged':
        return {
          proof: proofText.told,
          body: `${name} hat es vorzeitig zurückgegeben. Die App dort sagt, dass sie ihre Kopien entfernt hat.`,
          exposed,
        };
      case 'expired':
        return {
          proof: proofText.told,
          body: `Der letzte Tag ist vorbei. ${ofName(name)} App sagt, dass sie ihre Kopien entfernt hat.`,
          exposed,
        };
      default:
        return assertNever(event);
    }
  },
  untilText: (until, now) => `${endText(until, now)}, nach deiner Uhr`,
  theirUntilText: (until, now, zone, their) => {
    if (their.zone === null) return null;
    const theirs = endText(until, now, { zone: their.zone });
    return theirs === endText(until, now, { zone }) ? null : `Für ${their.name}, in ${zonePlace(their.zone)}: ${theirs}.`;
  },
  inboxTwo: ({ kind, from, receipt }) => {
    if (receipt !== null) return `${from.name} · ${proofText.signed}`;
    if (kind === 'card') return from.verified ? 'Wörter verglichen' : 'Wörter noch nicht verglichen';
    return from.verified ? from.name : 'Wörter noch nicht verglichen';
  },
  inboxTitle: ({ kind, from, about, receipt, before }) => {
    const own = from.contact === null;
    const who = own ? 'Du' : firstName(from.name);
    const what = about ?? 'etwas';
    const pick = (you: string, they: string): string => (own ? you : they);
    switch (kind) {
      case 'card':
        return `Karte von ${from.name}`;
      case 'handoff':
        return before === undefined
          ? `${who} ${pick('leihst', 'leiht')} dir ${what}`
          : `${who} ${pick('änderst', 'ändert')}, was du von ${what} hast`;
      case 'request':
        return `${who} ${pick('fragst', 'fragt')} nach ${what}`;
      case 'code_request':
        return `${who} ${pick('fragst', 'fragt')} nach einem Code von ${what}`;
      case 'code':
      case 'pass':
        return `${who} ${pick('hast', 'hat')} einen Code von ${what} geschickt`;
      case 'refusal':
        return `${who} ${pick('hast', 'hat')} zu ${what} nein gesagt`;
      case 'revoke':
        return `${who} ${pick('hast', 'hat')} ${what} beendet`;
      case 'receipt':
        return receiptSentence(receipt, who, what);
      default:
        return `Eine Nachricht von ${from.name}`;
    }
  },
};
