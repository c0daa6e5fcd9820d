import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineContext, type EngineClient, type EngineParams, type EngineResult } from '../../../renderer/lib/engine.ts';
import { createCache } from '../../../renderer/lib/query.ts';
import type { AccountsRoute } from '../../../renderer/lib/route.ts';
import { useAccountList } from '../../../renderer/views/accounts/use-account-list.ts';

afterEach(cleanup);

const TOTAL = 10_000;
const all: AccountsRoute = { view: 'accounts', client: 'all', account: null };
type Query = EngineParams<'accounts.list'>;

/** An engine that is asked for lists and answers when it is told to. */
function slowEngine() {
  const waiting: { query: Query; answer: (failing: boolean) => void }[] = [];
  const settle = async (failing: boolean): Promise<void> => {
    await waitFor(() => expect(waiting.length).toBeGreaterThan(0));
    await act(async () => waiting.splice(0).forEach(({ answer }) => answer(failing)));
  };
  const seen: Query[] = [];
  const rowOf = (query: string, place: number): EngineResult<'accounts.list'>['rows'][number] => ({
    ...{ id: `${query}${place}`, client: null, platform: 'other', title: `${query}${place}`, username: null },
    ...{ mark: null, hasCode: false, trashed: null, pinned: false },
  });
  const client = {
    call: (_name: string, query: Query) =>
      new Promise((done) => {
        seen.push(query);
        const rows = Array.from({ length: query.limit }, (_, i) => rowOf(query.query, query.offset + i));
        waiting.push({
          query,
          answer: (failing) => done(failing ? { ok: false, code: 'busy' } : { ok: true, value: { total: TOTAL, rows } }),
        });
      }),
    on: () => () => undefined,
    end: () => undefined,
  };
  return {
    client: client as unknown as EngineClient,
    offsets: () => seen.map(({ offset }) => offset),
    waiting: () => waiting.map(({ query }) => query.offset),
    /** Answers what is asked now; what that leads to asking waits. */
    answer: (failing = false) => settle(failing),
  };
}

function openList(engine: EngineClient) {
  const cache = createCache();
  const around = ({ children }: { readonly children: ReactNode }) => (
    <EngineContext value={engine}>
      <QueryClientProvider client={cache}>{children}</QueryClientProvider>
    </EngineContext>
  );
  const hook = renderHook(({ route }) => useAccountList(route, 'title'), { wrapper: around, initialProps: { route: all } });
  return {
    list: () => hook.result.current,
    scrollTo: (first: number) => act(async () => hook.result.current.onVisible(first, first + 12)),
    search: (query: string) => act(async () => hook.rerender({ route: { ...all, query } })),
    stale: () => act(async () => void cache.invalidateQueries()),
  };
}

describe('the pages of a long list of accounts', () => {
  it('skips what was scrolled past while a page was under way', async () => {
    const engine = slowEngine();
    const { list, scrollTo } = openList(engine.client);
    await engine.answer();
    await waitFor(() => expect(list().total).toBe(TOTAL));
    for (let first = 1000; first <= 9000; first += 200) await scrollTo(first);
    await waitFor(() => expect(engine.waiting()).toEqual([1000]));
    await engine.answer();
    await waitFor(() => expect(engine.waiting()).toEqual([9000]));
    await engine.answer();
    await waitFor(() => expect(list().rows[9000]?.title).toBe('9000'));
    expect(list().rows[9012]?.title).toBe('9012');
    expect(list().rows[0]?.title).toBe('0');
    expect(list().rows[5000]).toBeNull();
    expect(engine.offsets()).toEqual([0, 1000, 9000]);
  });

  it('asks anew for what is on screen alone after a change, however far it was scrolled', async () => {
    const engine = slowEngine();
    const { list, scrollTo, stale } = openList(engine.client);
    await engine.answer();
    for (const first of [2000, 4000, 6390]) {
      await scrollTo(first);
      await engine.answer();
      await waitFor(() => expect(list().rows[first]?.title).toBe(String(first)));
    }
    await stale();
    await waitFor(() => expect(engine.waiting().toSorted((a, b) => a - b)).toEqual([0, 6200, 6400]));
    expect(list().rows[6400]?.title).toBe('6400');
  });

  it('shows the old rows until the first of another search are here, and then none of them', async () => {
    const engine = slowEngine();
    const { list, scrollTo, search } = openList(engine.client);
    await engine.answer();
    await scrollTo(4000);
    await engine.answer();
    await waitFor(() => expect(list().rows[4000]?.title).toBe('4000'));
    const before = list().of;
    await search('x');
    expect(list().rows[4000]?.title).toBe('4000');
    expect(list().of).toBe(before);
    await waitFor(() => expect(engine.waiting()).toEqual([0]));
    await engine.answer();
    await waitFor(() => expect(list().rows[0]?.title).toBe('x0'));
    expect(list().of).not.toBe(before);
    expect(list().rows[4000]).toBeNull();
    expect(engine.waiting()).toEqual([]);
  });

  it('goes on after a page that could not be had', async () => {
    const engine = slowEngine();
    const { list, scrollTo } = openList(engine.client);
    await engine.answer();
    await scrollTo(2000);
    await engine.answer(true);
    await scrollTo(3000);
    await engine.answer();
    await waitFor(() => expect(list().rows[3000]?.title).toBe('3000'));
    expect(list().rows[2000]).toBeNull();
  });
});
