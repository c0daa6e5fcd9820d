import { type Bytes, sameBytes } from '../bytes.ts';
import type { Kdf, KdfSettings } from '../crypto/kdf.ts';
import { equal, type Random, wipe } from '../crypto/sodium.ts';
import type { Header } from './header.ts';
import { type Credential, readOneSlot, type SlotType, slotTypeOf, type UnwrapFault, unwrap, wrap } from './slots.ts';

/** What making a slot needs. */
export interface SlotPorts {
  readonly kdf: Kdf;
  readonly random: Random;
}

/** A slot of a header, finished. */
export interface NewSlot {
  readonly type: SlotType;
  readonly bytes: Bytes;
}

/** Runs a KDF once and gives the same key again, so that a new slot can be opened as a reader would without a second run. */
class RememberedKdf implements Kdf {
  readonly #kdf: Kdf;
  #salt: Bytes | null = null;
  #key: Bytes | null = null;

  constructor(kdf: Kdf) {
    this.#kdf = kdf;
  }

  async derive(password: Bytes, salt: Bytes, ops: number, memKib: number): Promise<Bytes | null> {
    if (this.#salt === null) {
      this.#salt = salt.slice();
      this.#key = (await this.#kdf.derive(password, salt, ops, memKib))?.slice() ?? null;
    }
    // A fresh salt is in one slot only.
    if (!sameBytes(salt, this.#salt)) throw new Error('another slot than the one just made');
    return this.#key?.slice() ?? null;
  }

  forget(): void {
    if (this.#key !== null) wipe(this.#key);
  }
}

/**
 * Wraps the vault key for a credential and opens the slot again, with one run of the KDF; null when its memory could not be had.
 * Throws RangeError for settings out of bounds.
 */
export async function makeSlot(
  vaultKey: Bytes,
  credential: Credential,
  vaultId: Bytes,
  settings: KdfSettings,
  { kdf, random }: SlotPorts,
): Promise<NewSlot | null> {
  const once = new RememberedKdf(kdf);
  try {
    const bytes: Bytes | UnwrapFault = await wrap(vaultKey, credential, vaultId, settings, { kdf: once, random });
    if (bytes === 'kdf_failed') return null;
    if (typeof bytes === 'string') throw new Error('a password that may be set has a key');
    const slot = readOneSlot(bytes);
    const opened = slot && (await unwrap(slot, credential, vaultId, once));
    if (opened === null || typeof opened === 'string' || !equal(opened, vaultKey)) throw new Error('a slot just made opens');
    wipe(opened);
    return { type: slotTypeOf(credential), bytes };
  } finally {
    once.forget();
  }
}

/** A header's slots with one put in its type's place, or one type taken out; rising by type. */
export function slotsWith(header: Header, change: NewSlot | { readonly without: SlotType }): Bytes[] {
  const type = 'without' in change ? change.without : change.type;
  const slots: NewSlot[] = header.slots.filter((slot) => slot.type !== type);
  if ('bytes' in change) slots.push(change);
  return slots.toSorted((a, b) => a.type - b.type).map(({ bytes }) => bytes);
}

/** Wraps a new vault key for all that is to open it, rising by type; null when the KDF's memory could not be had. */
export async function makeSlots(
  vaultKey: Bytes,
  access: {
    readonly password: string;
    readonly device?: Bytes | null;
    readonly entropy: Bytes | null;
    readonly settings: KdfSettings;
  },
  vaultId: Bytes,
  ports: SlotPorts,
): Promise<Bytes[] | null> {
  const { password, device = null, entropy } = access;
  const credentials: Credential[] = [{ password }];
  if (device !== null) credentials.push({ device });
  if (entropy !== null) credentials.push({ entropy });
  const slots: Bytes[] = [];
  for (const credential of credentials) {
    const slot = await makeSlot(vaultKey, credential, vaultId, access.settings, ports);
    if (slot === null) return null;
    slots.push(slot.bytes);
  }
  return slots;
}
