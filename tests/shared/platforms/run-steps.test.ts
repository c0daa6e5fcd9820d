import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { catalogueOf } from '../../../shared/platforms/known-platform.ts';
import { type RunKind, STEPS_OF } from '../../../shared/platforms/run-step.ts';
import { runStepsFor } from '../../../shared/platforms/run-steps.ts';

const catalogue = catalogueOf(BUILT_IN);
const kinds = Object.keys(STEPS_OF) as RunKind[];
const at = (id: string) => {
  const known = catalogue.get(id);
  if (known === undefined) throw new Error(id);
  return known;
};
const step = (id: string, kind: RunKind, name: string) => {
  const found = runStepsFor(at(id), kind).find((one) => one.id === name);
  if (found === undefined) throw new Error(`${id} ${kind} ${name}`);
  return found;
};

describe.each(kinds)('the steps of %s', (kind) => {
  it('have the same names in the same order on every platform, and on none', () => {
    for (const known of [null, ...catalogue.values()]) {
      expect(runStepsFor(known, kind).map(({ id }) => id)).toEqual([...STEPS_OF[kind]]);
    }
    for (const id of STEPS_OF[kind]) expect(id).toMatch(/^[a-z][a-z_]{0,31}$/);
  });

  it('are never empty, and say no more than fits', () => {
    for (const known of [null, ...catalogue.values()]) {
      for (const { id, title, advice, path, link } of runStepsFor(known, kind)) {
        const where = `${known?.own.id ?? 'none'} ${id}`;
        expect(title, where).toMatch(/^\p{Lu}.{3,50}$/u);
        expect(advice, where).toMatch(/^[\p{Lu}“].*[.?]$/su);
        expect(advice.length, where).toBeLessThanOrEqual(620);
        expect(advice, where).not.toMatch(/undefined|null|\.\.|\s\s/);
        for (const label of path) expect(label, where).toMatch(/^\S.{0,59}$/);
        if (link !== null) expect(link, where).toMatch(/^https:\/\/[a-z0-9.-]+(?:[/?#]|$)/);
      }
    }
  });

  it('say what to look for where the way is not known, and give no way', () => {
    for (const known of [null, ...catalogue.values()]) {
      for (const { id, sure, advice, path, link } of runStepsFor(known, kind)) {
        if (sure !== 'unknown') continue;
        expect(advice, `${known?.own.id ?? 'none'} ${id}`).toMatch(/look for/i);
        expect(path).toEqual([]);
        expect(link).toBeNull();
      }
    }
  });
});

describe('a step', () => {
  it('is never surer than the fact its way is from', () => {
    for (const { own, login } of catalogue.values()) {
      const facts = { password: login.password.menu, devices: login.sessions.menu };
      for (const [name, fact] of Object.entries(facts)) {
        if (fact === undefined || !('value' in fact)) continue;
        expect(step(own.id, 'end_of_access', name).sure, `${own.id} ${name}`).toBe(fact.sure);
      }
    }
  });

  it('says in words where a sentence is less sure than its way', () => {
    expect(step('netflix', 'end_of_access', 'devices')).toMatchObject({ sure: 'high' });
    expect(step('netflix', 'end_of_access', 'devices').advice).toContain('One button signs out all the others (fairly sure).');
    expect(step('google_account', 'end_of_access', 'devices').advice).toContain('There is no button for all of them (not sure).');
  });

  it('knows the menus of TikTok and leaves open what nobody knows', () => {
    const devices = step('tiktok', 'end_of_access', 'devices');
    expect(devices).toMatchObject({ sure: 'medium', link: null });
    expect(devices.path.at(-1)).toBe('Manage devices');
    expect(devices.advice).toContain('Whether a new password signs them out is not known');
    expect(step('tiktok', 'end_of_access', 'backup_codes')).toMatchObject({ sure: 'unknown', path: [], link: null });
    expect(step('tiktok', 'put_authenticator', 'open_settings').advice).toContain('At least two methods must stay on');
  });

  it('leads to the platform whose login is used, and says so', () => {
    const password = step('youtube', 'end_of_access', 'password');
    expect(password.path[0]).toBe('Google Account');
    expect(password.advice).toMatch(/^You open YouTube with the login of Google Account/);
    expect(step('google_account', 'end_of_access', 'password').advice).not.toContain('You open');
    expect(step('threads', 'put_authenticator', 'show_key').path.at(-1)).toBe('Authentication app');
  });

  it('leads to the roles where the way to the apps is not known, and looks for the apps', () => {
    const apps = step('shopify', 'end_of_access', 'apps');
    expect(apps.path).toEqual(['Settings', 'Users and permissions', 'Collaborators']);
    expect(apps.advice).toContain('Look for “Connected apps”');
    expect(step('shopify', 'leaver', 'apps')).toMatchObject({ sure: 'unknown', path: [] });
    expect(step('shopify', 'leaver', 'roles').path).toEqual(['Settings', 'Users and permissions', 'Collaborators']);
  });

  it('is skipped where a platform has nothing of the kind', () => {
    for (const [id, kind, name] of [
      ['whatsapp', 'end_of_access', 'authenticator'],
      ['netflix', 'end_of_access', 'backup_codes'],
      ['apple', 'leaver', 'roles'],
    ] as const) {
      expect(step(id, kind, name).sure, id).toBe('not_applicable');
      expect(step(id, kind, name).advice, id).toMatch(/skip this/);
    }
    expect(step('whatsapp', 'put_authenticator', 'show_key').advice).toContain('codes cannot be lent');
  });

  it('opens no link on the owner’s own site, whose address is not known', () => {
    for (const kind of kinds) for (const { link } of runStepsFor(at('wordpress_selfhosted'), kind)) expect(link).toBeNull();
  });

  it('asks only for what the platform may ask', () => {
    expect(step('tiktok', 'sign_in_appointment', 'more_asked').advice).toContain('a code by SMS or a code by mail');
    expect(step('apple', 'sign_in_appointment', 'more_asked').advice).toContain('a tap on your phone or a code by SMS');
    expect(runStepsFor(null, 'sign_in_appointment').at(-1)?.advice).toContain('look for it');
    expect(step('steam', 'put_authenticator', 'type_key').advice).toContain('5 characters');
  });
});
