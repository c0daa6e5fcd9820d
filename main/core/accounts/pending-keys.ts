import type { PendingKey } from '../../../shared/contracts/engine/accounts.ts';
import type { LiveCode } from '../../../shared/contracts/engine/common.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import type { Bytes } from '../bytes.ts';
import { hotpCode } from '../codes/hotp.ts';
import { matchesTyped } from '../codes/live-code.ts';
import { isMigration, readMigration } from '../codes/migration.ts';
import { type Otpauth, type OtpauthFault, readOtpauth, readSetup } from '../codes/otpauth.ts';
import { shownCode } from '../codes/shown-code.ts';
import { wipe } from '../crypto/sodium.ts';
import { type KeySettings, type KeyType, STEAM } from './seed-factor.ts';

type Algorithm = PendingKey['algorithm'];

/** A seed on its way in, and how its codes are made. */
export interface Pending {
  readonly seed: Bytes;
  settings: KeySettings;
}

const FROM_NAME = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;
/** How the contract writes the names of hash functions. */
export const ALGORITHM_NAMES = { sha1: 'SHA1', sha256: 'SHA256', sha512: 'SHA512' } as const;
const MAX_PENDING = 32;
/** Keys offered of one picture. */
const MOST_FOUND = 24;
/** Codes by counter that a phone may be ahead when one of them is typed (RFC 4226, section 7.4). */
const LOOK_AHEAD = 20;

/** Seeds that were read and wait to be confirmed; the oldest gives way. */
export class PendingKeys {
  readonly #newId: () => string;
  readonly #clock: () => number;
  readonly #held = new Map<string, Pending>();

  /** `clock` gives Unix seconds. */
  constructor(newId: () => string, clock: () => number) {
    this.#newId = newId;
    this.#clock = clock;
  }

  /** Reads a typed key or an otpauth address. */
  read(text: string): PendingKey | Refused {
    const setup = readSetup(text);
    return typeof setup === 'string' ? refuse(typedFault(setup), { why: setup }) : this.#hold(setup);
  }

  /** Takes every authenticator there is in the texts of a picture's codes; the content of any other code is told to nobody. */
  readFound(texts: readonly string[]): { found: PendingKey[] } | Refused {
    const setups: Otpauth[] = [];
    let fault: Refused = refuse(texts.length === 0 ? 'no_code_in_picture' : 'code_not_otpauth');
    for (const text of new Set(texts)) {
      const read = readCode(text);
      if (typeof read !== 'string') setups.push(...read);
      else if (read !== 'not_otpauth') fault = refuse(typedFault(read), { why: read });
    }
    for (const { seed } of setups.splice(MOST_FOUND)) wipe(seed);
    return setups.length === 0 ? fault : { found: setups.map((setup) => this.#hold(setup)) };
  }

  /** The code a waiting seed gives now; refused for codes by counter, which are never shown before they are taken. */
  code(pending: string): LiveCode | Refused {
    const held = this.#held.get(pending);
    if (held === undefined || held.settings.type === 'hotp') return refuse('not_found');
    return shownCode(held.seed, held.settings, this.#clock());
  }

  /** Changes how a waiting seed's codes are made; Steam has no settings. */
  adjust(form: {
    pending: string;
    type?: KeyType | undefined;
    algorithm: Algorithm;
    digits: number;
    period: number;
    counter?: number | undefined;
  }): Done | Refused {
    const held = this.#held.get(form.pending);
    if (held === undefined) return refuse('not_found');
    const { type = held.settings.type, digits, period, counter = held.settings.counter } = form;
    const algorithm = FROM_NAME[form.algorithm];
    held.settings =
      type === 'steam'
        ? { ...STEAM, period }
        : { type, alphabet: 'decimal', algorithm, digits: Math.max(6, digits), period, counter };
    return {};
  }

  get(pending: string): Pending | null {
    return this.#held.get(pending) ?? null;
  }

  /** The settings a key is saved with when a code typed from another device fits, its counter set past that code; null when none fits. */
  fitting({ seed, settings }: Pending, typed: string): KeySettings | null {
    if (settings.type !== 'hotp') return matchesTyped(seed, settings, typed, this.#clock()) ? settings : null;
    const code = typed.replace(/\s/gu, '');
    for (let counter = settings.counter; counter < Math.min(settings.counter + LOOK_AHEAD, Number.MAX_SAFE_INTEGER); counter++) {
      if (hotpCode(seed, settings, counter) === code) return { ...settings, counter: counter + 1 };
    }
    return null;
  }

  drop(pending: string): void {
    const held = this.#held.get(pending);
    if (held !== undefined) wipe(held.seed);
    this.#held.delete(pending);
  }

  clear(): void {
    for (const pending of [...this.#held.keys()]) this.drop(pending);
  }

  #hold({ kind, seed, algorithm, digits, period, counter = 0, issuer, label }: Otpauth): PendingKey {
    const pending = this.#newId();
    const settings: KeySettings =
      kind === 'steam' ? { ...STEAM, period } : { type: kind, alphabet: 'decimal', algorithm, digits, period, counter };
    this.#held.set(pending, { seed, settings });
    for (const oldest of this.#held.keys()) if (this.#held.size > MAX_PENDING) this.drop(oldest);
    const names = { issuer: issuer ?? null, label: label ?? null };
    return { pending, type: kind, algorithm: ALGORITHM_NAMES[algorithm], digits, period, counter, ...names };
  }
}

function readCode(text: string): readonly Otpauth[] | OtpauthFault {
  if (isMigration(text)) return readMigration(text);
  const setup = readOtpauth(text);
  return typeof setup === 'string' ? setup : [setup];
}

function typedFault(fault: OtpauthFault): 'seed_not_base32' | 'seed_too_short' | 'uri_not_otpauth' | 'uri_refused' {
  if (fault === 'seed_letters' || fault === 'seed_too_long') return 'seed_not_base32';
  if (fault === 'seed_missing') return 'seed_too_short';
  return fault === 'not_otpauth' ? 'uri_not_otpauth' : 'uri_refused';
}
