import type { Fact } from '../../../shared/platforms/fact.ts';
import type { Platform } from '../../../shared/platforms/platform.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every fact of a platform with its place in it, as `sessions.menu`. */
export function factsIn(of: Platform): { readonly field: string; readonly fact: Fact<unknown> }[] {
  const walk = (value: unknown, field: string): { field: string; fact: Fact<unknown> }[] => {
    if (!isObject(value)) return [];
    if (field !== '' && typeof value.sure === 'string') return [{ field, fact: value as unknown as Fact<unknown> }];
    return Object.entries(value).flatMap(([key, part]) =>
      walk(part, Array.isArray(value) ? field : field === '' ? key : `${field}.${key}`),
    );
  };
  return walk(of, '');
}

const NAMES = new Set(['id', 'name', 'scope', 'menu', 'loginOf', 'checked', 'sure', 'alphabet', 'algorithm', 'address', 'signIn']);

/** Every sentence of a platform: its own words, without ids, names of levels, menu paths and addresses. */
export function sentencesIn(of: Platform): string[] {
  const walk = (value: unknown, key: string): string[] => {
    if (typeof value === 'string') return NAMES.has(key) || !/[ .]/.test(value) ? [] : [value];
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([inner, part]) => {
      // The value of a menu or an address is no sentence, its note is.
      const isName = inner === 'value' && ['menu', 'address', 'signIn', 'methods'].includes(key);
      if (isName) return [];
      return walk(part, Array.isArray(value) || inner === 'value' ? key : inner);
    });
  };
  return Object.entries(of).flatMap(([key, part]) => (['groups', 'domains'].includes(key) ? [] : walk(part, key)));
}
