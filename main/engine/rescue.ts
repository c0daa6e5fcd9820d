import path from 'node:path';
import { type Done, isRefused, type Refused, refuse } from '../../shared/errors.ts';
import { localDisk, type Disk } from './disk.ts';
import { FileStore } from './file-store.ts';
import type { Host } from './host.ts';
import type { Keeper } from './keeper.ts';
import { countChanges, mergeWaiting } from './merge-waiting.ts';
import type { Session } from './session.ts';
import { fileCode } from './vault-codes.ts';

/** The way back for changes that an earlier lock or crash found unsaved. */
export class Rescue {
  readonly #keeper: Keeper;
  readonly #host: Host;
  readonly #disk: Disk;

  constructor(of: { keeper: Keeper; host: Host; disk?: Disk }) {
    this.#keeper = of.keeper;
    this.#host = of.host;
    this.#disk = of.disk ?? localDisk;
  }

  /** What waits; `changes` null when it cannot be read with the key of now. */
  async state(session: Session): Promise<{ rescue: { at: number; changes: number | null } | null }> {
    const kept = await this.#keeper.kept();
    const newest = kept.at(-1);
    if (newest === undefined) return { rescue: null };
    let changes: number | null = 0;
    for (const { file } of kept) {
      const waiting = await this.#waitingIn(session, file);
      changes = waiting === null || changes === null ? null : changes + countChanges(waiting.ops);
    }
    return { rescue: { at: newest.at, changes } };
  }

  /** Saves what waits, oldest first, each as one transaction; a copy goes once its changes are on disk. */
  async restore(session: Session): Promise<Done | Refused> {
    const kept = await this.#keeper.kept();
    if (kept.length === 0) return refuse('not_found');
    for (const { file } of kept) {
      const waiting = await this.#waitingIn(session, file);
      if (waiting === null) return refuse('rescue_unreadable');
      const saved = await session.book.change((draft) => mergeWaiting(waiting, session.vault.records, draft));
      if (isRefused(saved)) return saved;
      await this.#keeper.rescues.drop(file);
    }
    return {};
  }

  /** Lets go of what waits, because the person says so. */
  async drop(): Promise<Done | Refused> {
    for (const { file } of await this.#keeper.kept()) {
      if (!(await this.#keeper.rescues.drop(file))) return refuse('write_failed');
    }
    return {};
  }

  /** Writes the newest copy, a whole vault of its own, to a place the person chose. */
  async saveCopy(token: string): Promise<{ file: string } | Refused> {
    const file = await this.#host.redeem(token, 'save_vault');
    if (isRefused(file)) return file;
    const newest = (await this.#keeper.kept()).at(-1);
    const copy = newest === undefined ? null : await this.#keeper.rescues.read(newest.file);
    if (copy === null) return refuse('not_found');
    const place = file.endsWith('.latchkey') ? file : `${file}.latchkey`;
    const written = await new FileStore(place, this.#disk).create(copy);
    return written.ok ? { file: path.basename(place).slice(0, 255) } : refuse(fileCode(written.fault));
  }

  async #waitingIn(session: Session, file: string) {
    const copy = await this.#keeper.rescues.read(file);
    return copy === null ? null : session.vault.waitingIn(copy);
  }
}
