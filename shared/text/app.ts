import type { CommandGroup, CommandId } from '../commands.ts';

import { inLanguage } from './language.ts';

/** Words of the window itself: rail, bar, banners. */
export const appText = inLanguage('app.appText', {
  sections: 'Sections',
  clients: 'Clients',
  accounts: 'Accounts',
  inbox: 'Inbox',
  received: 'Lent to me',
  requests: 'Asked for',
  ledger: 'Ledger',
  runs: 'Runs',
  review: 'Review',
  business: 'Business',
  people: 'People',
  settings: 'Settings',
  locksIn: (left: string) => `locks in ${left}`,
  lockSoon: 'The vault locks in a minute, as nobody does anything.',
  locksSoon: (left: string) => `The vault locks in ${left}`,
  stayUnlocked: 'Stay unlocked',
  keysTitle: 'All keys',
  linkTitle: (host: string) => `Open ${host} in your browser?`,
  linkBody: 'The address leaves Latchkey; what you do there is between you and the platform.',
  linkOpen: 'Open it',
  gone: 'This place is not there any more.',
  failed: 'This part of the window failed.',
  failedSafe: 'The vault is safe: nothing is saved from here.',
  failedTodo: 'Go back to the accounts, or lock and unlock.',
} as const);

/** Names of the commands, as shown beside their keys, in menus and in the palette. */
export const commandText = inLanguage('app.commandText', {
  find: 'Find or do anything',
  search: 'Search this list',
  newAccount: 'New account',
  pasteMessage: 'Paste a message into the inbox',
  generate: 'Make a password',
  settings: 'Settings',
  lock: 'Lock the vault',
  undo: 'Undo',
  edit: 'Edit this account',
  copyUsername: 'Copy the username',
  copyPassword: 'Copy the password',
  copyCode: 'Copy the code',
  reveal: 'Reveal or conceal the password',
  openSite: 'Open the site',
  handOff: 'Hand off this account',
  takeBack: 'Take back this account',
  pin: 'Pin or unpin this account',
  seal: 'Seal',
  goAccounts: 'Go to Accounts',
  goReceived: 'Go to Lent to me',
  goRequests: 'Go to Asked for',
  goLedger: 'Go to the Ledger',
  goRuns: 'Go to Runs',
  goReview: 'Go to the Review',
  goInbox: 'Go to the Inbox',
  goBusiness: 'Go to Business',
  goPeople: 'Go to People',
  goReminders: 'Go to Reminders',
  goLog: 'Go to the Log',
  goTrash: 'Go to the Trash',
  goHealth: 'Go to the health of the vault',
  goBackups: 'Go to Backups',
  askFor: 'Ask someone for access',
  addPerson: 'Add a person',
  myCard: 'Show my card',
  back: 'One step back',
  nextPane: 'Next pane',
  keys: 'All keys',
} as const satisfies Readonly<Record<CommandId, string>>);

/** Names of the menus, and of the groups in the sheet of keys. */
export const commandGroupText = inLanguage('app.commandGroupText', {
  file: 'File',
  account: 'Account',
  go: 'Go',
  window: 'Window',
  help: 'Help',
} as const satisfies Readonly<Record<CommandGroup, string>>);

/** Keys that are no command's. */
export const keySheetText = inLanguage('app.keySheetText', {
  list: 'Lists',
  move: 'Move in a list',
  open: 'Open or do the main thing',
  several: 'Choose several',
  order: 'Move a pinned account',
  more: 'More to do with what is found',
  notNow: 'not here',
} as const);
