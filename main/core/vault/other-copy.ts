import { type Bytes, sameBytes } from '../bytes.ts';
import { openField, type SealedField } from '../crypto/field.ts';
import type { Kdf } from '../crypto/kdf.ts';
import { wipe } from '../crypto/sodium.ts';
import { FrameCipher } from './frame.ts';
import { authenticate, type HeaderFields, readHeader } from './header.ts';
import { readWatched } from './journal.ts';
import { type VaultKeys, wipeKeys } from './keys.ts';
import type { VaultRecord } from './operations.ts';
import { salvageFrames } from './salvage.ts';
import type { Credential } from './slots.ts';
import { type UnlockFault, unlock } from './unlock.ts';
import type { Watch } from './watch.ts';

/**
 * Why another file was not opened beside the vault. `another_vault`: it is no copy of this one. `other_keys`: it is, sealed with
 * a vault key of another time, so that it opens with a credential of then alone.
 */
export type CopyFault = UnlockFault | 'another_vault' | 'other_keys' | 'cancelled';

/** What of a copy could not be read. */
export interface CopyDamage {
  /** `unfinished`: the last save is not all there, as in a copy taken while it was written. */
  readonly kind: 'unfinished' | 'damaged';
  readonly lostBytes: number;
  /** Stretches that could not be read. */
  readonly gaps: number;
  /** Saves known to be missing; 0 until what stands behind the damage was read too. */
  readonly missingSaves: number;
  /** True once what stands behind the damage was read too. */
  readonly isReadBehind: boolean;
}

/** Another file of an open vault, read beside it. It is never written, and forgets everything when it is closed. */
export class OtherCopy {
  readonly #frames: Bytes;
  readonly #fields: Bytes;
  readonly #header: HeaderFields;
  readonly #start: number;
  #bytes: Bytes | null;
  #records: Map<string, VaultRecord>;
  #damage: CopyDamage | null;
  #isClosed = false;

  private constructor(
    keys: Pick<VaultKeys, 'frames' | 'fields'>,
    file: { readonly bytes: Bytes; readonly start: number; readonly header: HeaderFields },
    read: { readonly records: Map<string, VaultRecord>; readonly damage: CopyDamage | null },
  ) {
    this.#frames = keys.frames;
    this.#fields = keys.fields;
    this.#header = file.header;
    this.#start = file.start;
    this.#bytes = read.damage === null ? null : file.bytes;
    this.#records = read.records;
    this.#damage = read.damage;
  }

  /** Reads a file with keys that fit it, as strictly as a vault: up to the first fault. Null when it was given up. */
  static async read(
    bytes: Bytes,
    start: number,
    header: HeaderFields,
    { frames, fields }: VaultKeys,
    watch: Watch,
  ): Promise<OtherCopy | null> {
    // Keys of its own: those of the vault may be rotated meanwhile, and are wiped at another time.
    const keys = { frames: frames.slice(), fields: fields.slice() };
    const cipher = new FrameCipher(keys.frames, header.vaultId, header.epoch);
    const reading = await readWatched(bytes, start, header, cipher, null, watch);
    if (reading === null) {
      wipe(keys.frames, keys.fields);
      return null;
    }
    const lostBytes = bytes.length - reading.goodEnd;
    const kind = reading.class === 'torn_tail' ? 'unfinished' : 'damaged';
    const damage = { kind, lostBytes, gaps: lostBytes > 0 ? 1 : 0, missingSaves: 0, isReadBehind: false } as const;
    return new OtherCopy(
      keys,
      { bytes, start, header },
      { records: reading.records, damage: reading.class === 'clean' ? null : damage },
    );
  }

  /** Its records; none once it is closed. */
  get records(): ReadonlyMap<string, VaultRecord> {
    return this.#records;
  }

  /** What could not be read; null when all could. */
  get damage(): CopyDamage | null {
    return this.#damage;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Opens one sealed field of it; null when it was not sealed for this place, or the copy is closed. */
  openField(recordId: string, path: string, field: SealedField): Bytes | null {
    return this.#isClosed ? null : openField(this.#fields, recordId, path, field);
  }

  /**
   * Takes what still stands behind the damage too, as a salvage does, because the person asks for it: records deleted later may
   * be among it, and states that never stood together. False when there is nothing to do, or it was given up.
   */
  async readBehind(watch: Watch): Promise<boolean> {
    const bytes = this.#bytes;
    if (bytes === null || this.#damage?.kind !== 'damaged') return false;
    const cipher = new FrameCipher(this.#frames, this.#header.vaultId, this.#header.epoch);
    const salvaged = await salvageFrames(bytes, this.#start, this.#header, cipher, watch);
    if (salvaged === null || this.#isClosed) return false;
    const { gaps, lostBytes, missingFrames } = salvaged.report;
    this.#records = salvaged.records;
    this.#damage = { kind: 'damaged', lostBytes, gaps: gaps.length, missingSaves: missingFrames, isReadBehind: true };
    return true;
  }

  /** Wipes its keys and forgets its records. */
  close(): void {
    this.#isClosed = true;
    wipe(this.#frames, this.#fields);
    this.#records = new Map();
    this.#bytes = null;
    this.#damage = null;
  }
}

/** The copies read beside one open vault. */
export class CopySet {
  readonly #kdf: Kdf;
  readonly #open = new Set<OtherCopy>();
  #isOver = false;

  constructor(kdf: Kdf) {
    this.#kdf = kdf;
  }

  /**
   * Opens a file of the vault that `keys` belong to, with those keys; with a credential of the file's own day when they do not fit it
   * and one is given. `vaultId` is the open vault's.
   */
  async open(
    bytes: Bytes,
    vaultId: Bytes,
    keys: VaultKeys,
    credential: Credential | null,
    watch: Watch,
  ): Promise<OtherCopy | CopyFault> {
    const header = readHeader(bytes);
    if (typeof header === 'string') return header;
    // SECURITY: a passphrase opens other vaults too; only a copy of this one may give records to it.
    if (!sameBytes(header.vaultId, vaultId)) return 'another_vault';
    const fields = authenticate(header, keys.header);
    const start = header.bytes.length;
    if (fields !== null) return this.#keep(await OtherCopy.read(bytes, start, fields, keys, watch));
    if (credential === null) return 'other_keys';
    const unlocked = await unlock(bytes, credential, this.#kdf);
    if (typeof unlocked === 'string') return unlocked;
    try {
      return this.#keep(await OtherCopy.read(bytes, start, unlocked.fields, unlocked.keys, watch));
    } finally {
      wipeKeys(unlocked.keys);
    }
  }

  /** Closes all of them, and every one whose reading is still under way. */
  close(): void {
    this.#isOver = true;
    for (const copy of this.#open) copy.close();
    this.#open.clear();
  }

  #keep(copy: OtherCopy | null): OtherCopy | 'cancelled' {
    if (copy === null) return 'cancelled';
    if (this.#isOver) {
      copy.close();
      return 'cancelled';
    }
    for (const other of this.#open) if (other.isClosed) this.#open.delete(other);
    this.#open.add(copy);
    return copy;
  }
}
