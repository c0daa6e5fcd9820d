import path from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import { type Bytes, sameBytes } from '../core/bytes.ts';
import type { Replaced, Replacement, ReadFile, VaultFile, Written } from '../core/vault/vault-file.ts';
import {
  type Disk,
  faultOf,
  localDisk,
  makeFile,
  randomName,
  readAt,
  readWhole,
  renameOver,
  syncFolderOf,
  withFile,
  writeAt,
} from './disk.ts';

export { faultOf } from './disk.ts';

interface Known {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: number;
  readonly tail: Bytes;
}

const TAIL = 32;
const LEFT_OVER = /^\.(?:tmp|bak)-[0-9a-f]{8}$/;
const OLD = /^\.(?:bak|(?:bak|torn)-[0-9a-f]{8})$/;

/**
 * A vault file on the local disk. Opened anew for each write, so that the file checked is the file written, and a name that
 * was given to another file since is noticed.
 */
export class FileStore implements VaultFile {
  readonly path: string;
  readonly #disk: Disk;
  #known: Known | null = null;

  constructor(file: string, disk: Disk = localDisk) {
    this.path = file;
    this.#disk = disk;
  }

  async read(): Promise<ReadFile> {
    return this.#reading(async (handle) => {
      const { dev, ino, size } = await handle.stat({ bigint: true });
      const bytes = await readAt(handle, 0, Number(size));
      this.#known = { dev, ino, size: bytes.length, tail: bytes.slice(-TAIL) };
      return { ok: true, bytes };
    });
  }

  async reread(): Promise<ReadFile> {
    const known = this.#mustKnow();
    return this.#reading(async (handle) => {
      if (!(await isStill(handle, known))) return { ok: false, fault: 'changed_elsewhere' };
      return { ok: true, bytes: await readAt(handle, 0, known.size) };
    });
  }

  async #reading(work: (handle: FileHandle) => Promise<ReadFile>): Promise<ReadFile> {
    try {
      return await withFile(this.#disk, this.path, 'r', work);
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  async create(bytes: Bytes): Promise<Written> {
    return this.#try(async () => {
      let made: Known | null = null;
      await makeFile(this.#disk, this.path, async (handle) => {
        await writeAt(handle, 0, bytes);
        made = await knownOf(handle, bytes.length, bytes.slice(-TAIL));
        return true;
      });
      try {
        await syncFolderOf(this.#disk, this.path);
      } catch (error) {
        await this.#disk.fs.unlink(this.path).catch(() => undefined);
        throw error;
      }
      this.#known = made;
    });
  }

  async flush(): Promise<Written> {
    const { size } = this.#mustKnow();
    return this.#change(size, async (handle, known) => {
      await handle.sync();
      await syncFolderOf(this.#disk, await this.#disk.fs.realpath(this.path));
      return known;
    });
  }

  async append(at: number, parts: readonly Bytes[]): Promise<Written> {
    return this.#change(at, async (handle, known) => {
      let end = at;
      try {
        for (const part of parts) {
          await writeAt(handle, end, part);
          end += part.length;
          // Before the next one is begun: of two on their way together the later may arrive whole and the earlier not.
          // A failed flush is never tried again: the system may have dropped the pages and would then report success.
          await handle.sync();
        }
      } catch (error) {
        await handle.truncate(at).catch(() => undefined);
        throw error;
      }
      const last = parts.at(-1) ?? known.tail;
      return { ...known, size: end, tail: last.slice(-TAIL) };
    });
  }

  async repair(length: number, stepsBack: (file: Bytes) => readonly number[]): Promise<Written> {
    const { size } = this.#mustKnow();
    return this.#change(size, async (handle, known) => {
      const whole = await readAt(handle, 0, size);
      const aside = `${this.path}.torn-${randomName()}`;
      await makeFile(this.#disk, aside, async (copy) => {
        await writeAt(copy, 0, whole);
        return true;
      });
      await syncFolderOf(this.#disk, aside);
      for (const end of [...stepsBack(whole), length]) {
        await handle.truncate(end);
        await handle.sync();
      }
      return { ...known, size: length, tail: whole.slice(Math.max(0, length - TAIL), length) };
    });
  }

  async replace(next: Replacement): Promise<Replaced> {
    const known = this.#mustKnow();
    let temporary = '';
    let made: Known | null = null;
    let inPlace = false;
    try {
      // A link stays a link: what it points to is replaced.
      const target = await this.#disk.fs.realpath(this.path);
      if (!(await this.#isKnown(target, known))) return { ok: false, fault: 'changed_elsewhere', inPlace };
      temporary = `${target}.tmp-${randomName()}`;
      made = await this.#writeNext(temporary, next);
      const bytes = made && (await readWhole(this.#disk, temporary));
      // The new file must be all the disk says it is before the old one gives up its name.
      const fault = made === null || bytes === null ? 'cancelled' : await next.verify(bytes);
      if (fault !== null) return { ok: false, fault, inPlace };
      if (!(await this.#isKnown(target, known))) return { ok: false, fault: 'changed_elsewhere', inPlace };
      await this.#keepOld(target);
      await renameOver(this.#disk, temporary, target);
      inPlace = true;
      this.#known = made;
      await syncFolderOf(this.#disk, target);
      return { ok: true };
    } catch (error) {
      const fault = faultOf(error);
      // An error of the renaming does not tell whether it took place.
      if (!inPlace && made !== null && (await this.#isKnown(this.path, made).catch(() => false))) {
        inPlace = true;
        this.#known = made;
      }
      return { ok: false, fault, inPlace };
    } finally {
      if (!inPlace && temporary !== '') await this.#disk.fs.unlink(temporary).catch(() => undefined);
    }
  }

  async #writeNext(file: string, next: Replacement): Promise<Known | null> {
    let made: Known | null = null;
    const isWhole = await makeFile(this.#disk, file, async (handle) => {
      let end = 0;
      let tail: Bytes = new Uint8Array();
      const isDone = await next.write(async (bytes) => {
        await writeAt(handle, end, bytes);
        end += bytes.length;
        tail = bytes.slice(-TAIL);
      });
      made = await knownOf(handle, end, tail);
      return isDone;
    });
    return isWhole ? made : null;
  }

  /** Another name for the old file, or a copy where the disk knows no second names, in the place of the last one kept. */
  async #keepOld(file: string): Promise<void> {
    const { fs } = this.#disk;
    const kept = `${file}.bak-${randomName()}`;
    try {
      await fs.link(file, kept);
    } catch {
      const bytes = await readWhole(this.#disk, file);
      await makeFile(this.#disk, kept, async (handle) => {
        await writeAt(handle, 0, bytes);
        return true;
      });
    }
    try {
      await renameOver(this.#disk, kept, `${file}.bak`);
    } finally {
      // POSIX renames nothing, and says so to nobody, when both names are the same file already.
      await fs.unlink(kept).catch(() => undefined);
    }
  }

  async tidy(): Promise<void> {
    await this.#removeBeside(LEFT_OVER);
  }

  async removeOld(): Promise<Written> {
    return this.#try(async () => {
      if (!(await this.#removeBeside(OLD))) throw Object.assign(new Error('still there'), { code: 'EIO' });
      await syncFolderOf(this.#disk, this.path);
    });
  }

  /** Removes the files whose names are this one's with such an ending; false when one is still there. */
  async #removeBeside(ending: RegExp): Promise<boolean> {
    const { fs } = this.#disk;
    try {
      const file = await fs.realpath(this.path);
      const folder = path.dirname(file);
      const name = path.basename(file);
      const found = (await fs.readdir(folder)).filter((one) => one.startsWith(name) && ending.test(one.slice(name.length)));
      const removed = await Promise.all(
        found.map((one) =>
          fs.unlink(path.join(folder, one)).then(
            () => true,
            () => false,
          ),
        ),
      );
      return removed.every(Boolean);
    } catch (error) {
      faultOf(error);
      return false;
    }
  }

  /** SECURITY: no write before the file has been seen to be the one last read or written by us. */
  async #change(size: number, work: (handle: FileHandle, known: Known) => Promise<Known>): Promise<Written> {
    const known = this.#mustKnow();
    if (known.size !== size) throw new RangeError('write away from the known end');
    try {
      return await withFile(this.#disk, this.path, 'r+', async (handle) => {
        if (!(await isStill(handle, known))) return { ok: false, fault: 'changed_elsewhere' };
        this.#known = await work(handle, known);
        return { ok: true };
      });
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  #isKnown(file: string, known: Known): Promise<boolean> {
    return withFile(this.#disk, file, 'r', async (handle) => isStill(handle, known));
  }

  #mustKnow(): Known {
    if (this.#known === null) throw new RangeError('a file that was not read or made');
    return this.#known;
  }

  async #try(work: () => Promise<void>): Promise<Written> {
    try {
      await work();
      return { ok: true };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }
}

async function knownOf(handle: FileHandle, size: number, tail: Bytes): Promise<Known> {
  const { dev, ino } = await handle.stat({ bigint: true });
  return { dev, ino, size, tail };
}

async function isStill(handle: FileHandle, { dev, ino, size, tail }: Known): Promise<boolean> {
  const now = await handle.stat({ bigint: true });
  if (now.dev !== dev || now.ino !== ino || now.size !== BigInt(size)) return false;
  return sameBytes(await readAt(handle, size - tail.length, tail.length), tail);
}
