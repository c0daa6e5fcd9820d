import { type Bytes, utf8 } from '../bytes.ts';
import { argon2id, KEY } from './sodium.ts';

/** Cost of one Argon2id run: passes over the memory, and memory in KiB. */
export interface KdfSettings {
  readonly ops: number;
  readonly memKib: number;
}

/** The two offers, no sliders: people have locked themselves out with free ones. */
export const KDF_PRESETS = {
  normal: { ops: 3, memKib: 256 * 1024 },
  lowMemory: { ops: 3, memKib: 64 * 1024 },
} as const satisfies Record<string, KdfSettings>;

/** Today's floor: a vault whose password costs less is raised to it when it is opened. Never below the bounds of `isWithinKdfBounds`. */
export const KDF_FLOOR: KdfSettings = KDF_PRESETS.lowMemory;

/**
 * Argon2id of a password, as a port: the engine runs it in a throw-away worker.
 * `derive` gives 32 bytes, or null when the memory cannot be had; the caller has checked the bounds and wipes the result.
 */
export interface Kdf {
  derive(password: Bytes, salt: Bytes, ops: number, memKib: number): Promise<Bytes | null>;
}

/** The real Argon2id in the calling thread, which it blocks for its whole run. Throws RangeError out of bounds. */
export const directKdf: Kdf = {
  derive: async (password, salt, ops, memKib) => {
    if (salt.length !== 16 || !isWithinKdfBounds({ ops, memKib })) throw new RangeError('KDF input out of bounds');
    try {
      return argon2id(KEY, password, salt, ops, memKib * 1024);
    } catch {
      return null;
    }
  },
};

/**
 * True when a cost may be run at all. SECURITY: tested before Argon2 is called, so that a hostile header can neither weaken
 * the key nor exhaust the machine. Floor: the second recommended option of RFC 9106, section 4.
 */
export function isWithinKdfBounds({ ops, memKib }: KdfSettings): boolean {
  const whole = Number.isInteger(ops) && Number.isInteger(memKib);
  return whole && ops >= 3 && ops <= 10 && memKib >= 64 * 1024 && memKib <= 1024 * 1024;
}

/** UTF-8 of a password in NFC; null when that is empty or above 1024 bytes, the only reasons to refuse one at opening. */
export function passwordBytes(password: string): Bytes | null {
  const bytes = utf8(password.normalize('NFC'));
  return bytes.length >= 1 && bytes.length <= 1024 ? bytes : null;
}
