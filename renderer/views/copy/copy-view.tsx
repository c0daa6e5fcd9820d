import './copy.css';
import { commonText } from '../../../shared/text/common.ts';
import { copiesText } from '../../../shared/text/copies.ts';
import { formatBytes } from '../../../shared/text/dates.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { moment } from '../../../shared/text/health.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { View } from '../../components/window.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { back, go, type Route } from '../../lib/route.ts';
import { WorkProgress } from '../work-progress.tsx';
import { ChooseCopy } from './choose-copy.tsx';
import { CopyAccounts } from './copy-accounts.tsx';
import { LockedCopy } from './locked-copy.tsx';
import { type Copy, reading, useCopy } from './use-copy.ts';

/** Another file of the vault, looked into beside it: a backup, or a copy the person chooses. */
export function CopyView({ route }: { readonly route: Extract<Route, { view: 'copy' }> }) {
  const banner = useVaultBanner();
  const copy = useCopy(route.backup);
  const { view } = copy;
  const when = view?.at == null ? null : moment(view.at, engineNow());
  const sub =
    view === null
      ? undefined
      : [view.name, view.kind === 'file' && when !== null ? copiesText.savedLast(when) : null, formatBytes(view.bytes)]
          .filter((part) => part !== null)
          .join(', ');
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={
            view === null
              ? route.backup === null
                ? copiesText.other
                : copiesText.lookInside
              : copiesText.openedTitle(view.kind, when)
          }
          sub={sub}
          back={{ label: commonText.back, onBack: leave }}
        />
      }
    >
      <Inside copy={copy} backup={route.backup} />
    </View>
  );
}

function Inside({ copy, backup }: { readonly copy: Copy; readonly backup: string | null }) {
  const { view, failure } = copy;
  if (view === null && backup === null) return <ChooseCopy copy={copy} />;
  if (view === null && failure !== null) {
    const { what, safe, todo } = errorText(failure.code, failure.facts);
    return (
      <EmptyState title={what} action={<Button onClick={leave}>{commonText.back}</Button>}>
        {safe} {todo}
      </EmptyState>
    );
  }
  if (view === null) {
    return <EmptyState title={copiesText.reading} action={<WorkProgress tasks={reading} busy={copy.busy} stoppable />} />;
  }
  return view.locked ? <LockedCopy copy={copy} /> : <CopyAccounts key={view.copy} view={view} copy={copy} />;
}

function leave(): void {
  if (!back()) go({ view: 'settings', page: 'backups', open: true });
}
