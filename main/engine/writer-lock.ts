import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { utf8 } from '../core/bytes.ts';
import type { FileFault } from '../core/vault/vault-file.ts';
import { type Disk, faultOf, localDisk, OWNER_ONLY, readAt, withFile, writeAt } from './disk.ts';
import { localProcesses, type Processes } from './this-process.ts';

/** Who has a vault open for writing. `here`: a living process of this host. `unknown`: the lock file does not say. `at`: Unix seconds. */
export interface Holder {
  readonly where: 'here' | 'elsewhere' | 'unknown';
  readonly host: string | null;
  readonly at: number;
}

/** Outcome of taking a lock. */
export type Taken =
  | { readonly ok: true; readonly lock: WriterLock }
  | { readonly ok: false; readonly fault: 'in_use'; readonly holder: Holder }
  | { readonly ok: false; readonly fault: FileFault };

/** What is needed to take a lock. */
export interface LockPorts {
  readonly disk: Disk;
  readonly processes: Processes;
}

const MOST = 1024;
const TRIES = 5;
/** Milliseconds that another program has to write what it is into the lock file it just made. */
const WRITING_MS = 50;
/** Milliseconds after which the claim of one who was stopped in between counts for nothing. */
const CLAIM_MS = 10_000;

const content = z.strictObject({
  pid: z.int().min(1),
  host: z.string().min(1).max(255),
  start: z.string().max(32).nullable(),
  token: z.string().regex(/^[0-9a-f]{32}$/),
});
type Content = z.infer<typeof content>;

/** The right to write a vault's file: `<file>.lock` beside it, made by whoever comes first, removed at the end. */
export class WriterLock {
  readonly #file: string;
  readonly #token: string;
  readonly #disk: Disk;

  private constructor(file: string, token: string, disk: Disk) {
    this.#file = file;
    this.#token = token;
    this.#disk = disk;
  }

  /**
   * Takes the lock of a vault's file. One whose process is gone from this host is taken over. `override` takes also one that
   * cannot be judged, of another host or unreadable, because the person says that nobody is there; never one of a living process.
   */
  static async take(
    vaultFile: string,
    override = false,
    { disk, processes }: LockPorts = { disk: localDisk, processes: localProcesses },
  ): Promise<Taken> {
    try {
      const file = await placeOf(vaultFile, disk);
      for (let n = 0; n < TRIES; n++) {
        const lock = await make(file, disk, processes);
        if (lock !== null) return { ok: true, lock };
        const found = await look(file, disk, processes);
        if (found === null) continue;
        if (found.holder !== null && (!override || found.holder.where === 'here')) {
          return { ok: false, fault: 'in_use', holder: found.holder };
        }
        await putAway(file, found.token, disk);
      }
      return { ok: false, fault: 'in_use', holder: { where: 'unknown', host: null, at: 0 } };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  /** Who holds the lock of a vault's file; null when nobody does that is still there. */
  static async holderOf(
    vaultFile: string,
    { disk, processes }: LockPorts = { disk: localDisk, processes: localProcesses },
  ): Promise<Holder | null> {
    try {
      return (await look(await placeOf(vaultFile, disk), disk, processes))?.holder ?? null;
    } catch (error) {
      faultOf(error);
      return null;
    }
  }

  /** Gives the right back: the lock file goes, unless another has taken its place. */
  async release(): Promise<void> {
    try {
      if ((await read(this.#file, this.#disk))?.token === this.#token) await this.#disk.fs.unlink(this.#file);
    } catch (error) {
      // It will be seen to be stale.
      faultOf(error);
    }
  }

  static of(file: string, token: string, disk: Disk): WriterLock {
    return new WriterLock(file, token, disk);
  }
}

/** The lock stands beside the file itself, whatever link it is reached by. */
async function placeOf(vaultFile: string, { fs }: Disk): Promise<string> {
  const real = await fs
    .realpath(vaultFile)
    .catch(async () => path.join(await fs.realpath(path.dirname(vaultFile)), path.basename(vaultFile)));
  return `${real}.lock`;
}

async function make(file: string, disk: Disk, { own }: Processes): Promise<WriterLock | null> {
  const token = randomBytes(16).toString('hex');
  let made = false;
  try {
    const handle = await disk.fs.open(file, 'wx', OWNER_ONLY);
    made = true;
    try {
      await writeAt(handle, 0, utf8(JSON.stringify({ ...own, token } satisfies Content)));
    } finally {
      await handle.close().catch(() => undefined);
    }
  } catch (error) {
    if (made) await disk.fs.unlink(file).catch(() => undefined);
    if (!made && faultOf(error) === 'exists') return null;
    throw error;
  }
  return WriterLock.of(file, token, disk);
}

/** What stands in a lock file; `holder` null when its process is gone. Null when there is no lock file. */
async function look(
  file: string,
  disk: Disk,
  processes: Processes,
): Promise<{ token: string | null; holder: Holder | null } | null> {
  let said = await read(file, disk);
  if (said === null) {
    await sleep(WRITING_MS);
    said = await read(file, disk);
  }
  let at = 0;
  try {
    at = Math.max(1, Math.floor((await disk.fs.stat(file)).mtimeMs / 1000));
  } catch (error) {
    if (faultOf(error) === 'gone') return null;
    throw error;
  }
  if (said === null) return { token: null, holder: { where: 'unknown', host: null, at } };
  const host = said.host.split(' ')[0] ?? said.host;
  if (said.host !== processes.own.host) return { token: said.token, holder: { where: 'elsewhere', host, at } };
  return { token: said.token, holder: isGone(said, processes) ? null : { where: 'here', host, at } };
}

/** SECURITY: only this makes a lock stale by itself: no process of this number on this host, or one that began at another time. */
function isGone({ pid, start }: Content, { find }: Processes): boolean {
  const now = find(pid);
  return now === null || (now.start !== null && start !== null && now.start !== start);
}

/**
 * Removes a lock file that counts for nothing. Whoever makes the claim beside it may: of many that found the same one, none may
 * remove what the first of them has put in its place.
 */
async function putAway(file: string, token: string | null, disk: Disk): Promise<void> {
  const { fs } = disk;
  const claim = `${file}.claim`;
  try {
    await (await fs.open(claim, 'wx', OWNER_ONLY)).close();
  } catch (error) {
    if (faultOf(error) !== 'exists') throw error;
    await sleep(WRITING_MS);
    const { mtimeMs } = await fs.stat(claim).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > CLAIM_MS) await fs.unlink(claim).catch(faultOf);
    return;
  }
  try {
    if (((await read(file, disk))?.token ?? null) === token) await fs.unlink(file);
  } catch (error) {
    if (faultOf(error) !== 'gone') throw error;
  } finally {
    await fs.unlink(claim).catch(faultOf);
  }
}

/** What a lock file says; null when it cannot be read as one. */
async function read(file: string, disk: Disk): Promise<Content | null> {
  try {
    const bytes = await withFile(disk, file, 'r', (handle) => readAt(handle, 0, MOST));
    const parsed = content.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
