import { fromUtf8 } from './bytes.ts';

/** A value read from strict JSON; objects have a null prototype. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const FORBIDDEN_KEY = /^(?:__proto__|constructor|prototype|[0-9]+)$/;

function isAllowed(key: string, keyForm: RegExp | undefined): boolean {
  return !FORBIDDEN_KEY.test(key) && (keyForm === undefined ? key.isWellFormed() : keyForm.test(key));
}

function build(value: unknown, depth: number, maxDepth: number, keyForm: RegExp | undefined): Json | undefined {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.isWellFormed() ? value : undefined;
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : undefined;
  if (typeof value !== 'object' || depth > maxDepth) return undefined;
  if (Array.isArray(value)) {
    const list: Json[] = [];
    for (const item of value) {
      const made = build(item, depth + 1, maxDepth, keyForm);
      if (made === undefined) return undefined;
      list.push(made);
    }
    return list;
  }
  const out = Object.create(null) as { [key: string]: Json };
  for (const key of Object.keys(value)) {
    if (!isAllowed(key, keyForm)) return undefined;
    const made = build((value as Record<string, unknown>)[key], depth + 1, maxDepth, keyForm);
    if (made === undefined) return undefined;
    out[key] = made;
  }
  return out;
}

/**
 * Reads strict JSON: the one spelling `JSON.stringify` would write, whole numbers within 2^53 - 1, well-formed text, and no key
 * that could touch a prototype or change order. `maxDepth` counts lists and objects, the outermost as 1.
 * `keyForm`, when given, must match every key, so must be anchored and admit only well-formed ones.
 * Gives `undefined` when the bytes are anything else; never throws.
 */
export function parseStrictJson(bytes: Uint8Array, maxDepth: number, keyForm?: RegExp): Json | undefined {
  const text = fromUtf8(bytes);
  if (text === null) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (JSON.stringify(value) !== text) return undefined;
  } catch {
    return undefined;
  }
  return build(value, 1, maxDepth, keyForm);
}
