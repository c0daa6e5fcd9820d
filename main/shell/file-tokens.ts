import { randomBytes } from 'node:crypto';
import type { FileKind, PickedFile } from '../../shared/contracts/shell.ts';
import { type Refused, refuse } from '../../shared/errors.ts';
import type { Clock } from './clock.ts';
import type { ChosenFile } from './shell.ts';

/** Milliseconds a token is good for. */
export const TOKEN_MS = 10 * 60_000;
/** Tokens kept at once; the oldest gives way. */
export const MAX_TOKENS = 64;

interface Issued {
  readonly path: string;
  readonly kinds: readonly FileKind[];
  readonly until: number;
}

/** Stands between the page, which may hold tokens, and the paths the person chose, which only the engine may learn. */
export class FileTokens {
  readonly #clock: Clock;
  readonly #issued = new Map<string, Issued>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A fresh token of 128 random bits for a chosen file, to be redeemed once, as one of these kinds. */
  issue(kinds: readonly FileKind[], file: ChosenFile): PickedFile {
    const token = randomBytes(16).toString('base64url');
    for (const oldest of this.#issued.keys()) {
      if (this.#issued.size < MAX_TOKENS) break;
      this.#issued.delete(oldest);
    }
    this.#issued.set(token, { path: file.path, kinds, until: this.#clock.now() + TOKEN_MS });
    return { token, name: file.name.slice(0, 255), size: file.size };
  }

  /** The path behind a token; `expired_token` when unknown, used, too old or issued for another kind. Any try uses it up. */
  redeem(token: string, kind: FileKind): { path: string } | Refused {
    const issued = this.#issued.get(token);
    this.#issued.delete(token);
    if (issued === undefined || this.#clock.now() >= issued.until || !issued.kinds.includes(kind)) return refuse('expired_token');
    return { path: issued.path };
  }

  /** Makes every token void, as a lock does. */
  forget(): void {
    this.#issued.clear();
  }
}
