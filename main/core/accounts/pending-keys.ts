import type { FoundKeys, PendingKey } from '../../../shared/contracts/engine/accounts.ts';
import type { LiveCode } from '../../../shared/contracts/engine/common.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { MAX_FOUND } from '../../../shared/limits.ts';
import type { Bytes } from '../bytes.ts';
import { readFoundCodes, wipeCodes } from '../codes/found-codes.ts';
import { hotpCode } from '../codes/hotp.ts';
import { matchesTyped } from '../codes/live-code.ts';
import type { Migration } from '../codes/migration.ts';
import { type Otpauth, type OtpauthFault, readSetup } from '../codes/otpauth.ts';
import { shownCode } from '../codes/shown-code.ts';
import { wipe } from '../crypto/sodium.ts';
import { KeyTransfer } from './key-transfer.ts';
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
/** Above the most that pictures may hold, so that none of those offered gives way to a typed one. */
const MAX_PENDING = MAX_FOUND + 32;
/** Codes by counter that a phone may be ahead when one of them is typed (RFC 4226, section 7.4). */
const LOOK_AHEAD = 20;

/** Seeds that were read and wait to be confirmed; the oldest gives way. */
export class PendingKeys {
  readonly #newId: () => string;
  readonly #clock: () => number;
  readonly #held = new Map<string, Pending>();
  /** What pictures gave and one is to be chosen of. */
  #found: readonly PendingKey[] = [];
  #transfer: KeyTransfer | null = null;

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

  /**
   * Takes every authenticator there is in the texts of a picture's codes; the content of any other code is told to nobody. Those of the
   * picture before are forgotten, but with `more` those of a transfer begun there are kept, and this picture's must be of the same.
   */
  readFound(texts: readonly string[], more = false): FoundKeys | Refused {
    const { codes, fault } = readFoundCodes(texts);
    if (codes.length === 0) {
      if (fault !== null) return refuse(typedFault(fault), { why: fault });
      return refuse(texts.length === 0 ? 'no_code_in_picture' : 'code_not_otpauth');
    }
    if (more && this.#transfer !== null) return this.#goOn(this.#transfer, codes);
    const first = codes.find(({ part }) => part !== null)?.part ?? null;
    const transfer = first === null ? null : new KeyTransfer(first);
    return this.#take(transfer, codes, []);
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

  /** Forgets a key, and those it was chosen among. */
  drop(pending: string): void {
    const others = this.#found.some((one) => one.pending === pending) ? this.#found : [];
    this.#wipe([pending, ...others.map((one) => one.pending)]);
    if (others.length > 0) this.#forgetFound();
  }

  clear(): void {
    this.#wipe([...this.#held.keys()]);
    this.#forgetFound();
  }

  #goOn(transfer: KeyTransfer, codes: readonly Migration[]): FoundKeys | Refused {
    const owned = codes.filter((code) => transfer.owns(code));
    const fresh = owned.filter((code) => transfer.lacks(code));
    wipeCodes(codes.filter((code) => !fresh.includes(code)));
    if (fresh.length > 0) return this.#take(transfer, fresh, this.#found);
    const { part = null } = owned[0] ?? {};
    return part === null ? refuse('transfer_other') : refuse('transfer_doubled', { at: part.at + 1, of: part.of });
  }

  /** Holds the keys of codes behind those of `before`; without room for all of them none is taken. */
  #take(transfer: KeyTransfer | null, codes: readonly Migration[], before: readonly PendingKey[]): FoundKeys | Refused {
    if (codes.reduce((sum, { keys }) => sum + keys.length, before.length) > MAX_FOUND) {
      wipeCodes(codes);
      return refuse('too_many', { max: MAX_FOUND });
    }
    const fresh = transfer?.add(codes) ?? codes;
    wipeCodes(codes.filter((code) => !fresh.includes(code)));
    if (before.length === 0) this.#wipe(this.#found.map(({ pending }) => pending));
    this.#found = [...before, ...fresh.flatMap(({ keys }) => keys.map((key) => this.#hold(key)))];
    this.#transfer = transfer;
    return { found: [...this.#found], transfer: transfer?.state ?? null };
  }

  #forgetFound(): void {
    this.#found = [];
    this.#transfer = null;
  }

  #wipe(pendings: readonly string[]): void {
    for (const pending of pendings) {
      const held = this.#held.get(pending);
      if (held !== undefined) wipe(held.seed);
      this.#held.delete(pending);
    }
  }

  #hold({ kind, seed, algorithm, digits, period, counter = 0, issuer, label }: Otpauth): PendingKey {
    const pending = this.#newId();
    const settings: KeySettings =
      kind === 'steam' ? { ...STEAM, period } : { type: kind, alphabet: 'decimal', algorithm, digits, period, counter };
    this.#held.set(pending, { seed, settings });
    for (const oldest of this.#held.keys()) if (this.#held.size > MAX_PENDING) this.#wipe([oldest]);
    const names = { issuer: issuer ?? null, label: label ?? null };
    return { pending, type: kind, algorithm: ALGORITHM_NAMES[algorithm], digits, period, counter, ...names };
  }
}

function typedFault(fault: OtpauthFault): 'seed_not_base32' | 'seed_too_short' | 'uri_not_otpauth' | 'uri_refused' {
  if (fault === 'seed_letters' || fault === 'seed_too_long') return 'seed_not_base32';
  if (fault === 'seed_missing') return 'seed_too_short';
  return fault === 'not_otpauth' ? 'uri_not_otpauth' : 'uri_refused';
}
