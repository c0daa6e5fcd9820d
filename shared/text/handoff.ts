import { count, list, promiseText } from './common.ts';
import { formatCount, formatDay, formatTime, sameDay } from './dates.ts';
import { zonePlace } from './zoned.ts';
import { inLanguage } from './language.ts';

/** Words of the hand off view. */
export const handoffText = inLanguage('handoff.handoffText', {
  title: 'Hand off',
  handoff: 'Handoff',
  who: 'Who',
  choosePerson: 'Choose a person',
  chooseLead: 'Only this person’s key will open what you seal.',
  findPerson: 'Find a person',
  choose: 'Choose',
  change: 'Change',
  noPeople: 'Nobody is in the vault yet. Add a person’s card first.',
  noSuchPerson: 'Nobody here has such a name.',
  toPeople: 'Go to People',
  nobodyYet: 'Nobody chosen yet',
  nobodyYetBody: 'A handoff is sealed to one person’s key.',
  choosePersonFirst: 'Choose a person first.',
  travels: 'What travels',
  endIs: 'its end is',
  password: 'Password',
  passwordChanged: (day: string) => `changed ${day}`,
  noPassword: 'none is saved here',
  codes: 'Codes for chosen windows',
  codesNote: 'the seed stays here',
  noSeed: 'no authenticator key is saved here',
  byCounter: 'they follow a counter, so none can be made ahead; tick codes on request',
  backupCodes: 'Backup codes',
  backupNote: (n: number) => `${n} left; each opens the account alone`,
  noBackup: 'none left here',
  liveCodes: 'Codes on request',
  liveNote: 'they ask, you answer each by hand',
  notOffered: 'not offered',
  notSent: 'not sent',
  when: 'When',
  windows: 'Code windows each week',
  windowsPreset: 'Fill the week',
  today: 'Today',
  workWeek: 'Work week',
  clear: 'None',
  appointment: 'An appointment to sign in',
  appointmentLength: 'Length of the appointment',
  noAppointment: 'None',
  minutes: (n: number) => `${n} min`,
  starts: 'It starts',
  startsNow: 'When sealed',
  startsLater: 'At a time',
  startDay: 'Day',
  startTime: 'Time',
  codesOff: 'Codes do not travel. Tick them above to plan windows.',
  noCodesHere: 'No codes by time can be made for this account, so none can travel.',
  ownTime: (place: string) => `Times are yours, ${place}.`,
  lastDay: 'Last day',
  endsAt: 'Ends at',
  endOfDay: 'end of day',
  theirTime: (time: string, place: string) => `${time} in ${place}`,
  rules: 'Rules',
  rulesNote: 'in words, shown with the login',
  addRule: 'Rule',
  ownRule: 'A rule of your own',
  ownRuleHint: 'Enter adds it, Escape drops it.',
  device: (name: string) => `Device ${name} said they will use`,
  deviceUnknown: 'Device they said they will use',
  deviceHint: 'MacBook, Lisbon',
  addDevice: 'Device',
  addNote: 'Note',
  note: 'A note',
  noteHint: 'Sealed with the rest',
  promises: 'What this promises',
  todayIs: (day: string) => `Today ${day}`,
  to: 'to',
  noWindows: 'No codes travel',
  windowCount: (n: number, seconds: number) => `${count(n, 'window')}, ${formatHours(seconds)}`,
  codeCount: (n: number) => `${formatCount(n)} ${n === 1 ? 'code' : 'codes'}`,
  days: (n: number) => (n === 1 ? 'day' : 'days'),
  draftKept: 'Draft kept',
  startAgain: 'Start again',
  seal: (name: string) => `Seal for ${name}`,
  sealPlain: 'Seal',
  sealing: 'Sealing',
  computing: (done: number) => `Computing codes, ${done} %`,
  after: (canSave: boolean) => (canSave ? 'Then copy it into your chat, or save a file.' : 'Then copy it into your chat.'),
  unverifiedTodo: 'Anyone could have sent this card. Call, and type the words you hear.',
  uncheckedTitle: (name: string) => `Seal for ${name} without comparing words?`,
  uncheckedBody: (name: string) =>
    `If this card is not ${name}’s, whoever made it can open all of this, and nothing calls it back. The log keeps that the words were not compared.`,
  keepUnsealed: 'Do not seal yet',
  sealAnyway: 'I know: seal it without comparing words',
  trashed: 'This account is in the trash.',
  trashedTodo: 'Take it out before you lend it.',
} as const);

