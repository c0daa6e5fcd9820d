import type { WorkTask } from '../contracts/engine/work.ts';
import { count } from './common.ts';
import { formatCount, formatTime, sameDay, formatDayTime } from './dates.ts';
import { inLanguage } from './language.ts';

/** Words of what is asked first on a computer without a vault. */
export const firstText = inLanguage('vault.firstText', {
  title: 'What do you want to do with it?',
  lead: 'It decides what you see first. You can change it in the settings at any time.',
  or: 'Or',
  open: 'Open a vault I have',
  openBody: 'A file that ends in .latchkey, from another computer or a backup.',
} as const);

/** Words of making a vault. */
export const createText = inLanguage('vault.createText', {
  title: 'Make your vault',
  lead: 'One passphrase opens it. Nobody can reset it for you, so you get a recovery sheet next.',
  name: 'Vault name',
  nameEmpty: 'Give the vault a name.',
  savedIn: (folder: string) => `Saved in ${folder}`,
  savedAs: (file: string) => `Saved as ${file}, where you chose`,
  change: 'Change',
  passphrase: 'Passphrase',
  suggest: 'Suggest words',
  suggested: 'Seven words picked at random, 77 bits. Write them down until you know them.',
  rule: 'At least 12 characters. Several random words are easiest to remember.',
  good: 'Long enough, and on no list of common ones.',
  again: 'Once more',
  differs: 'The two are not the same yet.',
  same: 'Both are the same.',
  make: 'Make the vault',
  making: 'Making the vault',
  openOther: 'Open a vault I have',
  sealed: 'Without the passphrase or the sheet, the file is noise. For us too.',
  app: 'Locks when you ask and when you are away, and clears the clipboard after 30 seconds.',
  steps: ['What for', 'Vault', 'Recovery sheet', 'Hang up keys'],
  slogan: ['Lend a login.', 'Take it back.'],
  pitch: 'Everything stays in one encrypted file on this computer. No server, no account, no network.',
  progress: 'Steps',
  lowMemory: 'This computer has little free memory, so the vault is made with a lighter lock. It can be raised later.',
} as const);

/** Words of the recovery sheet. */
export const recoveryText = inLanguage('vault.recoveryText', {
  title: 'Your recovery sheet',
  lead: 'These 24 words open the vault if the passphrase is lost. Put them on paper, and keep it away from this computer.',
  made: (day: string) => `made ${day}`,
  once: 'Shown once. Not copied, not kept in readable form.',
  print: 'Print',
  conceal: 'Conceal the words',
  show: 'Show the words',
  covered: 'The words are covered.',
  check: 'Check your copy: type three of them',
  word: (n: number) => `word ${n}`,
  wrong: (n: number) => `Word ${n} on the sheet is another one.`,
  right: 'right',
  later: 'Do this later',
  laterTitle: 'Go on without checking the sheet?',
  laterBody:
    'Nothing keeps these words but your paper, and they are not shown again. If they are not on it now, a lost passphrase means a lost vault, until you make another sheet in the settings.',
  stay: 'Stay here',
  go: 'Go on',
  next: 'Continue',
} as const);

/** Words of the recovery sheet as it is printed. */
export const printText = inLanguage('vault.printText', {
  title: 'Latchkey recovery sheet',
  made: (day: string) => `made ${day}`,
  what: 'These 24 words open the vault without the passphrase, on any computer that has its file. Whoever has both has everything in it.',
  keepTitle: 'Where to keep it',
  keep: [
    'Away from the computer, where you keep passports and contracts.',
    'Not as a photo, and not in mail or a cloud: check that the printer has kept no copy.',
    'When you make another sheet, destroy this one: it opens nothing any more.',
  ],
  blanks: ['Where the passphrase is kept (never the passphrase itself)', 'Where the backups of the file are', 'Words checked on'],
} as const);

/** Words of the lock screen. */
export const unlockText = inLanguage('vault.unlockText', {
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  unlocking: 'Unlocking',
  capsLock: 'Caps Lock is on',
  useWords: 'Use the recovery words',
  usePassphrase: 'Use the passphrase',
  words: 'The 24 recovery words',
  wordsHint: 'In their order, with spaces between.',
  another: 'Another vault',
  newVault: 'Make a new vault',
  openFile: 'Open a vault file',
  chooseTitle: 'Which vault?',
  forget: (name: string) => `Take ${name} off this list`,
  forgotten: (name: string) => `${name} is off the list. The file stays where it is.`,
  folder: (folder: string) => `in ${folder}`,
  missing: 'not found here now',
  lastOpened: (when: string) => `last opened ${when}`,
  never: 'not opened here yet',
  wordCount: (n: number) => `${n} of 24 words`,
  device: 'Open with this device',
  deviceOpening: 'Asking the keychain',
  rescue: 'Backups and rescue',
  rescueOf: (name: string) => `Backups and rescue of ${name}`,
  promise: 'While locked, nothing is named here or in the tray, and the process that held the keys is gone.',
  show: 'Show the passphrase',
  cover: 'Conceal the passphrase',
} as const);

/** Why the vault is locked, as the lock screen says it. */
export type LockReason =
  | 'asked'
  | 'idle'
  | 'window_closed'
  | 'suspend'
  | 'screen_lock'
  | 'many_secrets'
  | 'many_codes'
  | 'engine_gone'
  | 'engine_hung';

