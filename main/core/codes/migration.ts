import { type Bytes, fromB64u, fromUtf8 } from '../bytes.ts';
import { isLine } from '../messages/text-rules.ts';
import { MAX_SEED, type OtpAlgorithm } from './hotp.ts';
import type { Otpauth, OtpauthFault } from './otpauth.ts';

const START = /^otpauth-migration:\/\/offline\/?\?data=([^&#]*)$/iu;
const MAX_NAME = 254;
/** Keys in one code, of which Google Authenticator puts ten, and codes of one transfer. */
const MOST = 100;

/** One field of a message: its number, and a number or bytes as its wire type says. */
type Field = readonly [number, bigint | Bytes];

/** Which code of a transfer one is: number `at`, from 0, of `of`; `id` tells one transfer from another. */
export interface TransferPart {
  readonly id: string;
  readonly at: number;
  readonly of: number;
}

/** What one code hands over; `part` is null where it is the only one. */
export interface Migration {
  readonly keys: readonly Otpauth[];
  readonly part: TransferPart | null;
}

/** True for the address in which Google Authenticator hands over several keys at once. */
export function isMigration(text: string): boolean {
  return /^otpauth-migration:/iu.test(text);
}

/**
 * Reads a code of Google Authenticator's export: protocol buffers (protobuf.dev, "Encoding") in base64, as its users have described them
 * (dim13/otpauth, migration.proto). A key that cannot be right, or by MD5, refuses all of the code, and so does a part beyond the last one.
 */
export function readMigration(text: string): Migration | OtpauthFault {
  const data = START.exec(text.trim())?.[1];
  if (data === undefined) return 'not_otpauth';
  const bytes = unpacked(data);
  const fields = bytes === null ? null : fieldsOf(bytes);
  if (fields === null) return 'encoding';
  const keys: Otpauth[] = [];
  for (const [number, value] of fields) {
    if (number !== 1) continue;
    if (typeof value === 'bigint' || keys.length >= MOST) return 'encoding';
    const key = readKey(value);
    if (typeof key === 'string') return key;
    keys.push(key);
  }
  const part = partOf(new Map(fields));
  if (part === 'encoding') return part;
  return keys.length === 0 ? 'seed_missing' : { keys, part };
}

function partOf(known: ReadonlyMap<number, bigint | Bytes>): TransferPart | null | 'encoding' {
  const [of, at, id] = [numberAt(known, 3), numberAt(known, 4), numberAt(known, 5)];
  if (of === 0n || of === 1n) return null;
  if (of < 0n || of > BigInt(MOST) || at < 0n || at >= of) return 'encoding';
  return { id: String(id), at: Number(at), of: Number(of) };
}

function unpacked(data: string): Bytes | null {
  try {
    const base64 = decodeURIComponent(data).replaceAll(' ', '+');
    return fromB64u(base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, ''));
  } catch {
    return null;
  }
}

function readKey(bytes: Bytes): Otpauth | OtpauthFault {
  const fields = fieldsOf(bytes);
  if (fields === null) return 'encoding';
  // Of a field stated twice the last one counts, as in every reader of this format.
  const known = new Map(fields);
  const seed = known.get(1);
  if (seed === undefined || typeof seed === 'bigint' || seed.length === 0) return 'seed_missing';
  if (seed.length > MAX_SEED) return 'seed_too_long';
  const algorithm = ALGORITHMS.get(numberAt(known, 4));
  const digits = DIGITS.get(numberAt(known, 5));
  const kind = TYPES.get(numberAt(known, 6));
  if (algorithm === undefined) return 'algorithm';
  if (digits === undefined) return 'digits';
  if (kind === undefined) return 'kind';
  const full = nameAt(known, 2);
  const issuer = nameAt(known, 3);
  if (full === null || issuer === null) return 'name';
  // As in otpauth addresses the issuer may stand before the name once more.
  const name = issuer !== '' && full.startsWith(`${issuer}:`) ? full.slice(issuer.length + 1).trim() : full;
  const names = { ...(issuer === '' ? {} : { issuer }), ...(name === '' ? {} : { label: name }) };
  const key = { kind, seed: seed.slice(), algorithm, digits, period: 30, ...names };
  const counter = numberAt(known, 7);
  if (kind !== 'hotp') return key;
  return counter < 0n || counter > BigInt(Number.MAX_SAFE_INTEGER) ? 'counter' : { ...key, counter: Number(counter) };
}

const ALGORITHMS = new Map<bigint, OtpAlgorithm>([
  [0n, 'sha1'],
  [1n, 'sha1'],
  [2n, 'sha256'],
  [3n, 'sha512'],
]);
const DIGITS = new Map<bigint, number>([
  [0n, 6],
  [1n, 6],
  [2n, 8],
]);
const TYPES = new Map<bigint, 'totp' | 'hotp'>([
  [0n, 'totp'],
  [1n, 'hotp'],
  [2n, 'totp'],
]);

function numberAt(known: ReadonlyMap<number, bigint | Bytes>, at: number): bigint {
  const value = known.get(at) ?? 0n;
  return typeof value === 'bigint' ? value : -1n;
}

function nameAt(known: ReadonlyMap<number, bigint | Bytes>, at: number): string | null {
  const value = known.get(at) ?? new Uint8Array();
  const name = typeof value === 'bigint' ? null : fromUtf8(value)?.trim();
  return name === '' || (name != null && isLine(name, MAX_NAME)) ? name : null;
}

/** All fields of a message in order; null when it is cut off or has a type of field that this format never has. */
function fieldsOf(bytes: Bytes): Field[] | null {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint | null => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) return null;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    return null;
  };
  while (at < bytes.length) {
    const tag = varint();
    const value = tag === null ? null : varint();
    if (tag === null || value === null) return null;
    const number = Number(tag >> 3n);
    if ((tag & 7n) === 0n) fields.push([number, value]);
    else if ((tag & 7n) === 2n && value <= BigInt(bytes.length - at)) {
      fields.push([number, bytes.subarray(at, at + Number(value))]);
      at += Number(value);
    } else return null;
  }
  return fields;
}
