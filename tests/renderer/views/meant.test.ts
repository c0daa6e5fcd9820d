import { describe, expect, it } from 'vitest';
import { clearlyMeant, type Meant } from '../../../renderer/views/inbox/meant.ts';

const account = (id: string, username: string | null, title = 'TikTok'): Meant => ({
  ...{ id, username, title, platform: 'tiktok', business: false },
});
const bakery = account('a', '@harbour.bakery');
const cycles = account('b', '@kestrelcycles');

describe('the account a request means', () => {
  it('is the only one there is', () => {
    expect(clearlyMeant([cycles], 'Kestrel, the shop')).toBe(cycles);
  });

  it('is the one that is named, whatever its dots and capitals', () => {
    expect(clearlyMeant([cycles, bakery], 'HarbourBakery')).toBe(bakery);
    expect(clearlyMeant([cycles, account('c', null, 'Bakery')], 'bakery')?.id).toBe('c');
    expect(clearlyMeant([bakery, account('c', '@Harbour-Bakery')], '@harbourbakery')).toBe(bakery);
  });

  it('is left to a person where several may be meant, or none', () => {
    expect(clearlyMeant([bakery, cycles], 'Kestrel Shopify')).toBeNull();
    expect(clearlyMeant([], 'anything')).toBeNull();
  });
});
