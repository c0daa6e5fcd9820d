import { type Bytes, sameBytes } from '../bytes.ts';
import { openField, type SealedField, sealField } from '../crypto/field.ts';
import { isWithinKdfBounds, type Kdf, type KdfSettings } from '../crypto/kdf.ts';
import { checkNewPassword, type PasswordFault } from '../crypto/new-password.ts';
import { KEY, type Random, wipe } from '../crypto/sodium.ts';
import { readAnchor } from './anchor.ts';
import { type ChainEnd, FrameCipher } from './frame.ts';
import { type HeaderFields, readHeader, writeHeader } from './header.ts';
import { type Reading, type ReadingClass, readJournal } from './journal.ts';
import { type VaultKeys, vaultKeys, wipeKeys } from './keys.ts';
import { applyOps, type Op, type VaultRecord } from './operations.ts';
import { type Credential, type SlotType, type UnwrapFault, wrap } from './slots.ts';
import { packTransaction, type Transaction } from './transaction.ts';
import { type Unlocked, type UnlockFault, unlock } from './unlock.ts';
import type { FileFault, VaultFile } from './vault-file.ts';

/** What a vault needs of its host. */
export interface VaultPorts {
  readonly file: VaultFile;
  readonly kdf: Kdf;
  readonly random: Random;
}

/** What a new vault is made of; `entropy` is the recovery sheet's 32 bytes, null for a vault without one. */
export interface NewVault {
  readonly password: string;
  readonly entropy: Bytes | null;
  readonly settings: KdfSettings;
}

/** Why a vault takes no changes: how its file was read, or the fault of the save that failed. */
export type ReadOnlyReason = Exclude<ReadingClass, 'clean' | 'torn_tail'> | FileFault;

/** Outcome of a transaction. After `too_large` the vault goes on; after any other fault it is read-only. */
export type Committed =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly fault: ReadOnlyReason | 'too_large' };

/** Outcome of making a vault. */
export type Created =
  | { readonly ok: true; readonly vault: Vault }
  | { readonly ok: false; readonly code: PasswordFault | FileFault | 'kdf_failed' };

/**
 * Outcome of opening. A file of any reading class opens, `damaged` and the classes an anchor gives read-only, with the records
 * of its good frames. `headerChanged`: another header than the anchor saw, a notice.
 */
export type Opened =
  | { readonly ok: true; readonly vault: Vault; readonly class: ReadingClass; readonly headerChanged: boolean }
  | { readonly ok: false; readonly code: UnlockFault | FileFault };

