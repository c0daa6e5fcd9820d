import type { GrantRow } from '../../../shared/contracts/engine/grants.ts';
import type { reviewCalls, ReviewRow } from '../../../shared/contracts/engine/review.ts';
import { refuse } from '../../../shared/errors.ts';
import type { Handlers } from '../../../shared/wire/serve.ts';
import type { FakeState } from './state.ts';

type ReviewHandlers = Handlers<{ readonly calls: typeof reviewCalls; readonly events: Record<never, never> }>;

const ID = 'UmV2aWV3UmV2aWV3UmV2aQ';
const isLive = ({ state }: GrantRow): boolean => ['offered', 'active', 'ending'].includes(state);

/** A review of the fake's live loans: answers kept, ends done as the engine does them. */
export function reviewHandlers(state: FakeState): ReviewHandlers {
  const answers = new Map<string, ReviewRow['answer']>();
  let started: number | null = null;
  let finished: number | null = null;
  const live = (): GrantRow[] => state.grants.map(({ row }) => row).filter(isLive);
  return {
    'review.state': () => ({
      open:
        started === null
          ? null
          : { id: ID, month: '2026-12', started, answered: [...answers.values()].length, total: live().length },
      due: state.now() + 86_400,
      finished,
      live: live().length,
    }),
    'review.start': () => {
      started ??= state.now();
      state.changed('review');
      return { id: ID };
    },
    'review.rows': ({ offset, limit }) => {
      const rows = live().map((grant) => {
        const detail = state.grants.find(({ row }) => row.id === grant.id);
        return {
          grant,
          what: detail?.what ?? [],
          passwordSet: null,
          windows: detail?.windows.length ?? 0,
          ...{ relayed: 0, asked: 0, reviewed: null },
          exposed: grant.exposed ? ['password' as const] : [],
          answer: answers.get(grant.id) ?? null,
        };
      });
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'review.answer': ({ grant, answer }) => {
      if (answer === null) answers.delete(grant);
      else answers.set(grant, answer);
      state.changed('review');
      return {};
    },
    'review.finish': () => {
      if (started === null) return refuse('not_found');
      const of = (answer: ReviewRow['answer']) => live().filter(({ id }) => answers.get(id) === answer);
      const [ending, extend, lower] = [of('end'), of('extend'), of('lower')];
      const ended = ending.map((row) => {
        const over = { ...row, state: 'ended' as const, until: state.now() };
        state.grants = state.grants.map((one) => (one.row.id === row.id ? { ...one, row: over } : one));
        const sealed = { message: row.id, sentence: 'The end.', text: 'LATCHKEY1.\nAAAA\n.END', length: 22, preferFile: false };
        return { grant: over, run: null, sealed };
      });
      started = null;
      finished = state.now();
      answers.clear();
      state.changed('review', 'grants');
      return { ended, extend, lower, more: false };
    },
  };
}
