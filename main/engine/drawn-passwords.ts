import type { Recipe } from '../../shared/contracts/engine/generate.ts';
import { type Refused, refuse } from '../../shared/errors.ts';
import { drawPassword, isImpossible } from '../core/accounts/generator.ts';
import { b64u } from '../core/bytes.ts';
import { randomBytes } from '../core/crypto/sodium.ts';

/** Passwords that can still be copied. */
const HELD = 20;

/** Draws passwords, and holds the last ones so that a page copies one by naming it and not by sending any text. */
export class DrawnPasswords {
  readonly #held = new Map<string, string>();

  draw(recipe: Recipe): { drawn: string; password: string; bits: number } | Refused {
    if (isImpossible(recipe)) return refuse('text_unfit');
    const { password, bits } = drawPassword(recipe);
    const drawn = b64u(randomBytes(16));
    this.#held.set(drawn, password);
    for (const oldest of this.#held.keys()) if (this.#held.size > HELD) this.#held.delete(oldest);
    return { drawn, password, bits };
  }

  /** The password of a draw; null when it is not held any more. */
  text(drawn: string): string | null {
    return this.#held.get(drawn) ?? null;
  }
}
