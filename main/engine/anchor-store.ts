import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Bytes, b64u } from '../core/bytes.ts';
import type { AnchorStore } from '../core/vault/anchor-store.ts';
import { type Disk, localDisk, makeFile, randomName, readAt, syncFolderOf, withFile, writeAt } from './disk.ts';

/** More than an anchor has, so that a longer file is seen to be none. */
const MOST = 137;

/**
 * Anchors in the app's own folder, one small file for each vault. Flushed, though no save waits for it: with none left after a
 * power cut, the rest of the save it cut short would look like damage.
 */
export class AnchorFiles implements AnchorStore {
  readonly #folder: string;
  readonly #disk: Disk;

  /** `profile` is the app's folder. */
  constructor(profile: string, disk: Disk = localDisk) {
    this.#folder = path.join(profile, 'anchors');
    this.#disk = disk;
  }

  async read(vaultId: Bytes): Promise<Bytes | null> {
    try {
      return await withFile(this.#disk, this.#fileOf(vaultId), 'r', (handle) => readAt(handle, 0, MOST));
    } catch {
      return null;
    }
  }

  async write(vaultId: Bytes, anchor: Bytes): Promise<boolean> {
    const file = this.#fileOf(vaultId);
    const temporary = `${file}.tmp-${randomName()}`;
    const { fs } = this.#disk;
    try {
      const put = (): Promise<boolean> =>
        makeFile(this.#disk, temporary, async (handle) => {
          await writeAt(handle, 0, anchor);
          return true;
        });
      await put().catch(async () => {
        await mkdir(this.#folder, { recursive: true, mode: 0o700 });
        await put();
      });
      await fs.rename(temporary, file);
      await syncFolderOf(this.#disk, file);
      return true;
    } catch {
      await fs.unlink(temporary).catch(() => undefined);
      return false;
    }
  }

  #fileOf(vaultId: Bytes): string {
    return path.join(this.#folder, b64u(vaultId));
  }
}
