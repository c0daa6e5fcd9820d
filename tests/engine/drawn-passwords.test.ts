import { beforeAll, describe, expect, it } from 'vitest';
import type { Recipe } from '../../shared/contracts/engine/generate.ts';
import { makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

const recipe: Recipe = {
  ...{ kind: 'characters', length: 20, lower: true, upper: true, digits: true, symbols: '-_' },
  ...{ clear: true, letterFirst: true, noRepeats: true },
};

describe('a password drawn by the engine', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startEngine({ now: 1_800_000_000 });
    await makeVault(engine, 'Studio', 'copper tunnel hazard biology');
  });

  it('is copied by its number as a secret, and by nothing else', async () => {
    const { drawn, password, bits } = await engine.ask('accounts.generate', { recipe });
    expect(bits).toBeGreaterThan(100);
    expect(await engine.ask('accounts.copyDrawn', { drawn })).toEqual({ until: 1_800_000_030 });
    expect(engine.copied.at(-1)).toEqual({ text: password, what: 'password', seconds: 30 });
    expect(await engine.refusal('accounts.copyDrawn', { drawn: 'A'.repeat(22) })).toBe('not_found');
    expect(await engine.refusal('accounts.copyDrawn', { text: 'a text of the page' } as never)).toBe('bad_params');
    expect(engine.confirming.asked).toBe(0);
  });

  it('is held for as long as twenty later ones are not drawn', async () => {
    const first = await engine.ask('accounts.generate', { recipe });
    for (let i = 0; i < 19; i++)
      await engine.ask('accounts.generate', { recipe: { kind: 'spoken', groups: 3, capitals: true, digit: true } });
    expect(await engine.refusal('accounts.copyDrawn', { drawn: first.drawn })).toBeNull();
    await engine.ask('accounts.generate', { recipe });
    expect(await engine.refusal('accounts.copyDrawn', { drawn: first.drawn })).toBe('not_found');
  });

  it('is none for a recipe that nothing fits, or that names other symbols', async () => {
    const none = { ...recipe, lower: false, upper: false };
    expect(await engine.refusal('accounts.generate', { recipe: none })).toBe('text_unfit');
    for (const symbols of ['é', '--', 'a'])
      expect(await engine.refusal('accounts.generate', { recipe: { ...recipe, symbols } })).toBe('bad_params');
    expect(engine.bugs).toEqual([]);
  });
});
