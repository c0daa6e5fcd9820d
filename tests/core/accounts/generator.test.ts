import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPassword, generatePassword, isImpossible } from '../../../main/core/accounts/generator.ts';
import { generateCalls, type Recipe } from '../../../shared/contracts/engine/generate.ts';
import { SYMBOLS } from '../../../shared/password-symbols.ts';

const SLOW = process.env['SLOW'] === '1';
const DRAWS = SLOW ? 200_000 : 20_000;

type Characters = Extract<Recipe, { kind: 'characters' }>;
const plain: Characters = {
  ...{ kind: 'characters', length: 20, lower: true, upper: true, digits: true, symbols: SYMBOLS },
  ...{ clear: false, letterFirst: false, noRepeats: false },
};

const anyCharacters: fc.Arbitrary<Characters> = fc.record({
  kind: fc.constant('characters' as const),
  length: fc.integer({ min: 8, max: 64 }),
  ...{ lower: fc.boolean(), upper: fc.boolean(), digits: fc.boolean(), clear: fc.boolean() },
  ...{ letterFirst: fc.boolean(), noRepeats: fc.boolean() },
  symbols: fc.subarray([...SYMBOLS]).map((some) => some.join('')),
});

/** Chi-square of counts that should be alike. */
function spread(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** What chi-square passes by chance once in a thousand million times: six deviations after Wilson and Hilferty's cube root. */
function limit(kinds: number): number {
  const free = kinds - 1;
  return free * (1 - 2 / (9 * free) + 6 * Math.sqrt(2 / (9 * free))) ** 3;
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

describe('passwords of characters', () => {
  it('have every kind that is wanted, no other, and keep a site’s rules', () => {
    fc.assert(
      fc.property(anyCharacters, (recipe) => {
        if (isImpossible(recipe)) return;
        const { password, bits } = drawPassword(recipe);
        const clear = (kind: string): string => [...kind].filter((one) => !recipe.clear || !'lIO01|'.includes(one)).join('');
        const kinds = [
          [recipe.lower, clear('abcdefghijklmnopqrstuvwxyz')],
          [recipe.upper, clear('ABCDEFGHIJKLMNOPQRSTUVWXYZ')],
          [recipe.digits, clear('0123456789')],
          [clear(recipe.symbols) !== '', clear(recipe.symbols)],
        ] as const;
        expect(password).toHaveLength(recipe.length);
        for (const [isWanted, kind] of kinds) if (isWanted) expect([...password].some((one) => kind.includes(one))).toBe(true);
        const all = kinds.flatMap(([isWanted, kind]) => (isWanted ? [kind] : [])).join('');
        expect([...password].every((one) => all.includes(one))).toBe(true);
        if (recipe.letterFirst) expect(password).toMatch(/^[a-z]/i);
        if (recipe.noRepeats) expect(password).not.toMatch(/(.)\1/s);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(recipe.length * Math.log2(all.length) + 1e-9);
      }),
      { numRuns: SLOW ? 20_000 : 500 },
    );
  });

  it('are impossible without a kind, or without a letter to begin with', () => {
    const none = { ...plain, lower: false, upper: false, digits: false };
    expect(
      [
        { ...none, symbols: '' },
        { ...none, letterFirst: true },
        { ...none, symbols: '-', noRepeats: true },
      ].map(isImpossible),
    ).toEqual([...[true, true, true]]);
    expect(isImpossible(none)).toBe(false);
    expect(() => drawPassword({ ...none, symbols: '' })).toThrow(RangeError);
  });

  it('draw every character of a kind alike', () => {
    const text = Array.from({ length: DRAWS / 10 }, () => drawPassword(plain).password).join('');
    const counts = countsOf([...text]);
    expect(counts.size).toBe(26 + 26 + 10 + SYMBOLS.length);
    for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]) {
      const some = [...counts].filter(([one]) => kind.test(one)).map(([, count]) => count);
      expect(spread(some)).toBeLessThan(limit(some.length));
    }
    console.log(`generator: ${text.length} characters of ${counts.size} kinds`);
  });

  it('draw every whole password alike, also under rules, and say how many there are', () => {
    // Small enough to count: letters of one kind, eight long, from two symbols and rules that bite.
    const few: Characters = { ...plain, length: 8, lower: false, upper: false, digits: false, symbols: '-_' };
    const all = Array.from({ length: DRAWS }, () => drawPassword(few).password);
    const counts = countsOf(all);
    expect(counts.size).toBe(2 ** 8);
    expect(drawPassword(few).bits).toBeCloseTo(8, 9);
    expect(spread([...counts.values()])).toBeLessThan(limit(256));
    const ruled = { ...few, symbols: '-_.', noRepeats: true };
    const ruledCounts = countsOf(Array.from({ length: DRAWS }, () => drawPassword(ruled).password));
    expect(ruledCounts.size).toBe(3 * 2 ** 7);
    expect(drawPassword(ruled).bits).toBeCloseTo(Math.log2(3 * 2 ** 7), 9);
    expect(spread([...ruledCounts.values()])).toBeLessThan(limit(384));
    console.log(`generator: ${2 * DRAWS} whole passwords`);
  });

  it('count bits as trying all of them would', () => {
    // Eight of two symbols and a digit, each kind at least once: 12^8 - 10^8 - 2^8.
    const both: Characters = { ...plain, length: 8, lower: false, upper: false, symbols: '-_' };
    expect(drawPassword(both).bits).toBeCloseTo(Math.log2(12 ** 8 - 10 ** 8 - 2 ** 8), 9);
    expect(drawPassword({ ...plain, length: 8, upper: false, digits: false, symbols: '', letterFirst: true }).bits).toBeCloseTo(
      8 * Math.log2(26),
      9,
    );
  });

  it('as drawn for a new password have the length asked for and no character read as another', () => {
    for (let length = 12; length <= 64; length++) {
      for (const symbols of [true, false]) {
        const password = generatePassword(length, symbols);
        expect(password).toHaveLength(length);
        for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/]) expect(password).toMatch(kind);
        expect(/[^A-Za-z0-9]/.test(password)).toBe(symbols);
        expect(password).not.toMatch(/[l1IO0]/);
      }
    }
    expect(() => generatePassword(3, true)).toThrow(RangeError);
  });
});

