import { type RefObject, useEffect, useEffectEvent } from 'react';
import { SANDBOX_STEPS } from '../../shared/sandbox-steps.ts';
import { besideText, nextToTry, sandboxText } from '../../shared/text/sandbox.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { desktop } from '../lib/keys.ts';
import { leaveThen } from '../lib/route.ts';
import { useShell } from '../lib/shell.ts';
import { TURN_KEY } from '../views/sandbox/beside-panel.tsx';
import type { SandboxAround } from './sandbox-context.ts';

export type SandboxBarProps = {
  readonly sandbox: SandboxAround;
  /** Looks at the other side; left out while it is in sight, with its own way across. */
  readonly onLook: (() => void) | null;
  readonly look: RefObject<HTMLButtonElement | null>;
};

/** Stands over the sandbox as long as it lasts: who one is, what to try next, the way to the other side and out. */
export function SandboxBar({ sandbox, onLook, look }: SandboxBarProps) {
  const { who, name, other, done, turn } = sandbox;
  const shell = useShell();
  const isOwner = who === 'owner';
  const end = (): void => leaveThen(() => void shell.call('shell.lock', {}));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== TURN_KEY || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
    event.preventDefault();
    turn();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const next = SANDBOX_STEPS.find((step) => !done.includes(step)) ?? null;
  const people = isOwner ? { owner: name, freelancer: other } : { owner: other, freelancer: name };
  return (
    <section className="sandbox-bar" aria-label={sandboxText.title} data-desktop={desktop()}>
      <span className="sandbox-mark">
        <Icon name="info" />
        <b>{sandboxText.title}</b>
      </span>
      <p className="sandbox-you">
        <b>{sandboxText.you(name, isOwner)}</b> <span className="soft">{sandboxText.kept}</span>
      </p>
      <p className="sandbox-next small soft" role="status">
        <span className="nowrap">{sandboxText.tried(done.length, SANDBOX_STEPS.length)}</span> · {nextToTry(next, isOwner, people)}
      </p>
      <div className="sandbox-acts">
        {onLook !== null && (
          <>
            <IconButton ref={look} icon="eye" size="small" variant="default" label={besideText.look(other)} onClick={onLook} />
            <Button size="small" icon="people" keys={TURN_KEY} onClick={() => turn()}>
              {sandboxText.turn(other)}
            </Button>
          </>
        )}
        <Button size="small" aria-label={sandboxText.endAll} onClick={end}>
          {sandboxText.end}
        </Button>
      </div>
    </section>
  );
}
