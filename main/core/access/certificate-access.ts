import { runStepsFor } from '../../../shared/platforms/run-steps.ts';
import { certificateText as text } from '../../../shared/text/certificate.ts';
import { firstName } from '../../../shared/text/common.ts';
import type { LedgerDates } from '../../../shared/text/ledger-dates.ts';
import { ownStepText } from '../../../shared/text/run-steps.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import type { LedgerLine } from './ledger-lines.ts';

type Member = Data<'member'>;

/** One fact of a loan: said, and whether it stands in the way of calling the loan closed. */
export interface Fact {
  readonly said: string;
  readonly open: boolean;
}

type Run = Data<'run'>;

const byLeaver = ({ data }: Entry<'run'>): string => (data.kind === 'leaver' ? (data.contact ?? '') : '');
const byPerson = ({ data }: Entry<'member'>): string => data.contact ?? '';

/** Places at a client's business centres, each under one loan of the person who has or had it: one of a role if there is any. */
export function placesOf(book: Book, client: string, lines: readonly LedgerLine[]): ReadonlyMap<string, readonly Member[]> {
  const members = groupedBy(book.all('member'), byPerson);
  const carriers = new Map<string, LedgerLine>();
  for (const line of lines) {
    const known = carriers.get(line.data.contact);
    const isBetter = known === undefined || (line.data.what.includes('role') && !known.data.what.includes('role'));
    if (isBetter) carriers.set(line.data.contact, line);
  }
  return new Map(
    [...carriers].map(([contact, line]) => [
      line.id,
      (members.get(contact) ?? [])
        .map(({ data }) => data)
        .filter((data) => wasLetIn(data) && book.get('centre', data.centre)?.client === client),
    ]),
  );
}

/** False for who only asked for a place: nobody gave it to them, so none can be taken away. */
function wasLetIn({ state, was }: Member): boolean {
  return state !== 'asked' && was !== 'asked';
}

/** Of each place its person has at the client's business centres: when it was taken away, or that it was not. */
export function placeFacts(book: Book, places: readonly Member[], isOver: boolean, dates: LedgerDates): Fact[] {
  return places.map(({ centre, level, state, removed }) => {
    const name = book.get('centre', centre)?.name ?? '?';
    if (state !== 'removed') return { said: text.stillAt(name, level), open: isOver };
    return {
      said: removed === undefined ? text.takenOut(name, level) : text.takenOutOn(name, level, dates.day(removed)),
      open: false,
    };
  });
}

/** The steps of its runs that were skipped, each with the reason that was given. */
export function skippedFacts(of: { readonly book: Book; readonly contacts: Contacts }, line: LedgerLine): Fact[] {
  const person = firstName(of.contacts.ref(line.data.contact).name);
  return runsOf(of.book, line).flatMap((run) => {
    const titles = new Map<string, string>(runStepsFor(null, run.kind).map((step) => [step.id, step.title]));
    return run.steps
      .filter((step) => step.state === 'skipped' && isOfLoan(step, line))
      .map(({ id, note = null }) => ({ said: text.skipped(ownTitle(id, person) ?? titles.get(id) ?? id, note), open: false }));
  });
}

/** Its own run, and that of a leaver which closed it. */
function runsOf(book: Book, { data }: LedgerLine): Run[] {
  const own = data.run === undefined ? null : book.get('run', data.run);
  const left = groupedBy(book.all('run'), byLeaver).get(data.contact) ?? [];
  const closing = left.map((entry) => entry.data).filter(({ finished }) => finished !== undefined && finished === data.closed);
  return own === null ? closing : [own, ...closing];
}

function isOfLoan({ grant, account }: Run['steps'][number], { id, data }: LedgerLine): boolean {
  return (grant === undefined || grant === id) && (account === undefined || data.accounts.includes(account));
}

function ownTitle(step: string, person: string): string | null {
  if (step === 'tell') return ownStepText.tell(person);
  if (step === 'end_grant') return ownStepText.end_grant();
  return step === 'send_anew' ? ownStepText.send_anew() : null;
}
