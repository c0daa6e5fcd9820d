import { count } from './common.ts';
import { formatDay, formatDayTime, formatDuration, formatEnd, formatTime, sameDay } from './dates.ts';
import { inLanguage } from './language.ts';

/** Words of the logins lent to oneself. */
export const receivedText = inLanguage('received.receivedText', {
  title: 'Lent to me',
  summary: (live: number, open: number) => (open > 0 ? `${live} live, ${open} open now` : `${live} live`),
  none: 'nothing live',
  open: 'Open now',
  outside: 'Outside the window',
  noCodes: 'Without codes',
  ended: 'Ended',
  more: 'Show more',
  emptyTitle: 'Nothing is lent to you',
  emptyBody: 'Take up a handoff in the inbox and it hangs here until its last day.',
  toInbox: 'Go to the inbox',
  lentBy: (name: string) => `lent by ${name}`,
  notCompared: 'words not compared',
  givenBackMark: 'given back',
  endedMark: 'ended',
  signIn: 'Sign-in',
  username: 'Username',
  password: 'Password',
  page: 'Sign-in page',
  openPage: (host: string) => `Open ${host}`,
  backupCode: (n: number, all: number) => (all === 1 ? 'Backup code' : `Backup code ${n}`),
  notes: 'Notes',
  closed: 'closed',
  rules: (owner: string) => `${owner}’s rules`,
  steps: 'How to sign in',
  note: (owner: string) => `A note from ${owner}`,
} as const);

/** Words of the code card. */
export const receivedCodeText = inLanguage('received.receivedCodeText', {
  code: 'Code',
  windowOpen: 'Window open',
  outside: 'Outside the window.',
  over: 'No window is left.',
  closed: 'Closed until the words are compared.',
  onRequest: 'Codes on request.',
  why: (owner: string) => `There is no code here to show: ${owner}’s seed never left their vault.`,
  week: 'Code windows this week',
  noWindow: 'none',
  next: 'next',
  soon: (seconds: number) => `new code in ${seconds} s`,
  lastCode: () => 'last code of this window',
  noCode: 'No code now',
} as const);

const NEAR = 6 * 86_400;

/** An instant as briefly as it is clear: `18:00` today, `Wed 9:00` in the days to come, else `Fri 4 Dec, 9:00`. */
function shortTime(at: number, now: number): string {
  if (sameDay(at, now)) return formatTime(at);
  if (at > now && at - now < NEAR) return `${formatDay(at, now).split(' ')[0]} ${formatTime(at)}`;
  return formatDayTime(at, now);
}

/** Until when the open window lasts: `until 18:00, 7 h 18 min left`. */
export const windowUntil = inLanguage('received.windowUntil', (until: number, now: number): string => {
  return `until ${shortTime(until, now)}, ${formatDuration(until - now)} left`;
});

/** When the next window opens: `Opens 9:00, in 2 h`, on another day `Opens Wed 9:00, in 22 h`. */
export const windowOpens = inLanguage('received.windowOpens', (opens: number, now: number): string => {
  return `Opens ${shortTime(opens, now)}, in ${formatDuration(opens - now)}`;
});

type Row = {
  readonly state: 'open' | 'outside' | 'no_codes' | 'ended' | 'given_back';
  readonly until: number;
  readonly windowAt: number | null;
};

/** Where one row of the list stands in time. */
export const receivedWhen = inLanguage('received.receivedWhen', ({ state, until, windowAt }: Row, now: number): string => {
  switch (state) {
    case 'open':
      return `until ${shortTime(windowAt ?? until, now)}`;
    case 'outside':
      return windowAt === null ? 'no window left' : `opens ${shortTime(windowAt, now)}`;
    case 'no_codes':
      return `until ${formatEnd(until, now)}`;
    case 'ended':
      return `ended ${formatDay(until - 1, now)}`;
    case 'given_back':
      return `given back ${formatDay(until, now)}`;
  }
});

/** Words of the days that are left. */
export const daysLeftText = inLanguage('received.daysLeftText', {
  title: 'Days left',
  titleHours: 'Time left',
  windows: (n: number) => (n === 0 ? 'no window after this' : `${count(n, 'more window')}`),
  longer: 'Ask to keep it longer',
} as const);

