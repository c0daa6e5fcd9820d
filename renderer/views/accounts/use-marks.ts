import { useState } from 'react';
import type { Marking } from '../../components/list-marks.ts';
import { useEngine } from '../../lib/engine.ts';
import type { AccountRows } from './use-account-list.ts';

const NONE: ReadonlySet<string> = new Set();

/** Which accounts of a list are chosen together; none any more once the list shows others, and none that has left it. Rows that are not loaded are asked for by their ids. */
export function useMarks(list: AccountRows): Marking {
  const engine = useEngine();
  const [held, setHeld] = useState({ of: list.of, marked: NONE });
  const marked = held.of === list.of ? stillIn(list.rows, held.marked) : NONE;
  const set = (keys: Iterable<string>): void => setHeld({ of: list.of, marked: new Set(keys) });

  const idsFrom = async (from: number, to: number): Promise<readonly string[]> => {
    const rows = list.rows.slice(from, to + 1);
    const here = rows.flatMap((row) => (row === null ? [] : [row.id]));
    if (here.length === rows.length) return here;
    const reply = await engine.call('accounts.ids', list.query);
    return reply.ok ? reply.value.ids.slice(from, to + 1) : here;
  };
  const markRange = (from: number, to: number): void => void idsFrom(Math.min(from, to), Math.max(from, to)).then(set);

  return {
    marked,
    onToggle: (key, shown) => {
      const next = new Set(marked.size === 0 && shown !== null ? [shown] : marked);
      // The first press on the row shown chooses it; with others beside it, it is taken out.
      if (next.has(key) && marked.size > 0) next.delete(key);
      else next.add(key);
      set(next);
    },
    onRange: markRange,
    onAll: () => markRange(0, list.rows.length - 1),
    onNone: () => set(NONE),
  };
}

/** Of a list that is not here as a whole, nobody can say what has left it. */
function stillIn(rows: AccountRows['rows'], marked: ReadonlySet<string>): ReadonlySet<string> {
  if (marked.size === 0 || rows.includes(null)) return marked;
  const here = new Set(rows.map((row) => row?.id));
  return [...marked].every((id) => here.has(id)) ? marked : new Set([...marked].filter((id) => here.has(id)));
}
