import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Bytes, b64u, sameBytes } from '../core/bytes.ts';
import type { Kdf } from '../core/crypto/kdf.ts';
import { randomBytes } from '../core/crypto/sodium.ts';
import { readWithKeys } from '../core/vault/file-state.ts';
import { wipeKeys } from '../core/vault/keys.ts';
import type { Changed } from '../core/vault/outcomes.ts';
import type { Credential } from '../core/vault/slots.ts';
import { type UnlockFault, unlock } from '../core/vault/unlock.ts';
import type { Vault } from '../core/vault/vault.ts';
import type { FileFault, ReplaceFault, VaultFile } from '../core/vault/vault-file.ts';
import { legOf, unwatched, WATCH_STEP, type Watch } from '../core/vault/watch.ts';
import { inBackground } from './background.ts';
import { type Disk, faultOf, localDisk, makeFile, randomName, readWhole, syncFolderOf, writeAt } from './disk.ts';

/** A verified copy of a vault's file. `at`: Unix seconds. */
export interface Backup {
  /** 22 characters of base64url. */
  readonly id: string;
  readonly at: number;
  readonly bytes: number;
}

/** A backup read with the open vault's keys; null records: it does not read, or was made before the vault key was rotated. */
export interface ReadBackup extends Backup {
  readonly records: number | null;
}

/** Outcome of making a backup. `unverified`: it did not read back, and was taken away. */
export type MadeBackup =
  | { readonly ok: true; readonly backup: Backup & { readonly records: number } }
  | { readonly ok: false; readonly fault: FileFault | 'unverified' };

/** Outcome of putting a backup in the vault's place. `damaged`: the backup itself does not read whole. */
export type Restored =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: UnlockFault | ReplaceFault | 'damaged' | 'no_backup' };

/** Outcome of a purge: how many older backups were removed because they held what was purged, or could not be read. */
export type Purged =
  | { readonly ok: true; readonly removed: number }
  | { readonly ok: false; readonly fault: Exclude<Changed, { ok: true }>['fault'] | 'not_removed' };

interface Named {
  readonly id: string;
  readonly at: number;
  readonly name: string;
}

/** Part of a restore after which the backup is known to be whole. */
const READ = 0.6;
const KEPT = 7;
const DAY = 86_400;
const LEFT_OVER = /\.latchkey\.tmp-[0-9a-f]{8}$/;
const NAME = /^([0-9]{1,12})-([A-Za-z0-9_-]{22})\.latchkey$/;

/** The backups of one vault, in the app's own folder. A backup is a vault file and opens as one, with the password of its day. */
export class Backups {
  readonly folder: string;
  readonly #clock: () => number;
  readonly #disk: Disk;

  /** `profile` is the app's folder, `clock` gives Unix seconds. */
  constructor(profile: string, vaultId: Bytes, clock: () => number, disk: Disk = localDisk) {
    this.folder = path.join(profile, 'backups', b64u(vaultId));
    this.#clock = clock;
    this.#disk = disk;
  }

