import { describe, expect, it } from 'vitest';
import { clearlyMeant, type Meant } from '../../../renderer/views/inbox/meant.ts';

const account = (id: string, username: string | null, title = 'TikTok'): Meant => ({
  ...{ id, username, title, platform: 'tiktok', business: false },
});
const bakery = account('a', '@harbour.bakery');
const cycles = account('b', '@kestrelcycles');

const meant = (likely: readonly Meant[], asked: string) => clearlyMeant(likely, { platform: 'tiktok', account: asked });

describe('the account a request means', () => {
  it('is the only one there is', () => {
    expect(meant([cycles], 'Kestrel, the shop')).toBe(cycles);
  });

  it('is the one that is named, whatever its dots and capitals', () => {
    expect(meant([cycles, bakery], 'HarbourBakery')).toBe(bakery);
    expect(meant([cycles, account('c', null, 'Bakery')], 'bakery')?.id).toBe('c');
    expect(meant([bakery, account('c', '@Harbour-Bakery')], '@harbourbakery')).toBe(bakery);
  });

  it('is left to a person where several may be meant, or none', () => {
    expect(meant([bakery, cycles], 'Kestrel Shopify')).toBeNull();
    expect(meant([], 'anything')).toBeNull();
    expect(meant([bakery, cycles], 'TikTok')).toBeNull();
  });

  it('is no account of that name on another platform', () => {
    const elsewhere: Meant = { ...account('d', '@nova'), platform: 'instagram' };
    expect(meant([elsewhere, account('e', '@novaofficial')], 'nova')).toBeNull();
    expect(meant([elsewhere, account('e', '@nova')], 'nova')?.id).toBe('e');
    expect(meant([account('f', '@café'), cycles], 'cafe')?.id).toBe('f');
  });
});
