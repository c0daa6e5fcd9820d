import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNowWhile } from './ticker.ts';
import type { CachedCall } from './topics.ts';

export type AskAgainProps = {
  /** When what the calls said of "now" is over, in Unix seconds; null when it never is. */
  readonly at: number | null;
  /** Must be the same array while the same things are shown. */
  readonly calls: readonly CachedCall[];
};

/** Asks cached calls again once an instant has come by the page's clock. Nothing changed in the vault then, so the engine does not say so. */
export function AskAgain({ at, calls }: AskAgainProps) {
  const cache = useQueryClient();
  const now = useNowWhile(at !== null);
  // Once for each instant: an engine that still names the same one is not asked every second.
  const due = at !== null && now >= at ? at : null;
  useEffect(() => {
    if (due === null) return;
    const stale: readonly unknown[] = calls;
    void cache.invalidateQueries({ predicate: ({ queryKey: [call] }) => stale.includes(call) });
  }, [due, calls, cache]);
  return null;
}

/** The earliest of some instants; null when there is none. */
export function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
