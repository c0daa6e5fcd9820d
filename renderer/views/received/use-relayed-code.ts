import { useCallback, useEffect, useState } from 'react';
import type { RelayedCode } from '../../../shared/contracts/engine/relay.ts';
import { useCopy } from '../../lib/clipboard.ts';
import { untilInstant } from '../../lib/clock-sync.ts';
import { useEngine } from '../../lib/engine.ts';
import { heldKey } from './use-received-secret.ts';

// A code asked for at the very second it dies would be the old one if the engine's timer ran a little behind.
const GRACE = 60;
const LONGEST = 2_147_000_000;

/**
 * Follows the code that came in answer for a received item; null until the engine has said what there is, or when it refused. The code lives in
 * this state alone and leaves it with the view. `answer` names what it came with: another one is asked for anew.
 */
export function useRelayedCode(received: string, answer: string | null): RelayedCode | null {
  const engine = useEngine();
  const [code, setCode] = useState<RelayedCode | null>(null);
  useEffect(() => {
    if (answer === null) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      const reply = await engine.call('relay.live', { received });
      if (stopped) return;
      setCode(reply.ok ? reply.value : null);
      const at = reply.ok ? nextQuestion(reply.value) : null;
      if (at !== null) timer = setTimeout(() => void ask(), Math.min(LONGEST, untilInstant(at) + GRACE));
    };
    // A sleeping machine's timers come late: coming back to the window asks at once.
    const wake = (): void => {
      if (document.visibilityState === 'visible') void ask();
    };
    document.addEventListener('visibilitychange', wake);
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
      setCode(null);
    };
  }, [engine, received, answer]);
  return code;
}

function nextQuestion({ live, opens, typed }: RelayedCode): number | null {
  if (typed !== null) return typed.until;
  if (live === null) return opens;
  return live.next === null ? Math.min(live.nextFrom, live.until) : live.until;
}

/** Copies the code that came in answer, by the engine's hand. */
export function useRelayCopy(received: string): (name: string) => void {
  const engine = useEngine();
  const copy = useCopy();
  return useCallback(
    (name) => void copy({ key: heldKey(received, 'relayed'), name, copy: () => engine.call('relay.copy', { received }) }),
    [engine, copy, received],
  );
}
