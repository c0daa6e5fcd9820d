import { useEffect, useState } from 'react';
import type { LiveCode } from '../../shared/contracts/engine/common.ts';
import { untilInstant } from './clock-sync.ts';

/** What a source of codes answers: the code in force, or none and when there will be one, or none at all. */
export interface LiveAnswer {
  readonly live: LiveCode | null;
  /** When asking again makes sense although there is no code now; null when it does not. */
  readonly opens?: number | null;
}

/** Asks for the code in force; null when the engine refused. Must be the same function while the same thing is shown. */
export type LiveSource = () => Promise<LiveAnswer | null>;

// A code asked for at the very second it dies would be the old one if the engine's timer ran a little behind.
const GRACE = 60;
const LONGEST = 2_147_000_000;

/**
 * Follows a code: asks again when the next one becomes known, when the one in force dies and when a window opens. The code lives in
 * this state alone, in no cache, and leaves it with the view.
 */
export function useLiveCode(source: LiveSource | null): LiveAnswer | null {
  const [answer, setAnswer] = useState<{ readonly source: LiveSource; readonly given: LiveAnswer } | null>(null);
  useEffect(() => {
    if (source === null) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const given = await source();
      if (stopped || given === null) return;
      setAnswer({ source, given });
      const at = nextQuestion(given);
      if (at !== null) timer = setTimeout(() => void ask(), Math.min(LONGEST, untilInstant(at) + GRACE));
    };
    // A sleeping machine's timers come late: coming back to the window asks at once.
    const wake = (): void => {
      if (document.visibilityState !== 'visible') return;
      clearTimeout(timer);
      void ask();
    };
    document.addEventListener('visibilitychange', wake);
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
      setAnswer(null);
    };
  }, [source]);
  return answer !== null && answer.source === source ? answer.given : null;
}

function nextQuestion({ live, opens }: LiveAnswer): number | null {
  if (live === null) return opens ?? null;
  return live.next === null ? Math.min(live.nextFrom, live.until) : live.until;
}
