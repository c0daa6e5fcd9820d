import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Bytes, b64u, sameBytes } from '../core/bytes.ts';
import { type Disk, faultOf, localDisk, makeFile, randomName, readWhole, syncFolderOf, writeAt } from './disk.ts';

/** Changes that could not be saved, sealed in a vault file of their own. `at`: Unix seconds. */
export interface KeptFile {
  readonly file: string;
  readonly at: number;
}

const NAME = /^([0-9]{1,12})-[0-9a-f]{8}\.latchkey$/;

/** Where the app keeps what a vault's file did not take, so that a lock or a crash does not lose it. */
export class Rescues {
  readonly #profile: string;
  readonly #clock: () => number;
  readonly #disk: Disk;

  /** `profile` is the app's folder, `clock` gives Unix seconds. */
  constructor(profile: string, clock: () => number, disk: Disk = localDisk) {
    this.#profile = profile;
    this.#clock = clock;
    this.#disk = disk;
  }

  /** Keeps a sealed copy, read back before it counts; gives its file, null when it could not be kept. `instead` is the one it replaces. */
  async keep(vaultId: Bytes, copy: Bytes, instead: string | null): Promise<string | null> {
    const folder = this.#folderOf(vaultId);
    const file = path.join(folder, `${this.#clock()}-${randomName()}.latchkey`);
    const temporary = `${file}.tmp`;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await makeFile(this.#disk, temporary, async (handle) => {
        await writeAt(handle, 0, copy);
        return true;
      });
      if (!sameBytes(await readWhole(this.#disk, temporary), copy)) return null;
      await this.#disk.fs.rename(temporary, file);
      await syncFolderOf(this.#disk, file);
    } catch (error) {
      faultOf(error);
      return null;
    } finally {
      await this.#disk.fs.unlink(temporary).catch(() => undefined);
    }
    if (instead !== null) await this.drop(instead);
    return file;
  }

  /** What is kept of a vault, oldest first. */
  async list(vaultId: Bytes): Promise<KeptFile[]> {
    const folder = this.#folderOf(vaultId);
    const names = await this.#disk.fs.readdir(folder).catch(() => []);
    const found = names.flatMap((name) => {
      const at = NAME.exec(name)?.[1];
      return at === undefined ? [] : [{ file: path.join(folder, name), at: Number(at) }];
    });
    return found.toSorted((a, b) => a.at - b.at);
  }

  /** A kept copy; null when it cannot be read now. */
  async read(file: string): Promise<Bytes | null> {
    return readWhole(this.#disk, file).catch(() => null);
  }

  /** Lets go of a kept copy; false when it is still there. */
  async drop(file: string): Promise<boolean> {
    return this.#disk.fs.unlink(file).then(
      () => true,
      (error: unknown) => faultOf(error) === 'gone',
    );
  }

  #folderOf(vaultId: Bytes): string {
    return path.join(this.#profile, 'rescue', b64u(vaultId));
  }
}
