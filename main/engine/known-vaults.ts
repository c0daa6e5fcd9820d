import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { time } from '../../shared/contracts/engine/common.ts';

const MOST = 100;
const entry = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  path: z
    .string()
    .min(1)
    .max(4096)
    .refine((file) => path.isAbsolute(file)),
  lastOpened: time.nullable(),
});
const list = z.array(entry).max(MOST);
type Known = z.infer<typeof entry>;

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
    return newest.map(({ id, path: file, lastOpened }) => ({
      vault: id,
      name: path.basename(file, '.latchkey').slice(0, 255),
      folder: path.basename(path.dirname(file)).slice(0, 255),
      lastOpened,
      present: existsSync(file),
    }));
  }

  pathOf(id: string): string | null {
    return this.#known.find((known) => known.id === id)?.path ?? null;
  }

  /** Remembers a file and gives its id; a known one keeps its own. */
  async add(file: string, openedAt: number | null): Promise<string> {
    const known = this.#known.find((one) => one.path === file);
    const id = known?.id ?? randomBytes(16).toString('base64url');
    const rest = this.#known.filter((one) => one !== known);
    this.#known = [{ id, path: file, lastOpened: openedAt ?? known?.lastOpened ?? null }, ...rest].slice(0, MOST);
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
