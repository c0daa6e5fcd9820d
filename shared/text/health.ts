import { count, list } from './common.ts';
import { formatBytes, formatCount, formatDate, formatDayTime, formatDuration, formatTime, sameDay } from './dates.ts';
import { inLanguage } from './language.ts';

const thousands = (n: number, one: string, many = `${one}s`): string => `${formatCount(n)} ${n === 1 ? one : many}`;

/** A moment as said in a line: `today 10:42`, `Fri 4 Dec, 18:00`. */
export const moment = inLanguage('health.moment', (at: number, now: number): string => {
  return sameDay(at, now) ? `today ${formatTime(at)}` : formatDayTime(at, now);
});

const numbers = ['Nothing', 'One thing', 'Two things', 'Three things', 'Four things', 'Five things', 'Six things'];

/** Words of the head of the health page and of its groups. */
export const healthText = inLanguage('health.healthText', {
  title: 'Vault health',
  ring: (ok: number, all: number) => `${ok} of ${all} in order`,
  inOrder: 'in order',
  todo: (n: number) => (n === 0 ? 'All is in order' : `${numbers[n] ?? `${n} things`} to do`),
  all: 'Nothing here wants anything from you.',
  things: (todos: readonly string[]) => {
    const sentence = list(todos);
    return `${sentence.charAt(0).toLocaleUpperCase('en')}${sentence.slice(1)}.`;
  },
  checkAll: 'Check all again',
  checking: 'Checking',
  checked: (at: number, milliseconds: number, now: number) => `checked ${moment(at, now)}, took ${took(milliseconds)}`,
  way: 'The way back in',
  file: 'The file',
  lent: 'Lent and exposed',
  state: { ok: 'in order', note: 'to know', wait: 'to do', bad: 'wrong' },
} as const);

function took(milliseconds: number): string {
  return milliseconds < 950
    ? `${Math.max(0.1, milliseconds / 1000).toFixed(1)} s`
    : formatDuration(Math.round(milliseconds / 1000));
}

/** What the buttons of the health page do. */
export const healthActs = inLanguage('health.healthActs', {
  test: 'Test',
  testSheet: 'Test the sheet',
  changePassphrase: 'Change the passphrase',
  makeBackup: 'Make a backup now',
  testAgain: 'Test again',
  renew: 'Make a sheet',
  passphrase: 'Change it',
  backup: 'Make one now',
  backups: 'Show',
  restore: 'Restore a backup',
  rescue: 'Backups and rescue',
  check: 'Check now',
  compact: 'Compact',
  aside: 'See what',
  log: 'See the log',
  asideAway: 'See what the log lacks',
  compacting: 'Compacting',
  compacted: (before: number, after: number) => `The file went from ${formatBytes(before)} to ${formatBytes(after)}.`,
  retry: 'Try again',
  copy: 'Save a copy elsewhere',
  mine: 'That was me',
  goOn: 'Go on with this copy',
  clock: 'The clock is right',
  runs: 'Open runs',
} as const);

/** What the page says of one thing: its state in a line, a sentence on it, and its words in the list of things to do. */
export interface ItemText {
  readonly title: string;
  readonly body: string;
  readonly todo: string | null;
}

const say = (title: string, body: string, todo: string | null = null): ItemText => ({ title, body, todo });

