import { assertNever } from '../../errors.ts';
import { count, ofName } from '../common.ts';
import { formatDay, formatDuration, formatTime, sameDay } from '../dates.ts';
import { windowText } from '../handoff.ts';
import type { Translated } from '../language.ts';
import type * as english from '../relay.ts';
import { zonePlace } from '../zoned.ts';

function moment(at: number, now: number): string {
  return sameDay(at, now) ? formatTime(at) : `${formatDay(at, now)}, ${formatTime(at)}`;
}

/** German of ../relay.ts. */
export const relay: Translated<typeof english> = {
  askText: {
    act: 'Schick mir einen Code',
    title: (what, owner) => `${owner} um einen Code von ${what} bitten?`,
    lead: (owner) => `${owner} antwortet von Hand. Dein Text wartet höchstens einen Tag.`,
    when: 'Wann',
    now: 'Jetzt',
    later: 'Zu einer Zeit',
    day: 'Tag',
    today: 'Heute',
    from: 'Von',
    to: 'Bis',
    own: (place) => `Es gilt deine Zeit, ${place}.`,
    backwards: 'Die Zeit endet, bevor sie beginnt.',
    over: 'Diese Zeit ist schon vorbei.',
    why: 'Wofür, in einer Zeile, die gelesen wird',
    safe: 'Abbrechen',
    make: 'Text erzeugen',
    making: 'Wird versiegelt',
    answers: (owner) => `Du kannst ${owner} darum bitten; ${owner} antwortet von Hand.`,
  },
  askedText: {
    title: 'Code auf Anfrage',
    waiting: (owner) => `Wartet auf ${owner}.`,
    send: (owner) => `Schick diesen Text an ${owner}. Die Antwort kommt in deinen Eingang.`,
    left: (seconds) => `noch ${formatDuration(seconds)}`,
    leftLabel: (seconds) => `wartet noch ${formatDuration(seconds)}`,
    showText: 'Text zeigen',
    hideText: 'Text ausblenden',
    close: 'Nicht länger warten',
    closing: 'Wird geschlossen',
    toInbox: 'Antwort einfügen',
    memory: 'Nur im Speicher: Er ist fort, wenn er endet, und beim Sperren.',
    over: 'Der Code, der kam, ist vorbei.',
    overBody: 'Er bleibt nur im Speicher, also beendet ihn auch das Sperren.',
    expired: (owner) => `${owner} hat innerhalb eines Tages nicht geantwortet.`,
    again: 'Noch einmal fragen',
    typed: 'Code, von Hand eingegeben',
    code: 'Code',
    until: (at, now) => `gültig bis ${moment(at, now)}`,
    opens: (at, now) => `beginnt ${moment(at, now)}`,
    toReceived: 'Code zeigen',
  },
  answerText: {
    title: (person, account) => `${person} fragt nach einem Code von ${account}`,
    compared: 'Wörter verglichen',
    notCompared: 'Wörter nicht verglichen',
    refuse: 'Ablehnen',
    refusing: 'Wird abgelehnt',
    send: 'Einen Code schicken',
    sending: 'Wird versiegelt',
    open: 'Öffnen',
    account: 'Konto',
    when: 'Wann',
    why: 'Wofür',
    soFar: 'Bisher',
    waits: 'Wartet bis',
    answer: 'Antwort',
    minutes: 'Codes für',
    min: (n) => `${n} min`,
    minutesNote: 'Codes wechseln jede halbe Minute; ein paar Minuten davon überstehen einen Chat.',
    typedLabel: 'Der Code, der zu dir kam',
    typedHint: 'Aus der SMS oder Mail. Er lässt sich zehn Minuten lang öffnen.',
    typedUnfit: 'Ein Code hat 4 bis 12 Buchstaben oder Ziffern.',
    seal: 'Diesen Code versiegeln',
    denied: 'Du hast das abgelehnt. Niemand erfährt es: Die andere Seite hört nichts.',
    closed: 'Diese Anfrage ist vorbei.',
    answered: 'Beantwortet.',
    answeredBody: (person) => `Schick diesen Text an ${person}. Er ist versiegelt, und ihn zu schicken verrät nichts.`,
    answerOver: 'Der Text wird nicht mehr aufbewahrt.',
    exposes:
      'Bis sie vorbei sind, beendet nur ein neuer Authenticator-Schlüssel diese Codes. Das Protokoll hält fest, dass du sie geschickt hast.',
    muted: 'Anfragen zu dieser Leihe sind stumm.',
    mutedBody: 'Sie werden aufbewahrt und nicht als wartend gezeigt.',
    unmute: 'Wieder fragen lassen',
    toGrant: 'Leihe öffnen',
    refused: 'Abgelehnt. Niemand erfährt es.',
    sent: 'Versiegelt. Kopiere es jetzt in euren Chat.',
  },
  soFarText: ({ answered, answeredToday }) => {
    const today = answeredToday === 0 ? 'der erste heute' : `${count(answeredToday, 'Code', 'Codes')} heute geschickt`;
    return answered > answeredToday ? `${today}, ${answered} zu dieser Leihe` : today;
  },
  askedWhen: (when, now, ownZone) => {
    if (when === null) return 'jetzt';
    const span = { from: when.from, until: when.to };
    const theirs = windowText(span, now, when.zone);
    const own = windowText(span, now, ownZone);
    return theirs === own ? own : `${own}, dort ${theirs} (${zonePlace(when.zone)})`;
  },
  whyNoCode: (problem, person) => {
    switch (problem) {
      case 'request_over':
        return { what: 'Diese Anfrage wartet nicht mehr.', todo: 'Eine neue lässt sich beantworten.' };
      case 'grant_over':
        return { what: 'Was verliehen war, ist beendet.', todo: 'Übergib es neu, um es wieder zu verleihen.' };
      case 'not_verified':
        return {
          what: `Du hast mit ${person} keine Wörter verglichen.`,
          todo: 'Ein Code ist so viel wert wie das Passwort daneben: An einen Schlüssel, den niemand geprüft hat, geht keiner.',
        };
      case 'too_often':
        return {
          what: `${person} hat in einer Stunde sechs Codes bekommen.`,
          todo: 'Das ist das Höchste. Frag, warum so viele, bevor du noch einen schickst.',
        };
      case 'muted':
        return { what: `Anfragen von ${person} sind stumm.`, todo: 'Lass zuerst wieder fragen.' };
      default:
        return assertNever(problem);
    }
  },
  changedText: {
    revoked: (owner) => `${owner} hat das beendet.`,
    revokedBody:
      'Die Geheimnisse darin haben diesen Tresor verlassen. Was du gelesen hast, weißt du noch, und es gilt, bis es geändert wird.',
    receipt: (owner) => `Eine Quittung für ${owner} liegt bereit.`,
    receiptBody: (owner) => `Sie sagt ${owner}, dass dieser Tresor nicht mehr hält, was geliehen war. Du schickst sie.`,
    pass: 'Neue Codes sind da.',
    passBody: (owner) => `Sie treten an die Stelle derer, die du hattest, und als letzter Tag gilt ${ofName(owner)} neuer.`,
    passDead: 'Diese Codes kamen zu spät.',
    passDeadBody: 'Wozu sie gehören, ist hier vorbei, und sie beleben nichts wieder.',
    code: 'Ein Code ist da.',
    codeBody: 'Er bleibt bis zu seinem Ende nur im Speicher.',
    toReceived: 'Zu „Mir geliehen“',
    sent: 'Geschickt',
  },
};
