import { type Bytes, sameBytes } from '../bytes.ts';
import type { Random } from '../crypto/sodium.ts';
import { type AnchorStore, AnchorWriter } from './anchor-store.ts';
import { type Anchor, readAnchor, writeAnchor } from './anchor.ts';
import { type FileState, readWithKeys, stateOf } from './file-state.ts';
import { type Followed, readOn } from './follow.ts';
import type { ChainEnd } from './frame.ts';
import { partsAfter, type Reading } from './journal.ts';
import { wipeKeys } from './keys.ts';
import { LiveBytes } from './live-bytes.ts';
import { applyOps, type Op, type VaultRecord } from './operations.ts';
import { memoryCopy } from './memory-copy.ts';
import type { Changed, Committed, Hold, ReadOnlyReason } from './outcomes.ts';
import { type Rewrite, replaceWith } from './rewrite.ts';
import { Rotation } from './rotation.ts';
import { packTransaction, type Transaction } from './transaction.ts';
import type { ReadFile, ReplaceFault, VaultFile } from './vault-file.ts';
import { unwatched, type Watch } from './watch.ts';

const WRITE_FAULTS: ReadonlySet<ReadOnlyReason> = new Set(['disk_full', 'read_only', 'gone', 'changed_elsewhere', 'exists', 'io']);

/** What writing needs of the host. */
export interface WriterPorts {
  readonly file: VaultFile;
  readonly random: Random;
  readonly anchors?: AnchorStore;
}

/** Makes a new file out of the one there is, in its turn; the fault when that could not be read, or `cancelled`. */
export type MakeRewrite = (
  file: FileState,
) => Promise<Rewrite | { readonly ok: false; readonly fault: ReadOnlyReason | 'cancelled' }>;

