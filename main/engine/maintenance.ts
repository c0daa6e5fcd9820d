import { inBackground } from './background.ts';
import type { Keeper } from './keeper.ts';
import type { Safety } from './safety.ts';
import type { Session } from './session.ts';

/** What an open vault needs now and then: ends and purges, the day's backup, a compaction. One round at a time. */
export class Maintenance {
  readonly #keeper: Keeper;
  readonly #safety: Safety;
  #running = false;
  #session: Session | null = null;
  #seen = 0;

  constructor(keeper: Keeper, safety: Safety) {
    this.#keeper = keeper;
    this.#safety = safety;
  }

  /** One round; nothing while there is no open vault, one that takes no changes, or a round under way. */
  async run(): Promise<void> {
    const session = this.#keeper.session;
    if (this.#running || session === null || session.vault.readOnly !== null) return;
    this.#running = true;
    try {
      await session.sweep();
      await this.#purge(session);
      if (session.vault.needsCompaction) await session.vault.compact(inBackground);
      await this.#backUp(session);
      // The text that searching needs, made while nobody waits for it.
      session.accounts.warm();
      session.ledger.warm();
      await session.aside.note();
    } finally {
      this.#running = false;
    }
  }

  /** Older backups lose what was purged, once a fresh one is verified. What could not be removed is tried again at the next round. */
  async #purge(session: Session): Promise<void> {
    const received = session.received.lingering();
    const accounts = session.trash.lingering();
    const ids = new Set([...received.keys(), ...accounts.keys()]);
    if (ids.size === 0 || !(await this.#safety.purge(session, ids))) return;
    if (received.size > 0) await session.received.scrubbed(received);
    if (accounts.size > 0) await session.trash.scrubbed(accounts);
  }

  async #backUp(session: Session): Promise<void> {
    const { seq } = session.vault.position;
    if (session === this.#session && seq === this.#seen) return;
    this.#session = session;
    this.#seen = seq;
    await this.#safety.daily(session);
  }
}
