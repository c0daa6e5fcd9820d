import path from 'node:path';
import type { CopyState, CopyView } from '../../shared/contracts/engine/copies.ts';
import type { WorkTask } from '../../shared/contracts/engine/work.ts';
import { type Done, isRefused, type Refused, refuse } from '../../shared/errors.ts';
import { copiesText } from '../../shared/text/copies.ts';
import { type Bytes, b64u } from '../core/bytes.ts';
import { bringIn } from '../core/copies/bring-in.ts';
import { Comparison } from '../core/copies/comparison.ts';
import { CopyBook } from '../core/copies/copy-book.ts';
import { randomBytes } from '../core/crypto/sodium.ts';
import type { CopyFault, OtherCopy } from '../core/vault/other-copy.ts';
import type { Vault } from '../core/vault/vault.ts';
import type { Watch } from '../core/vault/watch.ts';
import { Tries } from './attempts.ts';
import { Backups } from './backups.ts';
import { readCopyFile } from './copy-file.ts';
import { type Disk, localDisk } from './disk.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';
import { notRestored, openCode } from './vault-codes.ts';

type Source = { readonly kind: 'backup'; readonly backup: string } | { readonly kind: 'file'; readonly token: string };

/** A file to look into: where it comes from, and its bytes. */
interface Found {
  readonly kind: Source['kind'];
  readonly name: string | null;
  /** When a backup was made, Unix seconds. */
  readonly at: number | null;
  readonly bytes: Bytes;
}

/** A copy read with keys that fit. */
interface Read {
  readonly copy: OtherCopy;
  readonly book: CopyBook;
  readonly comparison: Comparison;
}

/** The one copy that is open; `read` null while it waits for its passphrase. */
interface Held {
  readonly id: string;
  readonly vault: Vault;
  readonly found: Found;
  readonly brought: Set<string>;
  read: Read | null;
}

/** Other files of the open vault, looked into beside it one at a time: its backups, and copies the person chose. They are only ever read. */
export class OtherCopies {
  readonly #host: Host;
  readonly #clock: () => number;
  readonly #profile: string;
  readonly #disk: Disk;
  readonly #watch: (task: WorkTask) => Watch;
  readonly #tries: Tries;
  #held: Held | null = null;
  /** Counts what was begun: of two things begun at once the later one counts. */
  #turn = 0;

  constructor(of: {
    host: Host;
    clock: () => number;
    profile: string;
    disk?: Disk;
    /** Tells the page how far long work is, and lets other work run. */
    watch: (task: WorkTask) => Watch;
  }) {
    this.#host = of.host;
    this.#clock = of.clock;
    this.#tries = new Tries(of.clock);
    this.#profile = of.profile;
    this.#disk = of.disk ?? localDisk;
    this.#watch = of.watch;
  }

