import { count } from './common.ts';
import { formatDay, formatTime, sameDay } from './dates.ts';

/** Words of the list of runs, and of the grants that will need one. */
export const runsText = {
  title: 'Runs',
  sub: (waiting: number) => (waiting === 0 ? 'nothing waits' : count(waiting, 'ended grant', 'ended grants')),
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
  emptyBody: 'When a grant ends, its run walks you through what really ends access.',
} as const;

/** Words of the end-of-access run. */
export const runText = {
  title: 'End of access',
  all: 'All runs',
  steps: 'Steps',
  progress: 'Progress',
  done: (n: number, all: number) => `${n} of ${all}`,
  doneLabel: (n: number, all: number) => `${n} of ${all} steps done or skipped`,
  stepsLeft: (n: number) => (n === 0 ? 'ready to close' : count(n, 'step left', 'steps left')),
  close: 'Close this grant',
  closing: 'Closing',
  closeWhy: 'Possible when every step is done or skipped with a reason.',
  closed: 'Closed. The key is back.',
  closedBody: (day: string) => `This grant was closed ${day}. Its record stays in the log.`,
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
} as const;

/** Titles of the steps; `person` is a first name. */
export const stepText = {
  tell: (person: string) => `Tell ${person} it has ended`,
  password: () => 'Set a new password',
  authenticator: () => 'Set up the authenticator again',
  devices: () => 'Sign out the devices that are not yours',
  backup_codes: () => 'Make new backup codes',
  apps: () => 'Look at roles and connected apps',
  recovery: () => 'Check recovery mail and phone',
} as const;

/** Why a step cannot be ticked yet. */
export const blockedText = {
  no_candidate: 'Make a new password first.',
  candidate_waits: 'Say first whether the new password worked.',
  devices_open: 'Some devices are neither kept nor signed out.',
} as const;

/** How sure the way through the platform's menus is; null where it needs no word. */
export const sureText = {
  high: null,
  medium: 'Fairly sure; the words there may differ.',
  low: 'Not sure; the words there may differ.',
  unknown: 'The way there is not known for this platform.',
} as const;

/** Words of the new password on its way. */
export const candidateText = {
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
} as const;

/** Words of the devices. */
export const deviceText = {
  add: 'Device',
  addTitle: 'A device the platform shows',
  editTitle: (name: string) => `Edit ${name}`,
  edit: (name: string) => `Edit ${name}`,
  lead: 'Write it down as the platform words it.',
  name: 'Name',
  nameEmpty: 'A device needs a name.',
  place: 'Place or browser',
  seen: 'Last seen',
  whose: 'Whose it is',
  mine: 'Mine',
  unknown: 'Not known',
  yours: 'yours',
  theirs: (person: string) => `${person}’s`,
  whoseAsk: 'whose?',
  keep: 'Keep',
  kept: 'Keep',
  signOut: 'Sign out',
  signedOut: 'Signed out',
  isMine: 'Mine',
  remove: 'Take off the list',
  save: 'Save',
  how: 'Copy the list you see there. Sign each stranger out on the platform, then mark it here.',
} as const;

/** Words of the other steps. */
export const otherStepText = {
  enrol: 'Set it up again here',
  codesOut: (person: string, until: string) =>
    `${person} has codes up to ${until}. Only a new key at the platform ends them sooner.`,
  codesOver: 'No code already sent works any more.',
  writeCodes: 'Write down the new codes',
  recoveryMail: (mail: string) => `Noted here: mail ${mail}.`,
  recoveryPhone: (phone: string) => `Noted here: phone ${phone}.`,
  recoveryNone: 'No recovery mail or phone is noted here.',
} as const;

/** From when to when something was lent: `Lent to Dan Marsh, 6 to 22 Nov`. The last instant belongs to the day before midnight. */
export function lentSpan(name: string, from: number, until: number, now: number): string {
  const [first, last] = [from, until - 1].map((at) => formatDay(at, now).replace(/^\p{L}+ (?=\d)/u, ''));
  const [day, ...month] = (first ?? '').split(' ');
  if (first === last) return `Lent to ${name}, ${last}`;
  return `Lent to ${name}, ${last?.endsWith(month.join(' ')) ? day : first} to ${last}`;
}

/** A time in a list of what was done: `today 9:14`, else the day. */
export function whenDone(at: number, now: number): string {
  return sameDay(at, now) ? `today ${formatTime(at)}` : formatDay(at, now);
}

/** What has ended and what has not, in the panel beside the steps. `person` is a first name. */
export const runPromiseText = {
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
} as const;
