import { type Bytes, concat, sameBytes } from '../bytes.ts';
import { openField, type SealedField, sealField } from '../crypto/field.ts';
import { isWithinKdfBounds, type Kdf, type KdfSettings } from '../crypto/kdf.ts';
import { checkNewPassword, type PasswordFault } from '../crypto/new-password.ts';
import { equal, KEY, wipe } from '../crypto/sodium.ts';
import { readAnchor } from './anchor.ts';
import { type Access, Changes } from './changes.ts';
import { readWithKeys, stateOf } from './file-state.ts';
import type { Followed } from './follow.ts';
import { FrameCipher } from './frame.ts';
import { authenticate, type HeaderFields, readHeader, writeHeader } from './header.ts';
import { idsIn } from './ids-in.ts';
import type { Reading, ReadingClass } from './journal.ts';
import { vaultKeys, wipeKeys } from './keys.ts';
import { MUCH_DEAD } from './live-bytes.ts';
import { type Waiting, waitingIn } from './memory-copy.ts';
import { makeSlots } from './new-slots.ts';
import type { Op, VaultRecord } from './operations.ts';
import { type CopyFault, CopySet, type OtherCopy } from './other-copy.ts';
import type { Changed, Committed, Hold, ReadOnlyReason } from './outcomes.ts';
import { areSame } from './rewrite.ts';
import { type Credential, type SlotType, slotTypeOf, unwrap } from './slots.ts';
import { planSnapshot, sealSaves } from './snapshot.ts';
import { packTransaction } from './transaction.ts';
import { type UnlockFault, unlock } from './unlock.ts';
import type { FileFault, ReadFile, Written } from './vault-file.ts';
import { toTheEnd, unwatched, type Watch } from './watch.ts';
import { Writer, type WriterPorts } from './writer.ts';

export type { Changed, Committed, Hold, ReadOnlyReason } from './outcomes.ts';

/** What a vault needs of its host; without anchors it cannot tell that its file was put back to an older state. */
export interface VaultPorts extends WriterPorts {
  readonly kdf: Kdf;
}

/** What a vault can be opened with; `entropy` is the recovery sheet's 32 bytes, null for a vault without one. */
export interface NewVault {
  readonly password: string;
  readonly entropy: Bytes | null;
  readonly settings: KdfSettings;
}

/**
 * How to open. `raiseTo`: the cost that a password's slot is given when it has a lower one. `hold`: why it is opened to be read
 * only, beside a program that may be writing it.
 */
export interface OpenOptions {
  readonly raiseTo?: KdfSettings;
  readonly hold?: Hold | null;
}

/** Outcome of making a vault. */
export type Created =
  | { readonly ok: true; readonly vault: Vault }
  | { readonly ok: false; readonly code: PasswordFault | FileFault | 'kdf_failed' };

/**
 * Outcome of opening. A file of any reading class opens, `damaged` and the classes an anchor gives read-only, with the records
 * of its good frames. `headerChanged`: another header than the anchor saw, a notice.
 * `wasSeen`: this device has an anchor of the vault, so that rollback and fork would have been noticed.
 */
export type Opened =
  | {
      readonly ok: true;
      readonly vault: Vault;
      readonly class: ReadingClass;
      readonly headerChanged: boolean;
      readonly wasSeen: boolean;
    }
  | { readonly ok: false; readonly code: UnlockFault | FileFault };

/** An unlocked vault: its records in memory, and the one way to change them. */
export class Vault {
  readonly vaultId: Bytes;
  readonly #ports: VaultPorts;
  readonly #writer: Writer;
  readonly #changes: Changes;
  readonly #copies: CopySet;

  private constructor(ports: VaultPorts, writer: Writer) {
    this.vaultId = writer.file.fields.vaultId;
    this.#ports = ports;
    this.#writer = writer;
    this.#changes = new Changes(ports, writer);
    this.#copies = new CopySet(ports.kdf);
  }

  /** Makes a new vault file. Draws the vault id, the vault key, then each slot's bytes. Throws RangeError for settings out of bounds. */
  static async create(ports: VaultPorts, access: NewVault): Promise<Created> {
    const made = await Vault.createWith(ports, access, async () => new Map(), unwatched);
    if (made === 'cancelled') throw new Error('nobody gave up');
    return made;
  }

