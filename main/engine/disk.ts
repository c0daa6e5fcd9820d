import { randomBytes } from 'node:crypto';
import nodeFs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bytes } from '../core/bytes.ts';
import type { FileFault } from '../core/vault/vault-file.ts';

/** The calls of `node:fs/promises` that are made on vault files, so that faults of a disk can be simulated. */
export type FileSystem = Pick<typeof nodeFs, 'open' | 'unlink' | 'rename' | 'link' | 'copyFile' | 'stat' | 'readdir' | 'realpath'>;

/** Time as retries see it: milliseconds. */
export interface Timing {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** What the disk is reached by. */
export interface Disk {
  readonly fs: FileSystem;
  readonly timing: Timing;
}

/** The local disk. */
export const localDisk: Disk = {
  fs: nodeFs,
  timing: { now: () => performance.now(), sleep: async (ms) => sleep(ms) },
};

/** Rights of every file here. */
export const OWNER_ONLY = 0o600;

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

/** What another program that has the file open for a moment makes of a renaming. */
const PASSING = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** What disks of other machines say that know no flush of a folder. */
const NO_SUCH_FLUSH = new Set(['EINVAL', 'EBADF', 'ENOTSUP', 'EOPNOTSUPP']);
const RETRY_MS = 10_000;
const LONGEST_WAIT = 1_000;

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return error.code;
}

/** The fault a system error stands for; anything without a code of its own is `io`. Throws what is no system error. */
export function faultOf(error: unknown): FileFault {
  return FAULTS[codeOf(error)] ?? 'io';
}

/** Reads `length` bytes at an offset; fewer where the file ends. */
export async function readAt(handle: FileHandle, at: number, length: number): Promise<Bytes> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) return bytes.slice(0, done);
    done += bytesRead;
  }
  return bytes;
}

/** Writes all bytes at an offset. */
export async function writeAt(handle: FileHandle, at: number, bytes: Bytes): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

/** Runs work on an open file and closes it; closing loses nothing, since what counts was flushed before. */
export async function withFile<R>(
  { fs }: Disk,
  file: string,
  flags: 'r' | 'r+' | 'wx',
  work: (handle: FileHandle) => Promise<R>,
): Promise<R> {
  const handle = await fs.open(file, flags, OWNER_ONLY);
  try {
    return await work(handle);
  } finally {
    await handle.close().catch(() => undefined);
  }
}

/** The whole of a file. */
export function readWhole(disk: Disk, file: string): Promise<Bytes> {
  return withFile(disk, file, 'r', async (handle) => readAt(handle, 0, Number((await handle.stat({ bigint: true })).size)));
}

/** Makes a file, writes it and flushes it; nothing is left of it when `work` throws or gives false. */
export async function makeFile(disk: Disk, file: string, work: (handle: FileHandle) => Promise<boolean>): Promise<boolean> {
  let made = false;
  let isWhole = false;
  try {
    await withFile(disk, file, 'wx', async (handle) => {
      made = true;
      if (!(await work(handle))) return;
      // A failed flush is never tried again: the system may have dropped the pages and would then report success.
      await handle.sync();
      isWhole = true;
    });
    return isWhole;
  } finally {
    if (made && !isWhole) await disk.fs.unlink(file).catch(() => undefined);
  }
}

/** Flushes the names in a file's folder, where the system can. */
export async function syncFolderOf({ fs }: Disk, file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await fs.open(path.dirname(file), 'r');
  try {
    await folder.sync();
  } catch (error) {
    if (!NO_SUCH_FLUSH.has(codeOf(error))) throw error;
  } finally {
    await folder.close().catch(() => undefined);
  }
}

/** Renames over what has the name, trying again for up to ten seconds while another program holds it. */
export async function renameOver({ fs, timing }: Disk, from: string, to: string): Promise<void> {
  const start = timing.now();
  for (let wait = 20; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!PASSING.has(codeOf(error)) || timing.now() - start + wait > RETRY_MS) throw error;
    }
    await timing.sleep(wait);
  }
}

/** Random letters for a name that is nobody else's. */
export const randomName = (): string => randomBytes(4).toString('hex');
