import { useEffect, useEffectEvent, useState } from 'react';
import { engineNow, untilInstant } from '../../lib/clock-sync.ts';
import { useStale } from '../../lib/query.ts';
import type { CachedCall } from '../../lib/topics.ts';
import { nextMidnight } from './chart.ts';

/** Draws the view anew when the day turns, and asks a call again whose answer goes by the day, as of the ledger's weeks. */
export function useDay(call: CachedCall): void {
  const [midnight, setMidnight] = useState(() => nextMidnight(engineNow()));
  const stale = useStale(call);
  const turn = useEffectEvent(() => {
    setMidnight(nextMidnight(engineNow()));
    stale();
  });
  useEffect(() => {
    // A little late rather than early: the clock must show the new day by then.
    const timer = setTimeout(() => turn(), untilInstant(midnight) + 100);
    return () => clearTimeout(timer);
  }, [midnight]);
}
