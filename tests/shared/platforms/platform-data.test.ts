import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { valueOf } from '../../../shared/platforms/fact.ts';
import { hostOf, isWithin, OWN_SITE } from '../../../shared/platforms/plain.ts';
import { addressesOf, platform } from '../../../shared/platforms/platform.ts';
import { scopesWithTwoLowest } from '../../../shared/platforms/read-platforms.ts';
import { factsIn, sentencesIn } from './facts-in.ts';

const byId = new Map(BUILT_IN.map((one) => [one.id, one]));

describe.each(BUILT_IN.map((one) => [one.id, one] as const))('what is known of %s', (_id, one) => {
  it('has the shape of a platform, to the letter', () => {
    expect(platform.parse(one)).toEqual(one);
  });

  it('links over https to the platform’s own hosts, or those of the login it uses', () => {
    const login = one.loginOf === null ? undefined : byId.get(one.loginOf);
    if (one.loginOf !== null) expect(login?.loginOf).toBeNull();
    for (const { field, address } of addressesOf(one)) {
      const host = hostOf(address);
      if (host === OWN_SITE) expect(one.domains).toEqual([]);
      else expect(isWithin(host ?? '', [...one.domains, ...(login?.domains ?? [])]), `${field} ${address}`).toBe(true);
    }
  });

  it('marks one level of a scope as the lowest at most', () => {
    expect(scopesWithTwoLowest(valueOf(one.delegated.levels) ?? [])).toEqual([]);
  });

  it('is said in sentences that end, about you and them, and in the product’s words', () => {
    for (const sentence of sentencesIn(one)) {
      expect(sentence).toMatch(/^[\p{Lu}“‘].*[.”?]$|^(yes|wp-admin)/u);
      expect(sentence).not.toMatch(/\brevoke|\bhidden\b|view[- ]once|\bplease\b|\bsimply\b|!|—|\bURL\b|'/i);
      expect(sentence.length).toBeLessThanOrEqual(220);
    }
  });

  it('says where something is known, and only there, what the owner does', () => {
    const { available, ownerSteps = [] } = one.delegated;
    const value = valueOf(available);
    if (value !== 'no') expect(ownerSteps.length > 0).toBe(value !== null);
    expect(value === null ? ownerSteps : []).toEqual([]);
  });

  it('was looked at in August 2026, with no fact both unknown and told', () => {
    expect(one.checked).toBe('2026-08');
    for (const { fact } of factsIn(one)) expect('value' in fact).toBe(['high', 'medium', 'low'].includes(fact.sure));
  });
});
