import type { Digest } from '../../shared/contracts/digest.ts';

/**
 * What the lock screen may say of the vault that was open: dates and counts without a name, in memory only, and only for as long as the
 * person wants it said.
 */
export class LockDigest {
  readonly #isWanted: () => boolean;
  #value: Digest | null = null;

  constructor(isWanted: () => boolean) {
    this.#isWanted = isWanted;
  }

  /** What was told last; null when nothing was, or it is not wanted. */
  get value(): Digest | null {
    return this.#value;
  }

  keep(told: Digest): void {
    this.#value = this.#isWanted() ? told : null;
  }

  /** The setting was changed: what is not wanted is dropped, not hidden. */
  changed(): void {
    if (!this.#isWanted()) this.#value = null;
  }
}