/** An unlocked vault: its records in memory, and the one way to change them. */
export class Vault {
  readonly vaultId: Bytes;
  readonly epoch: number;
  /** Types of the slots there are. */
  readonly slots: ReadonlySet<SlotType>;
  readonly #ports: VaultPorts;
  readonly #keys: VaultKeys;
  readonly #cipher: FrameCipher;
  readonly #records: Map<string, VaultRecord>;
  #frames: number;
  #end: number;
  #last: ChainEnd;
  #isTorn: boolean;
  #readOnly: ReadOnlyReason | null;
  #unsaved: Op[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(ports: VaultPorts, { header, fields, keys }: Unlocked, cipher: FrameCipher, reading: Reading) {
    this.vaultId = fields.vaultId;
    this.epoch = fields.epoch;
    this.slots = new Set(header.slots.map(({ type }) => type));
    this.#ports = ports;
    this.#keys = keys;
    this.#cipher = cipher;
    this.#records = reading.records;
    this.#frames = reading.goodFrames;
    this.#end = reading.goodEnd;
    this.#last = reading.last;
    this.#isTorn = reading.class === 'torn_tail';
    this.#readOnly = reading.class === 'clean' || reading.class === 'torn_tail' ? null : reading.class;
  }

  /** Makes a new vault file. Draws the vault id, the vault key, then each slot's bytes. Throws RangeError for settings out of bounds. */
  static async create(ports: VaultPorts, { password, entropy, settings }: NewVault): Promise<Created> {
    if (!isWithinKdfBounds(settings)) throw new RangeError('KDF settings out of bounds');
    const refused = checkNewPassword(password);
    if (refused !== null) return { ok: false, code: refused };
    const fields: HeaderFields = { vaultId: ports.random(16), epoch: 1, baseSeq: 0, baseChain: new Uint8Array(32) };
    const vaultKey = ports.random(KEY);
    const slots = await wrapAll(
      vaultKey,
      fields.vaultId,
      entropy === null ? [{ password }] : [{ password }, { entropy }],
      settings,
      ports,
    );
    const keys = vaultKeys(vaultKey);
    wipe(vaultKey);
    if (slots === null) return { ok: false, code: 'kdf_failed' };
    const bytes = writeHeader(fields, slots, keys.header);
    const header = readHeader(bytes);
    if (typeof header === 'string') throw new Error('a header just written reads');
    const written = await ports.file.create(bytes);
    if (!written.ok) {
      wipeKeys(keys);
      return { ok: false, code: written.fault };
    }
    const cipher = new FrameCipher(keys.frames, fields.vaultId, fields.epoch);
    const reading = readJournal(bytes, bytes.length, fields, cipher, null);
    return { ok: true, vault: new Vault(ports, { header, fields, keys }, cipher, reading) };
  }

  /** Opens a vault file. `anchor` is what this device last saw of it, as stored; one that does not fit counts as none. */
  static async open(ports: VaultPorts, credential: Credential, anchor?: Bytes): Promise<Opened> {
    const read = await ports.file.read();
    if (!read.ok) return { ok: false, code: read.fault };
    const unlocked = await unlock(read.bytes, credential, ports.kdf);
    if (typeof unlocked === 'string') return { ok: false, code: unlocked };
    const { header, fields, keys } = unlocked;
    const seen = anchor === undefined ? null : readAnchor(anchor, fields.vaultId, keys.anchor);
    const cipher = new FrameCipher(keys.frames, fields.vaultId, fields.epoch);
    const reading = readJournal(read.bytes, header.bytes.length, fields, cipher, seen);
    const headerChanged = seen?.epoch === fields.epoch && !sameBytes(seen.headerMac, header.mac);
    return { ok: true, vault: new Vault(ports, unlocked, cipher, reading), class: reading.class, headerChanged };
  }

  /** The live records by id; changes only after a save is on disk. */
  get records(): ReadonlyMap<string, VaultRecord> {
    return this.#records;
  }

  /** Null while the vault takes changes. */
  get readOnly(): ReadOnlyReason | null {
    return this.#readOnly;
  }

  /** Changes that could not be saved, in order, for "save a copy". */
  get unsaved(): readonly Op[] {
    return this.#unsaved;
  }

  /** Where the good part of the file ends: whole frames, offset, number of the last frame and the chain after it. */
  get position(): { readonly frames: number; readonly end: number; readonly seq: number; readonly chain: Bytes } {
    return { frames: this.#frames, end: this.#end, ...this.#last };
  }

  /**
   * Saves changes as one transaction: all or none, on disk before this resolves with ok, then in `records`. Calls wait for
   * each other. Throws TypeError when a change breaks the format, Error on a closed vault.
   */
  async commit(ops: readonly Op[]): Promise<Committed> {
    if (this.#isClosed) throw new Error('the vault is closed');
    // Packed now, not in its turn: the caller may go on changing what it handed over.
    const transaction = packTransaction(ops);
    if (transaction === null) return { ok: false, fault: 'too_large' };
    const saved = this.#queue.then(() => this.#save(transaction));
    this.#queue = saved.catch(() => undefined);
    return saved;
  }

  async #save({ plains, ops }: Transaction): Promise<Committed> {
    if (this.#readOnly !== null) return this.#refuse(this.#readOnly, ops);
    let last = this.#last;
    const frames = plains.map((plain) => {
      const { frame, next } = this.#cipher.seal(plain, last, this.#ports.random);
      last = next;
      return frame;
    });
    if (this.#isTorn) {
      const repaired = await this.#ports.file.repair(this.#end);
      if (!repaired.ok) return this.#refuse(repaired.fault, ops);
      this.#isTorn = false;
    }
    const written = await this.#ports.file.append(this.#end, frames);
    if (!written.ok) return this.#refuse(written.fault, ops);
    this.#frames += frames.length;
    this.#end += frames.reduce((size, frame) => size + frame.length, 0);
    this.#last = last;
    applyOps(this.#records, ops);
    return { ok: true, seq: last.seq };
  }

  #refuse(reason: ReadOnlyReason, ops: readonly Op[]): Committed {
    this.#readOnly = reason;
    this.#unsaved.push(...ops);
    return { ok: false, fault: reason };
  }

  /** Seals a secret value for its place in a record's data; see `sealField` of the crypto folder. */
  sealField(recordId: string, path: string, ver: number, plain: Bytes): SealedField {
    if (this.#isClosed) throw new Error('the vault is closed');
    return sealField(this.#keys.fields, recordId, path, ver, plain, this.#ports.random);
  }

  /** Opens one sealed field; null (`field`) when it was not sealed for this place, which leaves its record usable. */
  openField(recordId: string, path: string, field: SealedField): Bytes | null {
    if (this.#isClosed) throw new Error('the vault is closed');
    return openField(this.#keys.fields, recordId, path, field);
  }

  /** Waits for the save in hand, then wipes the keys and forgets the records. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue;
    wipeKeys(this.#keys);
    this.#records.clear();
    this.#unsaved = [];
  }
}

async function wrapAll(
  vaultKey: Bytes,
  vaultId: Bytes,
  credentials: readonly Credential[],
  settings: KdfSettings,
  ports: VaultPorts,
): Promise<Bytes[] | null> {
  const slots: Bytes[] = [];
  for (const credential of credentials) {
    const slot: Bytes | UnwrapFault = await wrap(vaultKey, credential, vaultId, settings, ports);
    if (slot === 'kdf_failed') return null;
    if (typeof slot === 'string') throw new Error('a password that may be set has a key');
    slots.push(slot);
  }
  return slots;
}
