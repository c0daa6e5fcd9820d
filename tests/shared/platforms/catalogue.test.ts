import { describe, expect, it } from 'vitest';
import { step } from '../../../shared/contracts/engine/runs.ts';
import { findPlatform, PLATFORMS, platformName, shownHost } from '../../../shared/platforms/catalogue.ts';
import { RUN_STEPS } from '../../../shared/platforms/run-step.ts';
import { runStepsFor } from '../../../shared/platforms/run-steps.ts';

describe('the catalogue', () => {
  it('has 42 platforms, each with its own id, and no logo or address that is not certain', () => {
    expect(PLATFORMS).toHaveLength(42);
    expect(new Set(PLATFORMS.map((platform) => platform.id)).size).toBe(42);
    for (const platform of PLATFORMS) {
      expect(platform.id).toMatch(/^[a-z0-9_]{1,64}$/);
      if (platform.signIn !== null) expect(platform.signIn).toMatch(/^https:\/\/[a-z0-9.-]+(\/|$)/);
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
});

describe('the steps of a run', () => {
  it('are the acts the contract knows, in one order, on every platform', () => {
    expect(step.shape.id.options).toEqual([...RUN_STEPS]);
    for (const id of [...PLATFORMS.map((platform) => platform.id), 'unknown', 'constructor']) {
      expect(runStepsFor(id).map((one) => one.id)).toEqual([...RUN_STEPS]);
    }
  });

  it('say what to look for where nothing is known', () => {
    for (const one of runStepsFor('unknown')) {
      if (one.sure !== 'unknown') continue;
      expect(one.path).toEqual([]);
      expect(one.link).toBeNull();
      expect(one.advice).toMatch(/look for/i);
    }
  });

  it('know the menus of TikTok and leave open what nobody knows', () => {
    const steps = runStepsFor('tiktok');
    const devices = steps.find((one) => one.id === 'devices');
    expect(devices?.path.at(-1)).toBe('Manage devices');
    expect(devices?.link).toBeNull();
    expect(steps.find((one) => one.id === 'backup_codes')).toMatchObject({ sure: 'unknown', path: [], link: null });
  });
});
