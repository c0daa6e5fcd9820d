import { type Bytes, b64u, concat, fromB64u, utf8 } from '../bytes.ts';
import type { Json } from '../strict-json.ts';
import { aeadOpenInPlace, aeadSeal, NONCE, type Random, TAG } from './sodium.ts';

/** A secret value inside a record: its version, from 1 and rising with each new value, and b64u of nonce || ciphertext. */
export interface SealedField {
  readonly ver: number;
  readonly sealed: string;
}

const CONTEXT = utf8('lk1/field\0');
const MAX_VER = 2 ** 32 - 1;
/** Bytes of a record's id. */
const ID = 16;

function isVersion(ver: unknown): ver is number {
  return Number.isInteger(ver) && (ver as number) >= 1 && (ver as number) <= MAX_VER;
}

/** True for an object with exactly the keys `ver` and `sealed`, of the right types; whether it opens is another matter. */
export function isSealedField(value: Json | undefined): value is Json & SealedField {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).length === 2 && isVersion(value['ver']) && typeof value['sealed'] === 'string';
}

/** What a field is bound to: context || record id || path || 0 || version as u32, little-endian. */
function associated(recordId: string, path: string, ver: number): Bytes {
  const id = fromB64u(recordId);
  if (id?.length !== ID) throw new RangeError('no record id');
  if (path === '' || path.includes('\0') || !isVersion(ver)) throw new RangeError('no field name or version');
  const name = utf8(path);
  // One array rather than parts to join: it is made for every code shown.
  const out = new Uint8Array(CONTEXT.length + ID + name.length + 5);
  out.set(CONTEXT);
  out.set(id, CONTEXT.length);
  out.set(name, CONTEXT.length + ID);
  new DataView(out.buffer).setUint32(out.length - 4, ver, true);
  return out;
}

/**
 * Seals a secret for one place: record (b64u id), path of keys from `data` down joined by "/" (an element of a list gives its
 * own id), version. The same bytes open nowhere else. Throws RangeError when the place is not one.
 */
export function sealField(key: Bytes, recordId: string, path: string, ver: number, plain: Bytes, random: Random): SealedField {
  const nonce = random(NONCE);
  return { ver, sealed: b64u(concat(nonce, aeadSeal(plain, associated(recordId, path, ver), nonce, key))) };
}

/** What a sealed field holds; null when it is malformed or was not sealed for this record, path and version. */
export function openField(key: Bytes, recordId: string, path: string, field: SealedField): Bytes | null {
  if (!isVersion(field.ver)) return null;
  const bytes = fromB64u(field.sealed);
  if (bytes === null || bytes.length < NONCE + TAG) return null;
  // Its own array, so that it may be opened where it stands, which takes a little less than asking libsodium's wrapper.
  return aeadOpenInPlace(bytes.subarray(NONCE), associated(recordId, path, field.ver), bytes.subarray(0, NONCE), key);
}

/** The sealed field at a path of a record's data; null when there is none. */
export function fieldAt(data: { readonly [key: string]: Json }, path: string): SealedField | null {
  let value: Json | undefined = data as { [key: string]: Json };
  for (const step of path.split('/')) {
    if (Array.isArray(value)) value = value.find((item: Json) => isObject(item) && item['id'] === step);
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return null;
  }
  return isSealedField(value) ? value : null;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