/** What is left of a loan, as a number and its unit under it; the last two days are told in hours, the last hour in minutes. */
export const timeLeft = inLanguage('received.timeLeft', (seconds: number): { readonly amount: number; readonly unit: string } => {
  const left = Math.max(0, Math.floor(seconds));
  if (left >= 2 * 86_400) return { amount: Math.floor(left / 86_400), unit: 'days' };
  if (left >= 3600) return { amount: Math.floor(left / 3600), unit: left < 7200 ? 'hour' : 'hours' };
  return { amount: Math.floor(left / 60), unit: left >= 60 && left < 120 ? 'minute' : 'minutes' };
});

/** A last instant on a return tag: midnight belongs to the day before it. */
export const backTag = inLanguage('received.backTag', (until: number, now: number): string => {
  return `back ${formatEnd(until, now)}`;
});

/** What happens on the last day, and who sees to it. `owner` is a first name. */
export const afterText = inLanguage('received.afterText', {
  title: 'What happens then',
  codes: 'Codes stop',
  codesBody: 'Kept by cryptography: nothing here can make another.',
  password: 'Password leaves this app',
  passwordBody: (owner: string) => `Kept by the app. It still works until ${owner} changes it.`,
  backup: 'Backup codes leave this app',
  backupBody: (owner: string) => `Kept by the app. They still work until ${owner} makes new ones.`,
  listing: 'This app shows it as ended',
  listingBody: 'Kept by the app. Nothing secret was lent with it.',
} as const);

/** Words of secrets that are still closed. */
export const closedText = inLanguage('received.closedText', {
  title: (owner: string) => `You have not compared words with ${owner}.`,
  body: 'Anyone could have sent this. Password and codes stay closed until the words fit.',
  compare: 'Compare words',
  open: 'Open them anyway',
  askTitle: (owner: string) => `Open secrets that may not be ${owner}’s?`,
  askBody: (owner: string) =>
    `Without compared words nobody knows that ${owner} sent this. A login planted by a stranger shows them what you do with it. The log will say that you opened it unchecked.`,
  keep: 'Keep them closed',
  confirm: 'Open unchecked',
} as const);

/** Words of giving back before the last day. */
export const giveBackText = inLanguage('received.giveBackText', {
  act: 'Give back early',
  title: (what: string, owner: string) => `Give ${what} back to ${owner}?`,
  lead: 'This cannot be undone here.',
  goes: 'Password, codes and notes leave this vault now.',
  receipt: (owner: string) => `A signed receipt for ${owner} is made. You send it.`,
  stays: (owner: string) => `What you have seen or copied still works until ${owner} changes it.`,
  sessions: 'A browser or phone that is signed in stays signed in. Sign out there first.',
  keep: 'Keep it',
  confirm: 'Give back',
  busy: 'Giving back',
  doneTitle: (owner: string) => `Given back. Send this to ${owner}.`,
  doneLead: 'The receipt says that the secrets left this vault. It is sealed, and not secret to send.',
  receiptTitle: 'Receipt',
  text: 'Sealed receipt',
  copy: 'Copy the receipt',
  copied: 'Receipt copied. It is not secret and stays on the clipboard.',
  later: 'Close',
} as const);

/** What is true once a loan is over. `owner` is a first name, `when` a day. */
export const endedText = inLanguage('received.endedText', {
  ended: (when: string) => `Ended ${when}`,
  givenBack: (when: string) => `Given back ${when}`,
  revoked: (owner: string, when: string) => `${owner} ended this on ${when}.`,
  revokedBody: 'Its secrets have left this vault. What you read is still known to you.',
  receipt: (owner: string) => `Tell ${owner} that it is over here`,
  receiptBody: (owner: string) => `A signed receipt says that this vault no longer holds what was lent. You send it to ${owner}.`,
  makeReceipt: 'Make the receipt',
  making: 'Making it',
  here: 'Here',
  there: 'At the platform',
  purged: 'The secrets left this vault',
  purgedBody: 'Kept by the app: password, codes and notes that were lent are removed. The dates and the log remain.',
  codes: 'No code can be made here',
  codesBody: 'Kept by cryptography: the seed never was in this vault.',
  still: 'A password you have seen still works',
  stillBody: (owner: string) => `It still works until ${owner} changes it. That is not in your hands; deleting your own copies is.`,
  session: 'A signed-in device may still be in',
  sessionBody: 'Sign out where you were signed in. That is the one thing left to do here.',
} as const);
