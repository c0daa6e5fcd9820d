import type { LedgerRow } from '../contracts/engine/ledger.ts';
import { lentText, list } from './common.ts';
import type { LedgerDates } from './ledger-dates.ts';
import { inLanguage } from './language.ts';

/** What was lent, in words: `Password, codes`, `Role: author`. */
export const lentWords = inLanguage('ledger-words.lentWords', ({ what, level }: Pick<LedgerRow, 'what' | 'level'>): string => {
  const words = what.map((one) => (one === 'role' && level !== null ? `role: ${level}` : lentText[one])).join(', ');
  return words === '' ? 'Nothing secret' : words.charAt(0).toUpperCase() + words.slice(1);
});

/** A platform's name beside an account's title; nothing where the title says it already. */
export function besides(title: string, name: string): string {
  return name.toLowerCase() === title.toLowerCase() ? '' : name;
}

/** What still works of a loan that is over, in a file: `password, seen Mon 2 Nov 2026`. */
export const exposedSince = inLanguage('ledger-words.exposedSince', (exposed: LedgerRow['exposed'], dates: LedgerDates): string => {
  return list(exposed.map(({ secret, since }) => `${lentText[secret]}, seen ${dates.day(since)}`));
});

/** Words of the report. */
export const reportText = inLanguage('ledger-words.reportText', {
  title: 'Who has what, until when',
  received: 'Lent to me, until when',
  head: (vault: string, by: string) => `From the vault ${vault}, made by ${by}`,
  asOf: (time: string, zone: string) => `as of ${time} (${zone})`,
  onlyClient: (client: string) => `Only loans of ${client}’s accounts.`,
  onlyPerson: (person: string) => `Only loans to ${person}.`,
  nothing: 'No loans.',
  meaning:
    'Exposed: the loan is over, and a secret it gave still works until it is changed. Codes are kept by cryptography, passwords and backup codes by the app, roles by the platform.',
  foot: 'No secret is in this page. It says what the vault knew when it was made.',
  columns: ['Account', 'Client', 'Who', 'What', 'From', 'Last day', 'Now'],
} as const);

/** Where a loan stands, with its date, in a report. */
export const standing = inLanguage(
  'ledger-words.standing',
  ({ state, grant, until, closed, givenBack, exposed }: LedgerRow, dates: LedgerDates): string => {
    if (state === 'exposed') return `ended ${dates.lastDay(until)}; still exposed: ${exposedSince(exposed, dates)}`;
    if (state === 'ended') return `ended ${dates.lastDay(until)}; not closed`;
    if (state !== 'closed') return `runs until ${dates.lastDay(until)}`;
    if (givenBack !== null) return `given back ${dates.day(givenBack)}`;
    if (closed !== null) return `closed ${dates.day(closed)}`;
    return grant === 'refused' ? `declined ${dates.day(until)}` : `ended ${dates.lastDay(until)}`;
  },
);
