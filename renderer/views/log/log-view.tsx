import { commonText } from '../../../shared/text/common.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { logPageText as text } from '../../../shared/text/log-page.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { View } from '../../components/window.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { back, go, type LogRoute, replace } from '../../lib/route.ts';
import { CheckLog } from './check-log.tsx';
import { ExportLog } from './export-log.tsx';
import { LogFilters } from './log-filters.tsx';
import { LogList } from './log-list.tsx';
import { LogProof } from './log-proof.tsx';
import { useLog } from './use-log.ts';
import './log.css';

/** What happened with this vault: every entry of its log, narrowed at will, and what shows that none was changed. */
export function LogView({ route }: { readonly route: LogRoute }) {
  const { rows, failure, onVisible } = useLog(route);
  const banner = useVaultBanner();
  const wrong = failure === null ? null : errorText(failure.code, failure.facts);
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={text.title}
          sub={rows === null ? undefined : text.sub(rows.length)}
          back={{ label: commonText.back, onBack: leave }}
          actions={
            <>
              <CheckLog />
              <ExportLog />
            </>
          }
        />
      }
    >
      <div className="log">
        <LogProof />
        <LogFilters route={route} />
        {wrong !== null ? (
          <EmptyState title={wrong.what}>{wrong.todo}</EmptyState>
        ) : rows !== null && rows.length === 0 ? (
          <EmptyState title={text.emptyTitle} action={<Button onClick={() => replace({ view: 'log' })}>{text.showAll}</Button>}>
            {text.emptyBody}
          </EmptyState>
        ) : (
          // Another choice of entries begins at its top.
          rows !== null && <LogList key={JSON.stringify(route)} rows={rows} now={engineNow()} onVisible={onVisible} />
        )}
      </div>
    </View>
  );
}

function leave(): void {
  if (!back()) go({ view: 'settings', page: 'health', open: true });
}
