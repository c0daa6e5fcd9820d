import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { listPower, triedFirst } from '../../../main/core/accounts/guessing.ts';
import { isWeak, strengthOf } from '../../../main/core/accounts/strength.ts';
import { pagePassphrase } from '../../../main/core/crypto/words.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { aboutTime, strengthText } from '../../../shared/text/strength.ts';

const of = (guesses: number, against: 'file' | 'file_low' | 'site') => strengthOf({ guesses, warning: null }, against);

describe('the strength of a text', () => {
  it('grows with guesses, and is less against a cheaper key and a site', () => {
    let last = 0;
    for (let guesses = 0; guesses <= 40; guesses += 0.5) {
      const { score, seconds } = of(guesses, 'file');
      expect(score).toBeGreaterThanOrEqual(last);
      expect(seconds).toBeGreaterThan(of(guesses, 'file_low').seconds);
      last = score;
    }
    expect(last).toBe(4);
  });

  it('costs a hundred cards as long as the memory they have to move', () => {
    // Three passes over 256 MiB, written and read: 1.6 GB a guess, 620 guesses a second and card.
    expect(of(10, 'file').seconds).toBeCloseTo(1e10 / ((100 * 1e12) / (2 * 3 * 256 * 1024 * 1024)), 3);
    expect(of(10, 'file').seconds / of(10, 'file_low').seconds).toBeCloseTo(4, 9);
    expect(of(7, 'site').seconds).toBeCloseTo(100, 6);
  });

  it('stays a number for a text no one guesses', () => {
    expect(of(1000, 'site')).toEqual({ score: 4, guesses: 1000, seconds: 1e300, warning: null });
  });

  it('is weak for what is guessed within a day', () => {
    expect(isWeak(of(9.9, 'site'))).toBe(true);
    expect(isWeak(of(10, 'site'))).toBe(false);
  });

  it('counts words of our own list by the list, however they are joined', () => {
    const seven = pagePassphrase(randomBytes(10));
    expect(listPower(seven)).toBeCloseTo(7 * Math.log10(2048), 9);
    expect(listPower(seven.replaceAll(' ', '-').toUpperCase())).toBeCloseTo(7 * Math.log10(2048), 9);
    expect(listPower(`${seven.replaceAll(' ', '_')}4`)).toBeCloseTo(7 * Math.log10(2048) + 1, 9);
    expect(listPower(`${wordlist[0]} ${wordlist[1]} xyzzy`)).toBeNull();
    expect(listPower('')).toBeNull();
  });

  it('takes the words of names, none twice, none so short that it stands anywhere', () => {
    expect(triedFirst(['Harbour Bakery', undefined, '@harbour.bakery', 'https://tiktok.com/a'])).toEqual([
      ...['harbour', 'bakery', 'https', 'tiktok', 'com'],
    ]);
    expect(triedFirst([Array.from({ length: 99 }, (_, i) => `word${i}`).join(' ')])).toHaveLength(20);
  });
});

describe('the sentence about it', () => {
  it('names the largest unit that fits, rounded down to two figures', () => {
    const year = 365 * 86_400;
    expect([0.2, 1, 59, 60, 3 * 3600, 86_400, 40 * 86_400, 3.9 * year, 347 * year].map(aboutTime)).toEqual([
      ...['less than a second', 'about 1 second', 'about 59 seconds', 'about 1 minute', 'about 3 hours', 'about 1 day'],
      ...['about 1 month', 'about 3 years', 'about 340 years'],
    ]);
    expect([2e4, 2e6, 2e9].map((years) => aboutTime(years * year))).toEqual([
      ...['thousands of years', 'more than a million years', 'more than a billion years'],
    ]);
  });

  it('says by whom', () => {
    expect(strengthText.needs('file', 3 * 365 * 86_400)).toBe(
      'An attacker with this file and 100 graphics cards would need about 3 years.',
    );
    expect(strengthText.account(1, 10_800)).toBe('Weak: guessed in about 3 hours');
  });
});
