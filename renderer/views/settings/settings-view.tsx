import { assertNever } from '../../../shared/errors.ts';
import { commonText } from '../../../shared/text/common.ts';
import { settingsText } from '../../../shared/text/settings.ts';
import { useSandbox } from '../../app/sandbox-context.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useVault } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { Split } from '../../components/split.tsx';
import { View } from '../../components/window.tsx';
import { onePane, useMedia } from '../../lib/media.ts';
import { replace, type Route, type SettingsPage } from '../../lib/route.ts';
import { useFocusOnOpen } from '../use-focus-on-open.ts';
import { asideText } from '../../../shared/text/aside.ts';
import { AsidePage } from './aside-page.tsx';
import { BackupsPage } from './backups-page.tsx';
import { GeneralPage } from './general-page.tsx';
import { HealthPage } from './health-page.tsx';
import { KeysPage } from './keys-page.tsx';
import { LockingPage } from './locking-page.tsx';
import { LookPage } from './look-page.tsx';
import { PassphrasePage } from './passphrase-page.tsx';
import { PlatformsPage } from './platforms-page.tsx';
import { SettingsNav } from './settings-nav.tsx';
import { settingsPage, settingsPages } from './settings-pages.ts';
import { useHealth } from './use-health.ts';

/** The settings: their pages at the left, one of them beside it. */
export function SettingsView({ route }: { readonly route: Extract<Route, { view: 'settings' }> }) {
  const banner = useVaultBanner();
  const vault = useVault();
  const single = useMedia(onePane);
  const health = useHealth();
  const page = settingsPage(route.page, useSandbox() !== null);
  const open = single && route.open === true;
  const label = page === 'aside' ? asideText.title : settingsPages().find(({ id }) => id === page)?.label;
  useFocusOnOpen(single, open);
  // Open in a wide window too: larger text may leave room for one pane, and what was being read must stay.
  const show = (next: SettingsPage): void => replace({ view: 'settings', page: next, open: true });
  const list = (): void => replace({ view: 'settings', page });
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={open ? (label ?? settingsText.title) : settingsText.title}
          sub={health.facts === null ? vault.file : settingsText.file(vault.file, health.facts.health.bytes)}
          back={open ? { label: commonText.back, onBack: page === 'aside' ? () => show('health') : list } : undefined}
        />
      }
    >
      <div className="settings-view">
        <Split
          open={open ? 'detail' : 'list'}
          onBack={list}
          listLabel={settingsText.title}
          detailLabel={label}
          detailKey={page}
          list={<SettingsNav current={page === 'aside' ? 'health' : page} todo={health.todo} onGo={show} />}
        >
          <Page page={page} />
        </Split>
      </div>
    </View>
  );
}

function Page({ page }: { readonly page: SettingsPage }) {
  switch (page) {
    case 'health':
      return <HealthPage />;
    case 'locking':
      return <LockingPage />;
    case 'passphrase':
      return <PassphrasePage />;
    case 'backups':
      return <BackupsPage />;
    case 'platforms':
      return <PlatformsPage />;
    case 'general':
      return <GeneralPage />;
    case 'keys':
      return <KeysPage />;
    case 'look':
      return <LookPage />;
    case 'aside':
      return <AsidePage />;
    default:
      return assertNever(page);
  }
}
