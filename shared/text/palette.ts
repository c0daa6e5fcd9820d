import { count } from './common.ts';
import { inLanguage } from './language.ts';

/** Words of the palette and of quick access. */
export const paletteText = inLanguage('palette.paletteText', {
  title: 'Find or do anything',
  quick: 'Quick access',
  results: 'Found',
  placeholder: 'An account, a person, a place, something to do',
  moreOf: (title: string) => `More to do with ${title}`,
  filterMore: 'Which of these',
  nothing: (query: string) => `Nothing fits “${query}”.`,
  nothingTodo: 'Fewer letters find more: a name, a username or a client is enough.',
  found: (n: number) => count(n, 'entry', 'entries'),
  ofAll: (shown: number, all: number) => `${shown} of ${all}`,
} as const);

/** Headings of the groups. */
export const paletteGroupText = inLanguage('palette.paletteGroupText', {
  recent: 'Used last',
  accounts: 'Accounts',
  received: 'Lent to me',
  account: 'This account',
  commands: 'Do',
  places: 'Places',
  clients: 'Clients',
  people: 'People',
  settings: 'Settings',
} as const);

/** What can be done with one row. */
export const paletteActText = inLanguage('palette.paletteActText', {
  open: 'Open the account',
  openLoan: 'Open what is lent',
  openSite: (host: string) => `Open ${host}`,
  takeBack: (name: string) => `Take back from ${name}`,
  pin: 'Pin this account',
  unpin: 'Unpin this account',
  client: (accounts: number) => `client, ${count(accounts, 'account')}`,
  settings: 'settings',
} as const);

/** The line of keys under the results. */
export const paletteFootText = inLanguage('palette.paletteFootText', {
  open: 'open',
  copyCode: 'copy code',
  copyPassword: 'copy password',
  act: 'do it',
  code: 'code',
  username: 'user',
  password: 'password',
  more: 'more',
  back: 'back',
  close: 'close',
  away: 'back to where you were',
} as const);
