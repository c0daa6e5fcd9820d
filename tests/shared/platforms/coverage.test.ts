import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { sureOf } from '../../../shared/platforms/fact.ts';
import { factsIn, sentencesIn } from './facts-in.ts';

const file = path.resolve(import.meta.dirname, '../../../../shared/platforms.json');
const present = existsSync(file);

type Collected = { readonly value: unknown; readonly sure: string; readonly note?: string };
type Source = Record<string, unknown> & { readonly id: string; readonly domains: string[]; readonly takeback_notes: Collected[] };

/** Where a collected fact is told here. */
const FIELDS: Readonly<Record<string, string>> = {
  sign_in: 'signIn',
  'change_password.url': 'password.address',
  'change_password.menu': 'password.menu',
  'sessions.url': 'sessions.address',
  'sessions.menu': 'sessions.menu',
  'sessions.per_device_sign_out': 'sessions.oneByOne',
  'sessions.sign_out_everywhere': 'sessions.everywhere',
  'sessions.password_change_signs_out_others': 'sessions.passwordSignsOut',
  'two_step.menu': 'twoStep.menu',
  'two_step.methods': 'twoStep.methods',
  'two_step.rules': 'twoStep.rules',
  'two_step.where': 'twoStep.where',
  'two_step.forget_devices': 'twoStep.forgetDevices',
  'two_step.backup_codes_regenerate': 'twoStep.backupCodesAnew',
  'two_step.authenticator_reenrol': 'twoStep.authenticatorAnew',
  connected_apps: 'connectedApps',
  'delegated_access.available': 'delegated.available',
  'delegated_access.mechanism': 'delegated.how',
  'delegated_access.levels': 'delegated.levels',
  'delegated_access.id_exchanged': 'delegated.idExchanged',
  'delegated_access.freelancer_requests': 'delegated.freelancerAsks',
  'delegated_access.revoke': 'delegated.remove',
  'delegated_access.alternative': 'delegated.alternative',
  'delegated_access.partner_steps': 'delegated.partners',
  totp: 'codes',
};

const METHODS: Readonly<Record<string, string>> = {
  ...{ totp: 'authenticator', sms: 'sms', voice_call: 'call', email: 'mail' },
  ...{ app_push: 'push', security_key: 'security_key', passkey: 'passkey', backup_codes: 'backup_codes' },
};

const isFact = (value: unknown): value is Collected =>
  typeof value === 'object' && value !== null && 'sure' in value && 'value' in value;

function collected(source: Source): Map<string, Collected> {
  const found = new Map<string, Collected>();
  const walk = (value: unknown, field: string): void => {
    if (isFact(value)) found.set(field, value);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, part] of Object.entries(value)) walk(part, field === '' ? key : `${field}.${key}`);
    }
  };
  const { sources: _sources, takeback_notes: _notes, ...facts } = source;
  walk(facts, '');
  return found;
}

