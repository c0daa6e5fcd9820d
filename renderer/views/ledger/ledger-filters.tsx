import type { LedgerState, LedgerTotals } from '../../../shared/contracts/engine/ledger.ts';
import { ledgerText, stateText } from '../../../shared/text/ledger.ts';
import { Icon } from '../../components/icon.tsx';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { useAsk } from '../../lib/query.ts';
import { type LedgerRoute, replace } from '../../lib/route.ts';
import { LedgerReport } from './ledger-report.tsx';
import { STATES } from './use-ledger.ts';

export type LedgerFiltersProps = { readonly route: LedgerRoute; readonly totals: LedgerTotals | null };

const ANY = 'any';

/** Which loans are shown: by where they stand, whose side, client and person; and what is saved of them. */
export function LedgerFilters({ route, totals }: LedgerFiltersProps) {
  const clients = useAsk('clients.list', {}).data?.clients ?? [];
  const people = useAsk('people.list', {}).data?.people ?? [];
  const side = route.side ?? 'given';
  return (
    <div className="led-filters">
      <Seg
        label={ledgerText.filter}
        value={route.state ?? 'all'}
        onChange={(state) => narrowTo(route, { state })}
        options={(['all', ...STATES] as const)
          .filter((state) => state === 'all' || isOffered(state, route, totals))
          .map((state) => ({ value: state, label: <Part state={state} count={totals?.[state]} /> }))}
      />
      <Select
        look="chip"
        label={ledgerText.sides}
        value={side}
        onChange={(next) => narrowTo(route, { side: next, state: 'all', client: ANY, person: ANY })}
        options={[
          { value: 'given', label: ledgerText.given },
          { value: 'received', label: ledgerText.received },
        ]}
      />
      {side === 'given' && clients.length > 0 && (
        <Select
          look="chip"
          label={ledgerText.client}
          value={route.client ?? ANY}
          onChange={(client) => narrowTo(route, { client })}
          options={[{ value: ANY, label: ledgerText.anyClient }, ...clients.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {people.length > 0 && (
        <Select
          look="chip"
          label={ledgerText.person}
          value={route.person ?? ANY}
          onChange={(person) => narrowTo(route, { person })}
          options={[{ value: ANY, label: ledgerText.anyPerson }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <span className="grow" />
      <LedgerReport route={route} client={clients.find(({ id }) => id === route.client)?.name ?? null} />
    </div>
  );
}

/** What ended and is not closed is rare, and what is lent to us is never exposed: those parts show up only when there is something in them. */
function isOffered(state: LedgerState, { state: chosen, side }: LedgerRoute, totals: LedgerTotals | null): boolean {
  if (state === chosen || (totals?.[state] ?? 0) > 0) return true;
  return state !== 'ended' && !(side === 'received' && state === 'exposed');
}

function Part({ state, count }: { readonly state: LedgerState | 'all'; readonly count: number | undefined }) {
  const isExposed = state === 'exposed' && (count ?? 0) > 0;
  return (
    <span className={isExposed ? 'led-part c-exposed' : 'led-part'}>
      {isExposed && <Icon name="exposed" size="small" />}
      {state === 'all' ? ledgerText.all : stateText[state].part}{' '}
      {count !== undefined && (state !== 'closed' || count > 0) && <b className={isExposed ? undefined : 'faint'}>{count}</b>}
    </span>
  );
}

/** Goes to the same ledger, narrowed otherwise; `any` and `all` take a filter away. */
export function narrowTo(
  route: LedgerRoute,
  change: { state?: LedgerState | 'all'; side?: 'given' | 'received'; client?: string; person?: string; query?: string },
): void {
  const { side, state, client, person, query } = { ...route, ...change };
  replace({
    ...{ view: 'ledger', grant: null },
    ...(side === 'received' ? { side } : {}),
    ...(state === undefined || state === 'all' ? {} : { state }),
    ...(client === undefined || client === ANY ? {} : { client }),
    ...(person === undefined || person === ANY ? {} : { person }),
    ...(query === undefined || query === '' ? {} : { query }),
  });
}
