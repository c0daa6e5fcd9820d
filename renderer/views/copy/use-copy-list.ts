import { useState } from 'react';
import type { CopyRow, CopyState } from '../../../shared/contracts/engine/copies.ts';
import { MAX_BROUGHT_IN, MAX_ROWS } from '../../../shared/limits.ts';
import { type EngineResult, useEngine } from '../../lib/engine.ts';
import { useAsk, useAskEach } from '../../lib/query.ts';

/** What of a copy's list is shown. */
export type Show = CopyState | 'all';

/** A copy's accounts as far as they were asked for. */
export interface CopyList {
  /** Null until the first answer. */
  readonly counts: EngineResult<'copies.list'>['counts'] | null;
  readonly show: Show;
  readonly total: number;
  readonly rows: readonly CopyRow[];
  readonly setShow: (show: Show) => void;
  /** Asks for the next page. */
  readonly more: () => void;
  /** Ids of everything shown that can be brought in and was not yet, as many as may come at once. */
  readonly allIds: () => Promise<readonly string[]>;
}

/** Asks for a copy's accounts a page at a time, beginning with what is worth a look: those only there, else those that differ. */
export function useCopyList(copy: string, query: string): CopyList {
  const engine = useEngine();
  const [chosen, setChosen] = useState<Show | null>(null);
  const [pages, setPages] = useState(1);
  const { data } = useAsk('copies.list', { copy, show: 'all', query: '', offset: 0, limit: 1 });
  const counts = data?.counts ?? null;
  const show = chosen ?? worthALook(counts);
  const asked = (page: number) => ({ copy, show, query, offset: page * MAX_ROWS, limit: MAX_ROWS });
  const answers = useAskEach('copies.list', counts === null ? [] : Array.from({ length: pages }, (_, page) => asked(page)));
  const allIds = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let page = 0; ids.length < MAX_BROUGHT_IN; page++) {
      const reply = await engine.call('copies.list', asked(page));
      if (!reply.ok || reply.value.rows.length === 0) break;
      ids.push(...reply.value.rows.filter(isOffered).map(({ id }) => id));
    }
    return ids.slice(0, MAX_BROUGHT_IN);
  };
  return {
    counts,
    show,
    total: answers[0]?.total ?? 0,
    rows: answers.flatMap((answer) => answer?.rows ?? []),
    setShow: (next) => {
      setChosen(next);
      setPages(1);
    },
    more: () => setPages((known) => known + 1),
    allIds,
  };
}

/** True for an account that can be brought in: what is here already as it is there, or was brought in before, is not. */
export function isOffered({ state, brought }: CopyRow): boolean {
  return state !== 'same' && !brought;
}

function worthALook(counts: CopyList['counts']): Show {
  if (counts === null || counts.onlyThere > 0) return 'only_there';
  return counts.differs > 0 ? 'differs' : 'all';
}
