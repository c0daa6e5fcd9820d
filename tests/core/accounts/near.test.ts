import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, NearWords, slipsIn } from '../../../main/core/accounts/near.ts';

const RUNS = process.env['SLOW'] === '1' ? 20_000 : 1000;

/** Every text one slip away from another, over three letters. */
function oneSlip(text: string): Set<string> {
  const made = new Set<string>([text]);
  for (let i = 0; i <= text.length; i++) {
    for (const letter of 'abc') {
      made.add(text.slice(0, i) + letter + text.slice(i));
      if (i < text.length) made.add(text.slice(0, i) + letter + text.slice(i + 1));
    }
    if (i < text.length) made.add(text.slice(0, i) + text.slice(i + 1));
    if (i + 1 < text.length) made.add(`${text.slice(0, i)}${text[i + 1]}${text[i]}${text.slice(i + 2)}`);
  }
  return made;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });

describe('words that come close', () => {
  it('are those whose beginning is one slip away, as trying every slip finds them', () => {
    fc.assert(
      fc.property(word, word, (typed, other) => {
        const beginnings = Array.from({ length: other.length + 1 }, (_, i) => other.slice(0, i));
        const slips = oneSlip(typed);
        expect(isNear(typed, other, 1)).toBe(beginnings.some((beginning) => slips.has(beginning)));
      }),
      { numRuns: RUNS },
    );
    console.log(`near: ${RUNS} pairs of words`);
  });

  it('allow no slip in three letters, one up to seven and two in longer words', () => {
    expect([3, 4, 7, 8, 32, 33].map(slipsIn)).toEqual([0, 1, 1, 2, 2, 0]);
  });

  it('are found for letters missing, too many, swapped and wrong, the typed word first', () => {
    const words = new NearWords();
    words.add('instagram @harbourbakery\nshop lisboa bäckerei tik');
    for (const [typed, meant] of [
      ['instagrm', 'instagram'],
      ['isntagram', 'instagram'],
      ['harbuorbakrey', 'harbourbakery'],
      ['lissbo', 'lisboa'],
      ['shpo', 'shop'],
    ] as const)
      expect(words.of(typed)).toEqual([typed, meant]);
    expect(words.of('tok')).toEqual(['tok']);
    expect(words.of('facebook')).toEqual(['facebook']);
  });
});
