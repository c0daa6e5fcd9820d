import { useCallback, useState } from 'react';
import type { InboxRow } from '../../../shared/contracts/engine/inbox.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { useAskEach } from '../../lib/query.ts';

/** The inbox as far as it is known. */
export interface InboxRows {
  /** Null until the first answer. */
  readonly total: number | null;
  /** As long as the list; null for rows not asked for yet. */
  readonly rows: readonly (InboxRow | null)[];
  /** Asks for the rows on screen. */
  readonly onVisible: (first: number, last: number) => void;
}

/** Asks for what has come in a page at a time, beginning with the first. */
export function useInboxList(): InboxRows {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const answers = useAskEach(
    'inbox.list',
    pages.map((page) => ({ offset: page * MAX_ROWS, limit: MAX_ROWS })),
  );
  const total = answers[0]?.total ?? null;
  const rows: (InboxRow | null)[] = Array.from({ length: total ?? 0 }, () => null);
  pages.forEach((page, at) => {
    answers[at]?.rows.forEach((row, index) => {
      if (page * MAX_ROWS + index < rows.length) rows[page * MAX_ROWS + index] = row;
    });
  });
  const onVisible = useCallback((first: number, last: number) => {
    const wanted = [Math.floor(first / MAX_ROWS), Math.floor(last / MAX_ROWS)];
    setPages((now) => (wanted.every((page) => now.includes(page)) ? now : [...new Set([...now, ...wanted])]));
  }, []);
  return { total, rows, onVisible };
}
