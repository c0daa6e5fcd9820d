import type { LedgerRow, LedgerState } from '../contracts/engine/ledger.ts';
import { count, lentText, list } from './common.ts';
import { formatDay, formatDuration } from './dates.ts';
import { inLanguage } from './language.ts';

/** Words of the ledger's screen. */
export const ledgerText = inLanguage('ledger.ledgerText', {
  title: 'Ledger',
  sub: 'who has what, until when',
  search: 'Find in the ledger',
  sides: 'Whose loans',
  given: 'Lent out',
  received: 'Lent to me',
  filter: 'Which loans',
  all: 'All',
  client: 'Client',
  anyClient: 'All clients',
  person: 'Person',
  anyPerson: 'Everyone',
  report: 'Report',
  columns: { account: 'Account', who: 'Who', lentBy: 'Lent by', time: 'When', until: 'Until', act: 'What to do' },
  today: 'today',
  table: 'Loans',
  more: (n: number) => `and ${count(n, 'more account')}`,
  emptyTitle: 'Nothing is lent',
  emptyBody: 'Each login you hand off is listed here, with who has it and until when.',
  toAccounts: 'Go to Accounts',
  emptyReceivedTitle: 'Nothing is lent to you',
  emptyReceivedBody: 'Logins that others lend you are listed here, with the day they end.',
  nothingFound: 'No loan fits',
  nothingFoundBody: 'Other loans are there; these filters leave them out.',
  showAll: 'Show all',
  change: 'Change it',
  newCodes: 'New codes',
  takeBack: 'Take back',
  startsRun: (act: string) => `${act}: start the end of access`,
  goOn: (done: number, steps: number) => `Go on: ${done} of ${steps}`,
  extend: 'Extend',
  starting: 'Starting',
  legend: 'What the bars mean',
  codes: 'codes, kept by cryptography',
  password: 'password, kept by the app',
  role: 'role at the platform',
  exposed: 'exposed until changed',
  move: 'move',
  openKey: 'open',
  endKey: 'end',
  logKey: 'log',
} as const);

/** Names of the groups and of the filter's parts. */
export const stateText = inLanguage('ledger.stateText', {
  exposed: { group: 'Exposed', part: 'Exposed' },
  ended: { group: 'Ended, not closed', part: 'Ended' },
  ending: { group: 'Ending this week', part: 'Ending' },
  active: { group: 'Active', part: 'Active' },
  closed: { group: 'Closed', part: 'Closed' },
} satisfies Readonly<Record<LedgerState, { readonly group: string; readonly part: string }>>);

/** Words of saving. */
export const ledgerFileText = inLanguage('ledger.ledgerFileText', {
  table: 'Table (CSV)',
  page: 'Page to read and print (HTML)',
  certificate: 'Closing certificate',
  certificateOf: (client: string) => `Closing certificate of ${client}`,
  whyNoClient: 'Choose a client first',
  tableName: 'latchkey-ledger.csv',
  pageName: 'latchkey-ledger.html',
  certificateName: 'latchkey-closing-certificate.html',
  tableSaved: (file: string) => `${file} is saved, without any secret.`,
  pageSaved: (file: string) => `${file} is saved, without any secret. Your browser opens and prints it.`,
} as const);

/** The date of a loan on its tag: `ended Fri 20 Nov`, `back Thu 26 Nov`, `given back Sat 14 Nov`. */
export const loanTag = inLanguage(
  'ledger.loanTag',
  ({ side, state, grant, until, closed, givenBack }: LedgerRow, now: number): string => {
    const day = (at: number): string => formatDay(at, now);
    if (state === 'exposed' || state === 'ended') return `ended ${day(until - 1)}`;
    if (state !== 'closed') return `back ${day(until - 1)}`;
    if (side === 'received') return givenBack === null ? `ended ${day(until - 1)}` : `given back ${day(givenBack)}`;
    if (grant === 'refused') return `declined ${day(until)}`;
    return `closed ${day(closed ?? until)}`;
  },
);

/** What still works of an exposed loan, and since when, for the whole row's description: `password seen Mon 2 Nov`. */
export const exposedWords = inLanguage('ledger.exposedWords', (exposed: LedgerRow['exposed'], now: number): string => {
  return list(exposed.map(({ secret, since }) => `${lentText[secret]} seen ${formatDay(since, now)}`));
});

/** What is left of a loan: `10 days`. */
export function leftWords(until: number, now: number): string {
  return formatDuration(until - now);
}

/** The bars of a row in words, for who does not see them. */
export const lanesWords = inLanguage('ledger.lanesWords', ({ lanes }: Pick<LedgerRow, 'lanes'>, now: number): string => {
  const said = (name: string, bar: LedgerRow['lanes']['codes']): string | null =>
    bar === null ? null : `${name} from ${formatDay(bar.from, now)} to ${formatDay(bar.until - 1, now)}`;
  const parts = [
    said('codes', lanes.codes),
    said('password', lanes.password),
    said('role', lanes.role),
    lanes.exposed === null ? null : `exposed since ${formatDay(lanes.exposed.from, now)}`,
  ];
  return parts.filter((part) => part !== null).join('; ');
});
