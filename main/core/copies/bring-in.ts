import { type Refused, refuse } from '../../../shared/errors.ts';
import { clientsUnfit } from '../accounts/clients.ts';
import { folded } from '../accounts/search.ts';
import { utf8Length } from '../bytes.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { bringExposures } from './bring-exposures.ts';
import { contactHere } from './contact-here.ts';
import type { CopyBook } from './copy-book.ts';
import { moveAccount } from './move-account.ts';

/** Bytes a title may have, as a message can carry it. */
const TITLE = 120;

/** What came of bringing accounts in. */
export interface BroughtIn {
  /** Ids of the new accounts, in the order they were named. */
  readonly ids: string[];
  /** Clients made for them. */
  readonly clients: number;
  /** Secrets that did not open in the copy and are missing. */
  readonly unreadable: number;
  /** Accounts whose owner is nobody known here, and now count as one's own. */
  readonly ownerless: number;
  /** People who have seen something of them that still counts, and are nobody known here. */
  readonly strangers: number;
}

/**
 * Drafts accounts of a copy as new ones beside everything there is: fresh ids, secrets sealed for their new places, the client
 * matched by id or name and else made. What somebody known here has seen of them stays exposed. Nothing that is here is put again; grants,
 * messages and the log stay where they are. `mark` stands behind each title. `not_found` when the copy has no such account, with nothing drafted that counts.
 */
export function bringIn(draft: Draft, book: Book, copy: CopyBook, ids: readonly string[], mark: string): BroughtIn | Refused {
  const clients = new ClientsFor(draft, book, copy);
  const made: string[] = [];
  let unreadable = 0;
  let ownerless = 0;
  const strangers = new Set<string>();
  for (const old of new Set(ids)) {
    const there = copy.get('account', old);
    if (there === null) return refuse('not_found');
    const id = book.newId();
    const moved = moveAccount(there, {
      open: (path, field) => copy.open(old, path, field),
      seal: (path, ver, plain) => book.seal(id, path, ver, plain),
      newId: () => book.newId(),
    });
    const { client: _c, owner: _o, trashed: _t, used: _u, pinned: _p, ...kept } = moved.data;
    const client = there.client === undefined ? null : clients.idFor(there.client);
    const owner = there.owner === undefined ? null : contactHere(book, copy, there.owner);
    draft.put('account', id, {
      ...kept,
      title: markedTitle(there.title, mark),
      made: book.now(),
      // A password without a date of its own counts from when the account was made.
      ...(kept.password === undefined ? {} : { password_set: kept.password_set ?? there.made }),
      ...(client === null ? {} : { client }),
      ...(owner === null ? {} : { owner }),
    });
    for (const stranger of bringExposures(draft, book, copy, { from: old, to: id })) strangers.add(stranger);
    draft.note('account-brought-in', { ref: id });
    made.push(id);
    unreadable += moved.unreadable;
    if (there.owner !== undefined && owner === null) ownerless += 1;
  }
  const unfit = clientsUnfit(book, clients.made);
  return unfit ?? { ids: made, clients: clients.made.length, unreadable, ownerless, strangers: strangers.size };
}

/** Clients of a copy as they are here: the same record, one of the same name, or a new one. */
class ClientsFor {
  readonly made: Data<'client'>[] = [];
  readonly #draft: Draft;
  readonly #book: Book;
  readonly #copy: CopyBook;
  readonly #found = new Map<string, string | null>();
  readonly #byName: Map<string, string>;

  constructor(draft: Draft, book: Book, copy: CopyBook) {
    this.#draft = draft;
    this.#book = book;
    this.#copy = copy;
    this.#byName = new Map(book.all('client').map(({ id, data }) => [nameKey(data.name), id]));
  }

  /** Null for a client that is in neither, or does not read in the copy. */
  idFor(there: string): string | null {
    const known = this.#found.get(there);
    if (known !== undefined) return known;
    const id = this.#find(there);
    this.#found.set(there, id);
    return id;
  }

  #find(there: string): string | null {
    if (this.#book.get('client', there) !== null) return there;
    const client = this.#copy.get('client', there);
    if (client === null) return null;
    const name = nameKey(client.name);
    const here = this.#byName.get(name);
    if (here !== undefined) return here;
    const id = this.#book.newId();
    const data = { ...client, archived: false };
    this.#draft.put('client', id, data);
    this.#draft.note('client-saved', { ref: id });
    this.#byName.set(name, id);
    this.made.push(data);
    return id;
  }
}

const nameKey = (name: string): string => folded(name).trim();

/** A title with a mark behind it; the title is cut where both do not fit, never in the middle of a character. */
export function markedTitle(title: string, mark: string): string {
  if (utf8Length(title + mark) <= TITLE) return title + mark;
  const room = TITLE - utf8Length(`…${mark}`);
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(title)) {
    if (utf8Length(kept + segment) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…${mark}`;
}