/** What the health page says of each thing it looks at. */
export const healthItemText = inLanguage('health.healthItemText', {
  noSheet: say('There is no recovery sheet', 'A lost passphrase would mean a lost vault.', 'make a recovery sheet'),
  untested: (made: number | null, now: number) =>
    say('Recovery sheet never tested', `${madeOn(made, now)}A sheet that was never tried is a guess.`, 'test your recovery sheet'),
  testedLongAgo: (tested: number, made: number | null, now: number) =>
    say(
      'Recovery sheet not tested for a year',
      `${madeOn(made, now)}Last tested ${formatDate(tested, now)}.`,
      'test your recovery sheet',
    ),
  tested: (tested: number, made: number | null, now: number) =>
    say(`Recovery sheet tested ${formatDate(tested, now)}`, `${madeOn(made, now)}Its 24 words open this vault.`),
  cost: (kind: 'normal' | 'low' | 'other', changed: number | null, now: number) => {
    const since = changed === null ? '' : ` Passphrase changed ${formatDate(changed, now)}.`;
    if (kind === 'low') {
      return say(
        'A guess at the passphrase is cheaper than usual',
        `One guess costs 64 MiB of memory, not 256. Changing the passphrase raises it.${since}`,
        'raise the cost of guessing the passphrase',
      );
    }
    const price =
      kind === 'normal' ? 'One guess costs 256 MiB of memory, three times over.' : 'What one guess costs was set elsewhere.';
    return say('Guessing the passphrase is slow', `${price}${since}`);
  },
  noBackup: say('There is no backup yet', 'One is made by itself after the first save of a day.', 'make a backup'),
  oldBackup: (at: number, now: number) =>
    say(`Backup is ${formatDuration(now - at)} old`, 'What was changed since then is in the vault file alone.', 'make a backup'),
  backup: (at: number, copies: number, now: number) =>
    say(
      now - at < 60 ? 'Backup was made just now' : `Backup is ${formatDuration(now - at)} old`,
      copies === 1 ? 'One copy, opened and checked when it was made' : `${copies} copies, each opened and checked when it was made`,
    ),
  saving: (lastSaved: number | null, now: number) =>
    say(
      'Saving works',
      lastSaved === null ? 'Nothing was saved since this vault was opened' : `Last saved ${moment(lastSaved, now)}`,
    ),
  following: (what: string) => say(what, 'What is saved there shows here by itself.'),
  notSaving: (what: string, safe: string, unsaved: number, kept: boolean) =>
    say(
      what,
      unsaved === 0
        ? safe
        : `${capitalCount(unsaved)} kept ${kept ? 'sealed on this computer' : 'in memory alone'}. What was saved before is safe.`,
      'let the vault save again',
    ),
  saves: (saves: number) =>
    say(`${thousands(saves, 'save')}, unbroken`, 'Every save follows from the one before; nothing was swapped or cut'),
  damaged: say(
    'Part of the file cannot be read',
    'What could be read is here, the rest was set aside. Nothing was thrown away.',
    'look at the backups of the damaged file',
  ),
  checkFault: say(
    'The file on disk is not what it should be',
    'What is open here is whole. Save a copy, or restore a backup.',
    'save a copy of the vault',
  ),
  checkFailed: say('The file could not be checked', 'Nothing was changed by trying.', 'check the file again'),
  log: (records: number) => say('The log is whole', `${thousands(records, 'entry', 'entries')}, each tied to the one before`),
  logBad: (bad: number) =>
    say(
      `Entry ${formatCount(bad)} of the log does not fit`,
      'Someone or something changed what was written there. The entries before it hold.',
      'look at the log',
    ),
  size: (bytes: number, dead: number, records: number) =>
    say(
      `${formatBytes(bytes)}, ${thousands(records, 'record')}`,
      dead === 0 ? 'Nothing in it is old' : `${formatBytes(dead)} of it was replaced or deleted, and is kept until it is compacted`,
    ),
  mostlyOld: (bytes: number, dead: number) =>
    say(
      'More than half of the file is old',
      `${formatBytes(dead)} of ${formatBytes(bytes)} was replaced or deleted. Compacting takes it out.`,
      'compact the file',
    ),
  noneAside: say('Every record was understood', 'Nothing is set aside'),
  aside: (n: number) =>
    say(
      `${thousands(n, 'record')} set aside`,
      'This version cannot read them. They are kept as they are, and written on with the rest.',
    ),
  anchor: {
    fits: say('No older copy was put in its place', 'The file goes on from what this computer last saw of it'),
    none: say('This computer had not seen this vault before', 'It could not tell an older copy from this one. From now on it can.'),
    header_changed: say(
      'A way into the vault was changed elsewhere',
      'The passphrase or the sheet was changed on another computer, or the head of an older file was put back.',
      'say whether you changed the passphrase elsewhere',
    ),
    rolled_back: say(
      'This file is older than what this computer last saw',
      'Nothing is written until you choose. Newer saves may be in a backup or in another copy.',
      'choose what to do with the older file',
    ),
    forked: say(
      'Two copies were changed apart from each other',
      'Nothing is written until you choose. The other copy is not touched.',
      'choose between the two copies',
    ),
  },
  clock: say('The clock has not gone back', 'It agrees with the latest time this vault has seen'),
  clockBehind: (seconds: number) =>
    say(
      `The clock is ${formatDuration(seconds)} behind what this vault has seen`,
      'What ends is judged by the later time, so that a clock put back wins nothing.',
      'set the clock right',
    ),
  allClosed: say('Nothing that ended is still open', 'Every grant that ended has had its run'),
  ended: (n: number, titles: string) =>
    say(
      `${count(n, 'grant')} ended but not closed`,
      titles,
      `close the ${n === 1 ? 'grant that has' : `${n} grants that have`} ended`,
    ),
} as const);

function madeOn(made: number | null, now: number): string {
  return made === null ? '' : `Made ${formatDate(made, now)}. `;
}

function capitalCount(n: number): string {
  return n === 1 ? 'One change is' : `${formatCount(n)} changes are`;
}

/** How long something has been over, beside its name: `Etsy 4 days`. */
export function overFor(title: string, seconds: number): string {
  return `${title} ${formatDuration(seconds)}`;
}
