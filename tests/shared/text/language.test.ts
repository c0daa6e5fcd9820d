import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../shared/text/de/german.ts';
import {
  type Catalogue,
  inLanguage,
  nameOfWords,
  presentLanguage,
  presentLocale,
  setLanguage,
} from '../../../shared/text/language.ts';
import { languageOf, speak } from '../../../shared/text/speak.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/text');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !['language.ts', 'speak.ts'].includes(name))
  .map((name) => name.slice(0, -3));
const modules = await Promise.all(
  files.map(async (file) => ({ file, has: (await import(`../../../shared/text/${file}.ts`)) as Record<string, unknown> })),
);

/** Functions of shared/text that say the same in every language, or put together what others say. */
const PLAIN = new Set(
  `firstName count accessLine number word errorText errorLine isForbidding overFor givesSecret besides leftWords untold
  readFailure reminderName shortId ledgerDates formatTime formatDay formatDate formatDayTime formatEnd sameDay formatCountdown
  formatCount groupCode formatMinutes weekdays readParts askedOf spelled`.split(/\s+/),
);

afterEach(() => speak('en'));

const foo = inLanguage('foo.foo', {
  a: 'one',
  b: (n: number) => `${n} ones`,
  c: { d: 'three', e: 'four' },
  f: ['x', 'y'],
  g: null,
});
const line = inLanguage('foo.line', (n: number): string => `line ${n}`);
const words: Catalogue = {
  foo: { foo: { a: 'eins', b: (n: number) => `${n} Einsen`, c: { d: 'drei' } }, line: (n: number) => `Zeile ${n}` },
};

describe('words in a language', () => {
  it('are English until another is spoken, and again after', () => {
    expect([foo.a, foo.b(2), foo.c.d, line(1), presentLanguage(), presentLocale()]).toEqual([
      'one',
      '2 ones',
      'three',
      'line 1',
      'en',
      'en-GB',
    ]);
    setLanguage('de', words);
    expect([foo.a, foo.b(2), foo.c.d, line(1), presentLanguage(), presentLocale()]).toEqual([
      'eins',
      '2 Einsen',
      'drei',
      'Zeile 1',
      'de',
      'de-DE',
    ]);
    setLanguage('en', null);
    expect([foo.a, line(1)]).toEqual(['one', 'line 1']);
  });

  it('are English one by one where the other language has none', () => {
    setLanguage('de', words);
    expect([foo.c.e, foo.f, foo.g]).toEqual(['four', ['x', 'y'], null]);
    setLanguage('de', {});
    expect([foo.a, foo.c.d, line(3)]).toEqual(['one', 'three', 'line 3']);
  });

  it('are listed and spread as they are said', () => {
    setLanguage('de', words);
    expect(Object.keys(foo)).toEqual(['a', 'b', 'c', 'f', 'g']);
    expect(Object.entries(foo)[0]).toEqual(['a', 'eins']);
    expect({ ...foo.c }).toEqual({ d: 'drei', e: 'four' });
    expect('toString' in foo && foo.c).not.toHaveProperty('a');
  });
});

describe('the language of a setting', () => {
  it.each([
    ['system', ['de-AT', 'en'], 'de'],
    ['system', ['fr-CA', 'de', 'en'], 'de'],
    ['system', ['en-US', 'de'], 'en'],
    ['system', ['pt-BR', 'ja'], 'en'],
    ['system', [], 'en'],
    ['system', ['system'], 'en'],
    ['en', ['de'], 'en'],
    ['de', ['en'], 'de'],
  ] as const)('%s among %j is %s', (setting, wishes, language) => {
    expect(languageOf(setting, wishes)).toBe(language);
  });

  it('is the last one asked for when two are asked for at once', async () => {
    await Promise.all([speak('de'), speak('en')]);
    expect(presentLanguage()).toBe('en');
  });
});

describe('shared/text', () => {
  it('says all its words through inLanguage, under their own names', () => {
    for (const { file, has } of modules) {
      for (const [name, value] of Object.entries(has)) {
        if (typeof value === 'function' ? PLAIN.has(name) : typeof value !== 'object') continue;
        expect(nameOfWords(value), `${name} of ${file}.ts`).toBe(`${file}.${name}`);
      }
    }
  });

  it('has no German that nothing in English stands behind', () => {
    const all = new Map(modules.map(({ file, has }) => [file, has]));
    for (const [file, said] of Object.entries(german)) {
      for (const [name, value] of Object.entries(said)) {
        const english = all.get(file)?.[name];
        expect(nameOfWords(english), `${name} of de/${file}.ts`).toBe(`${file}.${name}`);
        expect(typeof value).toBe(typeof english);
      }
    }
  });

  it('is German as far as it says, and whole where a file says so', () => {
    let all = 0;
    const missing: string[] = [];
    for (const { file, has } of modules) {
      for (const [name, value] of Object.entries(has)) {
        if (nameOfWords(value) === null) continue;
        const words = wordsOf(value, `${file}.${name}`);
        all += words.length;
        const not = words.filter((path_) => !isSaid(path_));
        missing.push(...not);
        if (isWhole(file)) expect(not).toEqual([]);
      }
    }
    const have = all - missing.length;
    console.log(
      `German: ${have} of ${all} words and sentences${missing.length === 0 ? '' : `; not: ${missing.slice(0, 40).join(', ').replaceAll('\n', '.')}`}`,
    );
    expect(have).toBeGreaterThan(0);
  });

  it('calls a person du and quotes as German does', () => {
    for (const file of readdirSync(path.join(folder, 'de')).filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(path.join(folder, 'de', file), 'utf8');
      expect(text.match(/[a-zß,] (?:Ihnen|Ihre[nmrs]?|Ihr)\b/g), file).toBeNull();
      expect(text.match(/„[^“”"]*[”"]/g), file).toBeNull();
      expect(text.match(/[^.'`/]\.\.\.(?!\w|[({[])/g), file).toBeNull();
    }
  });
});

/** Where each word of an English part stands: `accounts.accountsText.title`. */
function wordsOf(english: unknown, at: string): string[] {
  if (typeof english !== 'object' || english === null || Array.isArray(english)) return [at];
  return Object.entries(english).flatMap(([key, value]) => wordsOf(value, `${at}\n${key}`));
}

function isSaid(at: string): boolean {
  const [top = '', ...keys] = at.split('\n');
  const [file = '', part = ''] = top.split('.');
  let said: unknown = german[file]?.[part];
  for (const key of keys) said = typeof said === 'object' && said !== null ? Reflect.get(said, key) : undefined;
  return said !== undefined;
}

function isWhole(file: string): boolean {
  const name = path.join(folder, 'de', `${file}.ts`);
  return Object.hasOwn(german, file) && /: Translated<typeof english>/.test(readFileSync(name, 'utf8'));
}
