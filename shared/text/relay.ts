import { assertNever } from '../errors.ts';
import { count, ofName } from './common.ts';
import { formatDay, formatDuration, formatTime, sameDay } from './dates.ts';
import { windowText } from './handoff.ts';
import { zonePlace } from './zoned.ts';
import { inLanguage } from './language.ts';

/** Words of asking for a code, on the side of whom it was lent to. `owner` is a first name. */
export const askText = inLanguage('relay.askText', {
  act: 'Send me a code',
  title: (what: string, owner: string) => `Ask ${owner} for a code of ${what}?`,
  lead: (owner: string) => `${owner} answers by hand. Your text waits a day at most.`,
  when: 'When',
  now: 'Now',
  later: 'At a time',
  day: 'Day',
  today: 'Today',
  from: 'From',
  to: 'Until',
  own: (place: string) => `Times are yours, ${place}.`,
  backwards: 'The time ends before it begins.',
  over: 'That time is over already.',
  why: 'What for, in a line they will read',
  safe: 'Cancel',
  make: 'Make the text',
  making: 'Sealing',
  answers: (owner: string) => `You can ask ${owner} for one; ${owner} answers by hand.`,
} as const);

/** Words of a code that was asked for. `owner` is a first name. */
export const askedText = inLanguage('relay.askedText', {
  title: 'Code on request',
  waiting: (owner: string) => `Waiting for ${owner}.`,
  send: (owner: string) => `Send this text to ${owner}. Their answer goes into your inbox.`,
  left: (seconds: number) => `${formatDuration(seconds)} left`,
  leftLabel: (seconds: number) => `waits for ${formatDuration(seconds)} more`,
  showText: 'Show the text',
  hideText: 'Hide the text',
  close: 'Wait no longer',
  closing: 'Closing',
  toInbox: 'Paste the answer',
  memory: 'Kept in memory only: it is gone at its end, and at lock.',
  over: 'The code that came is over.',
  overBody: 'It is kept in memory only, so a lock ends it too.',
  expired: (owner: string) => `${owner} did not answer within a day.`,
  again: 'Ask again',
  typed: 'Code, typed in by its owner',
  code: 'Code',
  until: (at: number, now: number) =>
    `good until ${sameDay(at, now) ? formatTime(at) : `${formatDay(at, now)}, ${formatTime(at)}`}`,
  opens: (at: number, now: number) => `begins ${sameDay(at, now) ? formatTime(at) : `${formatDay(at, now)}, ${formatTime(at)}`}`,
  toReceived: 'Show the code',
} as const);

/** Words of answering, on the owner’s side. `person` is a first name. */
export const answerText = inLanguage('relay.answerText', {
  title: (person: string, account: string) => `${person} asks for one ${account} code`,
  compared: 'words compared',
  notCompared: 'words not compared',
  refuse: 'Refuse',
  refusing: 'Refusing',
  send: 'Send one code',
  sending: 'Sealing',
  open: 'Open it',
  account: 'Account',
  when: 'When',
  why: 'What for',
  soFar: 'So far',
  waits: 'Waits until',
  answer: 'Answer',
  minutes: 'Codes for',
  min: (n: number) => `${n} min`,
  minutesNote: 'Codes change every half minute; a few minutes of them survive a chat.',
  typedLabel: 'The code that came to you',
  typedHint: 'From the SMS or mail. It may be opened for ten minutes.',
  typedUnfit: 'A code has 4 to 12 letters or digits.',
  seal: 'Seal this code',
  denied: 'You refused this. Nobody is told: silence is all they get.',
  closed: 'This request is over.',
  answered: 'Answered.',
  answeredBody: (person: string) => `Send this text to ${person}. It is sealed, and not secret to send.`,
  answerOver: 'Its text is no longer kept.',
  exposes: 'Until they are over only a new seed ends these codes. The log keeps that you sent them.',
  muted: 'Requests under this loan are muted.',
  mutedBody: 'They are kept and not shown as waiting.',
  unmute: 'Let them ask again',
  toGrant: 'Open the loan',
  refused: 'Refused. Nobody is told.',
  sent: 'Sealed. Copy it into your chat now.',
} as const);

/** How many codes were sent under a loan: `first today`, `3rd today, 5 in all`. */
export const soFarText = inLanguage(
  'relay.soFarText',
  ({ answered, answeredToday }: { readonly answered: number; readonly answeredToday: number }): string => {
    const today = answeredToday === 0 ? 'the first today' : `${count(answeredToday, 'code')} sent today`;
    return answered > answeredToday ? `${today}, ${answered} under this loan` : today;
  },
);

/** For when a code is asked, in both zones when they differ: `now`, `Thu 26 Nov, 9:00 to 10:00 (Lisbon), 10:00 to 11:00 for you`. */
export const askedWhen = inLanguage(
  'relay.askedWhen',
  (when: { readonly from: number; readonly to: number; readonly zone: string } | null, now: number, ownZone: string): string => {
    if (when === null) return 'now';
    const span = { from: when.from, until: when.to };
    const theirs = windowText(span, now, when.zone);
    const own = windowText(span, now, ownZone);
    return theirs === own ? own : `${own}, for them ${theirs} (${zonePlace(when.zone)})`;
  },
);

/** Why a code cannot be sent now, and what there is to do. `person` is a first name. */
export const whyNoCode = inLanguage(
  'relay.whyNoCode',
  (
    problem: 'request_over' | 'grant_over' | 'not_verified' | 'too_often' | 'muted',
    person: string,
  ): { readonly what: string; readonly todo: string } => {
    switch (problem) {
      case 'request_over':
        return { what: 'This request does not wait any more.', todo: 'A new one can be answered.' };
      case 'grant_over':
        return { what: 'What was lent has ended.', todo: 'Hand off anew to lend it again.' };
      case 'not_verified':
        return {
          what: `You have not compared words with ${person}.`,
          todo: 'A code is worth as much as the password beside it: none is sent to a key nobody has checked.',
        };
      case 'too_often':
        return {
          what: `${person} got six codes within an hour.`,
          todo: 'That is the most. Ask why so many before you send another.',
        };
      case 'muted':
        return { what: `Requests from ${person} are muted.`, todo: 'Let them ask again first.' };
      default:
        return assertNever(problem);
    }
  },
);

/** The words of an item of the inbox that changed what was lent to us. `owner` is a first name. */
export const changedText = inLanguage('relay.changedText', {
  revoked: (owner: string) => `${owner} ended this.`,
  revokedBody: 'Its secrets have left this vault. What you read is still known to you, and works until it is changed.',
  receipt: (owner: string) => `A receipt is ready for ${owner}.`,
  receiptBody: (owner: string) => `It tells ${owner} that this vault no longer holds what was lent. You send it.`,
  pass: 'New codes are here.',
  passBody: (owner: string) => `They took the place of those you had, and the last day is ${ofName(owner)} new one.`,
  passDead: 'These codes came too late.',
  passDeadBody: 'What they belong to is over here, and they revive nothing.',
  code: 'A code is here.',
  codeBody: 'It is kept in memory only, until its end.',
  toReceived: 'Go to Lent to me',
  sent: 'Sent',
} as const);
