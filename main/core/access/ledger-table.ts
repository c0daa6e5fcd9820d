import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { type PlatformNames, platformName } from '../../../shared/platforms/catalogue.ts';
import { stateText } from '../../../shared/text/ledger.ts';
import { exposedSince, lentWords } from '../../../shared/text/ledger-words.ts';
import type { LedgerDates } from '../../../shared/text/ledger-dates.ts';

/** What a spreadsheet would run as a formula, also behind blanks it may drop and in the wide forms some of them read alike. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]/u;
/** Cells that begin with these are read on as if they began after them. */
const SHIFT = /^[\t\r\n]/;

/** A table as comma-separated values (RFC 4180): lines end in CR LF, a byte order mark before all tells spreadsheets that it is UTF-8. */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** One cell: no formula (OWASP, CSV injection: an apostrophe before it), in quotes where it holds what would end it. */
export function csvCell(text: string): string {
  const plain = text.toWellFormed().replaceAll('\0', '');
  const safe = FORMULA.test(plain) || SHIFT.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Loans as a table, one line each, dates in one zone. */
export function ledgerTable(
  rows: readonly LedgerRow[],
  dates: LedgerDates,
  now: number,
  nameOf: PlatformNames = platformName,
): string {
  const asOf = dates.cell(now);
  const head = ['Account', 'Platform', 'User name', 'More accounts', 'Client', rows[0]?.side === 'received' ? 'Lent by' : 'Who'];
  const times = ['From', 'Until', 'State', 'Still exposed', 'Closed', 'Run'].map((name) =>
    name === 'From' || name === 'Until' || name === 'Closed' ? `${name} (${dates.zone})` : name,
  );
  return writeCsv([
    [...head, 'What', ...times, `As of (${dates.zone})`],
    ...rows.map((row) => [...tableLine(row, dates, nameOf), asOf]),
  ]);
}

function tableLine(row: LedgerRow, dates: LedgerDates, nameOf: PlatformNames): string[] {
  const { account, person, run, closed } = row;
  return [
    account.title,
    nameOf(account.platform),
    account.username ?? '',
    account.more === 0 ? '' : String(account.more),
    account.client?.name ?? '',
    person.name,
    lentWords(row),
    dates.cell(row.from),
    dates.cell(row.until),
    stateText[row.state].group,
    exposedSince(row.exposed, dates),
    closed === null ? '' : dates.cell(closed),
    run === null ? '' : `${run.done} of ${run.steps}`,
  ];
}
