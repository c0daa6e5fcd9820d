import { fromUtf8 } from '../../main/core/bytes.ts';
import type { Json } from '../../main/core/strict-json.ts';

const FORBIDDEN_KEY = /^(?:__proto__|constructor|prototype|[0-9]+)$/;

function settle(value: unknown, depth: number, keyForm: RegExp | undefined): value is Json {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => settle(item, depth - 1, keyForm));
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEY.test(key) || !(keyForm === undefined ? key.isWellFormed() : keyForm.test(key))) return false;
    if (!settle((value as Record<string, unknown>)[key], depth - 1, keyForm)) return false;
  }
  Object.setPrototypeOf(value, null);
  return true;
}

/** Strict JSON read the plain way: parsed, written again, compared, then walked. What `parseStrictJson` must agree with on every text. */
export function plainStrictJson(bytes: Uint8Array, maxDepth: number, keyForm?: RegExp): Json | undefined {
  const text = fromUtf8(bytes);
  if (text === null) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (JSON.stringify(value) !== text) return undefined;
  } catch {
    return undefined;
  }
  return settle(value, maxDepth, keyForm) ? value : undefined;
}
