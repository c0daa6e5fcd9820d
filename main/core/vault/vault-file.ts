import type { Bytes } from '../bytes.ts';

/**
 * Why the disk did not do what was asked. `gone`: file or folder missing. `changed_elsewhere`: another writer, so nothing was
 * written. `exists`: a new file's name is taken.
 */
export type FileFault = 'disk_full' | 'read_only' | 'gone' | 'changed_elsewhere' | 'exists' | 'io';

/** Outcome of a write: all of it durable, or the fault. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly fault: FileFault };

/** A whole file, whose bytes are the caller's to change, or why it was not read. */
export type ReadFile = { readonly ok: true; readonly bytes: Bytes } | { readonly ok: false; readonly fault: FileFault };

/** Why a new file did not take the old one's place. `unverified`: it did not read back as it was meant. `cancelled`: given up. */
export type ReplaceFault = FileFault | 'unverified' | 'cancelled';

/**
 * Outcome of a replacement. `inPlace`: whether the new file stands under the name; with a fault it does only when the folder
 * could not be flushed after the renaming, so that a crash may still bring the old one back.
 */
export type Replaced = { readonly ok: true } | { readonly ok: false; readonly fault: ReplaceFault; readonly inPlace: boolean };

/** A new file that is to stand in the old one's place. */
export interface Replacement {
  /** Hands over the bytes in order; false gives up. */
  readonly write: (put: (bytes: Bytes) => Promise<void>) => Promise<boolean>;
  /** Looks at the file as it was read back from the disk; null when it is as meant. */
  readonly verify: (bytes: Bytes) => Promise<'unverified' | 'cancelled' | null>;
}

/** One vault file on some disk, a port of the core. A write is acknowledged only once it is flushed to the medium. */
export interface VaultFile {
  /** The whole file; remembers which file it was, for the checks before writing. */
  read(): Promise<ReadFile>;
  /** The whole file again; `changed_elsewhere` unless it is the one known, with the same size and last bytes. */
  reread(): Promise<ReadFile>;
  /** Makes the file with these bytes, readable by its owner only; never replaces one. */
  create(bytes: Bytes): Promise<Written>;
  /**
   * Flushes the file that was read, and its name: what a program that was killed has written may be seen without being on the
   * medium. The same checks as `append`.
   */
  flush(): Promise<Written>;
  /**
   * Writes the parts one after the other at `at`, the known end, each flushed before the next is begun, so that only the last
   * one written can be torn. First checks that the file is still the one known, of the same size and last bytes. After a fault
   * it is cut back to `at` as well as can be; never retried.
   */
  append(at: number, parts: readonly Bytes[]): Promise<Written>;
  /**
   * Copies the file aside, then cuts it to its first `length` bytes; the same checks as `append`. Of the whole file `stepsBack`
   * gives the places to cut at before, each flushed in its turn, so that a power cut leaves what can still be told from damage.
   */
  repair(length: number, stepsBack: (file: Bytes) => readonly number[]): Promise<Written>;
  /**
   * Puts a new file in this one's place, the one way there is: written beside it, flushed, read back and verified; then the
   * old file is kept as `.bak`, and the new one renamed over it. Until the renaming the old file stands untouched.
   */
  replace(next: Replacement): Promise<Replaced>;
  /** Removes what replacements that were cut short left beside the file. Call only once the file has been read and is whole. */
  tidy(): Promise<void>;
  /** Removes the older states kept beside the file, `.bak` and what repairs copied aside; `io` when one is still there. */
  removeOld(): Promise<Written>;
}