const reasons: Readonly<Record<LockReason, string>> = {
  asked: 'as you asked',
  idle: 'after some quiet time',
  window_closed: 'as its window was closed',
  suspend: 'before this computer slept',
  screen_lock: 'with the screen',
  many_secrets:
    'as more than ten different secrets were asked for within a minute. If that was not you, look at the log once it is open.',
  many_codes: 'as more than six codes were sent within an hour. If that was not you, look at the log once it is open.',
  engine_gone: 'because the process that held it ended',
  engine_hung: 'because the process that held it did not answer',
};

/** `Locked at 10:31, after 10 quiet minutes`; with the day when it was not today. `minutes`: the idle time set, 0 for none. */
export const lockedLine = inLanguage('vault.lockedLine', (at: number, why: LockReason, now: number, minutes = 0): string => {
  const when = sameDay(at, now) ? `at ${formatTime(at)}` : formatDayTime(at, now);
  const quiet = why === 'idle' && minutes > 0 ? `after ${count(minutes, 'quiet minute')}` : reasons[why];
  return `Locked ${when}, ${quiet}`;
});

/** Words shown when the vault process is not there or does not answer. */
export const engineText = inLanguage('vault.engineText', {
  starting: 'Starting the vault process',
  locking: 'Locking',
  lockingSafe: 'The write in hand is being finished.',
  gone: 'The process that held the vault has ended.',
  goneSafe: 'Everything saved is on disk, and the keys are gone from memory.',
  goneTodo: 'A fresh one is being started; then unlock again.',
  hung: 'The vault process does not answer.',
  hungSafe: 'What was saved is on disk. A change made in the last seconds may not be.',
  hungTodo: 'Wait a little, or lock now and unlock again.',
  lockNow: 'Lock now',
  noHost: 'This page belongs inside the Latchkey window.',
} as const);

/** Words of the banners that tell the state of the open file. */
export const fileText = inLanguage('vault.fileText', {
  repaired: 'The end of the file was torn, as after a power cut, and has been repaired.',
  repairedSafe: 'Everything saved before is here; the torn bytes were kept aside.',
  damaged: 'Part of this vault could not be read.',
  damagedSafe: 'The damaged part was set aside and nothing was thrown away. Look through your accounts.',
  readOnly: 'read-only',
  safeAsOf: (when: string) => `Your vault is safe as of ${when}.`,
  kept: (n: number, sealed: boolean) =>
    `${n === 1 ? 'One change since then is' : `${n} changes since then are`} kept ${sealed ? 'sealed on this computer, also across a lock' : 'in memory alone, and lost when you lock'}.`,
  saveCopy: 'Save a copy',
  copyName: (file: string) => `${file.replace(/\.latchkey$/i, '').slice(0, 100)}-copy.latchkey`,
  copySaved: (file: string) => `A copy is saved as ${file}.`,
  loseTitle: (n: number) => (n === 1 ? 'Lock and lose one change?' : `Lock and lose ${n} changes?`),
  loseBody: 'What could not be saved is kept nowhere but in memory. Try again, or save a copy elsewhere first.',
  loseKeep: 'Stay unlocked',
  loseLock: 'Lock all the same',
  savedAgain: 'Saving works again. What you changed is on disk.',
  restore: 'Restore a backup',
  goOn: 'Go on with this copy',
  goOnTitle: 'Go on with this copy?',
  goOnRolledBack:
    'What was saved after it is not in this copy. This computer then takes it for the newest, and does not warn of it again.',
  goOnForked:
    'What was changed in the other copy stays there and is not in this one; it can still be brought in as new accounts. This computer then takes this copy for the right one.',
  notYet: 'Not yet',
  headerChanged: 'A way into this vault was changed elsewhere.',
  headerChangedTodo:
    'If you changed the passphrase or the sheet on another computer, all is well. If not, someone put an older file in place: renew the vault key.',
  mine: 'That was me',
  lookAt: 'Passphrase and sheet',
  dismiss: 'Close this notice',
} as const);

/** Words of the pieces of long work. */
export const progressText = inLanguage('vault.progressText', {
  stop: 'Stop',
  tasks: {
    opening: 'Opening the vault',
    deriving: 'Checking the passphrase',
    codes: 'Computing codes',
    saving: 'Saving',
    compacting: 'Compacting the file',
    sealing: 'Sealing everything anew',
    checking: 'Checking the file',
    salvaging: 'Reading what is there',
    restoring: 'Restoring the backup',
  } satisfies Readonly<Record<WorkTask, string>>,
} as const);

const counting = {
  opening: 'Opening',
  checking: 'Checking',
  sealing: 'Sealing',
  salvaging: 'Reading',
} as const;

/** How far long work is, in words: `Opening 23 000 of 50 000 records`, `Checking the file, 23 000 records so far`, `Saving`. */
export const progressLine = inLanguage(
  'vault.progressLine',
  (task: WorkTask, records: { readonly done: number; readonly total: number | null } | undefined): string => {
    const name = progressText.tasks[task];
    if (records === undefined || records.done === 0) return name;
    const { done, total } = records;
    if (total === null) return `${name}, ${formatCount(done)} records so far`;
    const verb = task in counting ? counting[task as keyof typeof counting] : `${name},`;
    return `${verb} ${formatCount(done)} of ${formatCount(total)} records`;
  },
);
