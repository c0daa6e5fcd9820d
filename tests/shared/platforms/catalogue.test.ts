import { describe, expect, it } from 'vitest';
import { step } from '../../../shared/contracts/engine/runs.ts';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { findPlatform, PLATFORMS, platformName, shownHost } from '../../../shared/platforms/catalogue.ts';
import { catalogueOf } from '../../../shared/platforms/known-platform.ts';
import { isWithin } from '../../../shared/platforms/plain.ts';
import { RUN_STEPS } from '../../../shared/platforms/run-step.ts';

describe('the catalogue', () => {
  it('has 42 platforms, each with its own id, and no logo or address that is not certain', () => {
    expect(PLATFORMS).toHaveLength(42);
    expect(new Set(PLATFORMS.map((platform) => platform.id)).size).toBe(42);
    for (const platform of PLATFORMS) {
      expect(platform.id).toMatch(/^[a-z0-9_]{1,64}$/);
      if (platform.signIn !== null) expect(platform.signIn).toMatch(/^https:\/\/[a-z0-9.-]+(\/|$)/);
    }
  });

  it('says in its index what the facts say, in the same order', () => {
    expect(BUILT_IN.map(({ id }) => id)).toEqual(PLATFORMS.map(({ id }) => id));
    for (const [index, { name, groups, domain, signIn }] of PLATFORMS.entries()) {
      const facts = BUILT_IN[index];
      expect(facts).toMatchObject({ name, groups });
      expect(signIn).toBe(facts?.signIn?.sure === 'high' ? facts.signIn.value : null);
      if (domain !== null) expect(isWithin(domain, facts?.domains ?? []), domain).toBe(true);
    }
  });

  it('names a platform it does not know by its id', () => {
    expect(findPlatform('friendster')).toBeNull();
    expect(findPlatform('__proto__')).toBeNull();
    expect(platformName('my_own_shop')).toBe('my own shop');
    expect(platformName('tiktok')).toBe('TikTok');
  });

  it('shows the host of an https address and of no other', () => {
    expect(shownHost('https://www.TikTok.com/login?x=1')).toBe('tiktok.com');
    expect(shownHost('https://shop.example')).toBe('shop.example');
    for (const bad of [
      'http://tiktok.com',
      'tiktok.com',
      'javascript:alert(1)',
      'https://tiktok.com@evil.example/',
      'https://',
      '',
    ]) {
      expect(shownHost(bad), bad).toBeNull();
    }
  });

  it('has the steps of the contract for the end of access', () => {
    expect(step.shape.id.options.filter((id) => (RUN_STEPS as readonly string[]).includes(id))).toEqual([...RUN_STEPS]);
  });
});

describe('platforms of a person’s own', () => {
  const tiktok = BUILT_IN.find(({ id }) => id === 'tiktok');
  if (tiktok === undefined) throw new Error('no TikTok');

  it('take the place of a built-in one by their id, and say whose they are', () => {
    const mine = { ...tiktok, name: 'TikTok, as I know it' };
    const all = catalogueOf(BUILT_IN, [mine, { ...tiktok, id: 'my_shop', name: 'My shop', loginOf: 'shopify' }]);
    expect(all.size).toBe(43);
    expect(all.get('tiktok')).toMatchObject({ own: { name: 'TikTok, as I know it' }, addedByYou: true });
    expect(all.get('my_shop')).toMatchObject({ own: { name: 'My shop' }, login: { id: 'shopify' }, addedByYou: true });
    expect(all.get('facebook')).toMatchObject({ addedByYou: false });
    expect([...all.keys()].slice(0, 42)).toEqual(PLATFORMS.map(({ id }) => id));
  });

  it('find the login of another platform, and fall back on their own where it is gone', () => {
    const all = catalogueOf(BUILT_IN, [{ ...tiktok, id: 'orphan', loginOf: 'gone' }]);
    expect(all.get('youtube')?.login.id).toBe('google_account');
    expect(all.get('threads')?.login.id).toBe('instagram');
    expect(all.get('orphan')?.login.id).toBe('orphan');
    expect(all.get('tiktok')?.login).toBe(all.get('tiktok')?.own);
  });
});
