import path from 'node:path';
import { z } from 'zod';
import { readProfileFile, writeProfileFile } from './profile-file.ts';

const NAME = 'keychain.json';
const shape = z.record(z.string().regex(/^[A-Za-z0-9_-]{22}$/), z.string().max(64));

/** Notes in the profile, by vault, which keychain was written to. They hold no secret. A file that cannot be read is no note. */
export class KeychainNotes {
  readonly #file: string;
  #backends: Readonly<Record<string, string>> | null = null;

  /** `profile` is an absolute path of a folder. */
  constructor(profile: string) {
    this.#file = path.join(profile, NAME);
  }

  /** The keychain noted for a vault; null when none is. */
  backendOf(vault: string): string | null {
    const all = this.#all();
    return Object.hasOwn(all, vault) ? (all[vault] ?? null) : null;
  }

  /** Notes one, or with null takes the note away. Rejects as the disk does. */
  async note(vault: string, backend: string | null): Promise<void> {
    if (this.backendOf(vault) === backend) return;
    const others = Object.entries(this.#all()).filter(([other]) => other !== vault);
    this.#backends = Object.fromEntries(backend === null ? others : [...others, [vault, backend]]);
    await writeProfileFile(this.#file, this.#backends);
  }

  #all(): Readonly<Record<string, string>> {
    if (this.#backends === null) {
      const read = shape.safeParse(readProfileFile(this.#file));
      this.#backends = read.success ? read.data : {};
    }
    return this.#backends;
  }
}