  /** The same with records in it from the start, whose secrets are sealed with the fields' key that `seal` is given; it gives null to give up. */
  static async createWith(
    ports: VaultPorts,
    access: NewVault,
    seal: (fieldsKey: Bytes) => Promise<ReadonlyMap<string, VaultRecord> | null>,
    watch: Watch,
  ): Promise<Created | 'cancelled'> {
    if (!isWithinKdfBounds(access.settings)) throw new RangeError('KDF settings out of bounds');
    const refused = checkNewPassword(access.password);
    if (refused !== null) return { ok: false, code: refused };
    const fields: HeaderFields = { vaultId: ports.random(16), epoch: 1, baseSeq: 0, baseChain: new Uint8Array(32) };
    const vaultKey = ports.random(KEY);
    const slots = await makeSlots(vaultKey, access, fields.vaultId, ports);
    const keys = vaultKeys(vaultKey);
    wipe(vaultKey);
    if (slots === null) return { ok: false, code: 'kdf_failed' };
    const records = await seal(keys.fields);
    if (records === null) wipeKeys(keys);
    if (records === null) return 'cancelled';
    const cipher = new FrameCipher(keys.frames, fields.vaultId, fields.epoch);
    const start = { seq: fields.baseSeq, chain: fields.baseChain };
    const frames = sealSaves(planSnapshot(records.values()), records.values(), cipher, start, ports.random);
    const bytes = concat(writeHeader(fields, slots, keys.header), ...frames);
    const read = await readWithKeys(bytes, keys, toTheEnd(watch));
    if (read === null || read === 'cancelled' || !areSame(read.reading.records, records)) throw new Error('a file just made reads');
    const written = await ports.file.create(bytes);
    if (!written.ok) {
      wipeKeys(keys);
      return { ok: false, code: written.fault };
    }
    const writer = new Writer(ports, stateOf({ ...read, keys }, read.reading, bytes.length), read.reading);
    await writer.noteDown();
    return { ok: true, vault: new Vault(ports, writer) };
  }

  /** Opens a vault file. A raise of its cost that fails leaves it open, to be tried again the next time. */
  static async open(ports: VaultPorts, credential: Credential, options: OpenOptions = {}): Promise<Opened> {
    const opened = await Vault.openWatched(ports, credential, unwatched, options);
    if (opened === 'cancelled') throw new Error('nobody gave up');
    return opened;
  }

  /** The same, followed: reading many records takes a while. */
  static async openWatched(
    ports: VaultPorts,
    credential: Credential,
    watch: Watch,
    { raiseTo, hold = null }: OpenOptions = {},
  ): Promise<Opened | 'cancelled'> {
    const read = await ports.file.read();
    if (!read.ok) return { ok: false, code: read.fault };
    const unlocked = await unlock(read.bytes, credential, ports.kdf);
    if (typeof unlocked === 'string') return { ok: false, code: unlocked };
    const { keys, fields: unlockedFields } = unlocked;
    const stored = (await ports.anchors?.read(unlockedFields.vaultId)) ?? null;
    const seen = stored && readAnchor(stored, unlockedFields.vaultId, keys.anchor);
    // Beside a writer the anchor may know saves that were made since the file was read.
    const now = hold === null ? read : await ports.file.read();
    const found = now.ok ? await readWithKeys(now.bytes, keys, watch, seen, true) : null;
    if (!now.ok || found === null || found === 'cancelled') {
      wipeKeys(keys);
      return found === 'cancelled' ? found : { ok: false, code: now.ok ? 'changed_elsewhere' : now.fault };
    }
    const { header, fields, reading } = found;
    const writer = new Writer(ports, stateOf({ ...found, keys }, reading, now.bytes.length), reading, hold);
    const vault = new Vault(ports, writer);
    const headerChanged = seen?.epoch === fields.epoch && !sameBytes(seen.headerMac, header.mac);
    if (hold === null) await writer.flush();
    if (writer.readOnly === null) {
      await ports.file.tidy();
      // Another header is noticed again until something is saved: the notice may not have been read.
      if (!headerChanged) await writer.noteDown();
      if (raiseTo !== undefined) await vault.#changes.raise(credential, raiseTo, unwatched);
    }
    return { ok: true, vault, class: reading.class, headerChanged, wasSeen: seen !== null };
  }

  /** The live records by id; changes only after a save is on disk. */
  get records(): ReadonlyMap<string, VaultRecord> {
    return this.#writer.records;
  }

  get epoch(): number {
    return this.#writer.file.fields.epoch;
  }

