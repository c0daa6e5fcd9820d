import { count, firstName } from './common.ts';
import { formatDay, formatDuration } from './dates.ts';
import { inLanguage } from './language.ts';

/** Words of asking someone for access. */
export const askText = inLanguage('requests.askText', {
  title: 'Ask for access',
  form: 'Request',
  who: 'Whom you ask',
  known: 'Someone in People',
  knownHint: 'The request is sealed: only they can read it.',
  stranger: 'Someone whose card I do not have',
  strangerHint: 'An open request: signed by you, readable by anyone.',
  unverified: 'The request goes to whoever made this card, and their answer stays closed until the words fit.',
  openTitle: 'Anyone on the way can read an open request.',
  openBody:
    'In it: your name and card, the platform, the account, the role, why, the last day, the device and the numbers below. No password is in it, and the answer is sealed to you alone.',
  addressee: 'Their name',
  addresseeHint: 'Only for you, and for the sentence above the text.',
  nobody: 'Nobody chosen yet',
  nobodyBody: 'Their card is what the request is sealed to.',
  what: 'What you ask for',
  platform: 'Platform',
  otherPlatform: 'Another platform',
  platformName: 'Its name',
  account: 'Account, as its owner calls it',
  accountHint: '@harbourbakery',
  role: 'What you need there',
  lowest: 'the least that does the work',
  login: 'Password and codes',
  loginHint: 'The login itself. Its password stays exposed until the owner changes it.',
  own: 'Something else',
  sameRole: 'The same as now',
  ownRole: 'In your words',
  noPassword: (platform: string) => `${platform} can let you in without a password. Ask for that first.`,
  partNoPassword: (platform: string) =>
    `For a part of it ${platform} can let you in without a password. Ask for that if it is enough.`,
  why: 'What for',
  whyHint: 'Running the Advent ads, four reels and stories',
  until: 'Last day',
  zone: 'Ends in the time of',
  zoneOf: (place: string, name: string | null) => (name === null ? `${place}, yours` : `${place}, ${name}’s`),
  device: 'Device you will use',
  deviceHint: 'MacBook, Lisbon',
  deviceWhy: 'So that the owner knows it on the list of devices.',
  numbers: 'Numbers the platform needs',
  numbersNote: 'an ID or mail address to be let in by',
  needed: 'The owner will need:',
  numberName: 'What it is',
  number: 'Number or address',
  addNumber: 'Add a number',
  removeNumber: (name: string) => `Remove ${name}`,
  aNumber: 'this number',
  make: (name: string) => `Seal for ${name}`,
  makeOpen: 'Make the request',
  making: 'Making it',
  chooseFirst: 'Choose whom you ask first.',
  nameMissing: 'Say which platform.',
  accountMissing: 'Say which account.',
  roleMissing: 'Say what you need there.',
  whyMissing: 'Say what for.',
  numberMissing: 'A number needs a name and a value.',
  ready: 'The request is ready',
  readyFor: (name: string) => `Request for ${name}`,
  send: (name: string | null) =>
    name === null ? 'Send it to whoever owns the account, over any chat or mail.' : `Send it to ${name} over any chat or mail.`,
  paste: 'They paste it into Latchkey, under Inbox, and see what you ask for and why.',
  answer: 'They hand off what you need, send steps for a role, or say no. Paste the answer into your inbox.',
  toList: 'See what you asked for',
} as const);

