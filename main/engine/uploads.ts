import { randomBytes } from 'node:crypto';
import { type Refused, refuse } from '../../shared/errors.ts';
import { MAX_PASTE } from '../../shared/limits.ts';

const MOST = 4;

/** Longer texts on their way in, piece by piece. */
export class Uploads {
  readonly #texts = new Map<string, string>();

  /** Adds a piece; a null id starts a new text and drops the oldest above four. */
  put(upload: string | null, piece: string): { upload: string } | Refused {
    const id = upload ?? randomBytes(16).toString('base64url');
    const before = upload === null ? '' : this.#texts.get(upload);
    if (before === undefined) return refuse('not_found');
    if (before.length + piece.length > MAX_PASTE) {
      this.#texts.delete(id);
      return refuse('too_large');
    }
    this.#texts.set(id, before + piece);
    for (const oldest of this.#texts.keys()) if (this.#texts.size > MOST) this.#texts.delete(oldest);
    return { upload: id };
  }

  /** Takes a text out; null when there is none. */
  take(upload: string): string | null {
    const text = this.#texts.get(upload) ?? null;
    this.#texts.delete(upload);
    return text;
  }
}
