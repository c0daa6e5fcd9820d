import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Bytes } from '../../../main/core/bytes.ts';
import type { Disk, FileSystem } from '../../../main/engine/disk.ts';
import { systemError } from './faulty-disk.ts';

const BLOCK = 512;

/** A pure source of numbers 0 <= n < bound, so that a failing case can be run again. */
export type Rng = (bound: number) => number;

/** Mulberry32: small, and good enough to choose what a crash leaves. */
export function rngOf(seed: number): Rng {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}

interface Inode {
  readonly ino: bigint;
  data: Bytes;
  /** What the medium has for certain. */
  synced: Bytes;
}

type Names = Map<string, Inode>;

const resized = (bytes: Bytes, size: number): Bytes => {
  const out = new Uint8Array(size);
  out.set(bytes.subarray(0, size));
  return out;
};

/**
 * A disk in memory that knows what is flushed and what is not: bytes of a file by `sync` of it, names by `sync` of their
 * folder. `crash` gives a disk as a power cut may leave it.
 */
export class CrashDisk implements Disk {
  readonly timing = { now: () => 0, sleep: async (): Promise<void> => Promise.resolve() };
  readonly fs: FileSystem;
  /** Called before each call that changes something. */
  onChange: () => void = () => undefined;
  #names: Names;
  #syncedNames: Names;
  /** Names after each change since the folder was flushed; the medium may have got any number of them, in order. */
  #pending: Names[] = [];
  #next = 1n;

  constructor(files: ReadonlyMap<string, Bytes> = new Map()) {
    this.#names = new Map();
    for (const [name, data] of files) this.#names.set(name, { ino: this.#next++, data, synced: data });
    this.#syncedNames = new Map(this.#names);
    const calls = {
      open: async (file: string, flags: string) => this.#open(file, flags),
      rename: async (from: string, to: string) => this.#change(() => this.#moved(from, to)),
      link: async (from: string, to: string) =>
        this.#change(() => {
          if (this.#names.has(to)) throw systemError('EEXIST');
          this.#names.set(to, this.#at(from));
        }),
      unlink: async (file: string) =>
        this.#change(() => {
          this.#at(file);
          this.#names.delete(file);
        }),
      readdir: async () => [...this.#names.keys()].map((name) => path.basename(name)),
      realpath: async (file: string) => {
        this.#at(file);
        return file;
      },
      stat: async (file: string) => ({ size: this.#at(file).data.length }),
    };
    this.fs = calls as unknown as FileSystem;
  }

  /** What is on the disk now, by name. */
  get files(): ReadonlyMap<string, Bytes> {
    return new Map([...this.#names].map(([name, { data }]) => [name, data]));
  }

  /** Whether a cut now could leave anything else than what is seen. */
  get isFlushed(): boolean {
    return this.#pending.length === 0 && [...this.#names.values()].every(({ data, synced }) => data === synced);
  }

  /** The disk after a power cut: of what was not flushed each block of 512 bytes is there, old, or zero, and the size any between. */
  crash(rng: Rng): CrashDisk {
    const names = [this.#syncedNames, ...this.#pending][rng(this.#pending.length + 1)] ?? this.#syncedNames;
    return new CrashDisk(new Map([...names].map(([name, inode]) => [name, torn(inode, rng)])));
  }

  #moved(from: string, to: string): void {
    const inode = this.#at(from);
    if (this.#names.get(to) === inode) return;
    this.#names.set(to, inode);
    this.#names.delete(from);
  }

  #at(file: string): Inode {
    const inode = this.#names.get(file);
    if (inode === undefined) throw systemError('ENOENT');
    return inode;
  }

  #change(work: () => void): void {
    this.onChange();
    work();
    this.#pending.push(new Map(this.#names));
  }

  #open(file: string, flags: string): FileHandle {
    if (flags === 'r' && file === '/') return this.#folder();
    if (flags === 'wx') {
      if (this.#names.has(file)) throw systemError('EEXIST');
      const empty = new Uint8Array();
      this.#change(() => this.#names.set(file, { ino: this.#next++, data: empty, synced: empty }));
    }
    return this.#handle(this.#at(file));
  }

  #folder(): FileHandle {
    const calls = {
      sync: async () => {
        this.onChange();
        this.#syncedNames = new Map(this.#names);
        this.#pending = [];
      },
      close: async () => undefined,
    };
    return calls as unknown as FileHandle;
  }

  #handle(inode: Inode): FileHandle {
    const calls = {
      stat: async () => ({ dev: 1n, ino: inode.ino, size: BigInt(inode.data.length) }),
      read: async (into: Bytes, at: number, length: number, position: number) => {
        const part = inode.data.subarray(position, position + length);
        into.set(part, at);
        return { bytesRead: part.length };
      },
      write: async (from: Bytes, at: number, length: number, position: number) => {
        this.onChange();
        const data = resized(inode.data, Math.max(inode.data.length, position + length));
        data.set(from.subarray(at, at + length), position);
        inode.data = data;
        return { bytesWritten: length };
      },
      truncate: async (length: number) => {
        this.onChange();
        inode.data = resized(inode.data, length);
      },
      sync: async () => {
        this.onChange();
        inode.synced = inode.data;
      },
      close: async () => undefined,
    };
    return calls as unknown as FileHandle;
  }
}

function torn({ data, synced }: Inode, rng: Rng): Bytes {
  if (data === synced) return data;
  const [low, high] = [Math.min(data.length, synced.length), Math.max(data.length, synced.length)];
  // The size is most often the old or the new one.
  const size = [synced.length, data.length, low + rng(high - low + 1)][rng(3)] ?? low;
  const out = new Uint8Array(size);
  const allNew = rng(4) === 0;
  for (let at = 0; at < size; at += BLOCK) {
    const [before, after] = [synced.subarray(at, at + BLOCK), data.subarray(at, at + BLOCK)];
    const isSame = before.length === after.length && before.every((byte, i) => byte === after[i]);
    // Of the blocks that were written each may have come or not, in whatever order; one that has not is as it was, and zeros where
    // nothing was. What was flushed before is never harmed by its neighbour in the same block.
    const hasCome = isSame || allNew || rng(2) === 0;
    out.set((hasCome ? after : before).subarray(0, size - at), at);
  }
  return out;
}