  /** Opens a copy, in place of one that was open; locked when it was sealed with another key of this vault. */
  async open(session: Session, source: Source): Promise<CopyView | Refused> {
    const turn = ++this.#turn;
    this.#drop();
    const found = await this.#find(session.vault, source);
    if (isRefused(found)) return found;
    const read = await this.#read(session, found.bytes, null);
    if (isRefused(read)) return read;
    if (turn !== this.#turn) {
      read?.book.close();
      return refuse('busy');
    }
    this.#held = { id: b64u(randomBytes(16)), vault: session.vault, found, brought: new Set(), read };
    return viewOf(this.#held);
  }

  /** Opens a locked copy with the passphrase it had then. */
  async unlock(session: Session, { copy, password }: { copy: string; password: string }): Promise<CopyView | Refused> {
    const held = this.#of(session, copy);
    if (held === null) return refuse('not_found');
    if (held.read !== null) return viewOf(held);
    // SECURITY: one after another, or as many as may be under way would be tried before the first is known to be wrong.
    const read = await this.#tries.next(async () => {
      const tried = await this.#read(session, held.found.bytes, password);
      const isOld = isRefused(tried) && tried.refused === 'wrong_password' && held.found.kind === 'backup';
      return isOld ? notRestored('wrong_key') : tried;
    });
    if (isRefused(read)) return read;
    if (this.#held !== held || held.read !== null) {
      read?.book.close();
      return refuse('not_found');
    }
    held.read = read;
    return viewOf(held);
  }

  /** Takes what stands behind the damage of a copy too. */
  async readBehind(session: Session, copy: string): Promise<CopyView | Refused> {
    const held = this.#of(session, copy);
    if (held?.read == null) return refuse('not_found');
    const watch = this.#watch('salvaging');
    if (!(await held.read.copy.readBehind(watch))) return refuse('cancelled');
    // It was read: giving up now would only leave it without a list.
    const compared = await this.#compared(session, held.read.copy, async (part) => (await watch(part), true));
    if (isRefused(compared)) return compared;
    held.read = compared;
    return viewOf(held);
  }

  /** Its accounts beside those of the open vault. */
  list(session: Session, query: { copy: string; show: CopyState | 'all'; query: string; offset: number; limit: number }) {
    const held = this.#of(session, query.copy);
    if (held?.read == null) return refuse('not_found');
    return held.read.comparison.list(session.book, query, held.brought);
  }

  /** Adds accounts of it as new ones, in one transaction. */
  async bringIn(session: Session, { copy, ids }: { copy: string; ids: readonly string[] }) {
    const held = this.#of(session, copy);
    if (held?.read == null) return refuse('not_found');
    const { book } = held.read;
    const at = held.found.at ?? book.lastSaved;
    const mark = copiesText.mark(held.found.kind, at, this.#clock());
    const done = await session.book.change((draft) => bringIn(draft, session.book, book, ids, ` (${mark})`));
    if (isRefused(done)) return done;
    for (const id of ids) held.brought.add(id);
    const { clients, unreadable, ownerless, strangers } = done;
    return { brought: done.ids.length, clients, unreadable, ownerless, strangers, mark };
  }

  /** Forgets a copy, its keys wiped. */
  close(copy: string): Done {
    if (this.#held?.id === copy) this.#drop();
    return {};
  }

  #drop(): void {
    this.#held?.read?.book.close();
    this.#held = null;
  }

  /** The copy of an id, open beside this vault; null for any other, and after a lock. */
  #of(session: Session, copy: string): Held | null {
    const held = this.#held;
    if (held === null || held.id !== copy) return null;
    if (held.vault === session.vault && held.read?.copy.isClosed !== true) return held;
    this.#drop();
    return null;
  }

  async #find({ vaultId }: Vault, source: Source): Promise<Found | Refused> {
    if (source.kind === 'backup') {
      const backups = new Backups(this.#profile, vaultId, this.#clock, this.#disk);
      const backup = (await backups.list()).find(({ id }) => id === source.backup);
      const bytes = backup && (await backups.read(backup.id));
      if (backup === undefined || bytes === undefined || bytes === null) return refuse('no_backup');
      return { kind: 'backup', name: null, at: backup.at, bytes };
    }
    const file = await this.#host.redeem(source.token, 'open_vault');
    if (isRefused(file)) return file;
    const bytes = await readCopyFile(this.#disk, file, vaultId);
    return isRefused(bytes) ? bytes : { kind: 'file', name: path.basename(file).slice(0, 255), at: null, bytes };
  }

  /** Reads a copy's bytes with the vault's keys, or with a passphrase of another time; null when that is needed and not given. */
  async #read(session: Session, bytes: Bytes, password: string | null): Promise<Read | null | Refused> {
    const credential = password === null ? null : { password };
    const opened = await session.vault.openCopy(bytes, credential, this.#watch('salvaging'));
    if (opened === 'other_keys') return null;
    if (typeof opened === 'string') return refuse(copyCode(opened));
    return this.#compared(session, opened, this.#watch('salvaging'));
  }

  /** What a copy holds, beside what is here; the copy is closed when it was given up. */
  async #compared(session: Session, copy: OtherCopy, watch: Watch): Promise<Read | Refused> {
    const book = new CopyBook(copy);
    const comparison = new Comparison(book);
    if (await comparison.prepare(session.book, watch)) return { copy, book, comparison };
    book.close();
    return refuse('cancelled');
  }
}

function viewOf({ id, found: { kind, name, at, bytes }, read }: Held): CopyView {
  const facts = { copy: id, kind, name, bytes: bytes.length };
  if (read === null) return { ...facts, at, locked: true, damage: null, setAside: 0 };
  const { lastSaved, damage, setAside } = read.book;
  return { ...facts, at: at ?? lastSaved, locked: false, damage, setAside };
}

/** The code a person meets when a copy is not opened. */
function copyCode(fault: Exclude<CopyFault, 'other_keys'>) {
  return fault === 'another_vault' || fault === 'cancelled' ? fault : openCode(fault, false);
}
