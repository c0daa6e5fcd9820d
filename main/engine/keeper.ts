import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Topic } from '../../shared/contracts/engine.ts';
import { type ErrorCode, isRefused, type Refused, refuse } from '../../shared/errors.ts';
import { KDF_FLOOR, KDF_PRESETS, type Kdf } from '../core/crypto/kdf.ts';
import { checkNewPassword } from '../core/crypto/new-password.ts';
import { randomBytes, wipe } from '../core/crypto/sodium.ts';
import { readRecoveryWords, RECOVERY_WORDS, recoveryWords, wordsFacts } from '../core/crypto/words.ts';
import { unfitLine } from '../core/messages/unfit.ts';
import { CARD_NAME_MAX } from '../core/people/card.ts';
import type { Credential } from '../core/vault/slots.ts';
import { Vault, type VaultPorts } from '../core/vault/vault.ts';
import type { Opened } from '../core/vault/outcomes.ts';
import { unwatched, type Watch } from '../core/vault/watch.ts';
import type { VaultFile } from '../core/vault/vault-file.ts';
import { AnchorFiles } from './anchor-store.ts';
import { Attempts } from './attempts.ts';
import { FileStore, faultOf } from './file-store.ts';
import type { KnownVaults } from './known-vaults.ts';
import { Session } from './session.ts';
import { createCode, openCode } from './vault-codes.ts';

const ENDING = '.latchkey';
const NAMES = 100;
/** Characters of a file's name that become the name of a vault without one. */
const NAME = 16;

/** Makes and opens vault files; at most one is open. */
export class Keeper {
  readonly #known: KnownVaults;
  readonly #kdf: Kdf;
  readonly #clock: () => number;
  readonly #documents: string;
  readonly #onChanged: (topics: ReadonlySet<Topic>) => void;
  readonly #onOpen: () => void;
  readonly #fileAt: (path: string) => VaultFile;
  readonly #profile: string;
  readonly #watch: Watch;
  readonly #attempts = new Attempts();
  #session: Session | null = null;
  #busy = false;

  constructor(of: {
    known: KnownVaults;
    kdf: Kdf;
    clock: () => number;
    documents: string;
    /** Where this device keeps what it knows of vaults. */
    profile: string;
    onChanged: (topics: ReadonlySet<Topic>) => void;
    onOpen: () => void;
    /** Follows the reading of a large vault. */
    watch?: Watch;
    /** The file at a path; the local disk's unless told otherwise. */
    fileAt?: (path: string) => VaultFile;
  }) {
    this.#fileAt = of.fileAt ?? ((file) => new FileStore(file));
    this.#known = of.known;
    this.#profile = of.profile;
    this.#watch = of.watch ?? unwatched;
    this.#kdf = of.kdf;
    this.#clock = of.clock;
    this.#documents = of.documents;
    this.#onChanged = of.onChanged;
    this.#onOpen = of.onOpen;
  }

  /** The open vault; null while there is none. */
  get session(): Session | null {
    return this.#session;
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

  async #createAt(
    file: string,
    form: { name: string; password: string; cost: 'normal' | 'low' },
  ): Promise<{ words: string[]; file: string } | Refused> {
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
      const opened = await Vault.openWatched(this.#ports(file), credential, this.#watch, { raiseTo: KDF_FLOOR });
      if (opened === 'cancelled') return refuse('busy');
      if (!opened.ok) return refuse(openCode(opened.code, by === 'recovery'));
      const session = this.#start(opened.vault, file, howRead(opened));
      // The 14 days end inside the vault, where no one can move them who has not opened it.
      if (by === 'device' && (session.meta?.data.device_until ?? 0) <= this.#clock()) {
        await opened.vault.close();
        return refuse('password_again');
      }
      // Made but never founded: its maker was stopped between the two. The password fitted, so it is finished now.
      if (session.isEmpty) await session.found(nameFrom(file));
      await session.opened(by);
      await this.#settle(session, file);
      return { read: session.read };
    });
  }

  /** A new session on the open vault, after its file took a turn that its records do not know of. */
  renew(): void {
    const session = this.#session;
    if (session === null) return;
    this.#session = this.#start(session.vault, session.path, { read: session.read, anchor: 'fits' });
    this.#onOpen();
  }

  /** Closes the open vault, its keys wiped. */
  async close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await session?.vault.close();
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
    return { file: this.#fileAt(file), kdf: this.#kdf, random: randomBytes, anchors: new AnchorFiles(this.#profile) };
  }

  #start(vault: Vault, file: string, how: Pick<Session, 'read' | 'anchor'>): Session {
    return new Session({ vault, path: file, ...how, clock: this.#clock, onChanged: this.#onChanged });
  }

  async #settle(session: Session, file: string): Promise<void> {
    await this.#known.add(file, this.#clock(), session.vault.vaultId);
    this.#session = session;
    this.#onOpen();
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

/** How a file was read, and what this device's anchor says of it. */
function howRead(opened: Extract<Opened, { ok: true }>): Pick<Session, 'read' | 'anchor'> {
  const read = opened.class === 'damaged' ? 'damaged' : opened.class === 'torn_tail' ? 'repaired' : 'clean';
  if (opened.class === 'rolled_back' || opened.class === 'forked') return { read, anchor: opened.class };
  return { read, anchor: opened.headerChanged ? 'header_changed' : opened.wasSeen ? 'fits' : 'none' };
}

function credentialOf(form: { password?: string | undefined; recoveryWords?: string | undefined }): Credential | Refused {
  if (form.password !== undefined) return { password: form.password };
  const typed = form.recoveryWords ?? '';
  const words = readRecoveryWords(typed);
  return 'fault' in words ? refuse(words.fault, wordsFacts(words.fault, typed, RECOVERY_WORDS)) : { entropy: words.entropy };
}

/** A vault's name out of its file's, where that makes one. */
function nameFrom(file: string): string {
  const name = path.basename(file, ENDING).slice(0, NAME);
  return unfitLine(name, CARD_NAME_MAX) === null ? name : 'Vault';
}

/** Makes a folder where there is none; the code of what stood in the way, or null. */
async function folderFault(folder: string): Promise<ErrorCode | null> {
  try {
    await mkdir(folder, { recursive: true });
    return null;
  } catch (error) {
    return createCode(faultOf(error));
  }
}

function withEnding(file: string): string {
  return file.endsWith(ENDING) ? file : `${file}${ENDING}`;
}

/** File names for a vault's name: plain letters and hyphens, a number behind where the name is taken. */
function placesFor(folder: string, name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  const base = plain === '' ? 'vault' : plain;
  return Array.from({ length: NAMES }, (_, i) => path.join(folder, `${base}${i === 0 ? '' : `-${i + 1}`}${ENDING}`));
}
