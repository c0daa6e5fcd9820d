import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Bytes } from '../../../main/core/bytes.ts';
import type { Disk, FileSystem } from '../../../main/engine/disk.ts';
import { systemError } from './faulty-disk.ts';

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
  /** What the medium has for certain, then the file after each change since; the last is what is seen. Never empty. */
  states: Bytes[];
}

const seen = ({ states }: Inode): Bytes => states.at(-1) ?? new Uint8Array();

type Names = Map<string, Inode>;

const resized = (bytes: Bytes, size: number): Bytes => {
  const out = new Uint8Array(size);
  out.set(bytes.subarray(0, size));
  return out;
};

/**
 * A disk in memory that knows what is flushed and what is not: bytes of a file by `sync` of it, names by `sync` of their
 * folder. `crash` gives a disk as a power cut may leave it, `afterKill` as another program finds it.
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
  #isDead = false;

  constructor(files: ReadonlyMap<string, Bytes> = new Map()) {
    this.#names = new Map();
    for (const [name, data] of files) this.#names.set(name, { ino: this.#next++, states: [data] });
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
      stat: async (file: string) => ({ size: seen(this.#at(file)).length }),
    };
    this.fs = calls as unknown as FileSystem;
  }

  /** What is on the disk now, by name. */
  get files(): ReadonlyMap<string, Bytes> {
    return new Map([...this.#names].map(([name, inode]) => [name, seen(inode)]));
  }

  /** Whether a cut now could leave anything else than what is seen. */
  get isFlushed(): boolean {
    return this.#pending.length === 0 && [...this.#names.values()].every(({ states }) => states.length === 1);
  }

  /** The disk after a power cut: of what was not flushed any sectors are there, in any of the states they had. */
  crash(rng: Rng): CrashDisk {
    const names = [this.#syncedNames, ...this.#pending][rng(this.#pending.length + 1)] ?? this.#syncedNames;
    return new CrashDisk(new Map([...names].map(([name, inode]) => [name, torn(inode, rng)])));
  }

  /** The same disk as the next program finds it when this one is killed now: all is seen, and no more of it is flushed. */
  afterKill(): CrashDisk {
    const next = new CrashDisk();
    const copies = new Map<Inode, Inode>();
    const copyOf = (inode: Inode): Inode => {
      const copy = copies.get(inode) ?? { ino: inode.ino, states: [...inode.states] };
      copies.set(inode, copy);
      return copy;
    };
    const namesOf = (names: Names): Names => new Map([...names].map(([name, inode]) => [name, copyOf(inode)]));
    next.#names = namesOf(this.#names);
    next.#syncedNames = namesOf(this.#syncedNames);
    next.#pending = this.#pending.map(namesOf);
    next.#next = this.#next;
    return next;
  }

  /** No call of this disk does anything from now on: its program was killed. */
  kill(): void {
    this.#isDead = true;
  }

  #mayChange(): void {
    if (this.#isDead) throw systemError('EIO');
    this.onChange();
    if (this.#isDead) throw systemError('EIO');
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
    this.#mayChange();
    work();
    this.#pending.push(new Map(this.#names));
  }

  #open(file: string, flags: string): FileHandle {
    if (flags === 'r' && (file === '/' || this.#isFolder(file))) return this.#folder();
    if (flags === 'wx') {
      if (this.#names.has(file)) throw systemError('EEXIST');
      this.#change(() => this.#names.set(file, { ino: this.#next++, states: [new Uint8Array()] }));
    }
    return this.#handle(this.#at(file));
  }

  #isFolder(name: string): boolean {
    return [...this.#names.keys()].some((file) => file.startsWith(`${name}/`));
  }

  #folder(): FileHandle {
    const calls = {
      sync: async () => {
        this.#mayChange();
        this.#syncedNames = new Map(this.#names);
        this.#pending = [];
      },
      close: async () => undefined,
    };
    return calls as unknown as FileHandle;
  }

  #handle(inode: Inode): FileHandle {
    const calls = {
      stat: async () => ({ dev: 1n, ino: inode.ino, size: BigInt(seen(inode).length) }),
      read: async (into: Bytes, at: number, length: number, position: number) => {
        const part = seen(inode).subarray(position, position + length);
        into.set(part, at);
        return { bytesRead: part.length };
      },
      write: async (from: Bytes, at: number, length: number, position: number) => {
        this.#mayChange();
        const data = resized(seen(inode), Math.max(seen(inode).length, position + length));
        data.set(from.subarray(at, at + length), position);
        inode.states.push(data);
        return { bytesWritten: length };
      },
      truncate: async (length: number) => {
        this.#mayChange();
        inode.states.push(resized(seen(inode), length));
      },
      sync: async () => {
        this.#mayChange();
        inode.states = [seen(inode)];
      },
      close: async () => undefined,
    };
    return calls as unknown as FileHandle;
  }
}

/**
 * What the medium may have of a file: the size of one of its states or one between, and of each sector that was written the
 * newest state or an older one, whatever became of its neighbours. Where nothing had come yet are zeros.
 */
function torn({ states }: Inode, rng: Rng): Bytes {
  const [synced, newest] = [states[0] ?? new Uint8Array(), states.at(-1) ?? new Uint8Array()];
  if (states.length === 1) return newest;
  const sizes = states.map(({ length }) => length);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  // The size is most often one the file had.
  const size = [synced.length, newest.length, low + rng(high - low + 1), sizes[rng(sizes.length)]][rng(4)] ?? low;
  const sector = rng(2) === 0 ? 512 : 4096;
  // Some cuts lose a sector or two, some let a sector or two through, some all or half.
  const come = [1, 8, 15, 16][rng(4)] ?? 8;
  const out = new Uint8Array(size);
  for (let at = 0; at < size; at += sector) {
    // What was flushed before stands in every state, so that it is never harmed by its neighbour in the same sector. A file
    // that was cut off writes zeros after its end in the last sector, and nothing into those behind it.
    let state = rng(16) < come ? states.length - 1 : rng(states.length);
    while (state > 0 && (states[state]?.length ?? 0) <= at) state--;
    out.set((states[state] ?? synced).subarray(at, Math.min(at + sector, size)), at);
  }
  return out;
}
