/** Words of the window itself: rail, bar, banners. */
export const appText = {
  sections: 'Sections',
  clients: 'Clients',
  accounts: 'Accounts',
  inbox: 'Inbox',
  received: 'Lent to me',
  runs: 'Runs',
  people: 'People',
  settings: 'Settings',
  keysTitle: 'All keys',
  linkTitle: (host: string) => `Open ${host} in your browser?`,
  linkBody: 'The address leaves Latchkey; what you do there is between you and the platform.',
  linkOpen: 'Open it',
  gone: 'This place is not there any more.',
  failed: 'This part of the window failed.',
  failedSafe: 'The vault is safe: nothing is saved from here.',
  failedTodo: 'Go back to the accounts, or lock and unlock.',
} as const;

/** Names of the commands, as shown beside their keys. */
export const commandText = {
  find: 'Find an account',
  newAccount: 'New account',
  lock: 'Lock the vault',
  copyCode: 'Copy the code',
  copyUsername: 'Copy the username',
  copyPassword: 'Copy the password',
  reveal: 'Show or cover the password',
  edit: 'Edit this account',
  pasteMessage: 'Paste a message into the inbox',
  seal: 'Seal',
  back: 'One step back',
  nextPane: 'Next pane',
  keys: 'All keys',
  move: 'Move in a list',
  open: 'Open or do the main thing',
} as const;
