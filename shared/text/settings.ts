import { formatBytes, formatCount, formatDayTime } from './dates.ts';
import { count } from './common.ts';
import { inLanguage } from './language.ts';

/** Names of the settings and of their pages. */
export const settingsText = inLanguage('settings.settingsText', {
  title: 'Settings',
  pages: 'Pages of the settings',
  health: 'Vault health',
  locking: 'Locking',
  passphrase: 'Passphrase and sheet',
  backups: 'Backups',
  platforms: 'Platforms',
  look: 'Appearance',
  general: 'General',
  keys: 'Shortcuts',
  file: (name: string, bytes: number) => `${name}, ${formatBytes(bytes)}`,
  todo: (n: number) => count(n, 'thing to do', 'things to do'),
} as const);

/** Words of the page about locking and the clipboard. */
export const lockingText = inLanguage('settings.lockingText', {
  idle: 'Lock after',
  idleLead: 'The time nobody touches a key or the pointer.',
  idleOwnWindow:
    'The time nobody touches a key or the pointer in this window: what is done in other programs, Latchkey on this system cannot tell.',
  minutes: (n: number) => (n === 0 ? 'Never' : count(n, 'minute')),
  neverWarning: 'The vault stays open until you lock it. Whoever sits down at this computer can use it.',
  away: 'When you are away',
  suspend: 'Lock when this computer sleeps or its screen is locked',
  suspendOnly: 'Lock when this computer sleeps',
  screenOnly: 'Lock when the screen is locked',
  noAway:
    'Latchkey on this system is not told when the computer sleeps or its screen is locked, so only the quiet time above locks the vault.',
  noScreen: 'Latchkey on this system is not told when the screen is locked; the quiet time above still counts.',
  noNever:
    'Latchkey on this system has no dialog of its own to ask you in, so the lock after quiet time, the one at sleep and the clearing of copied secrets cannot be turned off from this window.',
  closed: 'Lock when the window is closed',
  closedLead: 'Latchkey stays when its window is closed; until the lock, opening the window again shows the vault open.',
  closedEnds: 'On this system, closing the window ends Latchkey, which locks the vault at once.',
  closedTray:
    'Closing the window ends Latchkey, which locks the vault at once. Under General you can let it stay in the tray instead.',
  closedMinutes: (n: number) => (n === 0 ? 'At once' : `After ${count(n, 'minute')}`),
  digest: 'Say on the lock screen how many things end',
  digestHint: 'A number and a day, such as “2 things end tomorrow”. Never a name.',
  clipboard: 'Clipboard',
  clear: 'Clear what was copied after',
  clearLead: 'Only if it is still what was copied here. At the lock it is cleared in any case.',
  seconds: (s: number | null) => (s === null ? 'At the lock' : `${s} s`),
} as const);

/** Words of "remember this device". */
export const deviceText = inLanguage('settings.deviceText', {
  title: 'This device',
  off: 'This device is not remembered',
  offLead: 'Opening the vault asks for the passphrase each time.',
  on: 'This device is remembered',
  until: (at: number, now: number) =>
    `The passphrase is asked for again after ${formatDayTime(at, now)}, and after each update of Latchkey.`,
  onLead: 'The passphrase is asked for again after 14 days, and after each update of Latchkey.',
  honest:
    'It keeps a key in the keychain of this computer. It protects nothing from malware that runs as you, or from someone at this computer while you are signed in: they can open the vault as you can. Off unless you turn it on; after 14 days, and after each update, the passphrase is asked for again.',
  remember: 'Remember this device',
  forget: 'Forget this device',
  forgetting: 'Forgetting',
  asking: 'Asking the keychain',
  again: 'Ask the keychain again',
  askLead: 'Your passphrase, to put a key for this device into the keychain.',
  done: 'This device is remembered for 14 days.',
  forgotten: 'The key of this device is taken away. The passphrase opens the vault as before.',
} as const);

