import type { ClientRow } from '../../../shared/contracts/engine/accounts.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { utf8 } from '../bytes.ts';
import type { Book } from '../records/book.ts';

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

  constructor(book: Book) {
    this.#book = book;
  }

  /** All clients by name, with the number of their accounts; `unfiled` counts accounts without one. */
  list(): { clients: ClientRow[]; unfiled: number } {
    const counts = new Map<string, number>();
    let unfiled = 0;
    for (const { data } of this.#book.all('account')) {
      if (data.trashed !== undefined) continue;
      if (data.client === undefined) unfiled++;
      else counts.set(data.client, (counts.get(data.client) ?? 0) + 1);
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
  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      if (this.#book.get('client', id) === null) return refuse('not_found');
      for (const entry of this.#book.all('account')) {
        if (entry.data.client !== id) continue;
        const { client: _, ...kept } = entry.data;
        draft.put('account', entry.id, kept);
      }
      for (const entry of this.#book.all('centre')) {
        const { client, ...kept } = entry.data;
        if (client === id) draft.put('centre', entry.id, kept);
      }
      draft.del(id);
      draft.note('client-removed', { ref: id });
      return {};
    });
  }
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
