import { randomBytes } from 'node:crypto';
import { type Refused, refuse } from '../../shared/errors.ts';
import { MAX_PASTE } from '../../shared/limits.ts';

/** Longer texts on their way in, piece by piece. */
export class Uploads {
  readonly #longest: number;
  readonly #most: number;
  readonly #texts = new Map<string, string>();

  /** Holds at most so many texts of at most so many UTF-16 units. */
  constructor(longest = MAX_PASTE, most = 4) {
    this.#longest = longest;
    this.#most = most;
  }

  /** Adds a piece; a null id starts a new text, and the oldest gives way when there are too many. */
  put(upload: string | null, piece: string): { upload: string } | Refused {
    const id = upload ?? randomBytes(16).toString('base64url');
    const before = upload === null ? '' : this.#texts.get(upload);
    if (before === undefined) return refuse('not_found');
    if (before.length + piece.length > this.#longest) {
      this.#texts.delete(id);
      return refuse('too_large');
    }
    this.#texts.set(id, before + piece);
    for (const oldest of this.#texts.keys()) if (this.#texts.size > this.#most) this.#texts.delete(oldest);
    return { upload: id };
  }

  /** Takes a text out; null when there is none. */
  take(upload: string): string | null {
    const text = this.#texts.get(upload) ?? null;
    this.#texts.delete(upload);
    return text;
  }
}
