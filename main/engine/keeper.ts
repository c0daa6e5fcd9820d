import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { TOPICS, type Topic } from '../../shared/topics.ts';
import { type Done, isRefused, type Refused, refuse } from '../../shared/errors.ts';
import type { Newcomers } from '../core/accounts/newcomers.ts';
import { KDF_FLOOR, KDF_PRESETS, type Kdf } from '../core/crypto/kdf.ts';
import { checkNewPassword } from '../core/crypto/new-password.ts';
import type { Bytes } from '../core/bytes.ts';
import { randomBytes, wipe } from '../core/crypto/sodium.ts';
import { recoveryWords } from '../core/crypto/words.ts';
import { unfitLine } from '../core/messages/unfit.ts';
import { CARD_NAME_MAX } from '../core/people/card.ts';
import type { Credential } from '../core/vault/slots.ts';
import { Vault, type VaultPorts } from '../core/vault/vault.ts';
import { unwatched, type Watch } from '../core/vault/watch.ts';
import type { VaultFile } from '../core/vault/vault-file.ts';
import { AnchorFiles } from './anchor-store.ts';
import { Attempts } from './attempts.ts';
import { type Disk, localDisk } from './disk.ts';
import { FileStore } from './file-store.ts';
import { type Every, everyLook, Follower } from './follower.ts';
import type { KnownVaults } from './known-vaults.ts';
import { stamped, whyPassword } from './device-stamp.ts';
import { localProcesses } from './this-process.ts';
import { credentialOf, holdFor, howRead, notTaken } from './opening.ts';
import { countChanges } from './merge-waiting.ts';
import { type KeptFile, Rescues } from './rescues.ts';
import { Session } from './session.ts';
import { createCode, openCode } from './vault-codes.ts';
import { folderFault, nameFrom, placesFor, withEnding } from './vault-places.ts';
import { type Holder, type LockPorts, type Taken, WriterLock } from './writer-lock.ts';

interface NewForm {
  readonly name: string;
  readonly password: string;
  readonly cost: 'normal' | 'low';
}

/** Makes and opens vault files; at most one is open. */
export class Keeper {
  readonly #known: KnownVaults;
  readonly #kdf: Kdf;
  readonly #clock: () => number;
  readonly #version: string;
  readonly #documents: string;
  readonly #onChanged: (topics: ReadonlySet<Topic>) => void;
  readonly #onOpen: () => void;
  readonly #fileAt: (path: string) => VaultFile;
  readonly #profile: string;
  readonly #watch: () => Watch;
  readonly #disk: Disk;
  readonly #every: Every;
  readonly #lockPorts: LockPorts;
  readonly #attempts = new Attempts();
  readonly rescues: Rescues;
  #session: Session | null = null;
  #lock: WriterLock | null = null;
  #follower: Follower | null = null;
  /** The changes of this opening that could not be saved, as they are kept in the app's folder: the file, and how many are in it. */
  #kept: { file: string | null; ops: number } = { file: null, ops: 0 };
  #keeping: Promise<unknown> = Promise.resolve();
  /** How many of the changes that could not be saved only note the opening. */
  #ofOpening = 0;
  #busy = false;

