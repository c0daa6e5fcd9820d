import type { Topic } from '../../shared/topics.ts';
import { timedFactor } from '../core/accounts/seed-factor.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

/** Milliseconds from a change to the telling: many changes in a row are told once. */
const SOON_MS = 300;
/** Most accounts in the tray's menu, and UTF-16 units of a name in it. */
const MOST = 10;
const LONGEST = 120;

type Item = { readonly id: string; readonly name: string };

/** Keeps the shell told of the pinned accounts that have a code, for its tray. */
export class PinnedTeller {
  readonly #session: () => Session | null;
  readonly #host: Pick<Host, 'tellPinned'>;
  #told = '[]';
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(session: () => Session | null, host: Pick<Host, 'tellPinned'>) {
    this.#session = session;
    this.#host = host;
  }

  /** After a change, or the opening. */
  soon(topics: ReadonlySet<Topic>): void {
    if (this.#timer !== null || !topics.has('accounts')) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const session = this.#session();
      this.#tell(session === null ? [] : itemsOf(session));
    }, SOON_MS);
    this.#timer.unref();
  }

  /** Takes the names away, as before the vault is closed. */
  last(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#tell([]);
  }

  #tell(items: Item[]): void {
    const text = JSON.stringify(items);
    if (text === this.#told) return;
    this.#told = text;
    void this.#host.tellPinned(items);
  }
}

/** Accounts of one title are told apart by their usernames. Codes by a counter are not given in passing: each copy uses one up. */
function itemsOf(session: Session): Item[] {
  const pinned = session.pins.list().filter(({ data }) => timedFactor(data) !== null);
  return pinned.slice(0, MOST).map(({ id, data: { title, username } }) => {
    const alone = pinned.filter(({ data }) => data.title === title).length < 2;
    return { id, name: cut(alone || username === undefined ? title : `${title}, ${username}`) };
  });
}

/** As much of a name as the contract takes, without half a character at its end, which it refuses. */
const cut = (name: string): string => name.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, '');
