import { useEffect, useEffectEvent, useState } from 'react';
import { engineNow, untilInstant } from '../../lib/clock-sync.ts';
import { useStale } from '../../lib/query.ts';
import { nextMidnight } from './chart.ts';

/** Draws the view anew when the day turns, and asks for the ledger again: another day may be another week. */
export function useDay(): void {
  const [midnight, setMidnight] = useState(() => nextMidnight(engineNow()));
  const stale = useStale('ledger.list');
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
