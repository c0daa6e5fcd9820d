import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import {
  FILE_FAULTS,
  MAX_PLATFORM_FILE,
  MAX_PROBLEMS,
  readPlatforms,
  writePlatforms,
} from '../../../shared/platforms/read-platforms.ts';
import { platformFileSentence } from '../../../shared/text/platforms.ts';
import { freshShop, shop } from './platform-sample.ts';

const fileOf = (...platforms: unknown[]): string => JSON.stringify({ latchkey: 'platforms', version: 1, platforms });
const odd = ['"', '\\', '{', '}', '[', ']', ',', ':', '>', '1', 'x', '\u202e', '\u200b', '\0', '\n', '\u2028', 'é', '💥', '\ud800'];
const problems = (text: string) => {
  const read = readPlatforms(text, BUILT_IN);
  return read.ok ? [] : read.problems;
};

describe('a platform file', () => {
  it('gives back every built-in platform as it was written', () => {
    const read = readPlatforms(writePlatforms(BUILT_IN));
    expect(read).toEqual({ ok: true, platforms: BUILT_IN });
    expect(read.ok && writePlatforms(read.platforms)).toBe(writePlatforms(BUILT_IN));
  });

  it('is read as its documentation shows it', () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/platform-file.md'), 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    expect(JSON.parse(example)).toEqual({ latchkey: 'platforms', version: 1, platforms: [shop] });
    expect(readPlatforms(example)).toEqual({ ok: true, platforms: [shop] });
  });

  it('may begin with a byte order mark and use the login of a built-in platform', () => {
    const one = {
      ...freshShop(),
      loginOf: 'google_account',
      signIn: { value: 'https://accounts.google.com/signin', sure: 'high' },
    };
    expect(readPlatforms(`\ufeff${fileOf(one)}`, BUILT_IN).ok).toBe(true);
    expect(readPlatforms(fileOf(one)).ok).toBe(false);
  });

  it('holds 200 platforms and no more', () => {
    const many = Array.from({ length: 201 }, (_, n) => ({ ...freshShop(), id: `shop_${n}` }));
    expect(readPlatforms(fileOf(...many.slice(0, 200))).ok).toBe(true);
    expect(problems(fileOf(...many))[0]?.fault).toBe('too_many');
  });

  it('tells at most 20 problems, and of a file all or nothing', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ ...freshShop(), id: `shop_${n}`, groups: [] }));
    expect(problems(fileOf(...many))).toHaveLength(MAX_PROBLEMS);
    const read = readPlatforms(fileOf(freshShop(), { ...freshShop(), id: 'Bad' }));
    expect(read.ok).toBe(false);
    expect(read).not.toHaveProperty('platforms');
  });

  it('is never the cause of an exception, and is refused in a sentence that shows no unseen character', () => {
    const runs = process.env.SLOW === '1' ? 5000 : 300;
    const base = JSON.stringify(freshShop());
    fc.assert(
      fc.property(fc.nat(base.length - 1), fc.string({ unit: fc.constantFrom(...odd), maxLength: 3 }), (at, put) => {
        const text = `{"latchkey":"platforms","version":1,"platforms":[${base.slice(0, at)}${put}${base.slice(at + 1)}]}`;
        for (const problem of problems(text)) expect(platformFileSentence(problem)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: runs },
    );
    console.log(`${runs} spoilt files were read`);
  });
});

describe('a refusal', () => {
  it('names the platform and the field', () => {
    const one = { ...freshShop(), sessions: { menu: { value: 'Profile >', sure: 'medium' } } };
    expect(problems(fileOf(one)).map(platformFileSentence)).toEqual([
      'Corner Shop: “sessions.menu.value” is no menu path: up to ten labels with “ > ” between them, all characters visible.',
    ]);
    const [foreign] = problems(fileOf({ ...freshShop(), signIn: { value: 'https://corner-shop.evil.example/', sure: 'high' } }));
    expect(foreign && platformFileSentence(foreign)).toBe(
      'Corner Shop: “signIn” leads to a host that is not among the platform’s domains (corner-shop.evil.example).',
    );
  });

  it('calls a platform by its number where its name is not fit to show', () => {
    const [problem] = problems(fileOf(freshShop(), { ...freshShop(), id: '\u202e', name: 'Corner\u202eShop' }));
    expect(problem).toMatchObject({ platform: 2 });
    expect(problem && platformFileSentence(problem)).toMatch(/^Platform 2: “(id|name)” is no /);
  });

  it('has a sentence for every fault', () => {
    for (const fault of FILE_FAULTS) {
      expect(platformFileSentence({ fault, platform: null, field: null, what: null })).toMatch(
        /^The file (is|has|leads|points|marks|names|needs) .*\.$/,
      );
    }
  });

  it('comes before a very long file is parsed', () => {
    expect(problems(' '.repeat(MAX_PLATFORM_FILE + 1))).toEqual([{ fault: 'too_long', platform: null, field: null, what: null }]);
  });
});
