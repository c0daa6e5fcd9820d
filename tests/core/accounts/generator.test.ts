import { describe, expect, it } from 'vitest';
import { generatePassword } from '../../../main/core/accounts/generator.ts';

describe('generated passwords', () => {
  it('have the length asked for, every kind of character, and none read as another', () => {
    for (let length = 12; length <= 64; length++) {
      for (const symbols of [true, false]) {
        const password = generatePassword(length, symbols);
        expect(password).toHaveLength(length);
        expect(password).toMatch(/[a-z]/);
        expect(password).toMatch(/[A-Z]/);
        expect(password).toMatch(/[0-9]/);
        expect(/[^A-Za-z0-9]/.test(password)).toBe(symbols);
        expect(password).not.toMatch(/[l1IO0]/);
      }
    }
  });

  it('draw every character about as often as any other of its kind', () => {
    const seen = new Map<string, number>();
    const text = Array.from({ length: 2000 }, () => generatePassword(20, true)).join('');
    for (const character of text) seen.set(character, (seen.get(character) ?? 0) + 1);
    // Small kinds come a little more often than large ones, since passwords without one are thrown away.
    for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]) {
      const counts = [...seen].filter(([character]) => kind.test(character)).map(([, count]) => count);
      const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      // About 550 each, with a deviation of 23; six of them never happen by chance.
      for (const count of counts) expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
    }
    expect(seen.size).toBe(73);
    console.log(`generator: ${text.length} characters of ${seen.size} kinds`);
  });

  it('refuse a length that cannot hold every kind', () => {
    expect(() => generatePassword(3, true)).toThrow(RangeError);
  });
});
