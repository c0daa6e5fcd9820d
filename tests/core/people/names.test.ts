import { describe, expect, it } from 'vitest';
import { namesResemble } from '../../../main/core/people/names.ts';

const ALIKE: readonly (readonly [string, string])[] = [
  ['Ana', 'ana'],
  ['Ana Reis', 'Ana'],
  ['Ana Reis', 'Ana Ruiz'],
  ['Tomás Reyes', 'Tomas  Reyes'],
  ['Maren Voss', 'Мaren Vоss'],
  ['Maren Voss', 'Maren\u200b Voss'],
  ['Maren Voss', '\u202eMaren Voss'],
  ['Maren Voss', 'Marenn Voss'],
  ['Maren Voss', 'Naren Voss'],
  ['Maren Voss', 'Maern Voss'],
  ['Ian Boll', 'lan Bo11'],
  ['Jonas Weber', 'J0nas Weber'],
  ['Łukasz Nowak', 'Lukasz Nowak'],
  ['ＭＡＲＥＮ Voss', 'maren voss'],
];
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Maren Voss', 'Tomás Reyes'],
  ['Jo Ek', 'Al Ek'],
  ['Nora', 'Mara'],
  ['🦊', '🐻'],
];

describe('names that a hurried reader takes for one another', () => {
  it.each(ALIKE)('are noticed: %s and %s', (a, b) => {
    expect(namesResemble(a, b)).toBe(true);
    expect(namesResemble(b, a)).toBe(true);
  });

  it.each(DIFFERENT)('are told from names that differ: %s and %s', (a, b) => {
    expect(namesResemble(a, b)).toBe(false);
  });
});