/** Words of the page about the passphrase, the sheet and the vault key. */
export const passphraseText = inLanguage('settings.passphraseText', {
  change: 'Change the passphrase',
  changed: 'The passphrase is changed. From now on the new one opens this vault.',
  old: 'The passphrase now',
  fresh: 'The new passphrase',
  again: 'The new one once more',
  act: 'Change the passphrase',
  acting: 'Changing',
  cost: 'What one guess at it costs',
  normal: '256 MiB of memory',
  normalHint: 'The usual.',
  low: '64 MiB of memory',
  lowHint: 'For a computer with little memory. A guess is cheaper for others too.',
  honest:
    'Whoever has the old passphrase and any old copy of the file can still open that copy. As the key inside stays the same, later saves as well.',
  someone: 'Someone may know the old one',
  sheet: 'Recovery sheet',
  sheetMade: (made: string) => `Made ${made}.`,
  sheetTested: (tested: string) => `Tested ${tested}.`,
  sheetUntested: 'Never tested.',
  noSheet: 'This vault has no sheet.',
  renew: 'Make a new sheet',
  renewing: 'Making the sheet',
  renewLead:
    'With a new sheet, the one you have opens nothing any more but older copies of the file. The new words are shown once.',
  renewAsk: 'Make a new recovery sheet?',
  test: 'Test the sheet',
  key: 'Vault key',
  keyLead:
    'The key that everything in the vault is sealed with. A new one cuts off whoever knows an old passphrase or an old sheet.',
  rotate: 'Renew the vault key',
  rotating: 'Sealing everything anew',
  rotateAsk: 'Seal everything under a new key?',
  rotateLead:
    'For when someone may know your passphrase or sheet. Everything is sealed anew, you get a new sheet, and remembered devices are forgotten. Copies of the file made before this still open with the old passphrase. Change the passphrase as well.',
  rotated: 'Everything is sealed under a new key. Now change the passphrase as well.',
  yours: 'Your passphrase',
} as const);

/** Words of the test of the recovery sheet. */
export const testText = inLanguage('settings.testText', {
  title: 'Test your recovery sheet',
  lead: 'Type the 24 words from paper. Nothing is changed by it, and the words are not kept.',
  words: 'The 24 words',
  word: (n: number) => `${n}`,
  count: (n: number) => `${n} of 24 words`,
  act: 'Test the sheet',
  acting: 'Testing',
  done: 'These are the words of this vault. The sheet works.',
} as const);

/** Words of the sheet shown after it was renewed. */
export const sheetText = inLanguage('settings.sheetText', {
  leaveTitle: 'Leave before the sheet is checked?',
  leaveBody: 'The words are not shown again, and the old sheet opens nothing any more. Without them on paper, make a new sheet.',
  stay: 'Stay here',
  leave: 'Leave',
  done: 'Done',
} as const);

/** Words of the page about backups. */
export const backupsText = inLanguage('settings.backupsText', {
  title: 'Backups',
  lead: 'One a day after a save, the last seven are kept. Each is opened and checked when it is made. They open with the passphrase the vault had then.',
  none: 'No backup yet',
  noneLead: 'One is made by itself after the first save of a day.',
  make: 'Make one now',
  making: 'Making the backup',
  made: 'The backup is made and checked.',
  line: (bytes: number, records: number) =>
    records === 0 ? formatBytes(bytes) : `${formatBytes(bytes)}, ${formatCount(records)} ${records === 1 ? 'record' : 'records'}`,
  restore: 'Restore',
  restoreOf: (when: string) => `Restore the backup of ${when}`,
  ask: (when: string) => `Go back to ${when}?`,
  askLead: 'The vault becomes what it was then; what was changed since is not in it. The file that is here now is kept beside it.',
  passphrase: 'The passphrase it had then',
  keep: 'Keep the vault as it is',
  act: 'Restore it',
  acting: 'Restoring',
  done: 'The backup is in the vault’s place, and open.',
  damagedTitle: 'This vault is damaged',
  damaged:
    'Restore a backup, or take what can be read into a new vault: lock this one, choose “Another vault”, then “Backups and rescue” beside its name.',
} as const);

/** Words of the page about how the window looks. */
export const lookText = inLanguage('settings.lookText', {
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  contrast: 'Contrast',
  contrasts: { system: 'As the system', normal: 'Usual', high: 'High' },
  size: 'Text size',
  sizes: { normal: 'Usual', large: 'Large, 140 %', larger: 'Very large, 200 %' },
  sizeLead: 'Everything grows with the text; where there is no room for two panes, one is shown.',
  motion: 'Motion',
  motions: { system: 'As the system', reduced: 'Less' },
  motionLead: 'With less motion, rings jump once a second and nothing else moves.',
} as const);
