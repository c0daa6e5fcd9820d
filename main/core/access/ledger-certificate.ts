import type { PlatformNames } from '../../../shared/platforms/catalogue.ts';
import { certificateText as text } from '../../../shared/text/certificate.ts';
import type { LedgerDates } from '../../../shared/text/ledger-dates.ts';
import { besides, lentWords } from '../../../shared/text/ledger-words.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { type Fact, placeFacts, placesOf, skippedFacts } from './certificate-access.ts';
import type { LedgerLine } from './ledger-lines.ts';
import { bdi, html, type Markup, wholePage } from './ledger-page.ts';
import { namedAccount } from '../accounts/named-account.ts';

const byGrant = ({ data }: Entry<'exposure'>): string => data.grant;
const byAccount = ({ data }: Entry<'device'>): string => data.account;

interface Parts {
  readonly book: Book;
  readonly contacts: Contacts;
  readonly platformName: PlatformNames;
}

/**
 * A page that says of every loan of a client's accounts what was returned, rotated, signed out and taken away, each with its date, and what
 * was not. A loan is called closed only when its run was done, nothing of it is exposed, no device of its person is still signed in, and they
 * have no place at a business centre of the client.
 */
export function certificateOf(
  of: Parts,
  lines: readonly LedgerLine[],
  name: { readonly id: string; readonly client: string; readonly vault: string },
  dates: LedgerDates,
): string {
  const { book, contacts } = of;
  const now = book.now();
  const places = placesOf(book, name.id, lines);
  const loans = lines.map((line) => ({ line, facts: factsOf(of, line, places.get(line.id) ?? [], dates, now) }));
  const open = loans.filter(({ facts }) => facts.some((fact) => fact.open));
  const closed = loans.filter((loan) => !open.includes(loan));
  const head = book.logHead;
  const title = text.title(name.client);
  const part = (heading: string, some: typeof loans, isOpen: boolean): Markup =>
    some.length === 0
      ? html``
      : html`<h2${isOpen ? html` class="open"` : html``}>${heading}</h2>
${some.map(({ line, facts }) => loanOf(of, line, facts, dates))}`;
  const body = html`<header>
<h1>${title}</h1>
<p class="soft">${text.head(name.vault, contacts.ref(null).name)}, ${dates.time(now)} (${dates.zone})</p>
<p${open.length > 0 ? html` class="open"` : html``}>${text.verdict(loans.length, open.length)}</p>
</header>
${part(text.notClosed, open, true)}${part(text.closed, closed, false)}<footer>${text.foot.map((line) => html`<p>${line}</p>`)}<p>${text.log(head.n, head.h)}</p></footer>`;
  return wholePage(title, body);
}

function loanOf({ book, contacts, platformName }: Parts, { data }: LedgerLine, facts: readonly Fact[], dates: LedgerDates): Markup {
  const accounts = data.accounts.map((id) => namedAccount(book, id));
  const names = accounts.map((account) =>
    account === null
      ? html`<span>?</span> `
      : html`${bdi(account.title)} <span class="soft">${besides(account.title, platformName(account.platform))} ${bdi(account.username ?? '')}</span> `,
  );
  return html`<section>
<h3>${names}· ${bdi(contacts.ref(data.contact).name)}</h3>
<ul>
<li>${text.lent(lentWords({ what: data.what, level: data.level ?? null }), dates.day(data.from), dates.lastDay(data.until))}</li>
${facts.map(({ said, open }) => html`<li${open ? html` class="open"` : html``}>${said}</li>\n`)}</ul>
</section>
`;
}

function factsOf(of: Parts, line: LedgerLine, places: readonly Data<'member'>[], dates: LedgerDates, now: number): Fact[] {
  return [
    ...returned(line, dates, now),
    ...rotated(of, line, dates, now),
    ...signedOut(of, line, dates),
    ...placeFacts(of.book, places, now >= line.until, dates),
    ...skippedFacts(of, line),
    ...standing(line, dates, now),
  ];
}

/** That its time is over, and what the other side's app tells of it. */
function returned({ data, until }: LedgerLine, dates: LedgerDates, now: number): Fact[] {
  if (data.refused !== undefined) return [{ said: text.declined(dates.day(data.refused)), open: false }];
  if (now < until) return [{ said: text.running(dates.lastDay(until)), open: true }];
  const ended: Fact = { said: text.ended(dates.lastDay(until)), open: false };
  const last = data.receipts.findLast(({ event }) => event === 'purged' || event === 'expired');
  if (last === undefined) return [ended, { said: text.noReceipt, open: false }];
  return [
    ended,
    { said: last.event === 'purged' ? text.returned(dates.day(last.at)) : text.expired(dates.day(last.at)), open: false },
  ];
}

/** Of each secret it gave: when it was changed, or that it still works. */
function rotated({ book }: Parts, line: LedgerLine, dates: LedgerDates, now: number): Fact[] {
  const said = new Map<string, Fact>();
  for (const { data } of groupedBy(book.all('exposure'), byGrant).get(line.id) ?? []) {
    const title = line.data.accounts.length > 1 ? (namedAccount(book, data.account)?.title ?? null) : null;
    const fact = secretFact(data, title, dates, now);
    const known = said.get(`${data.account}/${data.secret}`);
    // What still works of a kind outweighs what of it was changed.
    if (known === undefined || fact.open || !known.open) said.set(`${data.account}/${data.secret}`, fact);
  }
  return [...said.values()];
}

function secretFact({ secret, at, ended, until }: Data<'exposure'>, title: string | null, dates: LedgerDates, now: number): Fact {
  if (ended !== undefined) return { said: text.changed(secret, title, dates.day(ended)), open: false };
  if (until !== undefined && now >= until) return { said: text.ranOut(title, dates.day(until)), open: false };
  return { said: text.exposed(secret, title, dates.day(at)), open: true };
}

/** Sessions of the loan's person: when each was signed out, or that it is still in. */
function signedOut({ book }: Parts, { id, data }: LedgerLine, dates: LedgerDates): Fact[] {
  const devices = data.accounts.flatMap((account) => groupedBy(book.all('device'), byAccount).get(account) ?? []);
  return devices
    .filter(({ data: device }) => device.grant === id || (device.grant === undefined && device.contact === data.contact))
    .map(({ data: device }) => {
      const name = device.place === undefined ? device.name : `${device.name}, ${device.place}`;
      if (device.signed_out !== undefined) return { said: text.signedOut(name, dates.day(device.signed_out)), open: false };
      return device.keep === true ? { said: text.kept(name), open: false } : { said: text.stillIn(name), open: true };
    });
}

/** Whether its run closed it; of one that still runs that was said. */
function standing({ data, state, until }: LedgerLine, dates: LedgerDates, now: number): Fact[] {
  if (data.closed !== undefined) return [{ said: text.closedOn(dates.day(data.closed)), open: false }];
  if (data.refused !== undefined && state === 'closed') return [{ said: text.nothingToClose, open: false }];
  return now < until ? [] : [{ said: text.notClosedYet, open: true }];
}
