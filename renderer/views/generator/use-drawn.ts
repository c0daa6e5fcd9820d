import { useEffect, useState } from 'react';
import type { Recipe } from '../../../shared/contracts/engine/generate.ts';
import { type EngineResult, useEngine } from '../../lib/engine.ts';

/** A password as it was drawn, and its number, by which it is copied. */
export type Drawn = EngineResult<'accounts.generate'>;

/** What was drawn last for a recipe. `failed` when no password fits it. */
export interface Drawing {
  readonly drawn: Drawn | null;
  readonly failed: boolean;
  readonly again: () => void;
}

/** Draws a password for a recipe, and another each time it changes; none, and what was drawn is forgotten, while it is null. */
export function useDrawn(recipe: Recipe | null): Drawing {
  const engine = useEngine();
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState<{ readonly drawn: Drawn | null } | null>(null);
  const wanted = recipe === null ? null : JSON.stringify(recipe);
  useEffect(() => {
    if (wanted === null) return;
    let isCurrent = true;
    void engine.call('accounts.generate', { recipe: JSON.parse(wanted) as Recipe }).then((reply) => {
      if (isCurrent) setMade({ drawn: reply.ok ? reply.value : null });
    });
    return () => {
      isCurrent = false;
    };
  }, [engine, wanted, turn]);
  if (wanted === null && made !== null) setMade(null);
  return { drawn: made?.drawn ?? null, failed: made !== null && made.drawn === null, again: () => setTurn((now) => now + 1) };
}
