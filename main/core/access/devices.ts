import type { Device } from '../../../shared/contracts/engine/runs.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';

const MOST = 200;

interface DeviceForm {
  readonly id?: string | undefined;
  readonly account: string;
  readonly name: string;
  readonly place: string | null;
  readonly seen: string | null;
  readonly whose: 'me' | 'contact' | 'unknown';
  readonly contact: string | null;
  readonly keep: boolean | null;
  readonly signedOut: boolean;
}

/** Signed-in sessions at a platform, as a person copied them from its page. */
export class Devices {
  readonly #book: Book;
  readonly #contacts: Contacts;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
  }

  of(account: string): Device[] {
    return this.#entries(account).map((entry) => this.#view(entry));
  }

  /** Devices that are still in and about which nothing has been decided, or that are to be signed out and are not yet. */
  unsettled(account: string): number {
    return this.#entries(account).filter(({ data }) => data.signed_out === undefined && data.keep !== true).length;
  }

  save(form: DeviceForm): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      const before = form.id === undefined ? null : this.#book.get('device', form.id);
      if (form.id !== undefined && before?.account !== form.account) return refuse('not_found');
      if (this.#book.get('account', form.account) === null) return refuse('not_found');
      if (form.contact !== null && this.#book.get('contact', form.contact) === null) return refuse('not_found');
      if (before === null && this.#entries(form.account).length >= MOST) return refuse('too_many', { max: MOST });
      const id = form.id ?? this.#book.newId();
      const now = this.#book.now();
      const data: Data<'device'> = {
        account: form.account,
        name: form.name,
        whose: form.whose,
        made: before?.made ?? now,
        ...(form.place === null ? {} : { place: form.place }),
        ...(form.seen === null ? {} : { seen: form.seen }),
        ...(form.contact === null ? {} : { contact: form.contact }),
        ...(form.keep === null ? {} : { keep: form.keep }),
        ...(form.signedOut ? { signed_out: before?.signed_out ?? now } : {}),
      };
      draft.put('device', id, data);
      const wasIn = before?.signed_out === undefined;
      draft.note(form.signedOut && wasIn ? 'device-signed-out' : 'device-saved', { ref: form.account });
      return { id };
    });
  }

  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const device = this.#book.get('device', id);
      if (device === null) return refuse('not_found');
      draft.del(id);
      draft.note('device-removed', { ref: device.account });
      return {};
    });
  }

  #entries(account: string): readonly Entry<'device'>[] {
    return this.#book
      .all('device')
      .filter(({ data }) => data.account === account)
      .toSorted((a, b) => a.data.made - b.data.made || a.id.localeCompare(b.id));
  }

  #view({ id, data }: Entry<'device'>): Device {
    return {
      id,
      account: data.account,
      name: data.name,
      place: data.place ?? null,
      seen: data.seen ?? null,
      whose: data.whose,
      person: data.contact === undefined ? null : this.#contacts.ref(data.contact),
      keep: data.keep ?? null,
      signedOut: data.signed_out ?? null,
    };
  }
}
