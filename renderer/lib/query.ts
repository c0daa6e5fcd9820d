import { keepPreviousData, QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ErrorCode, ErrorFacts } from '../../shared/errors.ts';
import type { Unsubscribe } from '../../shared/port.ts';
import type { Reply } from '../../shared/wire/client.ts';
import { type EngineClient, type EngineParams, type EngineResult, useEngine } from './engine.ts';
import { type CachedCall, touches } from './topics.ts';

/** An expected failure on its way through the query cache, which knows only exceptions. */
export class CallFailed extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** The value of a reply; throws `CallFailed` for the rest. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new CallFailed(reply.code, reply.facts);
}

/** The cache of facts. The engine says what is stale, so nothing is asked again by time, focus or network. */
export function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

/** Marks stale what the engine says has changed. */
export function followChanges(cache: QueryClient, engine: EngineClient): Unsubscribe {
  return engine.on('changed', ({ topic }) => {
    void cache.invalidateQueries({ predicate: ({ queryKey: [call] }) => typeof call === 'string' && touches(call, topic) });
  });
}

/** Marks a cached call stale after an act of this page that the engine tells nobody of. */
export function useStale(call: CachedCall): () => void {
  const anew = useAnew(call);
  return () => void anew();
}

/** Asks a cached call anew after such an act; resolves once the answer is what views see. */
export function useAnew(call: CachedCall): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: [call] });
}

/** A cached call as a view sees it: facts when they are there, the failure when one stands in their place. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly failure: CallFailed | null;
}

export interface AskOptions {
  /** False while its parameters are not known yet. */
  readonly when?: boolean;
  /** Shows the last answer while another is fetched, as in a list that is being searched. */
  readonly keep?: boolean;
}

/** The question a cached call asks, as the cache knows it. */
function question<N extends CachedCall>(engine: EngineClient, call: N, params: EngineParams<N>) {
  return {
    queryKey: [call, params] as const,
    queryFn: async () => valueOf<EngineResult<N>>((await engine.call(call, params)) as Reply<EngineResult<N>>),
  };
}

/** Asks the same call with several parameters, as for the pages of a list; undefined where an answer is not there yet. */
export function useAskEach<N extends CachedCall>(
  call: N,
  each: readonly EngineParams<N>[],
): readonly (EngineResult<N> | undefined)[] {
  return usePages(call, each).answers;
}

/** The same, and whether each has been answered, be it by a failure. */
export function usePages<N extends CachedCall>(
  call: N,
  each: readonly EngineParams<N>[],
): { readonly answers: readonly (EngineResult<N> | undefined)[]; readonly settled: boolean } {
  const engine = useEngine();
  // No answer stands in for another: of two pages in turn the rows would be the wrong ones.
  const answers = useQueries({ queries: each.map((params) => question(engine, call, params)) });
  return {
    answers: answers.map(({ data }) => data as EngineResult<N> | undefined),
    settled: answers.every(({ isPending }) => !isPending),
  };
}

/** Asks the engine for facts and follows their changes. Secrets and codes have no place here: `CachedCall` leaves them out. */
export function useAsk<N extends CachedCall>(
  call: N,
  params: EngineParams<N>,
  { when = true, keep = false }: AskOptions = {},
): Asked<EngineResult<N>> {
  const engine = useEngine();
  const { data, error } = useQuery({
    ...question(engine, call, params),
    enabled: when,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
  return { data: data as EngineResult<N> | undefined, failure: error instanceof CallFailed ? error : null };
}
