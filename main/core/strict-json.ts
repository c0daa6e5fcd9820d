import { fromUtf8 } from './bytes.ts';

/** A value read from strict JSON; objects have a null prototype. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const FORBIDDEN_KEY = /^(?:__proto__|constructor|prototype|[0-9]+)$/;
/** Keys remembered as allowed, and the longest of them; others are tested each time. */
const REMEMBERED = 1024;
const LONGEST_REMEMBERED = 64;

/** What one reading allows. */
class Rules {
  readonly #keyForm: RegExp | undefined;
  readonly #allowed: Set<string>;
  readonly #mayBeIllFormed: boolean;

  constructor(text: string, keyForm: RegExp | undefined) {
    this.#keyForm = keyForm;
    this.#allowed = allowedBy(keyForm);
    // UTF-8 has no lone surrogates: only an escape can bring one in.
    this.#mayBeIllFormed = text.includes('\\ud');
  }

  isKey(key: string): boolean {
    if (this.#allowed.has(key)) return true;
    const fits = !FORBIDDEN_KEY.test(key) && (this.#keyForm === undefined ? this.isText(key) : this.#keyForm.test(key));
    if (fits && key.length <= LONGEST_REMEMBERED && this.#allowed.size < REMEMBERED) this.#allowed.add(key);
    return fits;
  }

  isText(text: string): boolean {
    return !this.#mayBeIllFormed || text.isWellFormed();
  }
}

const ANY_FORM = {};
const allowedKeys = new WeakMap<object, Set<string>>();

function allowedBy(keyForm: RegExp | undefined): Set<string> {
  const known = allowedKeys.get(keyForm ?? ANY_FORM);
  if (known !== undefined) return known;
  const fresh = new Set<string>();
  allowedKeys.set(keyForm ?? ANY_FORM, fresh);
  return fresh;
}

/**
 * Tests a parsed value and takes the prototypes from its objects where they are. They are nobody else's yet, and building them
 * again without one would cost several times the memory: engines keep such objects as hash tables.
 */
function settle(value: unknown, depth: number, rules: Rules): value is Json {
  if (typeof value === 'string') return rules.isText(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!settle(item, depth - 1, rules)) return false;
    return true;
  }
  for (const key of Object.keys(value)) {
    if (!rules.isKey(key) || !settle((value as Record<string, unknown>)[key], depth - 1, rules)) return false;
  }
  Object.setPrototypeOf(value, null);
  return true;
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
  return settle(value, maxDepth, new Rules(text, keyForm)) ? value : undefined;
}
