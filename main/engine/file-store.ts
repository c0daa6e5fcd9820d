import { randomBytes } from 'node:crypto';
import nodeFs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Bytes } from '../core/bytes.ts';
import { sameBytes } from '../core/bytes.ts';
import type { FileFault, VaultFile, Written } from '../core/vault/vault-file.ts';

/** The calls of `node:fs/promises` the store makes, so that faults of a disk can be simulated. */
export type FileSystem = Pick<typeof nodeFs, 'open' | 'unlink'>;

interface Known {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: number;
  readonly tail: Bytes;
}

const TAIL = 32;
const OWNER_ONLY = 0o600;

const FAULTS: Readonly<Record<string, FileFault>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'disk_full',
  EROFS: 'read_only',
  EACCES: 'read_only',
  EPERM: 'read_only',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ESTALE: 'gone',
  EEXIST: 'exists',
};

/** The fault a system error stands for; anything without a code of its own is `io`. Throws what is no system error. */
export function faultOf(error: unknown): FileFault {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return FAULTS[error.code] ?? 'io';
}

/**
 * A vault file on the local disk. Opened anew for each write, so that the file checked is the file written, and a name that
 * was given to another file since is noticed.
 */
export class FileStore implements VaultFile {
  readonly path: string;
  readonly #fs: FileSystem;
  #known: Known | null = null;

  constructor(file: string, fs: FileSystem = nodeFs) {
    this.path = file;
    this.#fs = fs;
  }

  async read(): Promise<{ ok: true; bytes: Bytes } | { ok: false; fault: FileFault }> {
    let bytes: Bytes = new Uint8Array();
    const done = await this.#withFile('r', async (handle) => {
      const { dev, ino, size } = await handle.stat({ bigint: true });
      bytes = await readAt(handle, 0, Number(size));
      this.#known = { dev, ino, size: bytes.length, tail: bytes.slice(-TAIL) };
      return { ok: true };
    });
    return done.ok ? { ok: true, bytes } : done;
  }

  async create(bytes: Bytes): Promise<Written> {
    let made = false;
    const done = await this.#withFile('wx', async (handle) => {
      made = true;
      await writeAt(handle, 0, bytes);
      await handle.sync();
      const { dev, ino } = await handle.stat({ bigint: true });
      this.#known = { dev, ino, size: bytes.length, tail: bytes.slice(-TAIL) };
      await this.#syncFolder();
      return { ok: true };
    });
    if (!done.ok && made) await this.#fs.unlink(this.path).catch(() => undefined);
    return done;
  }

  async append(at: number, parts: readonly Bytes[]): Promise<Written> {
    return this.#change(at, async (handle, known) => {
      let end = at;
      try {
        for (const part of parts) {
          await writeAt(handle, end, part);
          end += part.length;
        }
        // A failed flush is never tried again: the system may have dropped the pages and would then report success.
        await handle.sync();
      } catch (error) {
        await handle.truncate(at).catch(() => undefined);
        throw error;
      }
      const last = parts.at(-1) ?? known.tail;
      return { ...known, size: end, tail: last.slice(-TAIL) };
    });
  }

  async repair(length: number): Promise<Written> {
    const size = this.#known?.size ?? 0;
    return this.#change(size, async (handle, known) => {
      const whole = await readAt(handle, 0, size);
      await this.#writeAside(`${this.path}.torn-${randomBytes(4).toString('hex')}`, whole);
      await handle.truncate(length);
      await handle.sync();
      return { ...known, size: length, tail: whole.slice(Math.max(0, length - TAIL), length) };
    });
  }

  /** SECURITY: no write before the file has been seen to be the one last read or written by us. */
  async #change(size: number, work: (handle: FileHandle, known: Known) => Promise<Known>): Promise<Written> {
    const known = this.#known;
    if (known === null || known.size !== size) throw new RangeError('write away from the known end');
    return this.#withFile('r+', async (handle) => {
      const now = await handle.stat({ bigint: true });
      const isSame = now.dev === known.dev && now.ino === known.ino && now.size === BigInt(known.size);
      if (!isSame || !sameBytes(await readAt(handle, known.size - known.tail.length, known.tail.length), known.tail)) {
        return { ok: false, fault: 'changed_elsewhere' };
      }
      this.#known = await work(handle, known);
      return { ok: true };
    });
  }

  async #withFile(flags: 'r' | 'r+' | 'wx', work: (handle: FileHandle) => Promise<Written>): Promise<Written> {
    try {
      const handle = await this.#fs.open(this.path, flags, OWNER_ONLY);
      try {
        return await work(handle);
      } finally {
        // Nothing is left to lose here: what was acknowledged has been flushed.
        await handle.close().catch(() => undefined);
      }
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  async #writeAside(file: string, bytes: Bytes): Promise<void> {
    const handle = await this.#fs.open(file, 'wx', OWNER_ONLY);
    try {
      await writeAt(handle, 0, bytes);
      await handle.sync();
      await this.#syncFolder();
    } catch (error) {
      await this.#fs.unlink(file).catch(() => undefined);
      throw error;
    } finally {
      await handle.close().catch(() => undefined);
    }
  }

  async #syncFolder(): Promise<void> {
    if (process.platform === 'win32') return;
    const folder = await this.#fs.open(path.dirname(this.path), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Bytes> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) return bytes.slice(0, done);
    done += bytesRead;
  }
  return bytes;
}

async function writeAt(handle: FileHandle, at: number, bytes: Bytes): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