/** The one way to write a vault's file: saves and replacements, one after the other, with the records they leave in memory. */
export class Writer {
  readonly records: Map<string, VaultRecord>;
  readonly rotation: Rotation;
  readonly live = new LiveBytes();
  readonly unsaved: Op[] = [];
  readonly #ports: WriterPorts;
  readonly #anchors: AnchorWriter | null;
  #file: FileState;
  /** Of one who follows: the file before the last look that found something new; null when another stands in its place since. */
  #seenBefore: FileState | null = null;
  #readOnly: ReadOnlyReason | null;
  /** Why nothing was to be written from the start, until `admit`. */
  #hold: Hold | null;
  #queue: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(ports: WriterPorts, file: FileState, reading: Reading, hold: Hold | null = null) {
    this.#ports = ports;
    this.#anchors = ports.anchors === undefined ? null : new AnchorWriter(ports.anchors, file.fields.vaultId);
    this.#file = file;
    this.records = reading.records;
    this.rotation = new Rotation(ports.random);
    const { class: read } = reading;
    this.#readOnly = read === 'clean' || read === 'torn_tail' ? null : read;
    this.#hold = hold;
  }

  get file(): FileState {
    return this.#file;
  }

  get readOnly(): ReadOnlyReason | null {
    return this.#readOnly ?? this.#hold;
  }

  get hold(): Hold | null {
    return this.#hold;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get isAnchorFailing(): boolean {
    return this.#anchors?.failed ?? false;
  }

  /** Saves one transaction in its turn. */
  save(transaction: Transaction): Promise<Committed> {
    return this.#inTurn(() => this.#save(transaction));
  }

  async #save(given: Transaction): Promise<Committed> {
    // Sealed before the vault key was rotated, its secrets would not open again.
    const renewed = this.rotation.isDone ? this.rotation.renew(given.ops, this.#file.keys.fields) : null;
    const transaction = renewed === null ? given : packTransaction(renewed);
    if (transaction === null) return { ok: false, fault: 'too_large' };
    const { plains, ops } = transaction;
    // Nothing was promised to one who was only let in to read.
    if (this.#hold !== null) return { ok: false, fault: this.#readOnly ?? this.#hold };
    if (this.#readOnly !== null) return this.#refuse(this.#readOnly, ops);
    const { cipher, end: start } = this.#file;
    let { last } = this.#file;
    const frames = plains.map((plain) => {
      const { frame, next } = cipher.seal(plain, last, this.#ports.random);
      last = next;
      return frame;
    });
    if (this.#file.isTorn) {
      const repaired = await this.#ports.file.repair(start, (bytes) => partsAfter(bytes, start));
      if (!repaired.ok) return this.#refuse(repaired.fault, ops);
      this.#file = { ...this.#file, isTorn: false };
    }
    const written = await this.#ports.file.append(start, frames);
    if (!written.ok) return this.#refuse(written.fault, ops);
    const end = frames.reduce((at, frame) => at + frame.length, start);
    this.#file = { ...this.#file, frames: this.#file.frames + frames.length, end, last };
    for (const op of ops) {
      this.live.change(this.records.get(op.id), op);
      applyOps(this.records, [op]);
    }
    this.writeAnchor();
    return { ok: true, seq: last.seq };
  }

  #refuse(reason: ReadOnlyReason, ops: readonly Op[]): Committed {
    this.#readOnly = reason;
    for (const op of ops) this.unsaved.push(op);
    return { ok: false, fault: reason };
  }

  /** Takes changes again after a fault, in its turn, when the file is still the one last known, and saves the ones kept aside. */
  retry(): Promise<Committed> {
    return this.#inTurn(async () => {
      const reason = this.#readOnly;
      const { last, keys, header } = this.#file;
      if (this.#hold !== null) return { ok: false, fault: reason ?? this.#hold };
      if (reason === null) return { ok: true, seq: last.seq };
      if (!WRITE_FAULTS.has(reason)) return { ok: false, fault: reason };
      const file = await this.#ports.file.read();
      if (!file.ok) return { ok: false, fault: file.fault };
      const read = await readWithKeys(file.bytes, keys, unwatched);
      if (read === null || read === 'cancelled' || !isAt(read.reading, last) || !sameBytes(read.header.bytes, header.bytes)) {
        return { ok: false, fault: 'changed_elsewhere' };
      }
      const waiting = this.unsaved.length === 0 ? null : packTransaction(this.unsaved);
      if (waiting === null && this.unsaved.length > 0) return { ok: false, fault: 'too_large' };
      // What was cut off after the fault could otherwise come back in a power cut, under what is written next.
      const flushed = await this.#ports.file.flush();
      if (!flushed.ok) this.#readOnly = flushed.fault;
      if (!flushed.ok) return flushed;
      this.#file = stateOf({ ...read, keys }, read.reading, file.bytes.length);
      this.#readOnly = null;
      this.unsaved.length = 0;
      return waiting === null ? { ok: true, seq: last.seq } : this.#save(waiting);
    });
  }

  /** Puts a new file in the old one's place, in its turn. `onPlace` runs as soon as the new one stands there. */
  replace(watch: Watch, make: MakeRewrite, onPlace: () => void = () => undefined): Promise<Changed> {
    return this.#inTurn(async () => {
      if (this.#isClosed) return { ok: false, fault: 'cancelled' };
      if (this.readOnly !== null) return { ok: false, fault: this.readOnly };
      const rewrite = await make(this.#file);
      if ('fault' in rewrite) return this.#keepOff(rewrite.fault);
      const { replaced, state } = await replaceWith(this.#ports.file, rewrite, async (part) => !this.#isClosed && watch(part));
      if (state !== null) {
        this.#file = state;
        onPlace();
        await this.noteDown();
      }
      if (replaced.ok) return replaced;
      // A crash may still bring the old file back: nothing more is written to one that might go.
      if (replaced.inPlace && replaced.fault !== 'unverified' && replaced.fault !== 'cancelled') this.#readOnly = replaced.fault;
      return this.#keepOff(replaced.fault);
    });
  }

  // Another's file, or none: whatever was wanted, nothing may be written there.
  #keepOff<F extends ReadOnlyReason | ReplaceFault>(fault: F): { readonly ok: false; readonly fault: F } {
    if (fault === 'changed_elsewhere' || fault === 'gone') this.#readOnly = fault;
    return { ok: false, fault };
  }

  /** Flushes the file as it was read, before anything is noted down or built on it; read-only when that fails. */
  async flush(): Promise<void> {
    const flushed = await this.#ports.file.flush();
    if (!flushed.ok) this.#readOnly ??= flushed.fault;
  }

  /** Takes changes to a file that an anchor speaks against; nothing happens to one that is read-only for another reason. */
  goOn(): void {
    if (this.#readOnly !== 'rolled_back' && this.#readOnly !== 'forked') return;
    this.#readOnly = null;
    if (this.#hold === null) this.writeAnchor();
  }

  /** Takes in, in its turn, what another program has written since. */
  follow(watch: Watch): Promise<Followed> {
    return this.#inTurn(async () => {
      const read = this.#isClosed ? null : await this.#ports.file.read();
      if (!read?.ok) return read?.fault ?? 'same';
      const { last } = this.#file;
      const on = readOn(this.#file, read.bytes, this.records);
      if (on === null) return this.#readAnew(read.bytes, watch, isWhole);
      if (on.last.seq !== last.seq) this.#seenBefore = this.#file;
      this.#file = on;
      this.live.forget();
      return on.last.seq === last.seq ? 'same' : 'grown';
    });
  }

  /** Takes changes from now on, in its turn, once the file was read anew from its first byte; the other program must be gone. */
  admit(watch: Watch): Promise<Followed> {
    return this.#inTurn(async () => {
      const read = await this.#ports.file.read();
      if (!read.ok) return read.fault;
      const found = await this.#readAnew(read.bytes, watch, (reading) => reading.class !== 'damaged');
      if (found === 'cancelled' || found === 'other_keys') return found;
      this.#hold = null;
      if (found !== 'same' && found !== 'replaced') this.#readOnly = found;
      await this.flush();
      if (this.#readOnly !== null) return found;
      await this.#ports.file.tidy();
      await this.noteDown();
      return found;
    });
  }

  // One who only follows may have seen a save that its writer had to take back when the flush failed: what was new at the last look is not
  // held against the file, unless this device's anchor, written after a flush, says that it was saved.
  async #lastSeen(): Promise<Anchor> {
    const seen = anchorOf(this.#seenBefore ?? this.#file);
    const stored = this.#seenBefore === null ? null : await this.#ports.anchors?.read(this.#file.fields.vaultId);
    const noted = stored ? readAnchor(stored, this.#file.fields.vaultId, this.#file.keys.anchor) : null;
    return noted !== null && (noted.epoch > seen.epoch || noted.seq > seen.seq) ? noted : seen;
  }

  async #readAnew(bytes: Bytes, watch: Watch, takes: (reading: Reading) => boolean): Promise<Exclude<Followed, 'grown'>> {
    const { last, header, keys } = this.#file;
    const read = await readWithKeys(bytes, keys, watch, await this.#lastSeen());
    if (read === 'cancelled') return read;
    // Sealed anew elsewhere: what is in memory is all this key will ever open.
    if (read === null) this.#readOnly = 'changed_elsewhere';
    if (read === null) return 'other_keys';
    const { class: found, records } = read.reading;
    const isSame = sameBytes(read.header.bytes, header.bytes) && sameBytes(read.reading.last.chain, last.chain);
    if (takes(read.reading)) {
      this.#file = stateOf({ ...read, keys }, read.reading, bytes.length);
      // The same bytes once more say nothing of whether they were flushed.
      if (!isSame) this.#seenBefore = null;
    }
    if (takes(read.reading) && !isSame) {
      this.records.clear();
      for (const [id, record] of records) this.records.set(id, record);
      this.live.forget();
    }
    if (found === 'clean' || found === 'torn_tail') return isSame ? 'same' : 'replaced';
    return found;
  }

  /** A whole vault file of what memory holds; see `memoryCopy`. */
  copyFromMemory(): Bytes {
    const unsaved = this.rotation.isDone ? this.rotation.renew(this.unsaved, this.#file.keys.fields) : this.unsaved;
    return memoryCopy(this.#file, this.records, unsaved, this.#ports.random);
  }

  /** The good part of the file as it is on the disk, after the writes under way. */
  copy(): Promise<ReadFile> {
    return this.#inTurn(async () => {
      const read = await this.#ports.file.reread();
      return read.ok ? { ok: true, bytes: read.bytes.subarray(0, this.#file.end) } : read;
    });
  }

  /** Notes down what was last seen, behind the writes. */
  writeAnchor(): void {
    const { fields, keys } = this.#file;
    this.#anchors?.put(writeAnchor(anchorOf(this.#file), fields.vaultId, keys.anchor));
  }

  /** The same, waited for: without an anchor of this epoch the rest of a save that was cut short looks like damage. */
  async noteDown(): Promise<void> {
    this.writeAnchor();
    await this.#anchors?.settled();
  }

  /**
   * Waits for the write in hand, giving up what is not a save, then wipes the keys and forgets the records. Changes that could
   * not be saved are handed to `keep` before, sealed in a whole vault file.
   */
  async close(keep: (copy: Bytes) => Promise<unknown> = async () => undefined): Promise<void> {
    const wasClosed = this.#isClosed;
    this.#isClosed = true;
    await this.#queue;
    if (this.unsaved.length > 0 && !wasClosed) await keep(this.copyFromMemory());
    await this.#anchors?.settled();
    wipeKeys(this.#file.keys);
    this.rotation.wipe();
    this.records.clear();
    this.unsaved.length = 0;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

function anchorOf({ fields, last, header }: FileState): Anchor {
  return { epoch: fields.epoch, seq: last.seq, chain: last.chain, headerMac: header.mac };
}

function isWhole({ class: read }: Reading): boolean {
  return read === 'clean' || read === 'torn_tail';
}

function isAt(reading: Reading, { seq, chain }: ChainEnd): boolean {
  return isWhole(reading) && reading.last.seq === seq && sameBytes(reading.last.chain, chain);
}