  constructor(of: {
    known: KnownVaults;
    kdf: Kdf;
    clock: () => number;
    /** The app's own. */
    version: string;
    documents: string;
    /** Where this device keeps what it knows of vaults. */
    profile: string;
    onChanged: (topics: ReadonlySet<Topic>) => void;
    onOpen: () => void;
    /** Makes what follows the reading of a large vault, once for each. */
    watch?: () => Watch;
    /** The file at a path; the local disk's unless told otherwise. */
    fileAt?: (path: string) => VaultFile;
    /** The disk under everything here but `fileAt`. */
    disk?: Disk;
    /** When to look at a file that another program writes. */
    every?: Every;
  }) {
    this.#disk = of.disk ?? localDisk;
    this.#every = of.every ?? everyLook;
    this.#lockPorts = { disk: this.#disk, processes: localProcesses };
    this.rescues = new Rescues(of.profile, of.clock, this.#disk);
    this.#fileAt = of.fileAt ?? ((file) => new FileStore(file, this.#disk));
    this.#known = of.known;
    this.#profile = of.profile;
    this.#watch = of.watch ?? (() => unwatched);
    this.#kdf = of.kdf;
    this.#clock = of.clock;
    this.#version = of.version;
    this.#documents = of.documents;
    this.#onChanged = of.onChanged;
    this.#onOpen = of.onOpen;
  }

  /** The open vault; null while there is none. */
  get session(): Session | null {
    return this.#session;
  }

  /** What the window's frame shows of the open vault. */
  state() {
    const session = this.#session;
    if (session === null) return null;
    return {
      ...session.state(),
      holder: this.#follower?.holder ?? null,
      unsaved: this.unsaved,
      kept: this.unsaved > 0 && this.#kept.ops === session.vault.unsaved.length,
    };
  }

  /** Changes of the open vault that could not be saved. That it was opened does not count, and is not kept. */
  get unsaved(): number {
    const ops = this.#session?.vault.unsaved ?? [];
    return ops.length > this.#ofOpening ? countChanges(ops) : 0;
  }

  /** Makes a vault at a chosen place, or under its name in the documents folder, and opens it. Gives the 24 recovery words. */
  async create(form: {
    name: string;
    password: string;
    place: string | null;
    cost: 'normal' | 'low';
  }): Promise<{ words: string[]; file: string } | Refused> {
    const refused = checkNewPassword(form.password);
    if (refused !== null) return refuse(createCode(refused));
    // The vault's name is the name on its owner's card.
    const unfit = unfitLine(form.name, CARD_NAME_MAX);
    if (unfit !== null) return unfit;
    return this.#alone(async () => {
      const folder = form.place === null ? await folderFault(this.#documents) : null;
      if (folder !== null) return refuse(folder);
      const places = form.place === null ? placesFor(this.#documents, form.name) : [withEnding(form.place)];
      // Names in use are passed over before the key is derived, which takes its second or two; `create` never replaces a file anyway.
      const free = places.filter((file) => !existsSync(file));
      for (const file of free) {
        const made = await this.#createAt(file, form);
        if (!isRefused(made) || made.refused !== 'vault_exists') return made;
      }
      return refuse('vault_exists');
    });
  }

  async #createAt(file: string, form: NewForm): Promise<{ words: string[]; file: string } | Refused> {
    // Where no vault is yet, a lock that cannot be judged is of one that is gone.
    const taken = await WriterLock.take(file, true, this.#lockPorts);
    if (!taken.ok) return notTaken(taken);
    const made = await this.#makeAt(file, form);
    if (isRefused(made)) await taken.lock.release();
    else this.#lock = taken.lock;
    return made;
  }

  async #makeAt(file: string, form: NewForm): Promise<{ words: string[]; file: string } | Refused> {
    const entropy = randomBytes(32);
    try {
      const settings = form.cost === 'low' ? KDF_PRESETS.lowMemory : KDF_PRESETS.normal;
      const made = await Vault.create(this.#ports(file), { password: form.password, entropy, settings });
      if (!made.ok) return refuse(createCode(made.code));
      const session = this.#start(made.vault, file, { read: 'clean', anchor: 'fits' });
      const founded = await session.found(form.name);
      if (isRefused(founded)) {
        // Nobody has seen its words: a vault with nothing in it is taken back, so that the same name can be tried again.
        await made.vault.close();
        if (founded.refused !== 'changed_elsewhere') await rm(file, { force: true }).catch(() => undefined);
        return founded;
      }
      await this.#settle(session, file);
      return { words: recoveryWords(entropy).split(' '), file: path.basename(file) };
    } finally {
      wipe(entropy);
    }
  }

  /** Opens a known vault with its password or its recovery words. */
  async open(form: {
    vault: string;
    password?: string | undefined;
    recoveryWords?: string | undefined;
  }): Promise<{ read: Session['read'] } | Refused> {
    const file = this.#known.pathOf(form.vault);
    if (file === null) return refuse('not_found');
    const credential = credentialOf(form);
    if ('refused' in credential) return credential;
    const wait = this.#attempts.wait(this.#clock());
    if (wait > 0) return refuse('busy', { wait });
    const opened = await this.openBy(file, credential);
    if ('entropy' in credential) wipe(credential.entropy);
    const isWrong = isRefused(opened) && (opened.refused === 'wrong_password' || opened.refused === 'wrong_recovery_words');
    const later = isWrong ? this.#attempts.failed(this.#clock()) : 0;
    return isRefused(opened) && later > 0 ? refuse(opened.refused, { wait: later }) : opened;
  }

  /** Opens a file with any credential; at most one vault is open. */
  async openBy(file: string, credential: Credential): Promise<{ read: Session['read'] } | Refused> {
    const by = 'entropy' in credential ? 'recovery' : 'device' in credential ? 'device' : 'password';
    return this.#alone(async () => {
      const taken = await WriterLock.take(file, false, this.#lockPorts);
      const read = await this.#openLocked(file, credential, by, taken);
      if (taken.ok && isRefused(read)) await taken.lock.release();
      return read;
    });
  }

