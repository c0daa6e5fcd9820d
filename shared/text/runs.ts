import type { RunKind } from '../contracts/engine/runs.ts';
import { count, firstName } from './common.ts';
import { formatDay, formatTime, sameDay } from './dates.ts';
import { inLanguage } from './language.ts';

/** Words of the list of runs, and of the grants that will need one. */
export const runsText = inLanguage('runs.runsText', {
  title: 'Runs',
  sub: (waiting: number, others: number) =>
    [waiting > 0 && count(waiting, 'ended grant', 'ended grants'), others > 0 && count(others, 'run under way', 'runs under way')]
      .filter((part) => part !== false)
      .join(' · ') || 'nothing waits',
  start: 'Start a run',
  underWay: 'Under way',
  waiting: 'Ended, not closed',
  waitingNote: 'still exposed until you change it',
  live: 'Lent now',
  closed: 'Closed',
  lentTo: (name: string) => `lent to ${name}`,
  takeBack: 'Take back',
  starting: 'Starting',
  goOn: 'Go on',
  look: 'Look',
  account: (title: string) => `Open ${title}`,
  done: (n: number, all: number) => `${n} of ${all} done`,
  closedOn: (day: string) => `closed ${day}`,
  more: 'Show more',
  emptyTitle: 'No run is open',
  toAccounts: 'Go to Accounts',
  emptyBody: 'When a grant ends, its run walks you through what really ends access.',
  of: (kind: string, person: string | null) => (person === null ? kind : `${kind} · ${person}`),
} as const);

/** What each kind of run is called, what starts it, and what ends it. */
export const runKindText = inLanguage('runs.runKindText', {
  end_of_access: { title: 'End of access', start: 'Take back', close: 'Close this grant' },
  put_authenticator: { title: 'An authenticator', start: 'Put an authenticator on this account', close: 'Finish' },
  before_handoff: { title: 'Before a handoff', start: 'Before a handoff', close: 'Finish' },
  sign_in_appointment: { title: 'Sign-in appointment', start: 'Agree on a sign-in', close: 'Finish' },
  after_handoff: { title: 'After a handoff', start: 'Look at the devices', close: 'Finish' },
  leaver: { title: 'Someone leaves', start: 'Everything ends', close: 'Close all their grants' },
  account_recovery: { title: 'Recovery', start: 'Recover this account', close: 'Finish' },
} satisfies Readonly<Record<RunKind, { readonly title: string; readonly start: string; readonly close: string }>>);

/** Words of the dialog that starts a run from the list. */
export const startText = inLanguage('runs.startText', {
  title: 'Start a run',
  what: 'What it is about',
  leaver: 'Someone leaves',
  put_authenticator: 'An authenticator on an account',
  before_handoff: 'Before a handoff',
  sign_in_appointment: 'A first sign-in',
  account_recovery: 'An account nobody can open',
  find: 'Find an account',
  account: 'Account',
  person: 'Person',
  noAccount: 'Add an account first.',
  noPerson: 'Add a person first.',
  go: 'Start',
  starting: 'Starting',
  thenLook: (name: string) => `Then look at the devices: one new one should be there, ${firstName(name)}’s.`,
  leaves: (name: string) => `${firstName(name)} leaves`,
} as const);

/** Words of the end-of-access run. */
export const runText = inLanguage('runs.runText', {
  title: 'End of access',
  all: 'All runs',
  steps: 'Steps',
  progress: 'Progress',
  done: (n: number, all: number) => `${n} of ${all}`,
  doneLabel: (n: number, all: number) => `${n} of ${all} steps done or skipped`,
  stepsLeft: (n: number) => (n === 0 ? 'ready to close' : count(n, 'step left', 'steps left')),
  closing: 'Closing',
  closeWhy: 'Possible when every step is done or skipped with a reason.',
  closed: 'Closed. The key is back.',
  closedAll: 'Closed. Every key is back.',
  finished: 'Finished.',
  closedBody: (day: string) => `This grant was closed ${day}. Its record stays in the log.`,
  finishedBody: (day: string) => `This run was finished ${day}. Its record stays in the log.`,
  tick: 'tick',
  skip: 'skip',
  open: 'open',
  device: 'device',
  tickAct: 'Done',
  skipAct: 'Skip',
  reopen: 'Open it again',
  stateDone: 'done',
  stateSkipped: 'skipped',
  skipped: (reason: string) => `skipped: ${reason}`,
  skipTitle: (step: string) => `Skip “${step}”?`,
  skipLead: 'The reason stays with the run and in the record.',
  reason: 'Why it is skipped',
  reasonMissing: 'A skipped step needs a reason.',
  skipSafe: 'Do not skip',
  openHost: (host: string) => `Open ${host}`,
} as const);

/** How sure the way through the platform's menus is; null where it needs no word. */
export const sureText = inLanguage('runs.sureText', {
  high: null,
  medium: 'Fairly sure; the words there may differ.',
  low: 'Not sure; the words there may differ.',
  unknown: 'The way there is not known for this platform.',
  not_applicable: null,
} as const);

/** Words of the new password on its way. */
export const candidateText = inLanguage('runs.candidateText', {
  make: 'Make a new password',
  making: 'Making it',
  symbols: 'With symbols',
  symbolsHint: 'Some platforms refuse them.',
  kept: 'Both are kept until you say which one the platform took.',
  old: 'Old password',
  fresh: 'New password',
  copyOld: 'Copy the old one',
  copyNew: 'Copy the new one',
  worked: 'It worked',
  working: 'Saving',
  notTaken: 'It was not taken',
  dropTitle: 'Drop the new password?',
  dropBody: 'If the platform did take it, nobody would know it any more. The old one stays in the vault.',
  dropKeep: 'Keep both',
  drop: 'Drop the new one',
  changed: (when: string) => `The password was changed ${when}, after the last day.`,
} as const);

