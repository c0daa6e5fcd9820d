import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { time } from '../../shared/contracts/engine/common.ts';
import { type Bytes, b64u, fromB64u } from '../core/bytes.ts';

const MOST = 100;
const knownVault = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  path: z
    .string()
    .min(1)
    .max(4096)
    .refine((file) => path.isAbsolute(file)),
  lastOpened: time.nullable(),
  /** The vault's own id, so that its backups are found when the file is not. */
  vaultId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .optional(),
  remembered: z.boolean().optional(),
});
const list = z.array(knownVault).max(MOST);
type Known = z.infer<typeof knownVault>;

/** The vault files this device has opened: places only, nothing of what is in them. */
export class KnownVaults {
  readonly #file: string;
  #known: Known[] = [];

  constructor(profile: string) {
    this.#file = path.join(profile, 'vaults.json');
  }

  /** Reads the list; one that does not read counts as empty, since every entry can be added again. */
  async load(): Promise<void> {
    try {
      const read = list.safeParse(JSON.parse(await readFile(this.#file, 'utf8')));
      this.#known = read.success ? read.data : [];
    } catch {
      this.#known = [];
    }
  }

  views() {
    const newest = this.#known.toSorted((a, b) => (b.lastOpened ?? 0) - (a.lastOpened ?? 0));
    return newest.map(({ id, path: file, lastOpened, remembered }) => ({
      vault: id,
      name: path.basename(file, '.latchkey').slice(0, 255),
      folder: path.basename(path.dirname(file)).slice(0, 255),
      lastOpened,
      present: existsSync(file),
      remembered: remembered === true,
    }));
  }

  /** The list as the page knows it, with the name of the folder where new vaults go. */
  list(documents: string) {
    return { vaults: this.views(), documents: path.basename(documents).slice(0, 255) };
  }

  pathOf(id: string): string | null {
    return this.#known.find((known) => known.id === id)?.path ?? null;
  }

  /** This device's number for the vault in a file; null for a file not on the list. */
  idOf(file: string): string | null {
    return this.#known.find((known) => known.path === file)?.id ?? null;
  }

  /** The vault's own id; null while it was never opened here. */
  vaultIdOf(id: string): Bytes | null {
    const vaultId = this.#known.find((known) => known.id === id)?.vaultId;
    return vaultId === undefined ? null : fromB64u(vaultId);
  }

  /** Whether this device keeps a key for the vault in a file. */
  isRemembered(file: string): boolean {
    return this.#known.some((known) => known.path === file && known.remembered === true);
  }

  /** Notes whether this device keeps a key for a vault. */
  async setRemembered(file: string, remembered: boolean): Promise<void> {
    this.#known = this.#known.map((known) => (known.path === file ? { ...known, remembered } : known));
    await this.#save();
  }

  /** Remembers a file and gives its id; a known one keeps its own. */
  async add(file: string, openedAt: number | null, vaultId?: Bytes): Promise<string> {
    const known = this.#known.find((one) => one.path === file);
    const id = known?.id ?? randomBytes(16).toString('base64url');
    const rest = this.#known.filter((one) => one !== known);
    const own = vaultId === undefined ? known?.vaultId : b64u(vaultId);
    const entry = {
      id,
      path: file,
      lastOpened: openedAt ?? known?.lastOpened ?? null,
      ...(own === undefined ? {} : { vaultId: own }),
      ...(known?.remembered === undefined ? {} : { remembered: known.remembered }),
    };
    this.#known = [entry, ...rest].slice(0, MOST);
    await this.#save();
    return id;
  }

  async forget(id: string): Promise<void> {
    this.#known = this.#known.filter((known) => known.id !== id);
    await this.#save();
  }

  async #save(): Promise<void> {
    const temporary = `${this.#file}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      await mkdir(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      const handle = await open(temporary, 'wx', 0o600);
      try {
        await handle.writeFile(JSON.stringify(this.#known));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, this.#file);
    } catch {
      // The list is a convenience: a profile that cannot be written must not keep a vault closed.
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }
}