/** Words of what was asked for, and how it stands. */
export const askedText = inLanguage('requests.askedText', {
  title: 'Asked for',
  ask: 'Ask for access',
  summary: (n: number) => (n === 0 ? 'nothing waits' : `${n} waiting`),
  waits: 'Waiting',
  over: 'Answered or closed',
  more: 'Show more',
  emptyTitle: 'You have asked for nothing',
  emptyBody: 'Ask an owner for a login or a role. The request says who, what for and until when, and waits here for its answer.',
  to: 'Asked',
  account: 'Account',
  platform: 'Platform',
  role: 'Asked for',
  why: 'What for',
  until: 'Until',
  device: 'Device',
  made: 'Asked on',
  anyone: 'anyone',
  meant: (name: string) => `meant for ${name}`,
  open: 'readable by anyone on the way',
  sealed: 'sealed',
  again: 'Give it out again',
  makingAgain: 'Making it',
  againBody: 'The same request once more. Whoever read it before is told that it was read.',
  nudged: (ago: string) => `given out again ${ago}`,
  close: 'Close it',
  closeTitle: (what: string) => `Close the request for ${what}?`,
  closeBody: 'It waits no longer, and no answer to it counts as one. Ask anew if you need it later.',
  keep: 'Keep waiting',
  closing: 'Closing',
  waiting: (left: string) => `It waits ${left} more.`,
  waitingTitle: 'Nobody has answered yet.',
  granted: 'It was answered.',
  grantedBy: (name: string) => `${name} answered.`,
  grantedBody: 'What was lent hangs under Lent to me once you have taken it up from the inbox.',
  refused: 'The answer is no.',
  refusedBy: (name: string) => `${name} said no.`,
  noReason: 'No reason was given.',
  closed: 'You closed it.',
  closedBody: 'No answer to it counts any more.',
  expired: 'Nobody answered in time.',
  expiredBody: 'Sixty days are over. Ask anew if you still need it.',
  toInbox: 'Go to the inbox',
  toReceived: 'Go to Lent to me',
  answers: (n: number) => (n === 1 ? 'An answer has come' : `${count(n, 'answer')} have come`),
  answersLead: 'Anyone who saw an open request can answer it. Take up only the one whose words you have compared on a call.',
  answersSealed: 'It came from someone whose words you have not compared. Until then it does not count as the answer.',
  from: (name: string) => `From ${name}`,
  compareFirst: 'Call the one you asked, and type the words you hear.',
  openAnswer: 'Open it in the inbox',
} as const);

/** Words of a request that came in. */
export const gotText = inLanguage('requests.gotText', {
  platform: 'Platform',
  account: 'Account',
  why: 'What for',
  role: 'Asks for',
  until: 'Until',
  device: 'Device',
  days: (n: number) => count(n, 'day'),
  past: 'past',
  signed: 'signed by their key',
  openProof: 'open: anyone on the way could read it',
  unverified: 'Anyone could have written this. Call, and type the words you hear.',
  yours: 'Your account',
  noneLikely: 'No account here is like it.',
  several: (n: number) => `${n} accounts here may be meant.`,
  another: 'Another account',
  choose: 'Choose an account',
  chooseLead: 'Which of your accounts is meant?',
  find: 'Find an account',
  nothing: 'No account here has such a name.',
  chosen: 'Choose',
  delegate: 'Delegate instead: no password needed',
  delegatePartly: 'Delegate a part instead: no password needed',
  business: 'This is marked as a business account.',
  steps: 'What you do',
  theirSteps: (name: string) => `What ${name} does`,
  give: 'Give only',
  exchanged: 'Passes between you',
  withRole: 'With a role',
  withRoleBody: 'Kept by the platform. It ends when you take the role away there.',
  withRoleAt: (menu: string) => `Kept by the platform. It ends when you take it away there: ${menu}.`,
  withPassword: 'With the password',
  withPasswordBody: 'Exposed from the first minute until you change it.',
  details: 'All levels, and what taking it away does not bring back',
  levels: 'Levels, the lowest marked',
  lowest: 'lowest',
  stays: 'Does not come back',
  answerSteps: 'Answer with these steps',
  handOffAnyway: 'Hand off anyway',
  handOff: 'Hand off',
  narrow: 'Narrow',
  narrowHint: 'Hand off less: one sign-in of 15 minutes, a week at most',
  refuse: 'Refuse',
  chooseFirst: 'Choose which account is meant first.',
  has: (name: string, day: string) => `${name} has this until ${day}.`,
  hasBody: 'Extending gives the same for longer, and answers the request. Handing off anew would be a second loan of it.',
  extend: 'Extend what they have',
  refuseTitle: (name: string) => `Refuse ${name}’s request?`,
  refuseBody: 'A sealed answer is made for them. It cannot be taken back; they can ask again.',
  reason: 'Why',
  reasonHint: 'They read it once they have compared words with you. It may be left out.',
  refusing: 'Making the answer',
  keepIt: 'Keep it',
  putAway: 'Leave it unanswered',
  stepsTitle: (name: string) => `Answer ${name} with steps`,
  stepsLead: 'No secret travels. They read these steps, and the platform keeps who may do what.',
  level: 'Level of the role',
  levelHint: 'As the platform calls it.',
  stepsField: (name: string) => `Steps for ${name}, one on each line`,
  stepsGiven: 'In the words of the platform’s facts. What you write is sent as it is.',
  stepsNone: 'Write at least one step.',
  stepsMany: 'At most 40 steps.',
  levelNone: 'Say which level you give.',
  note: 'A note',
  lastDay: 'Last day',
  roleUntil: 'The role stays until you take it away. After this day a run reminds you.',
  seal: 'Seal the answer',
  sealing: 'Sealing',
  uncheckedTitle: (name: string) => `Answer ${name} without comparing words?`,
  uncheckedBody: (name: string) =>
    `If this card is not ${name}’s, somebody else gets the role you give. The log keeps that the words were not compared.`,
  uncheckedSafe: 'Do not answer yet',
  uncheckedGo: 'I know: answer without comparing words',
  granted: 'You answered this.',
  grantedBody: 'Send the sealed text below. A receipt comes back when it was taken up.',
  refused: 'You said no.',
  refusedBody: 'Send the sealed answer below.',
  closed: 'You left this unanswered.',
  closedBody: 'It waits no longer.',
  expired: 'Nobody answered it in time.',
  expiredBody: 'It waits no longer. They can ask again.',
  answerText: 'Your answer',
} as const);

