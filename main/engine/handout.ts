import { randomBytes } from 'node:crypto';
import { type Refused, refuse } from '../../shared/errors.ts';
import { MAX_CHUNK } from '../../shared/limits.ts';

/** Bytes that make a piece of base64 without padding. */
const PIECE = (MAX_CHUNK / 4) * 3;

/** A picture on its way to the page, piece by piece, each given once; it is forgotten after the last, and where another takes its place. */
export class Handout {
  #held: { readonly id: string; readonly bytes: Uint8Array; at: number } | null = null;

  /** Holds a picture; gives the id it is asked for by. */
  hold(bytes: Uint8Array): string {
    const id = randomBytes(16).toString('base64url');
    this.#held = { id, bytes, at: 0 };
    return id;
  }

  forget(): void {
    this.#held = null;
  }

  /** The next piece in base64. */
  next(id: string): { piece: string; last: boolean } | Refused {
    const held = this.#held;
    if (held?.id !== id) return refuse('not_found');
    const piece = held.bytes.subarray(held.at, held.at + PIECE);
    held.at += piece.length;
    const last = held.at >= held.bytes.length;
    if (last) this.forget();
    return { piece: Buffer.from(piece).toString('base64'), last };
  }
}
