import { fromUtf8 } from './bytes.ts';
import { JsonScanner } from './json-scanner.ts';

/** A value read from strict JSON; objects have a null prototype. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const FORBIDDEN_KEY = /^(?:__proto__|constructor|prototype|[0-9]+)$/;
const ANY_FORM = /^/;
const scanners = new WeakMap<RegExp, JsonScanner>();

/**
 * A scanner of strict JSON: the one spelling `JSON.stringify` would write, whole numbers within 2^53 - 1, well-formed text, and no key
 * that could touch a prototype or change order. `keyForm` must match every key.
 */
export function strictScanner(keyForm: RegExp = ANY_FORM): JsonScanner {
  return new JsonScanner((key) => !FORBIDDEN_KEY.test(key) && keyForm.test(key));
}

/**
 * Takes the prototypes from a value that `JSON.parse` just made, where its objects are. They are nobody else's yet, and building them again
 * without one would cost several times the memory: engines keep such objects as hash tables.
 */
function withoutPrototypes(value: unknown): Json {
  if (typeof value !== 'object' || value === null) return value as Json;
  // Key by key: a list of the values would cost as much as all the rest, and what JSON makes inherits none.
  const held = value as { readonly [key: string]: unknown };
  for (const key in held) if (typeof held[key] === 'object') withoutPrototypes(held[key]);
  if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
  return value as Json;
}

/** Value of the bytes that a scanner has read over as one; undefined when they are not UTF-8. */
export function parseScanned(bytes: Uint8Array): Json | undefined {
  const text = fromUtf8(bytes);
  return text === null ? undefined : withoutPrototypes(JSON.parse(text));
}

/**
 * Reads strict JSON, as `strictScanner` has it. `maxDepth` counts lists and objects, the outermost as 1. `keyForm`, when given, must be
 * anchored. Gives `undefined` when the bytes are anything else; never throws.
 */
export function parseStrictJson(bytes: Uint8Array, maxDepth: number, keyForm: RegExp = ANY_FORM): Json | undefined {
  const scanner = scanners.get(keyForm) ?? strictScanner(keyForm);
  scanners.set(keyForm, scanner);
  scanner.begin(bytes);
  return scanner.value(maxDepth) && scanner.isDone() ? parseScanned(bytes) : undefined;
}
