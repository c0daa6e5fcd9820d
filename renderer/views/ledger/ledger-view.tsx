import { useRef } from 'react';
import type { LedgerRow } from '../../../shared/contracts/engine/ledger.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { ledgerText } from '../../../shared/text/ledger.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { View } from '../../components/window.tsx';
import { AskAgain, earliest } from '../../lib/ask-again.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { go, HOME, type LedgerRoute, replace } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { SearchField } from '../accounts/search-field.tsx';
import { useTakeBack } from '../runs/use-take-back.ts';
import { chartAround } from './chart.ts';
import { LedgerFilters, narrowTo } from './ledger-filters.tsx';
import { LedgerGrid } from './ledger-grid.tsx';
import { LedgerLegend } from './ledger-legend.tsx';
import { actOf, type LoanAct, placeOfLoan } from './loan-act.ts';
import { useDay } from './use-day.ts';
import { useLedger } from './use-ledger.ts';

/** What the end of a loan changes without anything being written. */
const byTime: readonly CachedCall[] = ['ledger.list', 'vault.state'];

/** Who has what, until when. */
export function LedgerView({ route }: { readonly route: LedgerRoute }) {
  const list = useLedger(route);
  const banner = useVaultBanner();
  const readOnly = useWhyReadOnly();
  const now = engineNow();
  useDay('ledger.list');
  const box = useRef<HTMLDivElement>(null);
  const { takeBack, busy } = useTakeBack((code, facts) => showToast({ text: errorLine(code, facts) }));
  const live = list.rows.flatMap((row) => (row !== null && row.until > now ? [row.until] : []));

  const act = (row: LedgerRow, what: LoanAct): void => {
    if ('to' in what) go(what.to);
    else void takeBack(row.id);
  };
  const end = (row: LedgerRow): void => {
    const what = row.state === 'ending' ? null : actOf(row);
    if (what === null) go(placeOfLoan(row));
    else if (!('start' in what) || readOnly === null) act(row, what);
  };
  const focusList = (): void => box.current?.querySelector<HTMLElement>('.led-row[tabindex="0"]')?.focus();
  const total = list.rows.length;
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={ledgerText.title}
          sub={ledgerText.sub}
          actions={
            <SearchField
              label={ledgerText.search}
              value={route.query ?? ''}
              onChange={(query) => narrowTo(route, { query })}
              onDown={focusList}
            />
          }
        />
      }
    >
      <div ref={box} className="led">
        <AskAgain at={earliest(live)} calls={byTime} />
        <LedgerFilters route={route} totals={list.totals} />
        {list.totals !== null && total === 0 ? (
          <Nothing route={route} />
        ) : (
          <LedgerGrid
            list={list}
            chart={chartAround(now)}
            now={now}
            side={route.side ?? 'given'}
            selected={route.grant}
            onSelect={(grant) => replace({ ...route, grant })}
            onOpen={(row) => go(placeOfLoan(row))}
            onEnd={end}
            onLog={(row) => row.side === 'given' && go({ view: 'log', account: row.account.id })}
            onAct={act}
            busy={busy}
          />
        )}
        <LedgerLegend />
      </div>
    </View>
  );
}

function Nothing({ route }: { readonly route: LedgerRoute }) {
  const isReceived = route.side === 'received';
  const isNarrowed = [route.state, route.client, route.person, route.query].some((part) => part !== undefined);
  if (isNarrowed)
    return (
      <EmptyState
        title={ledgerText.nothingFound}
        action={
          <Button onClick={() => replace({ view: 'ledger', grant: null, ...(isReceived ? { side: 'received' } : {}) })}>
            {ledgerText.showAll}
          </Button>
        }
      >
        {ledgerText.nothingFoundBody}
      </EmptyState>
    );
  return (
    <EmptyState
      art={<HookArt />}
      title={isReceived ? ledgerText.emptyReceivedTitle : ledgerText.emptyTitle}
      action={!isReceived && <Button onClick={() => go(HOME)}>{ledgerText.toAccounts}</Button>}
    >
      {isReceived ? ledgerText.emptyReceivedBody : ledgerText.emptyBody}
    </EmptyState>
  );
}
