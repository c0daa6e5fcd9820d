import { useState } from 'react';
import type { Answer, ReviewRow } from '../../../shared/contracts/engine/review.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { useAct } from '../../lib/act.ts';
import { useAsk, useAskEach } from '../../lib/query.ts';
import { showToast } from '../../lib/toast-store.ts';

/** A review under way: its rows, the one at hand, and what can be done. */
export interface Review {
  readonly month: string;
  readonly rows: readonly ReviewRow[];
  readonly at: number;
  readonly current: ReviewRow | undefined;
  readonly answered: number;
  move(to: number): void;
  answer(answer: Answer): Promise<void>;
  /** Takes back the last answer given here, and goes there; null when there is none. */
  readonly undo: (() => Promise<void>) | null;
}

/** Follows a review and answers it, one loan at a time. */
export function useReview(id: string, month: string, total: number): Review {
  const pages = Math.max(1, Math.ceil(total / MAX_ROWS));
  const wanted = Array.from({ length: pages }, (_, page) => ({ id, offset: page * MAX_ROWS, limit: MAX_ROWS }));
  const rows = useAskEach('review.rows', wanted).flatMap((page) => page?.rows ?? []);
  const [given, setGiven] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const first = rows.findIndex(({ answer }) => answer === null);
  const at = Math.min(chosen ?? (first === -1 ? 0 : first), Math.max(0, rows.length - 1));
  const act = useAct('review.answer');

  const say = async (row: ReviewRow, answer: Answer | null): Promise<boolean> => {
    const reply = await act.run({ id, grant: row.grant.id, answer });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
    return reply.ok;
  };
  const answer = async (said: Answer): Promise<void> => {
    const row = rows[at];
    if (row === undefined || !(await say(row, said))) return;
    setGiven((before) => [...before.filter((one) => one !== row.grant.id), row.grant.id]);
    setChosen(Math.min(at + 1, rows.length - 1));
  };
  const last = given.at(-1);
  const undo = async (): Promise<void> => {
    const index = rows.findIndex(({ grant }) => grant.id === last);
    const row = rows[index];
    if (row === undefined || !(await say(row, null))) return;
    setGiven((before) => before.slice(0, -1));
    setChosen(index);
  };
  return {
    month,
    rows,
    at,
    current: rows[at],
    answered: rows.filter(({ answer: said }) => said !== null).length,
    move: (to) => setChosen(Math.min(Math.max(0, to), Math.max(0, rows.length - 1))),
    answer,
    undo: last === undefined ? null : undo,
  };
}

/** Where the review stands, in the person's own zone. */
export function useReviewState(zone: string) {
  return useAsk('review.state', { zone });
}
