import { useQueryClient } from '@tanstack/react-query';
import { use, useMemo, useState } from 'react';
import type { Capability } from '../../shared/contracts/shell.ts';
import { useEngine } from '../lib/engine.ts';
import { landingOf } from '../lib/landing.ts';
import { TakenWidth } from '../lib/media.ts';
import { isAtStart, leaveThen, type Route, replace, resetRoute } from '../lib/route.ts';
import { ShellContext, useSettings } from '../lib/shell.ts';
import { clearToast } from '../lib/toast-store.ts';
import { BesideDialog, BesidePanel, PANEL_WIDTH } from '../views/sandbox/beside-panel.tsx';
import { Frame } from './frame.tsx';
import type { OpenVault } from './places.ts';
import { SandboxBar } from './sandbox-bar.tsx';
import { type SandboxAround, SandboxContext } from './sandbox-context.ts';
import { useBeside } from './use-beside.ts';

/** The window of an open vault, at the place where its person begins; a vault of the sandbox under its bar. */
export function Opened({ vault }: { readonly vault: OpenVault }) {
  const { sandbox } = vault;
  return sandbox === undefined ? <Landed vault={vault} /> : <Sandboxed vault={vault} sandbox={sandbox} />;
}

/** Goes to where the person begins, unless something has led elsewhere already, before anything is drawn. */
function Landed({ vault }: { readonly vault: OpenVault }) {
  const settings = useSettings();
  // While it is drawn for the first time, so that no other place is drawn before: nothing follows the route yet.
  useState(() => isAtStart() && replace(landingOf(settings.use, vault)));
  return <Frame vault={vault} />;
}

/** What nothing may come in or go out by; the views leave it out as where a host lacks it. */
const CLOSED = ['open_dialog', 'save_dialog', 'drop', 'keychain'] as const satisfies readonly Capability[];

type SandboxedProps = { readonly vault: OpenVault; readonly sandbox: NonNullable<OpenVault['sandbox']> };

function Sandboxed({ vault, sandbox }: SandboxedProps) {
  const shell = use(ShellContext);
  const closed = useMemo(
    () => (shell === null ? null : { ...shell, info: { ...shell.info, missing: [...shell.info.missing, ...CLOSED] } }),
    [shell],
  );
  const { shown, turn } = useTurn(sandbox);
  const beside = useBeside();
  const around: SandboxAround = { ...sandbox, turn };
  const width = beside.inPanel ? PANEL_WIDTH : 0;
  return (
    <SandboxContext value={around}>
      <div className="sandboxed" style={{ gridTemplateColumns: `minmax(0, 1fr) ${width}px` }}>
        <SandboxBar sandbox={around} onLook={beside.inPanel ? null : beside.look} look={beside.lookButton} />
        <div className="sandbox-stage">
          <TakenWidth value={width}>
            <ShellContext value={closed}>{shown && <Landed key={sandbox.who} vault={vault} />}</ShellContext>
          </TakenWidth>
        </div>
        {beside.inPanel ? (
          <BesidePanel sandbox={around} shown={shown} onHide={beside.hide} hide={beside.hideButton} />
        ) : (
          <BesideDialog sandbox={around} open={beside.inDialog} onClose={beside.hide} />
        )}
      </div>
    </SandboxContext>
  );
}

/** The way to the other side; `shown` is false while the sides change. */
function useTurn({ who }: SandboxedProps['sandbox']): { readonly shown: boolean; readonly turn: SandboxAround['turn'] } {
  const engine = useEngine();
  const cache = useQueryClient();
  const [turning, setTurning] = useState(false);
  /** The side that is left; told apart from `turning` because the news of the other one may come later than the answer. */
  const [left, setLeft] = useState<typeof who | null>(null);
  const turnNow = async (to: Route | undefined): Promise<void> => {
    // Nothing of one side may be asked of the other: what is shown goes before the sides change.
    setTurning(true);
    setLeft(who);
    clearToast();
    const reply = await engine.call('sandbox.as', { who: who === 'owner' ? 'freelancer' : 'owner' });
    if (!reply.ok) setLeft(null);
    cache.removeQueries({ predicate: ({ queryKey: [call] }) => call !== 'vault.state' });
    resetRoute();
    if (reply.ok && to !== undefined) replace(to);
    await cache.refetchQueries({ queryKey: ['vault.state'] });
    setTurning(false);
  };
  return { shown: !turning && left !== who, turn: (to) => leaveThen(() => void (turning ? null : turnNow(to))) };
}