describe('passwords to be said', () => {
  const words = { kind: 'words', count: 5, separator: '-', capitals: true, digit: true } as const;
  const spoken = { kind: 'spoken', groups: 4, capitals: false, digit: false } as const;

  it('are words of the list, as many as asked for, eleven bits each', () => {
    const { password, bits } = drawPassword(words);
    expect(password).toMatch(/^([A-Z][a-z]+-){4}[A-Z][a-z]+\d$/);
    for (const word of password.slice(0, -1).toLowerCase().split('-')) expect(wordlist).toContain(word);
    expect(bits).toBeCloseTo(55 + Math.log2(10), 9);
    expect(drawPassword({ ...words, separator: ' ', capitals: false, digit: false }).password.split(' ')).toHaveLength(5);
  });

  it('draw every word alike', () => {
    const drawn = Array.from(
      { length: DRAWS / 2 },
      () => drawPassword({ ...words, count: 10, capitals: false, digit: false }).password,
    );
    const counts = countsOf(drawn.flatMap((one) => one.split('-')));
    expect(counts.size).toBe(2048);
    expect(spread([...counts.values()])).toBeLessThan(limit(2048));
    console.log(`generator: ${drawn.length * 10} words`);
  });

  it('are groups of five letters in turn, sixteen bits each, every letter alike in its place', () => {
    expect(drawPassword(spoken)).toMatchObject({
      bits: 64,
      password: expect.stringMatching(/^([b-z][aiou][b-z][aiou][b-z]-?){4}$/),
    });
    expect(drawPassword({ ...spoken, capitals: true, digit: true }).password).toMatch(/^([A-Z][a-z]{4}-){3}[A-Z][a-z]{4}\d$/);
    const groups = Array.from({ length: DRAWS / 4 }, () => drawPassword(spoken).password).flatMap((one) => one.split('-'));
    for (let place = 0; place < 5; place++) {
      const counts = [...countsOf(groups.map((group) => group.charAt(place))).values()];
      expect(counts).toHaveLength(place % 2 === 0 ? 16 : 4);
      expect(spread(counts)).toBeLessThan(limit(counts.length));
    }
  });

  it('fit what the contract carries at their longest', () => {
    const { result } = generateCalls['accounts.generate'];
    for (let i = 0; i < 50; i++) {
      for (const recipe of [
        { ...words, count: 12 },
        { ...words, count: 3, digit: false },
        { ...spoken, groups: 8 },
      ] as const)
        expect(() => result.parse({ drawn: 'A'.repeat(22), ...drawPassword(recipe) })).not.toThrow();
    }
  });
});