  /** Types of the slots there are. */
  get slots(): ReadonlySet<SlotType> {
    return new Set(this.#writer.file.header.slots.map(({ type }) => type));
  }

  /** What opening by password costs. */
  get kdf(): KdfSettings {
    const settings = this.#writer.file.header.slots[0]?.settings ?? null;
    if (settings === null) throw new Error('the first slot is a password');
    return settings;
  }

  /** Null while the vault takes changes. */
  get readOnly(): ReadOnlyReason | null {
    return this.#writer.readOnly;
  }

  /** Changes that could not be saved, in order, for "save a copy". */
  get unsaved(): readonly Op[] {
    return this.#writer.unsaved;
  }

  /** True while what this device last saw could not be noted down; no save depends on it. */
  get isAnchorFailing(): boolean {
    return this.#writer.isAnchorFailing;
  }

  /** Where the good part of the file ends: whole frames, offset, number of the last frame and the chain after it. */
  get position(): { readonly frames: number; readonly end: number; readonly seq: number; readonly chain: Bytes } {
    const { frames, end, last } = this.#writer.file;
    return { frames, end, ...last };
  }

  /** Bytes a compaction would free, more or less. The first look makes every record's text; later ones cost nothing. */
  get deadBytes(): number {
    const { end, header } = this.#writer.file;
    return Math.max(0, end - header.bytes.length - this.#writer.live.of(this.records));
  }

  /** True when more than half of the file is dead, and it is much. */
  get needsCompaction(): boolean {
    const size = this.#writer.file.end - this.#writer.file.header.bytes.length;
    return size > MUCH_DEAD && this.deadBytes > Math.max(MUCH_DEAD, size / 2);
  }

  /**
   * Saves changes as one transaction: all or none, on disk before this resolves with ok, then in `records`. Calls wait for
   * each other. Throws TypeError when a change breaks the format, Error on a closed vault.
   */
  async commit(ops: readonly Op[]): Promise<Committed> {
    this.#mustBeOpen();
    // Packed now, not in its turn: the caller may go on changing what it handed over.
    const transaction = packTransaction(ops);
    return transaction === null ? { ok: false, fault: 'too_large' } : this.#writer.save(transaction);
  }

  /** Sets another password: one KDF run, one copy of the file, whatever its size. Throws RangeError for settings out of bounds. */
  async changePassword(password: string, settings: KdfSettings, watch: Watch = unwatched): Promise<Changed> {
    this.#mustBeOpen();
    const refused = checkNewPassword(password);
    return refused === null ? this.#changes.setSlot({ password }, settings, watch) : { ok: false, fault: refused };
  }

  /** Sets the recovery sheet's 32 bytes; an older sheet opens the vault no more. */
  async setRecovery(entropy: Bytes, watch: Watch = unwatched): Promise<Changed> {
    this.#mustBeOpen();
    return this.#changes.setSlot({ entropy }, this.kdf, watch);
  }

  /** Sets the 32 bytes this device keeps in the system's keychain. */
  async addDeviceSlot(device: Bytes, watch: Watch = unwatched): Promise<Changed> {
    this.#mustBeOpen();
    return this.#changes.setSlot({ device }, this.kdf, watch);
  }

  /** Takes the device's slot (2) or the recovery sheet's (3) out; nothing happens when there is none. */
  async removeSlot(type: 2 | 3, watch: Watch = unwatched): Promise<Changed> {
    this.#mustBeOpen();
    return this.#changes.removeSlot(type, watch);
  }

  /** Writes the live records alone into a new file, the next epoch, in the old one's place. */
  async compact(watch: Watch = unwatched): Promise<Changed> {
    this.#mustBeOpen();
    return this.#changes.compact(watch);
  }

  /**
   * A fresh vault key, and everything sealed anew with it: for when someone may know the old password, who could open every
   * later save with it and an old copy of the file. Slots for which nothing is given are gone; fields that do not open are
   * copied as they are.
   */
  async rotateKey(access: Access, watch: Watch = unwatched): Promise<Changed> {
    this.#mustBeOpen();
    const refused = checkNewPassword(access.password);
    return refused === null ? this.#changes.rotate(access, watch) : { ok: false, fault: refused };
  }

  /**
   * Goes on with a file that is older than what this device last saw, or whose past is another, because the person says that
   * it is the one to keep. Nothing happens to a vault that is read-only for another reason.
   */
  goOn(): void {
    this.#writer.goOn();
  }

  /** Whether a credential opens this vault now; the KDF's memory may fail it. For asking again before what cannot be undone. */
  async isOpenedBy(credential: Credential): Promise<boolean | 'kdf_failed'> {
    this.#mustBeOpen();
    const slot = this.#writer.file.header.slots.find(({ type }) => type === slotTypeOf(credential));
    const vaultKey = slot === undefined ? 'wrong_key' : await unwrap(slot, credential, this.vaultId, this.#ports.kdf);
    if (typeof vaultKey === 'string') return vaultKey === 'kdf_failed' ? vaultKey : false;
    const isOurs = equal(vaultKey, this.#writer.file.keys.vault);
    wipe(vaultKey);
    return isOurs;
  }

  /**
   * After a write that failed: reads the file anew and, when it is as it was last known, takes changes again and saves the
   * ones kept aside. The fault, or `changed_elsewhere`, when it is not; then open the vault again.
   */
  async retry(): Promise<Committed> {
    this.#mustBeOpen();
    return this.#writer.retry();
  }

  /** Reads what another program has written into the file since; only for a vault that is held. */
  async follow(watch: Watch = unwatched): Promise<Followed> {
    this.#mustBeOpen();
    return this.#writer.follow(watch);
  }

  /** Takes changes from now on, once the file was read anew; `readOnly` says whether it does. Only after the other program let go. */
  async admit(watch: Watch = unwatched): Promise<Followed> {
    this.#mustBeOpen();
    return this.#writer.admit(watch);
  }

  /** Why this vault was opened to be read only; null once it takes changes, or is read-only for what befell it later. */
  get hold(): Hold | null {
    return this.#writer.hold;
  }

  /** A whole vault file of what memory holds, changes that could not be saved among it: the next epoch, same keys and slots. */
  async copyFromMemory(): Promise<Bytes> {
    this.#mustBeOpen();
    const bytes = this.#writer.copyFromMemory();
    const read = await readWithKeys(bytes, this.#writer.file.keys, unwatched);
    if (read === null || read === 'cancelled' || read.reading.class !== 'clean') throw new Error('a copy just made reads');
    return bytes;
  }

  /** The good part of the file as it is on the disk now, for backups and copies; waits for the writes under way. */
  async copy(): Promise<ReadFile> {
    this.#mustBeOpen();
    return this.#writer.copy();
  }

  /** Reads a copy of this vault's file as strictly as the file itself; null when it is of another vault, or of other keys. */
  async inspect(bytes: Bytes, watch: Watch = unwatched): Promise<Reading | 'cancelled' | null> {
    this.#mustBeOpen();
    const read = await readWithKeys(bytes, this.#writer.file.keys, watch);
    return read === null || read === 'cancelled' ? read : read.reading;
  }

  /** Opens another file of this vault, to be read beside it; it is closed with the vault at the latest. See `CopySet.open`. */
  async openCopy(bytes: Bytes, credential: Credential | null, watch: Watch = unwatched): Promise<OtherCopy | CopyFault> {
    this.#mustBeOpen();
    return this.#copies.open(bytes, this.vaultId, this.#writer.file.keys, credential, watch);
  }

  /** The changes that wait in a copy made from memory, and what they were made on; null when its keys are others, or it is not whole. */
  waitingIn(copy: Bytes): Waiting | null {
    this.#mustBeOpen();
    return waitingIn(copy, this.#writer.file.keys);
  }

  /** Ids of all records a copy of this vault's file still holds, deleted ones too; null when not all of it can be read. */
  async idsIn(bytes: Bytes): Promise<ReadonlySet<string> | null> {
    this.#mustBeOpen();
    const { keys } = this.#writer.file;
    const header = readHeader(bytes);
    const fields = typeof header === 'string' ? null : authenticate(header, keys.header);
    if (typeof header === 'string' || fields === null) return null;
    return idsIn(bytes, header.bytes.length, fields, new FrameCipher(keys.frames, fields.vaultId, fields.epoch));
  }

  /** Removes the older states kept beside the file. */
  async removeOld(): Promise<Written> {
    this.#mustBeOpen();
    return this.#ports.file.removeOld();
  }

  /** Seals a secret value for its place in a record's data; see `sealField` of the crypto folder. */
  sealField(recordId: string, path: string, ver: number, plain: Bytes): SealedField {
    this.#mustBeOpen();
    return sealField(this.#writer.file.keys.fields, recordId, path, ver, plain, this.#ports.random);
  }

  /** Opens one sealed field; null (`field`) when it was not sealed for this place, which leaves its record usable. */
  openField(recordId: string, path: string, field: SealedField): Bytes | null {
    this.#mustBeOpen();
    const { file, rotation } = this.#writer;
    return openField(file.keys.fields, recordId, path, field) ?? rotation.openFormer(recordId, path, field);
  }

  /**
   * Waits for the save in hand, gives up other work, then wipes the keys and forgets the records. Changes that could not be
   * saved are handed over before, as `copyFromMemory` gives them.
   */
  async close(keep?: (copy: Bytes) => Promise<unknown>): Promise<void> {
    this.#copies.close();
    await this.#writer.close(keep);
  }

  #mustBeOpen(): void {
    if (this.#writer.isClosed) throw new Error('the vault is closed');
  }
}
