import { useQueryClient } from '@tanstack/react-query';
import { use, useMemo, useState } from 'react';
import type { Capability } from '../../shared/contracts/shell.ts';
import { useEngine } from '../lib/engine.ts';
import { landingOf } from '../lib/landing.ts';
import { isAtStart, leaveThen, replace, resetRoute } from '../lib/route.ts';
import { ShellContext, useSettings } from '../lib/shell.ts';
import { clearToast } from '../lib/toast-store.ts';
import { Frame } from './frame.tsx';
import type { OpenVault } from './places.ts';
import { SandboxBar } from './sandbox-bar.tsx';
import { type SandboxAround, SandboxContext } from './sandbox-context.ts';

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
  const engine = useEngine();
  const cache = useQueryClient();
  const shell = use(ShellContext);
  const closed = useMemo(
    () => (shell === null ? null : { ...shell, info: { ...shell.info, missing: [...shell.info.missing, ...CLOSED] } }),
    [shell],
  );
  const [turning, setTurning] = useState(false);
  /** The side that is left; told apart from `turning` because the news of the other one may come later than the answer. */
  const [left, setLeft] = useState<typeof sandbox.who | null>(null);
  const turnNow = async (): Promise<void> => {
    // Nothing of one side may be asked of the other: what is shown goes before the sides change.
    setTurning(true);
    setLeft(sandbox.who);
    clearToast();
    const reply = await engine.call('sandbox.as', { who: sandbox.who === 'owner' ? 'freelancer' : 'owner' });
    if (!reply.ok) setLeft(null);
    cache.removeQueries({ predicate: ({ queryKey: [call] }) => call !== 'vault.state' });
    resetRoute();
    await cache.refetchQueries({ queryKey: ['vault.state'] });
    setTurning(false);
  };
  const around: SandboxAround = { ...sandbox, turn: () => leaveThen(() => void (turning ? null : turnNow())) };
  return (
    <SandboxContext value={around}>
      <div className="sandboxed">
        <SandboxBar {...around} />
        <ShellContext value={closed}>{!turning && left !== sandbox.who && <Landed key={sandbox.who} vault={vault} />}</ShellContext>
      </div>
    </SandboxContext>
  );
}
