import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initials } from '../../../renderer/lib/initials.ts';
import { ariaKeys, keyCaps } from '../../../renderer/lib/keys.ts';
import { addDays, dateWords, daysBetween, mondayOf, weekdayOf } from '../../../renderer/lib/plain-date.ts';
import { secretParts } from '../../../renderer/lib/secret-parts.ts';
import { findAhead } from '../../../renderer/lib/type-ahead.ts';

describe('key caps', () => {
  it('follow the habits of the desktop', () => {
    expect(keyCaps('Mod+Shift+C', 'linux')).toBe('Ctrl ⇧ C');
    expect(keyCaps('Mod+Shift+C', 'mac')).toBe('⇧⌘C');
    expect(keyCaps('Mod+Enter', 'windows')).toBe('Ctrl ↵');
    expect(ariaKeys('Mod+Shift+C', 'linux')).toBe('Control+Shift+C');
    expect(ariaKeys('Mod+L', 'mac')).toBe('Meta+L');
  });
});

describe('initials', () => {
  it.each([
    ['Tomás Reyes', 'TR'],
    ['Harbour Bakery', 'HB'],
    ['Fennel & Co', 'FC'],
    ['Studio', 'ST'],
    ['José de la Cruz', 'JC'],
    ['  ', '?'],
    ['Ünal', 'ÜN'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('parts of a secret', () => {
  it('join to the secret again, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (secret) => {
        const parts = secretParts(secret);
        expect(parts.map((part) => part.text).join('')).toBe(secret);
        expect(parts.every((part) => secret.startsWith(part.text, part.at))).toBe(true);
      }),
    );
  });
  it('tell letters, digits and symbols apart', () => {
    expect(secretParts('Tr7&é٣').map((part) => part.kind)).toEqual(['letter', 'digit', 'symbol', 'letter', 'digit']);
  });
});

describe('days of the calendar', () => {
  it('count across months, years and leap days', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-10-20', '2026-11-24')).toBe(35);
    expect(weekdayOf('2026-12-04')).toBe(4);
    expect(mondayOf('2026-12-06')).toBe('2026-11-30');
    expect(dateWords('2026-12-04', 'long')).toBe('Friday 4 December');
  });
});

describe('type-ahead', () => {
  const names = ['Instagram', 'TikTok', 'Shopify', 'Étsy', 'Squarespace'];
  it('finds a beginning without its accents, and goes around', () => {
    expect(findAhead(names, 'e', 0)).toBe(3);
    expect(findAhead(names, 'in', 3)).toBe(0);
    expect(findAhead(names, 'q', 0)).toBe(-1);
  });
  it('steps on when one letter is typed again', () => {
    expect(findAhead(names, 's', 0)).toBe(2);
    expect(findAhead(names, 'ss', 2)).toBe(4);
    expect(findAhead(names, 'ss', 4)).toBe(2);
  });
});
