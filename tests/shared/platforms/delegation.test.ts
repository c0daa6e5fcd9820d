import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { delegationFor } from '../../../shared/platforms/delegation.ts';
import { factsAge } from '../../../shared/platforms/facts-age.ts';
import { catalogueOf } from '../../../shared/platforms/known-platform.ts';

const catalogue = catalogueOf(BUILT_IN);
const of = (id: string) => {
  const found = delegationFor(catalogue.get(id) ?? null);
  if (found === null) throw new Error(id);
  return found;
};

describe('what a request needs to know', () => {
  it('is whether, how surely and by what a platform lets someone in', () => {
    const shopify = of('shopify');
    expect(shopify).toMatchObject({ available: 'yes', sure: 'high', remove: { sure: 'medium' } });
    expect(shopify.lowest.map(({ name }) => name)).toEqual(['Collaborator']);
    expect(shopify.idExchanged.text).toContain('.myshopify.com');
    expect(shopify.freelancerSteps[0]).toContain('Partner Dashboard');
    expect(of('tiktok')).toMatchObject({ available: 'partly', remove: { text: null, menu: null, sure: 'unknown' } });
    expect(of('tiktok').alternative).toMatchObject({ sure: 'low' });
    expect(of('tiktok_business').partners.text).toContain('Business Center ID');
  });

  it('has one lowest level for each scope', () => {
    expect(of('linkedin_pages').lowest.map(({ scope, name }) => `${scope}: ${name}`)).toEqual(['Page: Analyst', 'Ads: Viewer']);
    for (const known of catalogue.values()) {
      const { lowest, levels } = of(known.own.id);
      expect(new Set(lowest.map(({ scope }) => scope)).size).toBe(lowest.length);
      for (const level of lowest) expect(levels).toContain(level);
    }
  });

  it('says what removing a role does not bring back, unless there is no role', () => {
    expect(of('github').doesNotReturn.map(({ text }) => text)).toContain(
      'A new password is not enough: replace access tokens and SSH keys as well.',
    );
    expect(of('canva').doesNotReturn.at(-1)).toMatchObject({ sure: 'low' });
    expect(of('apple').doesNotReturn).toEqual([]);
  });

  it('is open where nobody knows, and nothing for a platform nobody knows', () => {
    expect(of('steam')).toMatchObject({ available: 'unknown', sure: 'unknown', levels: [], ownerSteps: [] });
    expect(of('mailchimp').freelancerAsks).toEqual({ text: null, sure: 'unknown', note: 'An owner or admin invites.' });
    expect(delegationFor(null)).toBeNull();
  });
});

describe('the age of facts', () => {
  const at = (iso: string): number => Date.parse(iso) / 1000;

  it('is counted in months and said in a sentence', () => {
    expect(factsAge('2026-08', at('2026-11-25T12:00:00Z'))).toEqual({ months: 3, sentence: 'Facts from August 2026; menus move.' });
    expect(factsAge('2026-08', at('2026-08-31T23:59:59Z')).months).toBe(0);
    expect(factsAge('2026-08', at('2026-09-01T00:00:00Z')).months).toBe(1);
  });

  it('is said aloud from a year on, and is none for a month ahead', () => {
    expect(factsAge('2026-08', at('2027-07-31T00:00:00Z')).sentence).toBe('Facts from August 2026; menus move.');
    expect(factsAge('2026-08', at('2027-08-01T00:00:00Z'))).toEqual({
      months: 12,
      sentence: 'Facts from August 2026, 12 months old; menus will have moved.',
    });
    expect(factsAge('2027-01', at('2026-08-01T00:00:00Z')).months).toBe(0);
  });
});
