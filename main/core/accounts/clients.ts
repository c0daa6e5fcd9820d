import type { ClientRow } from '../../../shared/contracts/engine/accounts.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { utf8 } from '../bytes.ts';
import type { Book, Draft } from '../records/book.ts';
import { accountHead } from '../records/entries.ts';
import type { Data, Entry } from '../records/shapes.ts';

const MOST = 1000;
/** Bytes the notes of all clients may take together as JSON. */
const ALL_NOTES = 500_000;

function size(notes: string): number {
  return utf8(JSON.stringify(notes)).length;
}

interface ClientForm {
  readonly id?: string | undefined;
  readonly name: string;
  readonly colour: number;
  readonly notes: string | null;
  readonly archived: boolean;
}

/** Customer workspaces. */
export class Clients {
  readonly #book: Book;
  /** Clients removed since the vault was opened, with what was theirs. */
  readonly #removed = new Map<string, Removed>();

  constructor(book: Book) {
    this.#book = book;
  }

  /** All clients by name, with the number of their accounts; `unfiled` counts accounts without one. */
  list(): { clients: ClientRow[]; unfiled: number } {
    const counts = new Map<string, number>();
    let unfiled = 0;
    for (const entry of this.#book.all('account')) {
      const { client, trashed } = accountHead(entry);
      if (trashed !== undefined) continue;
      if (client === undefined) unfiled++;
      else counts.set(client, (counts.get(client) ?? 0) + 1);
    }
    const clients = this.#book.all('client').map(({ id, data }) => ({
      id,
      name: data.name,
      colour: data.colour,
      notes: data.notes ?? null,
      archived: data.archived,
      accounts: counts.get(id) ?? 0,
    }));
    return { clients: clients.toSorted((a, b) => a.name.localeCompare(b.name)), unfiled };
  }

  save(form: ClientForm): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      if (form.id !== undefined && this.#book.get('client', form.id) === null) return refuse('not_found');
      const unfit = clientsUnfit(this.#book, [form], form.id);
      if (unfit !== null) return unfit;
      const id = form.id ?? this.#book.newId();
      const { name, colour, archived } = form;
      draft.put('client', id, { name, colour, archived, ...(form.notes === null ? {} : { notes: form.notes }) });
      draft.note('client-saved', { ref: id });
      return { id };
    });
  }

  /** Removes a client; its accounts and business centres stay, without one. */
  async remove(id: string): Promise<Done | Refused> {
    const removed = await this.#book.change((draft) => {
      const client = this.#book.get('client', id);
      if (client === null) return refuse('not_found');
      const accounts = this.#ofClient('account', id);
      const centres = this.#ofClient('centre', id);
      for (const account of accounts) this.#setClient(draft, 'account', account, null);
      for (const centre of centres) this.#setClient(draft, 'centre', centre, null);
      draft.del(id);
      draft.note('client-removed', { ref: id });
      return { client, accounts, centres };
    });
    if (isRefused(removed)) return removed;
    this.#removed.set(id, removed);
    return {};
  }

  /** Takes a removal back; what was the client's comes back to it, unless it went to another since. */
  async putBack(id: string): Promise<Done | Refused> {
    const removed = this.#removed.get(id);
    if (removed === undefined) return refuse('not_found');
    const back = await this.#book.change<Done>((draft) => {
      const unfit = clientsUnfit(this.#book, [removed.client]);
      if (unfit !== null) return unfit;
      draft.put('client', id, removed.client);
      for (const account of removed.accounts) this.#setClient(draft, 'account', account, id);
      for (const centre of removed.centres) this.#setClient(draft, 'centre', centre, id);
      draft.note('client-saved', { ref: id });
      return {};
    });
    if (!isRefused(back)) this.#removed.delete(id);
    return back;
  }

  #ofClient(type: 'account' | 'centre', client: string): readonly string[] {
    const all: readonly Entry<'account' | 'centre'>[] = this.#book.all(type);
    return all.flatMap(({ id, data }) => (data.client === client ? [id] : []));
  }

  /** Drafts whose an account or a centre is; one that is another client's by now stays so. */
  #setClient<T extends 'account' | 'centre'>(draft: Draft, type: T, id: string, client: string | null): void {
    const data = this.#book.get(type, id);
    if (data === null || (client !== null && data.client !== undefined)) return;
    const { client: _, ...kept } = data;
    draft.put(type, id, { ...kept, ...(client === null ? {} : { client }) } as Data<T>);
  }
}

interface Removed {
  readonly client: Data<'client'>;
  readonly accounts: readonly string[];
  readonly centres: readonly string[];
}

/**
 * Why clients do not fit beside those there are; null when they do. `instead` is the one they take the place of. All clients
 * travel to the page in one answer, their notes with them.
 */
export function clientsUnfit(
  book: Book,
  more: readonly { readonly notes?: string | null | undefined }[],
  instead?: string,
): Refused | null {
  if (more.length === 0) return null;
  if (instead === undefined && book.count('client') + more.length > MOST) return refuse('too_many', { max: MOST });
  const others = book.all('client').filter(({ id }) => id !== instead);
  const all = [...others.map(({ data }) => data), ...more];
  return all.reduce((sum, { notes }) => sum + size(notes ?? ''), 0) > ALL_NOTES ? refuse('too_large') : null;
}