  /** All there are, newest first. */
  async list(): Promise<Backup[]> {
    const found = await this.#names();
    const sized = found.map(async ({ name, ...backup }) => {
      const { size } = await this.#disk.fs.stat(path.join(this.folder, name));
      return { ...backup, bytes: size };
    });
    return (await Promise.allSettled(sized)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /** Bytes of the newest one that reads from the disk; null when there is none. */
  async newestBytes(): Promise<Bytes | null> {
    for (const { id } of await this.list()) {
      const bytes = await this.read(id);
      if (bytes !== null) return bytes;
    }
    return null;
  }

  /** The same, each read whole. */
  async listRead(vault: Vault): Promise<ReadBackup[]> {
    const read: ReadBackup[] = [];
    for (const backup of await this.list()) {
      const bytes = await this.read(backup.id);
      const reading = bytes && (await vault.inspect(bytes, inBackground));
      const isWhole = reading !== null && reading !== 'cancelled' && reading.class === 'clean';
      read.push({ ...backup, records: isWhole ? reading.records.size : null });
    }
    return read;
  }

  /** Makes the day's backup after a save, unless there is one; null when there is. */
  async daily(vault: Vault): Promise<MadeBackup | null> {
    const today = Math.floor(this.#clock() / DAY);
    const isMade = (await this.#names()).some(({ at }) => Math.floor(at / DAY) === today);
    return isMade ? null : this.make(vault);
  }

  /** Makes a backup now, verifies it, and keeps seven: of several of a day the later ones go first, then the oldest. */
  async make(vault: Vault): Promise<MadeBackup> {
    const copied = await vault.copy();
    if (!copied.ok) return copied;
    const at = this.#clock();
    const id = b64u(randomBytes(16));
    const file = path.join(this.folder, `${at}-${id}.latchkey`);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const records = await this.#write(file, copied.bytes, vault);
      if (records === null) return { ok: false, fault: 'unverified' };
      const older = (await this.#names()).filter((one) => one.id !== id);
      for (const { name } of beyond(older, KEPT - 1)) await this.#remove(name);
      await this.#tidy().catch(() => undefined);
      return { ok: true, backup: { id, at, bytes: copied.bytes.length, records } };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  /** Writes a backup beside its name, reads it back with the real reader, and only then gives it the name. */
  async #write(file: string, bytes: Bytes, vault: Vault): Promise<number | null> {
    const temporary = `${file}.tmp-${randomName()}`;
    try {
      await makeFile(this.#disk, temporary, async (handle) => {
        await writeAt(handle, 0, bytes);
        return true;
      });
      const written = await readWhole(this.#disk, temporary);
      const reading = await vault.inspect(written, inBackground);
      if (reading === null || reading === 'cancelled' || reading.class !== 'clean' || !sameBytes(written, bytes)) return null;
      await this.#disk.fs.rename(temporary, file);
      await syncFolderOf(this.#disk, file);
      return reading.records.size;
    } finally {
      await this.#disk.fs.unlink(temporary).catch(() => undefined);
    }
  }

  /**
   * What follows once records were deleted for good: the file is compacted, what was kept beside it goes, a fresh backup is
   * made, and then the older ones that hold one of these records, or that cannot be read, are removed.
   */
  async purge(vault: Vault, ids: ReadonlySet<string>): Promise<Purged> {
    const compacted = await vault.compact();
    if (!compacted.ok) return { ok: false, fault: compacted.fault };
    const fresh = await this.make(vault);
    if (!fresh.ok) return fresh;
    const old = await vault.removeOld();
    if (!old.ok) return { ok: false, fault: 'not_removed' };
    const names = await this.#allNames();
    if (names === null) return { ok: false, fault: 'not_removed' };
    let removed = 0;
    for (const { id, name } of names) {
      if (id === fresh.backup.id) continue;
      const bytes = await this.read(id);
      const held = bytes && (await vault.idsIn(bytes));
      if (held !== null && [...ids].every((one) => !held.has(one))) continue;
      if (!(await this.#remove(name))) return { ok: false, fault: 'not_removed' };
      removed += 1;
    }
    return { ok: true, removed };
  }

  /**
   * Puts a backup in the vault's place, once a credential of its day has shown that it reads whole. The file that was there is
   * kept beside it; where there is none, one is made. Open the vault anew after it.
   */
  async restore(id: string, file: VaultFile, credential: Credential, kdf: Kdf, watch: Watch = unwatched): Promise<Restored> {
    const bytes = await this.read(id);
    if (bytes === null) return { ok: false, fault: 'no_backup' };
    const unlocked = await unlock(bytes, credential, kdf);
    if (typeof unlocked === 'string') return { ok: false, fault: unlocked };
    const read = await readWithKeys(bytes, unlocked.keys, legOf(watch, 0, READ));
    wipeKeys(unlocked.keys);
    if (read === 'cancelled') return { ok: false, fault: read };
    if (read === null || read.reading.class !== 'clean') return { ok: false, fault: 'damaged' };
    const now = await file.read();
    if (!now.ok && now.fault === 'gone') return file.create(bytes);
    if (!now.ok) return now;
    return file.replace({
      write: async (put) => {
        for (let at = 0; at < bytes.length; at += WATCH_STEP) {
          await put(bytes.subarray(at, at + WATCH_STEP));
          if (!(await watch(READ + (at / bytes.length) * (1 - READ)))) return false;
        }
        return true;
      },
      verify: async (written) => (sameBytes(written, bytes) ? null : 'unverified'),
    });
  }

  /** Why a credential does not open a backup; null when it does. */
  async faultOf(id: string, credential: Credential, kdf: Kdf): Promise<UnlockFault | 'no_backup' | null> {
    const bytes = await this.read(id);
    if (bytes === null) return 'no_backup';
    const unlocked = await unlock(bytes, credential, kdf);
    if (typeof unlocked === 'string') return unlocked;
    wipeKeys(unlocked.keys);
    return null;
  }

  /** Bytes of one; null when it is not there any more, or cannot be read now. */
  async read(id: string): Promise<Bytes | null> {
    const found = (await this.#names()).find((one) => one.id === id);
    try {
      return found === undefined ? null : await readWhole(this.#disk, path.join(this.folder, found.name));
    } catch (error) {
      faultOf(error);
      return null;
    }
  }

  async #names(): Promise<Named[]> {
    return (await this.#allNames()) ?? [];
  }

  /** Newest first; none where there is no folder, null when it could not be looked into. */
  async #allNames(): Promise<Named[] | null> {
    let names: string[] = [];
    try {
      names = await this.#disk.fs.readdir(this.folder);
    } catch (error) {
      if (faultOf(error) !== 'gone') return null;
    }
    const found = names.flatMap((name) => {
      const [, at, id] = NAME.exec(name) ?? [];
      return at === undefined || id === undefined ? [] : [{ id, at: Number(at), name }];
    });
    return found.toSorted((a, b) => b.at - a.at);
  }

  /** Removes what a backup that was cut short left behind. */
  async #tidy(): Promise<void> {
    const names = await this.#disk.fs.readdir(this.folder);
    for (const name of names) if (LEFT_OVER.test(name)) await this.#remove(name);
  }

  async #remove(name: string): Promise<boolean> {
    try {
      await this.#disk.fs.unlink(path.join(this.folder, name));
      return true;
    } catch (error) {
      faultOf(error);
      return false;
    }
  }
}

/**
 * Backups, newest first, that go so that `most` stay. SECURITY: the first of each day stays longest: a page that makes one after another must not be rid of
 * all from before it came.
 */
function beyond(backups: readonly Named[], most: number): Named[] {
  const dayOf = ({ at }: Named): number => Math.floor(at / DAY);
  const isLater = (one: Named, place: number): boolean => backups.slice(place + 1).some((other) => dayOf(other) === dayOf(one));
  const later = backups.filter(isLater);
  const inOrder = [...backups.filter((one) => !later.includes(one)), ...later];
  return inOrder.slice(most);
}
