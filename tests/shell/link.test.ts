import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOfLink } from '../../main/shell/link.ts';
import { COMMANDS, PLACE_COMMANDS } from '../../shared/commands.ts';
import { leastSpent } from '../support/spent.ts';

const runs = process.env['SLOW'] === '1' ? 20_000 : 2_000;
const places = ['inbox', 'accounts', 'received', 'requests', 'ledger', 'runs', 'review', 'business', 'people', 'reminders'];

/** What somebody might try: other schemes, paths, queries, records, escapes, tricks of case and of Unicode. */
const hostile = fc.oneof(
  fc.string({ maxLength: 5000 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map((rest) => `latchkey:${rest}`),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((rest) => `latchkey:go/inbox${rest}`),
  fc
    .tuple(fc.constantFrom(...places), fc.constantFrom('?x=1', '#x', '/../log', '%2f', '\n', ' ', '\u0000', '/x', ';lock', 'ä'))
    .map(([place, tail]) => `latchkey:go/${place}${tail}`),
  fc.constantFrom(...Object.keys(COMMANDS), 'log', '__proto__', 'constructor', 'toString').map((name) => `latchkey:go/${name}`),
  fc.constantFrom(
    'LATCHKEY:go/inbox',
    'latchkey:GO/inbox',
    'latchkey:go/Inbox',
    'latchkey:go//inbox',
    ' latchkey:go/inbox',
    'x-latchkey:go/inbox',
  ),
);

describe('a link from outside', () => {
  it('leads to each place of the list, in the two spellings programs give it', () => {
    expect(places.map((place) => placeOfLink(`latchkey:go/${place}`))).toEqual(
      places.map((place) => placeOfLink(`latchkey://go/${place}/`)),
    );
    expect(new Set(places.map((place) => placeOfLink(`latchkey:go/${place}`)))).toEqual(new Set(PLACE_COMMANDS));
  });

  it('leads nowhere else, whatever it says', () => {
    let tried = 0;
    fc.assert(
      fc.property(hostile, (link) => {
        tried++;
        const exact = places.some((place) => link === `latchkey:go/${place}` || link === `latchkey:go/${place}/`);
        const place = placeOfLink(link);
        if (exact) expect(PLACE_COMMANDS).toContain(place);
        else expect(place).toBeNull();
      }),
      { numRuns: runs },
    );
    console.log(`${tried} hostile links`);
  });

  it('is read in no time however long it is', () => {
    const long = `latchkey:go/${'a'.repeat(10_000_000)}`;
    expect(leastSpent(() => expect(placeOfLink(long)).toBeNull(), 100)).toBeLessThan(100);
  });
});
