import type { ReactNode } from 'react';
import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { firstName } from '../../../shared/text/common.ts';
import { exposedWords } from '../../../shared/text/ledger.ts';
import { lentWords } from '../../../shared/text/ledger-words.ts';
import { peopleText } from '../../../shared/text/people.ts';
import { Button } from '../../components/button.tsx';
import { Caption, Card } from '../../components/card.tsx';
import { Icon } from '../../components/icon.tsx';
import { Mark } from '../../components/mark.tsx';
import { AskAgain, earliest } from '../../lib/ask-again.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { useAsk } from '../../lib/query.ts';
import { go, type LedgerRoute } from '../../lib/route.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { placeOfLoan } from '../ledger/loan-act.ts';
import { LoanTag } from '../ledger/loan-tag.tsx';
import { wantedOf } from '../ledger/use-ledger.ts';

/** Loans shown of each side; the ledger has them all. */
const SHOWN = 5;
/** What the end of a loan changes without anything being written. */
const byTime: readonly CachedCall[] = ['ledger.list'];

/** What someone has of ours, what they lend us, and at how many business centres they are. */
export function PersonLoans({ person }: { readonly person: Contact }) {
  const { id, centres = 0 } = person;
  const name = plainLine(firstName(person.name));
  const given = useLoans({ view: 'ledger', grant: null, person: id });
  const received = useLoans({ view: 'ledger', grant: null, person: id, side: 'received' });
  const now = engineNow();
  if (given === null || received === null) return null;
  const ends = [...given.rows, ...received.rows].flatMap(({ until }) => (until > now ? [until] : []));
  return (
    <section aria-label={peopleText.has}>
      <AskAgain at={earliest(ends)} calls={byTime} />
      <Loans caption={peopleText.has} loans={given}>
        <Card pad>
          <p className="small soft">{peopleText.hasNothing(name)}</p>
        </Card>
      </Loans>
      {received.rows.length > 0 && <Loans caption={peopleText.lends} loans={received} />}
      {centres > 0 && (
        <p className="person-centres small soft">
          {peopleText.inCentres(centres)}
          <Button size="small" variant="quiet" iconEnd="forward" onClick={() => go({ view: 'business', centre: null })}>
            {peopleText.toCentres}
          </Button>
        </p>
      )}
    </section>
  );
}

interface SomeLoans {
  readonly route: LedgerRoute;
  /** Those that run or are exposed, the pressing ones first. */
  readonly rows: readonly LedgerRow[];
  /** True when the ledger has more of them, closed ones included. */
  readonly more: boolean;
}

function useLoans(route: LedgerRoute): SomeLoans | null {
  const { data } = useAsk('ledger.list', { ...wantedOf(route), offset: 0, limit: SHOWN });
  if (data === undefined) return null;
  const rows = data.rows.filter(({ state }) => state !== 'closed');
  return { route, rows, more: data.totals.all > rows.length };
}

interface LoansProps {
  readonly caption: string;
  readonly loans: SomeLoans;
  /** What stands in place of no loans. */
  readonly children?: ReactNode;
}

function Loans({ caption, loans: { route, rows, more }, children }: LoansProps) {
  const all = more && (
    <Button size="small" variant="quiet" iconEnd="forward" onClick={() => go(route)}>
      {peopleText.seeAll}
    </Button>
  );
  return (
    <>
      <Caption end={all || undefined}>{caption}</Caption>
      {rows.length === 0 ? (
        children
      ) : (
        <ul className="card access">
          {rows.map((row) => (
            <Loan key={row.id} row={row} />
          ))}
        </ul>
      )}
    </>
  );
}

function Loan({ row }: { readonly row: LedgerRow }) {
  const { account, exposed } = row;
  const title = plainLine(account.title);
  const now = engineNow();
  return (
    <li>
      <Mark platform={account.platform} />
      <b className="cut person-loan">
        <button type="button" className="access-name" aria-label={peopleText.openLoan(title)} onClick={() => go(placeOfLoan(row))}>
          <span className="cut">{title}</span>
          <Icon name="forward" size="small" tone="faint" />
        </button>
        {exposed.length > 0 && <Icon name="exposed" size="small" tone="exposed" label={exposedWords(exposed, now)} />}
      </b>
      <LoanTag row={row} now={now} />
      <span className="small soft cut">{account.username === null ? lentWords(row) : plainLine(account.username)}</span>
    </li>
  );
}
