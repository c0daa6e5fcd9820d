import type { LogVerdict } from '../contracts/engine/log.ts';
import type { LogGroup } from '../log-groups.ts';
import { formatCount, formatDay, formatDayTime, sameDay } from './dates.ts';
import { moment } from './health.ts';
import { inLanguage } from './language.ts';

const entries = (n: number): string => `${formatCount(n)} ${n === 1 ? 'entry' : 'entries'}`;

/** Words of the log's page. */
export const logPageText = inLanguage('log-page.logPageText', {
  title: 'The log',
  sub: (n: number) => entries(n),
  all: 'All of it',
  allOf: (account: string) => `All of it, the log of ${account}`,
  list: 'Entries of the log, newest first',
  day: (at: number, now: number) => (sameDay(at, now) ? 'Today' : formatDay(at, now)),
  entry: (n: number) => `entry ${formatCount(n)}`,
  filters: 'Which entries',
  group: 'What',
  anyGroup: 'Everything',
  person: 'Person',
  anyPerson: 'Everyone',
  account: 'Account',
  anyAccount: 'All accounts',
  from: 'From',
  until: 'Until',
  anyDay: 'any day',
  showAll: 'Show all',
  emptyTitle: 'No entry fits',
  emptyBody: 'Other entries are there; these filters leave them out.',
  verify: 'Verify now',
  verifying: 'Verifying',
  notVerified: 'Each entry is tied to the one before it',
  fits: 'every entry fits the one before',
  verified: (n: number, at: number, now: number) => `${entries(n)}, checked ${moment(at, now)}`,
  bad: (n: number) => `entry ${formatCount(n)} does not fit the one before`,
  seeWhat: 'See what',
} as const);

/** What a group of entries is called. */
export const logGroupText = inLanguage('log-page.logGroupText', {
  vault: 'The vault',
  accounts: 'Accounts and secrets',
  people: 'People',
  lending: 'Lending',
  codes: 'Codes',
  work: 'Runs and reviews',
  business: 'Business centres',
} satisfies Readonly<Record<LogGroup, string>>);

/** What others hold of the log: heads that came back signed in a receipt. */
export const witnessText = inLanguage(
  'log-page.witnessText',
  (
    { heads, people, last, bad }: { heads: number; people: number; last: number | null; bad: number | null },
    now: number,
  ): string => {
    if (bad !== null) {
      return `A receipt holds entry ${formatCount(bad)} otherwise than it stands here: the log was changed or cut after that receipt was signed.`;
    }
    if (heads === 0 || last === null)
      return 'No receipt of another person holds a head of this log yet, so only its own chain speaks for it.';
    const since = `the latest came ${sameDay(last, now) ? 'today' : formatDay(last, now)}`;
    return heads === 1
      ? `One receipt of another person holds an earlier head of this log, which is still in it; it came ${sameDay(last, now) ? 'today' : formatDay(last, now)}.`
      : `${formatCount(heads)} receipts, by ${people === 1 ? 'one other person' : `${formatCount(people)} other people`}, hold earlier heads of this log; all are still in it, and ${since}.`;
  },
);

/** Words of writing the log out and of checking a file. */
export const logFileText = inLanguage('log-page.logFileText', {
  export: 'Export',
  exporting: 'Exporting',
  exportTitle: 'Export the whole log?',
  exportLead: 'Someone who has the file can check that nothing in it was changed, added or cut after you signed it.',
  holdsTitle: 'It holds',
  holds: [
    'every entry, whatever the list is narrowed to: its number, time and what was done',
    'people by the fingerprint of their card, accounts and loans by number',
    'your card with your name, and your signature',
  ],
  leavesTitle: 'It leaves out',
  leaves: ['passwords, codes and keys', 'names of accounts, clients and other people', 'what was written in notes and rules'],
  noted: 'That it was exported becomes an entry too. The file is not encrypted.',
  keep: 'Not now',
  fileName: 'latchkey-log.json',
  saved: (file: string) => `${file} is saved and signed, without any secret.`,
  check: 'Check a file',
  checking: 'Checking',
  close: 'Close',
} as const);

/** What a check of a file says: whether it holds, and three sentences, the first naming the first entry at fault. */
export interface VerdictText {
  readonly holds: boolean;
  readonly title: string;
  readonly lines: readonly [string, string, string];
}

const DOUBT = 'Do not rely on it; ask for the file again, as chats and mail sometimes change what they carry.';

/** The verdict on a log that was written to a file. */
export const verdictText = inLanguage('log-page.verdictText', (found: LogVerdict, now: number): VerdictText => {
  const no = (first: string, second: string, third = DOUBT): VerdictText => ({
    holds: false,
    title: 'The file does not hold',
    lines: [first, second, third],
  });
  const bad = formatCount(found.bad ?? 0);
  switch (found.verdict) {
    case 'whole':
      return whole(found, now);
    case 'form':
      return no(
        'This is not a log as Latchkey writes it out, or a part of the file is missing.',
        'None of its entries was checked.',
      );
    case 'record':
      return no(
        found.bad === 1
          ? 'Entry 1 is not the first one as it was written.'
          : `Entry ${bad} is the first that does not follow from the one before: one of the two was changed, or one between them is missing.`,
        (found.bad ?? 0) > 2
          ? `The entries up to ${formatCount((found.bad ?? 0) - 2)} hold.`
          : 'So none of its entries can be relied on.',
      );
    case 'head':
      return no(
        'The entries fit one another, but not the end that the file names: the last one was changed, or some were added or cut.',
        'Whose signature it bears was not looked at.',
      );
    case 'signature':
      return no(
        'The entries fit one another, but the signature is not by the key of the card in the file.',
        'Anyone may have written it.',
      );
    case 'witness':
      return no(
        `Entry ${bad} is not the one that a receipt of another person holds.`,
        'The file is signed with your key and its entries fit one another.',
        'So the log was changed or cut after that receipt was signed, and then signed anew.',
      );
  }
});

function whole({ records, written, by, known }: LogVerdict, now: number): VerdictText {
  const when = written === null ? '' : `, and nothing was changed since it was signed ${formatDayTime(written, now)}`;
  const name = by ?? '';
  const signed = {
    me: 'It is signed with your own key.',
    verified: `It is signed by ${name}, whose words you have compared.`,
    unverified: `It is signed with the card of ${name}, whose words you have not compared.`,
    stranger: `It is signed with a card that says ${name} and is not among your people.`,
  };
  return {
    holds: true,
    title: 'The file holds',
    lines: [
      `${records === 1 ? 'Its one entry is whole' : `All ${entries(records)} fit one another`}${when}.`,
      signed[known ?? 'stranger'],
      known === 'me'
        ? 'No receipt of another person speaks against it.'
        : 'It does not show that what was done was also written down.',
    ],
  };
}