const sources: readonly Source[] = present ? (JSON.parse(readFileSync(file, 'utf8')) as { platforms: Source[] }).platforms : [];
const told = (id: string) => new Map(factsIn(byId(id)).map(({ field, fact }) => [field, fact]));
function byId(id: string) {
  const found = BUILT_IN.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not in the catalogue`);
  return found;
}

const test = present ? it : it.skip;

describe('the catalogue beside the collected facts', () => {
  if (!present) console.log('coverage: skipped, 6 tests: the collected facts are not here');

  test('has every platform', () => {
    expect(sources.map(({ id }) => id).toSorted()).toEqual(BUILT_IN.map(({ id }) => id).toSorted());
  });

  test('tells every fact, each exactly as sure as it was collected', () => {
    const counts = new Map<string, number>();
    const wrong: string[] = [];
    for (const source of sources) {
      const here = told(source.id);
      for (const [field, { sure }] of collected(source)) {
        const own = FIELDS[field];
        if (own === undefined) throw new Error(`no place for ${field}`);
        const mine = sureOf(here.get(own)).replace('_', ' ');
        if (mine !== sure) wrong.push(`${source.id} ${field}: collected ${sure}, told ${mine}`);
        counts.set(mine, (counts.get(mine) ?? 0) + 1);
      }
      for (const field of here.keys()) {
        const back = Object.entries(FIELDS).find(([, own]) => own === field)?.[0];
        if (field !== 'takeBack' && (back === undefined || !collected(source).has(back)))
          wrong.push(`${source.id} ${field}: never collected`);
      }
    }
    expect(wrong).toEqual([]);
    console.log(`coverage: ${[...counts].map(([sure, n]) => `${n} ${sure}`).join(', ')}`);
  });

  test('keeps what to remember when access ends, as sure as it was', () => {
    for (const source of sources) {
      expect(
        byId(source.id).takeBack.map(({ sure }) => sure),
        source.id,
      ).toEqual(source.takeback_notes.map(({ sure }) => sure));
    }
  });

  test('keeps addresses, domains, logins, groups and code parameters to the letter', () => {
    for (const source of sources) {
      const one = byId(source.id);
      const facts = collected(source);
      const text = JSON.stringify(one);
      for (const field of ['sign_in', 'change_password.url', 'sessions.url']) {
        const value = facts.get(field)?.value;
        if (typeof value !== 'string' || value === 'not applicable') continue;
        expect(text, source.id).toContain(JSON.stringify(value.replace('<site>', '{site}').replace(/ .*$/, '')));
      }
      expect(one.domains, source.id).toEqual(expect.arrayContaining(source.domains));
      expect(one.groups, source.id).toEqual(source.group);
      const uses = source.uses_login_of;
      expect(one.loginOf, source.id).toBe(uses === 'amazon account' ? null : uses);
      expect(one.sure, source.id).toBe((source.confidence as { overall: string }).overall);
      const totp = facts.get('totp')?.value;
      if (typeof totp === 'object' && totp !== null) {
        const { digits, period_seconds: period, algorithm, alphabet } = totp as Record<string, unknown>;
        const mine = one.codes !== undefined && 'value' in one.codes ? one.codes.value : {};
        const known = Object.entries({ digits, period, algorithm, alphabet }).filter(
          ([, value]) => value !== null && value !== undefined,
        );
        expect(mine, source.id).toEqual(Object.fromEntries(known));
      }
    }
  });

  test('keeps every level in its order with the lowest marked, and every way of the second step', () => {
    for (const source of sources) {
      const one = byId(source.id);
      const facts = collected(source);
      const levels = facts.get('delegated_access.levels')?.value;
      const mine = one.delegated.levels !== undefined && 'value' in one.delegated.levels ? one.delegated.levels.value : [];
      const theirs = Array.isArray(levels) ? (levels as { name: string; least_privilege: boolean }[]) : [];
      expect(
        mine.map(({ lowest = false }) => lowest),
        source.id,
      ).toEqual(theirs.map((level) => level.least_privilege));
      for (const [index, { name }] of mine.entries())
        expect(theirs[index]?.name.toLowerCase(), source.id).toContain(name.toLowerCase());
      const methods = facts.get('two_step.methods')?.value;
      if (typeof methods !== 'object' || methods === null) continue;
      const own: Record<string, string> =
        one.twoStep.methods !== undefined && 'value' in one.twoStep.methods ? one.twoStep.methods.value : {};
      const listed = Object.entries(methods).filter(([, value]) => value !== 'not listed');
      expect(new Set(Object.keys(own)), source.id).toEqual(new Set(listed.map(([key]) => METHODS[key])));
      for (const [key, value] of listed) {
        const said = String(value);
        const expected = said.startsWith('limited')
          ? 'limited'
          : said.includes('sign-in')
            ? 'sign_in'
            : /registration|reset|recovery\)/.test(said) && key !== 'backup_codes'
              ? 'recovery'
              : 'yes';
        expect(own[METHODS[key] ?? ''], `${source.id} ${key}`).toBe(expected);
      }
    }
  });

  test('says everything in its own words: no eight words in a row are those collected', () => {
    // Menu words are names and may be the same: a run of words across a “>” or a quoted label does not count.
    const words = (text: string): string[] =>
      text
        .toLowerCase()
        .replace(/“[^”]*”/g, '>')
        .replaceAll('>', ' > ')
        .match(/[\p{L}\p{N}]+|>/gu) ?? [];
    const runs = (text: string): string[] => {
      const all = words(text);
      return all.flatMap((_, at) =>
        at + 8 > all.length || all.slice(at, at + 8).includes('>') ? [] : [all.slice(at, at + 8).join(' ')],
      );
    };
    const strings = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(strings)
          : [];
    const theirs = new Set(sources.flatMap(({ sources: _sources, ...facts }) => strings(facts).flatMap(runs)));
    const copied = BUILT_IN.flatMap((one) =>
      sentencesIn(one).flatMap((text) =>
        runs(text)
          .filter((run) => theirs.has(run))
          .map((run) => `${one.id}: ${run}`),
      ),
    );
    expect(copied).toEqual([]);
    console.log(`own words: ${theirs.size} runs of eight words compared`);
  });
});
