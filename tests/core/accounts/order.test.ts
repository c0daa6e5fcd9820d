import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAccount } from '../../../main/core/accounts/account-form.ts';
import { firstInOrder, inOrder, lineOf } from '../../../main/core/accounts/order.ts';

const RUNS = process.env['SLOW'] === '1' ? 5000 : 300;

const account = fc
  .record({
    title: fc.constantFrom('a', 'A', 'ä', 'b', 'B2', 'b10', 'Z', 'ß', '-a', 'é'),
    used: fc.constantFrom(1, 2, 3, undefined),
  })
  .map(({ title, used }) => ({ ...emptyAccount(2), title, ...(used === undefined ? {} : { used }) }));
const list = fc.array(account, { maxLength: 40 }).map((all) => all.map((data, i) => ({ id: String(i), data })));

describe('the order of accounts', () => {
  it('has the same first ones whether they are picked or everything is sorted, equal titles among them', () => {
    fc.assert(
      fc.property(
        list,
        fc.constantFrom('title', 'used', 'added', 'changed', 'client'),
        fc.integer({ min: 0, max: 45 }),
        (all, sort, count) => {
          expect(firstInOrder(all.map(lineOf), sort, count)).toEqual(inOrder(all, sort).slice(0, count));
        },
      ),
      { numRuns: RUNS },
    );
    console.log(`order: ${RUNS} lists`);
  });

  it('is that of the locale, and of use before that of titles', () => {
    const all = [
      ['b', 5],
      ['a', 3],
      ['B', 3],
      ['ä', 9],
    ].map(([title, used], i) => ({
      id: String(i),
      data: { ...emptyAccount(1), title: String(title), used: Number(used) },
    }));
    const titles = (sort: 'title' | 'used'): string[] => inOrder(all, sort).map(({ data }) => data.title);
    expect(titles('title')).toEqual(all.map(({ data }) => data.title).toSorted((a, b) => a.localeCompare(b)));
    expect(titles('used')).toEqual(['ä', 'b', 'a', 'B']);
  });

  it('has equal titles by id, however the list stood', () => {
    fc.assert(
      fc.property(list, fc.constantFrom('title', 'used'), (all, sort) => {
        expect(inOrder(all.toReversed(), sort)).toEqual(inOrder(all, sort));
      }),
      { numRuns: RUNS },
    );
  });
});
