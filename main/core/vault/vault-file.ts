import type { Bytes } from '../bytes.ts';

/**
 * Why the disk did not do what was asked. `gone`: file or folder missing. `changed_elsewhere`: another writer, so nothing was
 * written. `exists`: a new file's name is taken.
 */
export type FileFault = 'disk_full' | 'read_only' | 'gone' | 'changed_elsewhere' | 'exists' | 'io';

/** Outcome of a write: all of it durable, or the fault. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly fault: FileFault };

/** One vault file on some disk, a port of the core. A write is acknowledged only once it is flushed to the medium. */
export interface VaultFile {
  /** The whole file; remembers which file it was, for the checks before writing. */
  read(): Promise<{ readonly ok: true; readonly bytes: Bytes } | { readonly ok: false; readonly fault: FileFault }>;
  /** Makes the file with these bytes, readable by its owner only; never replaces one. */
  create(bytes: Bytes): Promise<Written>;
  /**
   * Writes the parts one after the other at `at`, the known end, then flushes once. First checks that the file is still the
   * one known, of the same size and last bytes. After a fault it is cut back to `at` as well as can be; never retried.
   */
  append(at: number, parts: readonly Bytes[]): Promise<Written>;
  /** Copies the file aside, then cuts it to its first `length` bytes; the same checks as `append`. */
  repair(length: number): Promise<Written>;
}