/** Time covered, never in days: a day of windows is not a day of the calendar. `54 h`, `30 min`. */
function formatHours(seconds: number): string {
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 360) / 10} h`;
}

/** A name every file system takes: letters, digits, dots and dashes. */
function fileName(words: string): string {
  return `${words
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, 100)}.txt`;
}

/** Words after the sealing: what is ready, and what to do with it. */
export const sealedText = inLanguage('handoff.sealedText', {
  sealed: (name: string) => `Sealed for ${name}`,
  receipt: 'A receipt is ready',
  block: 'Sealed text',
  copyText: 'Copy the text',
  saveFile: 'Save as a file',
  saving: 'Saving',
  saved: (file: string) => `Saved as ${file}`,
  copied: 'Sealed text copied. It is not secret and stays on the clipboard.',
  long: 'This text is long for a chat.',
  longTodo: 'Chats cut long texts short: a file serves better.',
  longNoFile: 'Chats cut long texts short: mail carries it whole.',
  size: (characters: number) => `${formatCount(characters)} characters`,
  more: (lines: number) => `${formatCount(lines)} more lines`,
  tooLong: 'Too long to show here. Copying or saving gives all of it.',
  next: 'What happens next',
  send: (name: string) => `Send it to ${name} over any chat or mail. Only ${name} can open it.`,
  paste: (name: string) => `${name} pastes it into Latchkey, under Inbox, and takes it up.`,
  back: (name: string) => `${name} sends a receipt back. Paste it into your inbox: then you know it was opened.`,
  done: 'Done',
  receiptFile: (title: string, name: string) => fileName(`latchkey receipt ${title} for ${name}`),
  requestFile: (title: string) => fileName(`latchkey request for ${title}`),
  answerFile: (title: string, name: string) => fileName(`latchkey answer ${title} for ${name}`),
  fileName: (title: string, name: string) => fileName(`latchkey ${title} for ${name}`),
} as const);

/** Ready-made rules, in words. */
export const ruleText = inLanguage('handoff.ruleText', [
  'May post',
  'May reply',
  'No mail or phone change',
  'No new apps',
] as const);

/** Whether a rule forbids something, by how it begins: in English or in German, whoever wrote it and whoever reads it. */
export function isForbidding(rule: string): boolean {
  return /^(?:no|not|never|may not|do not|keine?[mnrs]?|niemals|nie|nicht|darf(?: \S+)* nicht)\b/i.test(rule);
}

type Span = { readonly from: number; readonly until: number };

/** One window in a zone: `Thu 26 Nov, 9:00 to 18:00`, with the day of its end named when that is another; midnight ends its day as 24:00. */
export const windowText = inLanguage('handoff.windowText', (span: Span, now: number, zone: string): string => {
  const at = { zone };
  const time = formatTime(span.until, at);
  const end = time === '0:00' ? '24:00' : time;
  const last = span.until - 1;
  const until = sameDay(span.from, last, at) ? end : `${formatDay(last, now, at)}, ${end}`;
  return `${formatDay(span.from, now, at)}, ${formatTime(span.from, at)} to ${until}`;
});

/** The first window of a pass, and the same in the zone of whom it is for when their clock differs. */
export const firstWindowText = inLanguage(
  'handoff.firstWindowText',
  (
    span: Span,
    now: number,
    zone: string,
    their: { readonly zone: string | null; readonly name: string },
  ): { readonly own: string; readonly theirs: string | null } => {
    const own = windowText(span, now, zone);
    const theirs = their.zone === null ? own : windowText(span, now, their.zone);
    return {
      own: `First window: ${own}.`,
      theirs: their.zone === null || theirs === own ? null : `For ${their.name}, in ${zonePlace(their.zone)}: ${theirs}.`,
    };
  },
);

/** The three promises of a hand off: label and sentence, exposed last. `person` is a first name, null while nobody is chosen. */
export const handoffPromises = inLanguage(
  'handoff.handoffPromises',
  (
    person: string | null,
    last: string,
    sends: { readonly password: boolean; readonly codes: boolean; readonly backupCodes: boolean },
  ) => {
    const who = person ?? 'The person you choose';
    const only = `Only ${person ?? 'the person you choose'} can open it.`;
    const sealed = sends.codes ? `${only} No code outside the windows can ever be made from it, and none after ${last}.` : only;
    const exposed = [
      sends.password ? 'the password' : null,
      sends.backupCodes ? 'the backup codes' : null,
      sends.codes ? 'codes already sent, until their windows are over' : null,
    ].filter((one) => one !== null);
    const after = sends.password
      ? 'After the last day we walk you through a new password and signing devices out.'
      : 'After the last day we walk you through signing devices out.';
    const named = list(exposed);
    return [
      { kind: 'sealed', label: promiseText.sealed, body: sealed },
      {
        kind: 'courtesy',
        label: promiseText.courtesy,
        body:
          sends.password || sends.backupCodes
            ? `${who}’s Latchkey drops what was lent after the last day and shows your rules. A copied password does not obey.`
            : `${who}’s Latchkey shows your rules and ends this on the last day.`,
      },
      {
        kind: 'exposed',
        label: promiseText.exposed,
        body:
          exposed.length === 0
            ? 'Nothing yet: nothing is ticked to travel.'
            : `${named.charAt(0).toUpperCase()}${named.slice(1)}. ${after}`,
      },
    ] as const;
  },
);
