import { describe, expect, it } from 'vitest';
import { colours, freeColour } from '../../../renderer/views/accounts/free-colour.ts';

const having = (...given: number[]): { readonly colour: number }[] => given.map((colour) => ({ colour }));

describe('the colour a new client begins with', () => {
  it('is the first one when there is no client', () => {
    expect(freeColour([])).toBe(1);
  });

  it('is one that nobody has', () => {
    expect(freeColour(having(1, 2))).toBe(3);
    expect(freeColour(having(2, 3))).toBe(1);
  });

  it('is the one used least when all are taken', () => {
    expect(freeColour(having(...colours))).toBe(1);
    expect(freeColour(having(...colours, ...colours.filter((colour) => colour !== 5)))).toBe(5);
  });
});