/** Words of the other steps. */
export const otherStepText = inLanguage('runs.otherStepText', {
  enrol: 'Set it up again here',
  codesOut: (person: string, until: string) =>
    `${person} has codes up to ${until}. Only a new key at the platform ends them sooner.`,
  codesOver: 'No code already sent works any more.',
  codesOutside: 'Someone outside has the key itself, and so every code. Only another key ends that.',
  writeCodes: 'Write down the new codes',
  recoveryMail: (mail: string) => `Noted here: mail ${mail}.`,
  recoveryPhone: (phone: string) => `Noted here: phone ${phone}.`,
  recoveryNone: 'No recovery mail or phone is noted here.',
} as const);

/** From when to when something was lent: `Lent to Dan Marsh, 6 to 22 Nov`. The last instant belongs to the day before midnight. */
export const lentSpan = inLanguage('runs.lentSpan', (name: string, from: number, until: number, now: number): string => {
  const [first, last] = [from, until - 1].map((at) => formatDay(at, now).replace(/^\p{L}+ (?=\d)/u, ''));
  const [day, ...month] = (first ?? '').split(' ');
  if (first === last) return `Lent to ${name}, ${last}`;
  return `Lent to ${name}, ${last?.endsWith(month.join(' ')) ? day : first} to ${last}`;
});

/** A time in a list of what was done: `today 9:14`, else the day. */
export const whenDone = inLanguage('runs.whenDone', (at: number, now: number): string => {
  return sameDay(at, now) ? `today ${formatTime(at)}` : formatDay(at, now);
});

const adCodesStill = (n: number): string => (n === 1 ? '1 ad code still runs' : `${n} ad codes still run`);
const adCodesWhy = 'Each works for ads until its last day. Only a withdrawal at the platform ends it sooner.';

/** What has ended and what has not, in the panel beside the steps. `person` is a first name. */
export const runPromiseText = inLanguage('runs.runPromiseText', {
  codesEnded: 'Codes ended',
  codesEndedBody: (when: string) => `Kept by cryptography: on ${when}, by themselves.`,
  codesStill: 'Codes may still work',
  codesStillBody: (when: string) => `Up to ${when}. Only a new key at the platform ends them sooner.`,
  passwordChanged: 'Password changed',
  passwordChangedBody: (person: string, when: string) => `The one ${person} saw opens nothing since ${when}.`,
  passwordStill: 'Password still exposed',
  passwordStillBody: (person: string) => `${person} has seen it. Ended here; still exposed until you change it.`,
  backupChanged: 'Backup codes changed',
  backupChangedBody: (person: string) => `Those ${person} saw are no longer the ones in this vault.`,
  backupStill: 'Backup codes still exposed',
  backupStillBody: (person: string) => `${person} has seen them, and each opens the account alone.`,
  devicesIn: (n: number) => (n === 1 ? '1 device may still be in' : `${n} devices may still be in`),
  devicesMaybe: 'Devices may still be in',
  devicesWhy: 'A signed-in device needs no password.',
  devicesSkipped: 'Nobody looked. A signed-in device needs no password.',
  devicesOut: 'Strangers signed out',
  devicesOutBody: (when: string) => `Kept by the platform. You said so ${when}.`,
  adCodes: adCodesStill,
  adCodesBody: adCodesWhy,
} as const);

/** What a person who leaves can still use, in the panel beside the steps. `person` is a first name. */
export const stillText = inLanguage('runs.stillText', {
  grants: (n: number) => (n === 1 ? '1 grant still runs' : `${n} grants still run`),
  grantsBody: 'End it here, and tell them.',
  grantsOver: 'Nothing runs any more',
  grantsOverBody: 'Kept by the app: theirs removes what it holds.',
  codes: (n: number) => (n === 1 ? 'Codes of 1 account still work' : `Codes of ${n} accounts still work`),
  codesBody: 'Only a new key at the platform ends them sooner.',
  passwords: (n: number) => (n === 1 ? '1 password still exposed' : `${n} passwords still exposed`),
  passwordsBody: (person: string) => `${person} has seen them. Exposed until you change them.`,
  passwordsOver: 'Passwords changed',
  passwordsOverBody: (person: string) => `What ${person} saw opens nothing any more.`,
  backupCodes: (n: number) => (n === 1 ? 'Backup codes of 1 account' : `Backup codes of ${n} accounts`),
  backupCodesBody: 'Each opens its account alone.',
  devices: (n: number) => (n === 1 ? '1 device may still be in' : `${n} devices may still be in`),
  devicesBody: 'A signed-in device needs no password.',
  members: (n: number) => (n === 1 ? 'Still at 1 business centre' : `Still at ${n} business centres`),
  membersBody: 'Kept by the platform until you remove them there.',
  adCodes: adCodesStill,
  adCodesBody: adCodesWhy,
} as const);

/** Words of the steps around a handoff, of an authenticator and of a recovery. */
export const aroundText = inLanguage('runs.aroundText', {
  typeKey: 'Type the key here',
  hasKey: 'An authenticator is here, and its code fitted.',
  keyUnproved: 'An authenticator is here; no code of it was compared with the platform yet.',
  noKey: 'No authenticator is here.',
  putOne: 'Put an authenticator on it',
  backup: (n: number) =>
    n === 0 ? 'No backup code is noted here.' : count(n, 'backup code is noted here', 'backup codes are noted here'),
  toAccount: 'Open the account',
  noDevice: 'Which device is not said.',
  noPlace: 'The place is not said.',
  nobodyStands: 'Nobody is named who stands by.',
} as const);