/** Words of a refusal that came in. */
export const refusalText = inLanguage('requests.refusalText', {
  lead: (name: string) => `${name} answers your request: no.`,
  closed: 'The reason stays closed until words are compared.',
  unverifiedTodo: 'Anyone could have written this. Your request waits on until the words fit.',
  none: 'No reason was given.',
  reason: 'Why',
  take: 'Take it as the answer',
  taking: 'Saving',
  toRequest: 'See the request',
} as const);

/** Words of a handoff that is to answer a request. */
export const answeringText = inLanguage('requests.answeringText', {
  asks: (name: string, what: string) => `${name} asks for ${what}`,
  line: (role: string, until: string) => `${role} · until ${until}`,
  narrowed: (codes: boolean) => `Narrowed: ${codes ? 'one sign-in of 15 minutes, ' : ''}a week at most. Change what you like.`,
  shorter: 'Codes reach 31 days, so the last day here is sooner.',
  other: (name: string) => `Sealed for somebody else this does not answer ${name}’s request.`,
  answers: 'It answers your request.',
} as const);

/** How long ago something was: `just now`, `3 days ago`. */
export const agoText = inLanguage('requests.agoText', (then: number, now: number): string => {
  return now - then < 60 ? 'just now' : `${formatDuration(now - then)} ago`;
});

type Row = {
  readonly person: { readonly name: string } | null;
  readonly addressee: string | null;
  readonly state: 'waiting' | 'granted' | 'refused' | 'closed' | 'expired';
  readonly made: number;
  readonly until: number;
  readonly nudged: number | null;
};

/** Whom a request of ours was put to, in a word or two. */
export function askedOf({ person, addressee }: Pick<Row, 'person' | 'addressee'>): string {
  return person?.name ?? addressee ?? askedText.anyone;
}

/** The end of a row: how old a waiting request is, or how it came out. */
export const askedEnd = inLanguage('requests.askedEnd', ({ state, made }: Row, now: number): string => {
  const words = { granted: 'answered', refused: 'refused', closed: 'closed', expired: 'no answer' } as const;
  return state === 'waiting' ? agoText(made, now) : words[state];
});

/** The second line of a row: of whom, until when. */
export const askedTwo = inLanguage('requests.askedTwo', (row: Row, now: number): string => {
  const name = row.person === null ? askedOf(row) : firstName(row.person.name);
  return `${name} · until ${formatDay(row.until - 1, now)}`;
});
