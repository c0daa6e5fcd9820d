import type { LedgerRow, LedgerState } from '../../../shared/contracts/engine/ledger.ts';
import { type PlatformNames, platformName } from '../../../shared/platforms/catalogue.ts';
import { count } from '../../../shared/text/common.ts';
import { stateText } from '../../../shared/text/ledger.ts';
import type { LedgerDates } from '../../../shared/text/ledger-dates.ts';
import { besides, lentWords, reportText, standing } from '../../../shared/text/ledger-words.ts';
import { bdi, html, type Markup, wholePage } from './ledger-page.ts';

/** What a report is of. */
export interface ReportOf {
  readonly vault: string;
  readonly by: string;
  readonly side: 'given' | 'received';
  /** Names that narrow it; null when nothing does. */
  readonly client: string | null;
  readonly person: string | null;
}

const STATES: readonly LedgerState[] = ['exposed', 'ended', 'ending', 'active', 'closed'];

/** Loans as a page to read and print, in groups by where they stand. Every name in it is escaped; no secret is in it. */
export function ledgerReport(
  rows: readonly LedgerRow[],
  of: ReportOf,
  dates: LedgerDates,
  now: number,
  nameOf: PlatformNames = platformName,
): string {
  const title = of.side === 'given' ? reportText.title : reportText.received;
  const groups = STATES.map((state) => ({ state, rows: rows.filter((row) => row.state === state) }));
  const only = [
    of.client === null ? null : reportText.onlyClient(of.client),
    of.person === null ? null : reportText.onlyPerson(of.person),
  ].filter((line) => line !== null);
  const body = html`<header>
<h1>${title}</h1>
<p class="soft">${reportText.head(of.vault, of.by)}, ${reportText.asOf(dates.time(now), dates.zone)}</p>
${only.map((line) => html`<p>${line}</p>`)}
</header>
${rows.length === 0 ? html`<p>${reportText.nothing}</p>` : html``}${groups
  .filter((group) => group.rows.length > 0)
  .map((group) => groupOf(group.state, group.rows, dates, nameOf))}
<footer><p>${reportText.meaning}</p><p>${reportText.foot}</p></footer>`;
  return wholePage(title, body);
}

function groupOf(state: LedgerState, rows: readonly LedgerRow[], dates: LedgerDates, nameOf: PlatformNames): Markup {
  return html`<h2${state === 'exposed' ? html` class="open"` : html``}>${stateText[state].group}: ${count(rows.length, 'loan')}</h2>
<table>
<thead><tr>${reportText.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row, dates, nameOf))}</tbody>
</table>
`;
}

function rowOf(row: LedgerRow, dates: LedgerDates, nameOf: PlatformNames): Markup {
  const { account, person } = row;
  const more = account.more === 0 ? html`` : html` and ${count(account.more, 'more account')}`;
  const name = account.username === null ? html`` : html` <span class="soft">${bdi(account.username)}</span>`;
  return html`<tr>
<td>${bdi(account.title)}${name}${more}<br><span class="soft">${besides(account.title, nameOf(account.platform))}</span></td>
<td>${account.client === null ? html`` : bdi(account.client.name)}</td>
<td>${bdi(person.name)}</td>
<td>${lentWords(row)}</td>
<td>${dates.day(row.from)}</td>
<td>${dates.lastDay(row.until)}</td>
<td${row.state === 'exposed' ? html` class="open"` : html``}>${standing(row, dates)}</td>
</tr>
`;
}
