import { useEffect, useEffectEvent } from 'react';
import { SANDBOX_STEPS } from '../../shared/sandbox-steps.ts';
import { nextToTry, sandboxText } from '../../shared/text/sandbox.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { desktop } from '../lib/keys.ts';
import { leaveThen } from '../lib/route.ts';
import { useShell } from '../lib/shell.ts';
import type { SandboxAround } from './sandbox-context.ts';

/** Is the other one. */
const TURN_KEY = 'F8';

/** Stands over the sandbox as long as it lasts: who one is, what to try next, the way to the other side and out. */
export function SandboxBar({ who, name, other, done, turn }: SandboxAround) {
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
      <div className="grow">
        <p>
          <b>{sandboxText.you(name, isOwner)}</b> <span className="soft">{sandboxText.kept}</span>
        </p>
        <p className="small soft" role="status">
          <span className="nowrap">{sandboxText.tried(done.length, SANDBOX_STEPS.length)}</span> ·{' '}
          {nextToTry(next, isOwner, people)}
        </p>
      </div>
      <Button size="small" icon="people" keys={TURN_KEY} onClick={turn}>
        {sandboxText.turn(other)}
      </Button>
      <Button size="small" aria-label={sandboxText.endAll} onClick={end}>
        {sandboxText.end}
      </Button>
    </section>
  );
}
