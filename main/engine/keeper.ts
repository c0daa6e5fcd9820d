import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Topic } from '../../shared/contracts/engine.ts';
import { type Refused, refuse } from '../../shared/errors.ts';
import { KDF_PRESETS, type Kdf } from '../core/crypto/kdf.ts';
import { checkNewPassword } from '../core/crypto/new-password.ts';
import { randomBytes } from '../core/crypto/sodium.ts';
import { readRecoveryWords, recoveryWords } from '../core/crypto/words.ts';
import type { Credential } from '../core/vault/slots.ts';
import { Vault } from '../core/vault/vault.ts';
import { FileStore } from './file-store.ts';
import type { KnownVaults } from './known-vaults.ts';
import { Session } from './session.ts';
import { createCode, openCode } from './vault-codes.ts';

const ENDING = '.latchkey';
const NAMES = 100;

/** Makes and opens vault files; at most one is open. */
export class Keeper {
  readonly #known: KnownVaults;
  readonly #kdf: Kdf;
  readonly #clock: () => number;
  readonly #documents: string;
  readonly #onChanged: (topics: ReadonlySet<Topic>) => void;
  readonly #onOpen: () => void;
  #session: Session | null = null;
  #busy = false;

  constructor(of: {
    known: KnownVaults;
    kdf: Kdf;
    clock: () => number;
    documents: string;
    onChanged: (topics: ReadonlySet<Topic>) => void;
    onOpen: () => void;
  }) {
    this.#known = of.known;
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
    return this.#alone(async () => {
      const entropy = randomBytes(32);
      const settings = form.cost === 'low' ? KDF_PRESETS.lowMemory : KDF_PRESETS.normal;
      if (form.place === null) await mkdir(this.#documents, { recursive: true }).catch(() => undefined);
      for (const file of form.place === null ? placesFor(this.#documents, form.name) : [withEnding(form.place)]) {
        const made = await Vault.create(
          { file: new FileStore(file), kdf: this.#kdf, random: randomBytes },
          { password: form.password, entropy, settings },
        );
        if (!made.ok && made.code === 'exists' && form.place === null) continue;
        if (!made.ok) return refuse(createCode(made.code));
        const words = recoveryWords(entropy).split(' ');
        entropy.fill(0);
        const session = this.#start(made.vault, file, 'clean');
        const founded = await session.found(form.name);
        if ('refused' in founded) return founded as Refused;
        await this.#settle(session, file);
        return { words, file: path.basename(file) };
      }
      return refuse('vault_exists');
    });
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
    const byRecovery = 'entropy' in credential;
    return this.#alone(async () => {
      const opened = await Vault.open({ file: new FileStore(file), kdf: this.#kdf, random: randomBytes }, credential);
      if (!opened.ok) return refuse(openCode(opened.code, byRecovery));
      const read = opened.class === 'clean' ? 'clean' : opened.class === 'torn_tail' ? 'repaired' : 'damaged';
      const session = this.#start(opened.vault, file, read);
      await session.opened(byRecovery);
      await this.#settle(session, file);
      return { read };
    });
  }

  #start(vault: Vault, file: string, read: Session['read']): Session {
    return new Session({ vault, file: path.basename(file), read, clock: this.#clock, onChanged: this.#onChanged });
  }

  async #settle(session: Session, file: string): Promise<void> {
    await this.#known.add(file, this.#clock());
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

function credentialOf(form: { password?: string | undefined; recoveryWords?: string | undefined }): Credential | Refused {
  if (form.password !== undefined) return { password: form.password };
  const words = readRecoveryWords(form.recoveryWords ?? '');
  return 'fault' in words ? refuse(words.fault) : { entropy: words.entropy };
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
