import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AUDIT_KINDS } from '../../../shared/audit-kinds.ts';
import { ERROR_CODES } from '../../../shared/errors.ts';
import { BUILT_IN } from '../../../shared/platforms/built-in.ts';
import { catalogueOf } from '../../../shared/platforms/known-platform.ts';
import { type RunKind, STEPS_OF } from '../../../shared/platforms/run-step.ts';
import { runStepsFor } from '../../../shared/platforms/run-steps.ts';
import { promiseText } from '../../../shared/text/common.ts';
import { errorText } from '../../../shared/text/errors.ts';
import { logSentence } from '../../../shared/text/log.ts';

const forbidden = /\brevoked?\b|\bhidden\b|view[- ]once|military|\bplease\b|\boops\b|\bsimply\b|\bunlimited\b|!/i;
const folder = path.resolve(import.meta.dirname, '../../../shared/text');

/** Every sentence a value gives: strings as they are, functions called with plain stand-ins, objects and lists walked. */
function sentences(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 4 || value === null || value === undefined) return [];
  if (typeof value === 'function') {
    const call = value as (...args: unknown[]) => unknown;
    for (const args of [
      ['Ana', 'Ben', 'Cy'],
      [3, 5, 7],
      [1_800_000_000, 'Europe/Berlin', 'Europe/Lisbon'],
    ]) {
      try {
        const given = call(...args);
        if (typeof given !== 'function') return sentences(given, depth + 1);
      } catch {
        // Wants other arguments; the next set may fit, and what fits none has its own test.
      }
    }
    return [];
  }
  return Object.values(value as object).flatMap((one) => sentences(one, depth + 1));
}

describe('the words of the product', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

  it.each(files)('%s has no word the product does not use', async (name) => {
    const module = (await import(path.join(folder, name))) as Record<string, unknown>;
    for (const sentence of sentences(module)) expect(sentence).not.toMatch(forbidden);
  });

  it('has three sentences for every error code, each ending in a full stop', () => {
    for (const code of ERROR_CODES) {
      for (const facts of [{}, { wait: 8, min: 12, count: 3, expected: 24, at: 4, max: 10 }]) {
        const { what, safe, todo } = errorText(code, facts);
        for (const sentence of [what, safe, todo]) {
          expect(sentence, code).toMatch(/^[A-Z0-9].{5,190}\.$/);
          expect(sentence, code).not.toMatch(forbidden);
        }
        expect(what, code).not.toContain(code);
      }
    }
  });

  it('has a sentence for every kind of log record, without a full stop', () => {
    for (const what of AUDIT_KINDS) {
      const who = { contact: 'c', name: 'Tomás Reyes' };
      for (const sentence of [logSentence({ what, who, about: 'TikTok' }), logSentence({ what, who: null, about: null })]) {
        expect(sentence, what).toMatch(/^\S.{8,120}[^.]$/);
        expect(sentence, what).not.toMatch(forbidden);
        expect(sentence, what).not.toMatch(/undefined|null/);
      }
      expect(what).toMatch(/^[a-z][a-z0-9-]{0,63}$/);
    }
    expect(logSentence({ what: 'from-a-newer-version', who: null, about: null })).toContain('no words');
  });

  it('keeps to plain words in the catalogue', () => {
    for (const known of [null, ...catalogueOf(BUILT_IN).values()]) {
      for (const kind of Object.keys(STEPS_OF) as RunKind[]) {
        for (const step of runStepsFor(known, kind)) expect(`${step.title} ${step.advice}`).not.toMatch(forbidden);
      }
    }
  });

  it('names the keeper of a promise in exactly these words', () => {
    expect(promiseText).toEqual({
      sealed: 'kept by cryptography',
      courtesy: 'kept by the app',
      platform: 'kept by the platform',
      exposed: 'exposed until you change it',
    });
  });
});
