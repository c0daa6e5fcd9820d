import type { Bytes } from '../bytes.ts';
import { isLine } from '../messages/text-rules.ts';
import type { OtpAlgorithm } from './hotp.ts';
import { readTypedKey, type SeedFault } from './typed-key.ts';

/** An authenticator as an otpauth:// address states it; `period` in seconds (30 for HOTP, unused), `counter` for HOTP only. */
export interface Otpauth {
  readonly kind: 'totp' | 'hotp' | 'steam';
  readonly seed: Bytes;
  readonly algorithm: OtpAlgorithm;
  readonly digits: number;
  readonly period: number;
  readonly counter?: number;
  readonly issuer?: string;
  readonly label?: string;
  /** The issuer in front of the label, where it differs from the `issuer` parameter: worth showing. */
  readonly labelIssuer?: string;
}

/** Why text is not read as an authenticator: one reason each, and nothing is ever corrected or clamped. */
export type OtpauthFault =
  | SeedFault
  | 'not_otpauth'
  | 'too_long'
  | 'encoding'
  | 'kind'
  | 'repeated'
  | 'algorithm'
  | 'digits'
  | 'period'
  | 'counter'
  | 'name';

const MAX_LENGTH = 4096;
const MAX_NAME = 254;
const KNOWN = ['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter', 'encoder'];

/** Text of percent-encoding; null when it is not UTF-8 or a sign is cut off. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readQuery(query: string): Map<string, string> | 'encoding' | 'repeated' {
  const found = new Map<string, string>();
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    const name = (at < 0 ? pair : pair.slice(0, at)).toLowerCase();
    if (!KNOWN.includes(name)) continue;
    if (found.has(name)) return 'repeated';
    const value = decoded(at < 0 ? '' : pair.slice(at + 1).replaceAll('+', ' '));
    if (value === null) return 'encoding';
    found.set(name, value);
  }
  return found;
}

/** A whole number within bounds; `absent` when not stated, null for anything else. */
function numberIn(text: string | undefined, low: number, high: number, absent: number): number | null {
  if (text === undefined) return absent;
  if (!/^[0-9]{1,16}$/u.test(text)) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}

function algorithmOf(text: string | undefined): OtpAlgorithm | null {
  const size = text === undefined ? '1' : /^(?:hmac[-_]?)?sha[-_]?(1|256|512)$/iu.exec(text)?.[1];
  return size === '1' ? 'sha1' : size === '256' ? 'sha256' : size === '512' ? 'sha512' : null;
}

/** Label and issuer as stated; null when a name is not one line of at most 254 bytes. */
function namesOf(label: string, parameter: string | undefined): Pick<Otpauth, 'issuer' | 'label' | 'labelIssuer'> | null {
  const colon = label.indexOf(':');
  const own = label.slice(0, Math.max(0, colon)).trim();
  const account = label.slice(colon + 1).trim();
  const stated = parameter?.trim() ?? '';
  const issuer = stated === '' ? own : stated;
  if ([own, account, stated].some((name) => name !== '' && !isLine(name, MAX_NAME))) return null;
  return {
    ...(issuer === '' ? {} : { issuer }),
    ...(account === '' ? {} : { label: account }),
    ...(own === '' || own === issuer ? {} : { labelIssuer: own }),
  };
}

/**
 * Reads an otpauth:// address, tolerant of spelling and strict on numbers: 6 to 8 digits (5 for Steam), period 10 to 300 s,
 * SHA-1, SHA-256 or SHA-512 (Steam: SHA-1), counter up to 2^53 - 1. Unknown parameters are passed over; a known one stated twice is refused, and so is a bare `#`.
 * Steam is told by the kind, by `encoder=steam`, or by five digits with Steam as issuer; beside the encoder six digits say nothing, for
 * KeePassXC writes them there and shows five. Format: Google Authenticator's key URI notes.
 */
export function readOtpauth(text: string): Otpauth | OtpauthFault {
  if (text.length > MAX_LENGTH) return 'too_long';
  const match = /^otpauth:\/\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/isu.exec(text.trim());
  if (match === null) return 'not_otpauth';
  // A fragment has no use here: the sign is a name or a key badly written, and all after it would be lost.
  if (text.includes('#')) return 'encoding';
  const host = (match[1] ?? '').toLowerCase();
  if (host !== 'totp' && host !== 'hotp' && host !== 'steam') return 'kind';
  const query = readQuery(match[3] ?? '');
  if (typeof query === 'string') return query;
  const path = decoded(match[2] ?? '');
  if (path === null) return 'encoding';
  const names = namesOf(path, query.get('issuer'));
  if (names === null) return 'name';
  const encoder = query.get('encoder')?.toLowerCase();
  const fiveOfSteam = query.get('digits') === '5' && names.issuer?.toLowerCase() === 'steam';
  // An encoding not known here would turn the same seed into other codes.
  if (encoder !== undefined && (encoder !== 'steam' || host === 'hotp')) return 'kind';
  const kind = host === 'totp' && (encoder === 'steam' || fiveOfSteam) ? 'steam' : host;
  const seed = readTypedKey(query.get('secret') ?? '');
  if (typeof seed === 'string') return seed;
  const algorithm = algorithmOf(query.get('algorithm'));
  if (algorithm === null || (kind === 'steam' && algorithm !== 'sha1')) return 'algorithm';
  const stated = encoder === 'steam' && query.get('digits') === '6' ? undefined : query.get('digits');
  const digits = kind === 'steam' ? numberIn(stated, 5, 5, 5) : numberIn(stated, 6, 8, 6);
  if (digits === null) return 'digits';
  const period = kind === 'hotp' ? 30 : numberIn(query.get('period'), 10, 300, 30);
  if (period === null) return 'period';
  if (kind !== 'hotp') return { kind, seed, algorithm, digits, period, ...names };
  const counter = numberIn(query.get('counter'), 0, Number.MAX_SAFE_INTEGER, 0);
  return counter === null ? 'counter' : { kind, seed, algorithm, digits, period, counter, ...names };
}

/**
 * Reads what a person pastes or types for an authenticator: an otpauth:// address, a setup key with the usual settings (SHA-1, 6 digits,
 * 30 s), or such a key behind steam://, as Bitwarden writes those of Steam.
 */
export function readSetup(text: string): Otpauth | OtpauthFault {
  const ofSteam = /^\s*steam:\/\/(.*)$/isu.exec(text)?.[1];
  if (ofSteam === undefined && /^\s*[a-z][a-z0-9+.-]*:/iu.test(text)) return readOtpauth(text);
  const seed = readTypedKey(ofSteam ?? text);
  if (typeof seed === 'string') return seed;
  const codes = ofSteam === undefined ? ({ kind: 'totp', digits: 6 } as const) : ({ kind: 'steam', digits: 5 } as const);
  return { ...codes, seed, algorithm: 'sha1', period: 30 };
}
