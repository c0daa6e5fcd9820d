import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAccount } from '../../../main/core/accounts/account-form.ts';
import { AccountLines, type Wanted } from '../../../main/core/accounts/lines.ts';
import { inOrder, linesInOrder, lineOf, noteRanks, ranksOf } from '../../../main/core/accounts/order.ts';
import { searched } from '../../../main/core/accounts/search.ts';
import type { Entry } from '../../../main/core/records/shapes.ts';

const RUNS = process.env['SLOW'] === '1' ? 3000 : 200;

type Account = Entry<'account'>;
type Client = Entry<'client'>;

const clientsNamed = (one: string, two: string): readonly Client[] =>
  Object.entries({ one, two }).map(([id, name]) => ({ id, data: { name, colour: 1, archived: false } }));
const data = fc
  .record({
    title: fc.constantFrom('a', 'A', 'ä', 'b', 'b10', 'b2', 'Z'),
    used: fc.constantFrom(1, 2, 3, undefined),
    trashed: fc.constantFrom(undefined, undefined, 5),
    client: fc.constantFrom(undefined, 'one', 'two'),
    changed: fc.constantFrom(2, 3, 4),
    pinned: fc.constantFrom(undefined, undefined, undefined, 0, 1),
  })
  .map(({ title, used, trashed, client, changed, pinned }): Account['data'] => ({
    ...emptyAccount(2),
    title,
    changed,
    ...(pinned === undefined ? {} : { pinned }),
    ...(used === undefined ? {} : { used }),
    ...(trashed === undefined ? {} : { trashed }),
    ...(client === undefined ? {} : { client }),
  }));
/** What happens to a list between two questions: accounts are stated again, taken away, added, and once in a while all is another list. */
const step = fc.record({
  restated: fc.array(fc.tuple(fc.nat(50), data), { maxLength: 3 }),
  removed: fc.array(fc.nat(50), { maxLength: 2 }),
  added: fc.array(data, { maxLength: 3 }),
  turned: fc.constantFrom(false, false, false, true),
  renamed: fc.constantFrom(false, false, true),
});
const wanted = fc.record({
  client: fc.constantFrom(undefined, null, 'one'),
  query: fc.constantFrom('', 'a', 'b', 'b 1', 'nothing'),
  sort: fc.constantFrom('title', 'used', 'client', 'added', 'changed'),
  fits: fc.constantFrom(undefined, undefined, ({ title }: { title: string }) => title < 'b'),
  trashed: fc.boolean(),
});

/** The same without anything kept: filtered, then sorted, and the pinned ones put on top of what is not searched. */
function plainly(list: readonly Account[], clients: readonly Client[], { client, query, sort, trashed, fits }: Wanted): Account[] {
  const shown = list.filter(
    (one) => (one.data.trashed !== undefined) === trashed && (client === undefined || (one.data.client ?? null) === client),
  );
  const lines = searched(shown, query).map(lineOf);
  noteRanks(lines, ranksOf(clients));
  const sorted = linesInOrder(lines, sort).filter((line) => fits?.(line) ?? true);
  if (query !== '' || trashed) return sorted;
  const pins = inOrder(
    sorted.map(({ entry }) => entry),
    'title',
  ).filter(({ pinned }) => pinned !== null);
  const top = pins.toSorted((a, b) => (a.pinned ?? 0) - (b.pinned ?? 0));
  return [...top, ...sorted.filter(({ pinned }) => pinned === null)];
}

describe('the lines of accounts', () => {
  it('are those of the list as it is now, whatever was asked of it before', () => {
    const first = fc.array(data, { maxLength: 30 }).map((all) => all.map((one, i) => ({ id: `i${i}`, data: one })));
    fc.assert(
      fc.property(first, fc.array(fc.tuple(step, wanted, fc.constantFrom(10, 300)), { maxLength: 8 }), (begun, steps) => {
        const lines = new AccountLines();
        let list: readonly Account[] = begun;
        let clients = clientsNamed('Aster', 'Birch');
        let made = 0;
        for (const [{ restated, removed, added, turned, renamed }, ask, to] of steps) {
          const fresh = new Map(restated.map(([at, one]) => [list[at]?.id, one]));
          const gone = new Set(removed.map((at) => list[at]?.id));
          const kept = list.filter(({ id }) => !gone.has(id)).map((one) => ({ ...one, data: fresh.get(one.id) ?? one.data }));
          list = [...(turned ? kept.toReversed() : kept), ...added.map((one) => ({ id: `n${made++}`, data: one }))];
          if (renamed) clients = clientsNamed(clients[1]?.data.name ?? '', clients[0]?.data.name ?? '');
          const right = plainly(list, clients, ask);
          for (const from of [0, 3]) {
            const { total, accounts } = lines.page(list, clients, ask, from, to);
            expect(accounts.map(({ id }) => id)).toEqual(right.slice(from, to).map(({ id }) => id));
            expect(total).toBe(right.length);
          }
        }
      }),
      { numRuns: RUNS },
    );
    console.log(`lines: ${RUNS} histories of a list`);
  });

  it('give the same pages before and after they were made ready', () => {
    const list = Array.from({ length: 500 }, (_, i) => ({
      id: `i${i}`,
      data: { ...emptyAccount(i % 7), title: `t${(i * 37) % 500}` },
    }));
    const ask: Wanted = { query: '1', sort: 'used', trashed: false };
    const ids = (lines: AccountLines): string[] => lines.page(list, [], ask, 0, 50).accounts.map(({ id }) => id);
    const ready = new AccountLines();
    ready.warm(list, []);
    expect(ids(ready)).toEqual(ids(new AccountLines()));
    expect(ids(ready)).toHaveLength(50);
  });
});
