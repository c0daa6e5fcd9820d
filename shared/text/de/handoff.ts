import type * as english from '../handoff.ts';
import type { Translated } from '../language.ts';
import { count, list, promiseText } from '../common.ts';
import { formatCount, formatDay, formatTime, sameDay } from '../dates.ts';
import { windowText } from '../handoff.ts';
import { zonePlace } from '../zoned.ts';
import { capital } from './grammar.ts';

/** Time covered, never in days: `54 h`, `30 min`. */
function hours(seconds: number): string {
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${String(Math.round(seconds / 360) / 10).replace('.', ',')} h`;
}

/** A name every file system takes: letters, digits, dots and dashes. */
function fileName(words: string): string {
  return `${words
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, 100)}.txt`;
}

/** German of ../handoff.ts. */
export const handoff: Translated<typeof english> = {
  handoffText: {
    title: 'Übergeben',
    handoff: 'Übergabe',
    who: 'Wer',
    choosePerson: 'Person wählen',
    chooseLead: 'Nur der Schlüssel dieser Person öffnet, was du versiegelst.',
    findPerson: 'Person finden',
    choose: 'Wählen',
    change: 'Ändern',
    noPeople: 'Im Tresor ist noch niemand. Füge erst die Karte einer Person hinzu.',
    noSuchPerson: 'Niemand hier heißt so.',
    toPeople: 'Zu den Personen',
    nobodyYet: 'Noch niemand gewählt',
    nobodyYetBody: 'Versiegelt wird für eine Person.',
    choosePersonFirst: 'Wähle erst eine Person.',
    travels: 'Was mitgeht',
    endIs: 'sein Ende ist',
    password: 'Passwort',
    passwordChanged: (day) => `geändert ${day}`,
    noPassword: 'hier ist keines gespeichert',
    codes: 'Codes für gewählte Zeitfenster',
    codesNote: 'der Schlüssel bleibt hier',
    noSeed: 'hier ist kein Authenticator-Schlüssel gespeichert',
    backupCodes: 'Backup-Codes',
    backupNote: (n) => `${n} übrig; jeder öffnet das Konto allein`,
    noBackup: 'hier keine übrig',
    liveCodes: 'Codes auf Anfrage',
    liveNote: 'du antwortest jedes Mal von Hand',
    notOffered: 'nicht angeboten',
    notSent: 'nicht gesendet',
    when: 'Wann',
    windows: 'Zeitfenster für Codes jede Woche',
    windowsPreset: 'Die Woche füllen',
    today: 'Heute',
    workWeek: 'Werktage',
    clear: 'Keine',
    appointment: 'Ein Termin zum Anmelden',
    appointmentLength: 'Länge des Termins',
    noAppointment: 'Keiner',
    minutes: (n) => `${n} min`,
    starts: 'Er beginnt',
    startsNow: 'Beim Versiegeln',
    startsLater: 'Zu einer Zeit',
    startDay: 'Tag',
    startTime: 'Uhrzeit',
    codesOff: 'Codes gehen nicht mit. Hak sie oben an, um Zeitfenster zu planen.',
    byCounter: 'sie folgen einem Zähler, darum lassen sich keine vorab machen; hak Codes auf Anfrage an',
    noCodesHere: 'Für dieses Konto lassen sich keine Codes nach der Uhr machen, darum können keine mitgehen.',
    ownTime: (place) => `Die Zeiten sind deine, ${place}.`,
    lastDay: 'Letzter Tag',
    endsAt: 'Endet um',
    endOfDay: 'Tagesende',
    theirTime: (time, place) => `${time} in ${place}`,
    rules: 'Regeln',
    rulesNote: 'in Worten, beim Login gezeigt',
    addRule: 'Regel',
    ownRule: 'Eine eigene Regel',
    ownRuleHint: 'Enter fügt sie hinzu, Escape verwirft sie.',
    device: (name) => `Gerät, das ${name} benutzen will`,
    deviceUnknown: 'Gerät, das benutzt werden soll',
    deviceHint: 'MacBook, Lissabon',
    addDevice: 'Gerät',
    addNote: 'Notiz',
    note: 'Eine Notiz',
    noteHint: 'Mit dem Rest versiegelt',
    promises: 'Was das verspricht',
    todayIs: (day) => `Heute ${day}`,
    to: 'bis',
    noWindows: 'Keine Codes gehen mit',
    windowCount: (n, seconds) => `${count(n, 'Zeitfenster', 'Zeitfenster')}, ${hours(seconds)}`,
    codeCount: (n) => `${formatCount(n)} ${n === 1 ? 'Code' : 'Codes'}`,
    days: (n) => (n === 1 ? 'Tag' : 'Tage'),
    draftKept: 'Entwurf aufbewahrt',
    startAgain: 'Neu anfangen',
    seal: (name) => `Für ${name} versiegeln`,
    sealPlain: 'Versiegeln',
    sealing: 'Wird versiegelt',
    computing: (done) => `Codes werden berechnet, ${done} %`,
    after: (canSave) => (canSave ? 'Dann kopiere es in euren Chat, oder speichere eine Datei.' : 'Dann kopiere es in euren Chat.'),
    unverifiedTodo: 'Jeder kann diese Karte geschickt haben. Ruf an, und tippe die Wörter, die du hörst.',
    uncheckedTitle: (name) => `Für ${name} versiegeln, ohne Wörter zu vergleichen?`,
    uncheckedBody: (name) =>
      `Gehört diese Karte nicht ${name}, kann alles öffnen, wer sie gemacht hat, und nichts holt es zurück. Das Protokoll hält fest, dass die Wörter nicht verglichen wurden.`,
    keepUnsealed: 'Noch nicht versiegeln',
    sealAnyway: 'Ich weiß: ohne Vergleich versiegeln',
    trashed: 'Dieses Konto liegt im Papierkorb.',
    trashedTodo: 'Nimm es heraus, bevor du es verleihst.',
  },
  sealedText: {
    sealed: (name) => `Für ${name} versiegelt`,
    receipt: 'Eine Quittung ist fertig',
    block: 'Versiegelter Text',
    copyText: 'Text kopieren',
    saveFile: 'Als Datei speichern',
    saving: 'Wird gespeichert',
    saved: (file) => `Gespeichert als ${file}`,
    copied: 'Versiegelter Text kopiert. Er ist nicht geheim und bleibt in der Zwischenablage.',
    long: 'Dieser Text ist lang für einen Chat.',
    longTodo: 'Chats schneiden lange Texte ab: Eine Datei taugt besser.',
    longNoFile: 'Chats schneiden lange Texte ab: Eine Mail trägt ihn ganz.',
    size: (characters) => `${formatCount(characters)} Zeichen`,
    more: (lines) => `${formatCount(lines)} weitere Zeilen`,
    tooLong: 'Zu lang, um ihn hier zu zeigen. Kopieren oder Speichern gibt ihn ganz.',
    next: 'Was als Nächstes geschieht',
    send: (name) => `Schick es ${name} über irgendeinen Chat oder per Mail. Nur ${name} kann es öffnen.`,
    paste: (name) => `${name} fügt es in Latchkey unter „Eingang“ ein und nimmt es an.`,
    back: (name) => `${name} schickt eine Quittung zurück. Füge sie in deinen Eingang ein: Dann weißt du, dass es geöffnet wurde.`,
    done: 'Fertig',
    receiptFile: (title, name) => fileName(`latchkey Quittung ${title} für ${name}`),
    requestFile: (title) => fileName(`latchkey Anfrage ${title}`),
    answerFile: (title, name) => fileName(`latchkey Antwort ${title} für ${name}`),
    fileName: (title, name) => fileName(`latchkey ${title} für ${name}`),
  },
  ruleText: ['Darf posten', 'Darf antworten', 'Keine andere Mail oder Nummer', 'Keine neuen Apps'],
  windowText: (span, now, zone) => {
    const at = { zone };
    const time = formatTime(span.until, at);
    const end = time === '0:00' ? '24:00' : time;
    const last = span.until - 1;
    const until = sameDay(span.from, last, at) ? end : `${formatDay(last, now, at)}, ${end}`;
    return `${formatDay(span.from, now, at)}, ${formatTime(span.from, at)} bis ${until}`;
  },
  firstWindowText: (span, now, zone, their) => {
    const own = windowText(span, now, zone);
    const theirs = their.zone === null ? own : windowText(span, now, their.zone);
    return {
      own: `Erstes Zeitfenster: ${own}.`,
      theirs: their.zone === null || theirs === own ? null : `Für ${their.name}, in ${zonePlace(their.zone)}: ${theirs}.`,
    };
  },
  handoffPromises: (person, last, sends) => {
    const only = `Nur ${person ?? 'die Person, die du wählst,'} kann es öffnen.`;
    const app = person === null ? 'Das andere Latchkey' : `Das Latchkey von ${person}`;
    const sealed = sends.codes
      ? `${only} Außerhalb der Zeitfenster lässt sich daraus nie ein Code machen, und nach ${last} keiner mehr.`
      : only;
    const exposed = [
      sends.password ? 'das Passwort' : null,
      sends.backupCodes ? 'die Backup-Codes' : null,
      sends.codes ? 'schon gesendete Codes, bis ihre Zeitfenster vorbei sind' : null,
    ].filter((one) => one !== null);
    const after = sends.password
      ? 'Nach dem letzten Tag führen wir dich durch ein neues Passwort und das Abmelden der Geräte.'
      : 'Nach dem letzten Tag führen wir dich durch das Abmelden der Geräte.';
    return [
      { kind: 'sealed', label: promiseText.sealed, body: sealed },
      {
        kind: 'courtesy',
        label: promiseText.courtesy,
        body:
          sends.password || sends.backupCodes
            ? `${app} lässt nach dem letzten Tag los, was geliehen war, und zeigt deine Regeln. Ein abgeschriebenes Passwort gehorcht nicht.`
            : `${app} zeigt deine Regeln und beendet das am letzten Tag.`,
      },
      {
        kind: 'exposed',
        label: promiseText.exposed,
        body: exposed.length === 0 ? 'Noch nichts: Es ist nichts angehakt, was mitgeht.' : `${capital(list(exposed))}. ${after}`,
      },
    ];
  },
};
