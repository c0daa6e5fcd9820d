import { ERROR_CODES, type ErrorCode, type ErrorFacts } from '../errors.ts';
import { MAX_MESSAGE } from '../limits.ts';

// Written by hand, not in zod: the page reads messages too, and its bundle stays free of a validator it has no other use for.
/** One wire message of any of the four kinds. */
export type Message =
  | { readonly kind: 'request'; readonly id: number; readonly call: string; readonly params: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: unknown }
  /** An id of null answers a message too broken to name one. */
  | { readonly kind: 'failure'; readonly id: number | null; readonly error: ErrorCode; readonly facts?: ErrorFacts }
  | { readonly kind: 'event'; readonly event: string; readonly data: unknown };

type Fields = Readonly<Record<string, unknown>>;

const codes: ReadonlySet<unknown> = new Set(ERROR_CODES);
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;
const isName = (value: unknown): value is string => typeof value === 'string' && value.length >= 1 && value.length <= 64;

/** Whether an object has exactly these keys of its own; `optional` may be missing. */
function hasOnly(value: object, keys: readonly string[], optional?: string): boolean {
  const own = Object.keys(value);
  return keys.every((key) => own.includes(key)) && own.every((key) => keys.includes(key) || key === optional);
}

function isFacts(value: unknown): value is ErrorFacts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([key, fact]) =>
      key.length <= 32 && key !== '__proto__' && (typeof fact === 'number' || (typeof fact === 'string' && fact.length <= 512)),
  );
}

/** Length of a text in UTF-8 bytes. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) bytes++;
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes++;
  }
  return bytes;
}

/** Reads one wire message; a code when it is too large or not of any of the four shapes. Never throws. */
export function readMessage(text: string): Message | 'too_large' | 'bad_message' {
  if (text.length > MAX_MESSAGE || utf8Length(text) > MAX_MESSAGE) return 'too_large';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'bad_message';
  }
  if (typeof value !== 'object' || value === null) return 'bad_message';
  return Array.isArray(value) ? 'bad_message' : shapeOf(value as Fields);
}

function shapeOf(value: Fields): Message | 'bad_message' {
  const { id, call, params, ok, error, facts, event, data } = value;
  if (Object.hasOwn(value, 'call')) {
    return hasOnly(value, ['id', 'call', 'params']) && isId(id) && isName(call)
      ? { kind: 'request', id, call, params }
      : 'bad_message';
  }
  if (Object.hasOwn(value, 'ok')) return hasOnly(value, ['id', 'ok']) && isId(id) ? { kind: 'answer', id, ok } : 'bad_message';
  if (Object.hasOwn(value, 'error')) {
    if (!hasOnly(value, ['id', 'error'], 'facts') || !(id === null || isId(id)) || !codes.has(error)) return 'bad_message';
    if (facts !== undefined && !isFacts(facts)) return 'bad_message';
    return { kind: 'failure', id, error: error as ErrorCode, ...(facts === undefined ? {} : { facts }) };
  }
  if (Object.hasOwn(value, 'event'))
    return hasOnly(value, ['event', 'data']) && isName(event) ? { kind: 'event', event, data } : 'bad_message';
  return 'bad_message';
}
