import type { Data } from '../records/shapes.ts';

type Account = Data<'account'>;

/** Passwords given since the vault was unlocked that are judged within an hour; a person who types one a minute for an hour never waits. */
export const FREE_JUDGED = 60;
/** Seconds in which they count. */
const HOUR = 3600;

/**
 * Which passwords were there when the vault was unlocked, and which are new since then. SECURITY: whether a password is in use elsewhere, or easily guessed
 * beside some words, tells whoever wrote it there whether a guess is right. So only some of the new ones are judged within an hour; the others wait, at most
 * until the vault is unlocked anew.
 */
export class Newcomers {
  readonly #clock: () => number;
  /** Of accounts changed since the unlocking, what they were then; null for those that were not there. */
  readonly #before = new Map<string, Account | null>();
  /** Of accounts whose new password was let in, the sealed password. */
  readonly #admitted = new Map<string, string>();
  #times: number[] = [];

  /** `clock` gives Unix seconds. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Told before an account is written, with what it is until then; null when it is not there. */
  changing(id: string, before: Account | null): void {
    if (!this.#before.has(id)) this.#before.set(id, before);
  }

  /** An account as it was when the vault was unlocked; null when its password is another one since. */
  known(id: string, now: Account): Account | null {
    const before = this.#before.get(id);
    if (before === undefined) return now;
    return before?.password?.sealed === now.password?.sealed ? before : null;
  }

  /** True when an account's password may be judged; a new one is let in by being asked about, while there is room. */
  admits(id: string, now: Account): boolean {
    const sealed = now.password?.sealed;
    if (sealed === undefined || this.#admitted.get(id) === sealed || this.known(id, now) !== null) return true;
    if (!this.hasRoom) return false;
    this.#admitted.set(id, sealed);
    this.#times.push(this.#clock());
    return true;
  }

  /** False while as many were let in as there may be. */
  get hasRoom(): boolean {
    const now = this.#clock();
    this.#times = this.#times.filter((at) => now - at < HOUR);
    return this.#times.length < FREE_JUDGED;
  }
}
