import { useEffect, useState } from 'react';
import type { EngineState as State } from '../../shared/contracts/shell.ts';
import { assertNever } from '../../shared/errors.ts';
import { engineText } from '../../shared/text/vault.ts';
import { Button } from '../components/button.tsx';
import { useShell } from '../lib/shell.ts';
import { Opening } from './opening.tsx';
import { Problem } from './problem.tsx';

/** Milliseconds a start may take before it is worth a word. */
const QUIET_MS = 400;

/** What the window shows while there is no vault process to talk to. */
export function EngineState({ state }: { readonly state: Exclude<State['state'], 'ready'> }) {
  const shell = useShell();
  switch (state) {
    case 'starting':
      return <Starting />;
    case 'locking':
      return <Problem what={engineText.locking} safe={engineText.lockingSafe} />;
    case 'gone':
      return <Problem what={engineText.gone} safe={engineText.goneSafe} todo={engineText.goneTodo} />;
    case 'hung':
      return (
        <Problem
          what={engineText.hung}
          safe={engineText.hungSafe}
          todo={engineText.hungTodo}
          action={<Button onClick={() => void shell.call('shell.lock', {})}>{engineText.lockNow}</Button>}
        />
      );
    default:
      return assertNever(state);
  }
}

function Starting() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? <Problem what={engineText.starting} /> : <Opening />;
}
