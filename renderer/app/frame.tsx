import { useState } from 'react';
import { appText } from '../../shared/text/app.ts';
import { accountsText } from '../../shared/text/accounts.ts';
import { commonText } from '../../shared/text/common.ts';
import { fileText } from '../../shared/text/vault.ts';
import { BarEnd } from '../components/bar.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Rail } from '../components/rail.tsx';
import { Window } from '../components/window.tsx';
import { useClipboardEvents } from '../lib/clipboard.ts';
import { useCommand } from '../lib/commands.ts';
import { focusNextPane } from '../lib/panes.ts';
import { useAsk } from '../lib/query.ts';
import { back, currentRoute, go, leaveThen, useCanGoBack, useRoute } from '../lib/route.ts';
import { useQuick, useShell } from '../lib/shell.ts';
import { Palette } from '../views/palette/palette.tsx';
import { QuickAccess } from '../views/palette/quick-access.tsx';
import { ClientDialog } from '../views/accounts/client-dialog.tsx';
import { GeneratorDialog } from '../views/generator/generator-dialog.tsx';
import { Bell } from './bell.tsx';
import { CurrentView } from './current-view.tsx';
import { FindButton } from './find-button.tsx';
import { useFocusAfterGo } from './focus-after-go.ts';
import { useGoCommands } from './go-commands.ts';
import { KeySheet } from './key-sheet.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { LockClock } from './lock-clock.tsx';
import { type OpenVault, placeOf, placesOf } from './places.ts';
import { useLockSoon } from './use-lock-soon.ts';
import { VaultContext } from './vault-context.ts';

/** The window of an open vault: rail, the current view, and what every view shares. */
export function Frame({ vault }: { readonly vault: OpenVault }) {
  const shell = useShell();
  const route = useRoute();
  const canGoBack = useCanGoBack();
  const { data } = useAsk('clients.list', {});
  const [newClient, setNewClient] = useState(false);
  const [losing, setLosing] = useState(false);
  const lockNow = (): void => void shell.call('shell.lock', {});
  // What could not be saved, and is kept nowhere but in memory, would be lost by it.
  const lock = (): void => leaveThen(vault.unsaved > 0 && !vault.kept ? () => setLosing(true) : lockNow);
  useClipboardEvents();
  useCommand('lock', lock);
  useCommand('nextPane', focusNextPane);
  useLockSoon();
  useCommand('settings', route.view === 'settings' ? null : settings);
  useCommand('back', canGoBack ? () => void back() : null);
  useCommand('newAccount', vault.readOnly === null ? newAccount : null);
  // In the inbox the browser's own paste event brings the text itself.
  useCommand('pasteMessage', route.view === 'inbox' ? null : () => go({ view: 'inbox', item: null, paste: true }));
  useFocusAfterGo();
  useGoCommands();
  const quick = useQuick();

  const places = placesOf(vault);
  const client = route.view === 'accounts' && route.client !== 'all' ? route.client.id : null;
  const clients = data?.clients
    .filter((one) => !one.archived)
    .map(({ id, name, colour, accounts }) => ({ id, name, colour, count: accounts }));
  return (
    <VaultContext value={vault}>
      <Window
        covered={quick.on}
        rail={
          <Rail
            title={vault.name}
            places={places.map((place) => place.rail)}
            clients={clients ?? []}
            current={client ?? placeOf(route)}
            onGo={(id) => {
              const place = places.find((one) => one.rail.id === id);
              if (place) go(place.route);
            }}
            onClient={(id) => go({ view: 'accounts', client: { id }, account: null })}
            onAddClient={vault.readOnly === null ? () => setNewClient(true) : undefined}
            onLock={lock}
            onSettings={settings}
            locks={<LockClock />}
            words={{
              places: appText.sections,
              clients: accountsText.clients,
              addClient: accountsText.newClient,
              lock: commonText.lock,
              settings: appText.settings,
            }}
          />
        }
      >
        <BarEnd
          value={
            <>
              <FindButton />
              <Bell due={vault.due} />
            </>
          }
        >
          <CurrentView route={route} />
        </BarEnd>
      </Window>
      <ClientDialog open={newClient} client={null} onClose={() => setNewClient(false)} />
      <Dialog
        loses
        open={losing}
        onClose={() => setLosing(false)}
        title={fileText.loseTitle(vault.unsaved)}
        lead={fileText.loseBody}
        safe={fileText.loseKeep}
        act={{ label: fileText.loseLock, onAct: lockNow }}
      />
      <KeySheet />
      <Palette />
      {quick.on && <QuickAccess />}
      <GeneratorDialog />
      <LinkDialog />
    </VaultContext>
  );
}

function settings(): void {
  go({ view: 'settings', page: 'health' });
}

/** Begins a new account, in the client that is shown. */
function newAccount(): void {
  const route = currentRoute();
  const client = route.view === 'accounts' && route.client !== 'all' ? route.client.id : null;
  if (route.view !== 'edit') go({ view: 'edit', account: null, client });
}