  async #openLocked(file: string, credential: Credential, by: 'password' | 'recovery' | 'device', taken: Taken) {
    const hold = holdFor(taken);
    const opened = await Vault.openWatched(this.#ports(file), credential, this.#watch(), { raiseTo: KDF_FLOOR, hold });
    if (opened === 'cancelled') return refuse('cancelled');
    if (!opened.ok) return refuse(openCode(opened.code, by === 'recovery'));
    const session = this.#start(opened.vault, file, howRead(opened, hold));
    const why = by === 'device' ? whyPassword(session.meta?.data, this.#clock(), this.#version) : null;
    if (why !== null) {
      await opened.vault.close();
      return refuse('password_again', { why });
    }
    // Made but never founded: its maker was stopped between the two. The password fitted, so it is finished now.
    if (session.isEmpty) await session.found(nameFrom(file));
    // Only where this device is the remembered one: a passphrase typed on another says nothing of this one's key.
    const isStamped = by === 'password' && opened.vault.slots.has(2) && this.#known.isRemembered(file);
    await session.opened(by, isStamped ? (meta) => stamped(meta, this.#clock(), this.#version) : null);
    if (taken.ok) this.#lock = taken.lock;
    else this.#follow(session, taken.fault === 'in_use' ? taken.holder : null);
    await this.#settle(session, file);
    return { read: session.read };
  }

  /** A new session on the open vault, after its file took a turn that its records do not know of. */
  renew(anchor: Session['anchor'] = 'fits'): void {
    const session = this.#session;
    if (session === null) return;
    const { vault, path: file, read, newcomers } = session;
    // SECURITY: a page has this done as often as it likes; what is new since the unlocking stays new.
    this.#session = this.#start(vault, file, { read, anchor, newcomers });
    this.#onChanged(new Set(TOPICS));
  }

  /** Takes changes from now on; refused while another program holds the file, or when it is not the one known any more. */
  async takeOver(override: boolean): Promise<Done | Refused> {
    const session = this.#session;
    const follower = this.#follower;
    if (session === null || follower === null) return {};
    const { vault } = session;
    const taken = await WriterLock.take(session.path, override, this.#lockPorts);
    if (!taken.ok) return notTaken(taken);
    await follower.stop();
    const found = this.#session === null ? 'cancelled' : await vault.admit(this.#watch());
    if (vault.hold === null && this.#session !== null) {
      this.#follower = null;
      this.#lock = taken.lock;
      this.renew(found === 'rolled_back' || found === 'forked' ? found : session.anchor);
      return {};
    }
    await taken.lock.release();
    if (this.#session !== null) this.#follow(session, null);
    if (found === 'cancelled') return refuse('cancelled');
    return refuse(found === 'gone' ? 'vault_missing' : found === 'io' ? 'write_failed' : 'changed_elsewhere');
  }

  /** What earlier openings of this vault left unsaved and kept, oldest first. */
  async kept(): Promise<readonly KeptFile[]> {
    const session = this.#session;
    const all = session === null ? [] : await this.rescues.list(session.vault.vaultId);
    return all.filter(({ file }) => file !== this.#kept.file);
  }

  /** After what was unsaved has been saved: its copy in the app's folder goes. */
  async letGo(): Promise<void> {
    await this.#keeping;
    if (this.#session?.vault.unsaved.length !== 0) return;
    if (this.#kept.file !== null) await this.rescues.drop(this.#kept.file);
    this.#kept = { file: null, ops: 0 };
    this.#ofOpening = 0;
  }

  /** Closes the open vault, its keys wiped. What could not be saved is kept, sealed, in the app's folder. */
  async close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await this.#follower?.stop();
    this.#follower = null;
    await this.#keeping;
    await session?.vault.close((copy) => this.#keep(session.vault, copy));
    this.#kept = { file: null, ops: 0 };
    await this.#lock?.release();
    this.#lock = null;
  }

  #follow(session: Session, holder: Holder | null): void {
    const { vault, path: file } = session;
    this.#follower = new Follower({
      ...{ vault, path: file, ports: this.#lockPorts, holder, every: this.#every },
      onNews: (what) => (what === 'records' ? this.renew(this.#session?.anchor) : this.#onChanged(new Set(['vault']))),
    });
  }

  /** Soon after a change could not be saved: a crash must not lose it either. */
  #keepSoon(): void {
    this.#keeping = this.#keeping.then(async () => {
      const vault = this.#session?.vault;
      if (vault === undefined || vault.unsaved.length === 0) return;
      const copy = await vault.copyFromMemory().catch(() => null);
      if (copy !== null) await this.#keep(vault, copy);
      this.#onChanged(new Set(['vault']));
    });
  }

  async #keep(vault: Vault, copy: Bytes): Promise<void> {
    const ops = vault.unsaved.length;
    if (ops === this.#kept.ops || ops === this.#ofOpening) return;
    const file = await this.rescues.keep(vault.vaultId, copy, this.#kept.file);
    if (file !== null) this.#kept = { file, ops };
  }

  /** A free file for a vault of a name, in the documents folder. */
  async freePlace(name: string): Promise<string | Refused> {
    const unfit = unfitLine(name, CARD_NAME_MAX);
    if (unfit !== null) return unfit;
    const folder = await folderFault(this.#documents);
    if (folder !== null) return refuse(folder);
    return placesFor(this.#documents, name).find((file) => !existsSync(file)) ?? refuse('vault_exists');
  }

  #ports(file: string): VaultPorts {
    return { file: this.#fileAt(file), kdf: this.#kdf, random: randomBytes, anchors: new AnchorFiles(this.#profile, this.#disk) };
  }

  #start(vault: Vault, file: string, how: Pick<Session, 'read' | 'anchor'> & { newcomers?: Newcomers }): Session {
    return new Session({
      vault,
      path: file,
      ...how,
      clock: this.#clock,
      onChanged: this.#onChanged,
      onUnsaved: () => this.#keepSoon(),
    });
  }

  async #settle(session: Session, file: string): Promise<void> {
    await this.#known.add(file, this.#clock(), session.vault.vaultId);
    this.#session = session;
    this.#ofOpening = session.vault.unsaved.length;
    this.#onOpen();
  }

  /** Opens and makes no file from now on, for as long as this process lives; false when one is open, or is being opened. */
  standBack(): boolean {
    if (this.#busy || this.#session !== null) return false;
    this.#busy = true;
    return true;
  }

  async #alone<R>(work: () => Promise<R | Refused>): Promise<R | Refused> {
    if (this.#busy || this.#session !== null) return refuse('busy');
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}
