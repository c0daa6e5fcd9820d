import type { Topic } from '../../shared/topics.ts';
import type { Host } from './host.ts';
import type { Keeper } from './keeper.ts';
import type { KnownVaults } from './known-vaults.ts';

/** Milliseconds from a change to the telling: many changes in a row are told once. */
const SOON_MS = 300;
/** What a change of can move a date, or put one off. */
const TOUCHES: ReadonlySet<Topic> = new Set(['grants', 'business', 'review']);

/** Keeps the shell told of what ends when in the open vault, without a name, for its lock screen. */
export class DigestTeller {
  readonly #keeper: Pick<Keeper, 'session'>;
  readonly #known: KnownVaults;
  readonly #host: Host;
  #told = '';
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor({ keeper, known, host }: { keeper: Pick<Keeper, 'session'>; known: KnownVaults; host: Host }) {
    this.#keeper = keeper;
    this.#known = known;
    this.#host = host;
  }

  /** After a change, or the opening. */
  soon(topics: ReadonlySet<Topic>): void {
    if (this.#timer !== null || ![...topics].some((topic) => TOUCHES.has(topic))) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#tell(false);
    }, SOON_MS);
    this.#timer.unref();
  }

  /** At once and in any case, as before the vault is closed: the shell may have dropped what it was told. */
  last(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#tell(true);
  }

  #tell(again: boolean): void {
    const { session } = this.#keeper;
    const vault = session === null ? null : this.#known.idOf(session.path);
    if (session === null || vault === null) return;
    const digest = { vault, ...session.reminders.digest() };
    const text = JSON.stringify(digest);
    if (text === this.#told && !again) return;
    this.#told = text;
    void this.#host.tellDigest(digest);
  }
}
