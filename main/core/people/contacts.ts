import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { b64u, fromB64u } from '../bytes.ts';
import { FINGERPRINT_WORDS, fitsFingerprint, wordsFacts } from '../crypto/words.ts';
import { placesOf } from '../business/centre-parts.ts';
import { holdOf, unname } from '../business/contact-in-business.ts';
import type { Book, Draft } from '../records/book.ts';
import { groupedBy } from '../records/grouped.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { type Card, readCard } from './card.ts';
import { namesResemble } from './names.ts';

/** A person beside something: null contact for oneself. */
export interface PersonRef {
  readonly contact: string | null;
  readonly name: string;
  readonly verified: boolean;
}

const byContact = ({ data }: Entry<'grant'>): string => data.contact;

/** Contacts of a vault, which travel to the page in one answer. */
const MOST = 1000;

/** The people a vault knows, by their cards. */
export class Contacts {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  /** A person by record id; someone removed reads as unknown. */
  ref(contact: string | null): PersonRef {
    if (contact === null) return { contact: null, name: this.#book.all('identity')[0]?.data.name ?? '', verified: true };
    const data = this.#book.get('contact', contact);
    return { contact, name: data?.name ?? '?', verified: data?.state === 'verified' };
  }

  /** Fingerprint of a contact, for the log; undefined when there is no such contact. */
  fp(contact: string): string | undefined {
    return this.#book.get('contact', contact)?.fp;
  }

  byFingerprint(fp: string): Entry<'contact'> | null {
    return this.#book.all('contact').find(({ data }) => data.fp === fp) ?? null;
  }

  /** The card of a contact; null when there is no such contact. */
  card(contact: string): Card | null {
    const data = this.#book.get('contact', contact);
    const bytes = data === null ? null : fromB64u(data.card);
    return bytes === null ? null : readCard(bytes);
  }

  list(): { people: Contact[] } {
    const people = this.#book.all('contact').map((entry) => this.#view(entry));
    return { people: people.toSorted((a, b) => a.name.localeCompare(b.name)) };
  }

  get(id: string): Contact | Refused {
    const data = this.#book.get('contact', id);
    if (data === null) return refuse('not_found');
    const centres = new Set(placesOf(this.#book, id).map(({ data: { centre } }) => centre)).size;
    return { ...this.#view({ id, data }), centres };
  }

  /** Drafts a new contact for a card; another key is another contact, whatever its name. */
  add(card: Card, draft: Draft): string | Refused {
    if (this.#book.count('contact') >= MOST) return refuse('too_many', { max: MOST });
    const id = this.#book.newId();
    draft.put('contact', id, { name: card.name, card: b64u(card.bytes), fp: card.fp, state: 'unverified', made: this.#book.now() });
    draft.note('card-added', { who: card.fp, ref: id });
    return id;
  }

  save(form: {
    id: string;
    organisation: string | null;
    role: Data<'contact'>['role'] | null;
    zone: string | null;
  }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('contact', form.id);
      if (data === null) return refuse('not_found');
      const { organisation: _o, role: _r, zone: _z, ...kept } = data;
      draft.put('contact', form.id, {
        ...kept,
        ...(form.organisation === null ? {} : { organisation: form.organisation }),
        ...(form.role === null || form.role === undefined ? {} : { role: form.role }),
        ...(form.zone === null ? {} : { zone: form.zone }),
      });
      return {};
    });
  }

  /** Compares typed words with the contact's own fingerprint; only words a person typed can verify. Words that differ are logged. */
  async verify({ id, words, pasted }: { id: string; words: string; pasted: boolean }): Promise<Done | Refused> {
    const verified = await this.#verify({ id, words, pasted });
    if (isRefused(verified) && verified.refused === 'words_differ') {
      await this.#book.change((draft) => draft.note('words-differed', { who: this.fp(id), ref: id }) ?? {});
    }
    return verified;
  }

  #verify({ id, words, pasted }: { id: string; words: string; pasted: boolean }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('contact', id);
      const fp = data === null ? null : fromB64u(data.fp);
      if (data === null || fp === null || data.state === 'retired') return refuse('not_found');
      // SECURITY: pasted words prove that two texts are equal, not that a person heard them.
      if (pasted) return refuse('words_pasted');
      const fits = fitsFingerprint(words, fp);
      if (typeof fits === 'string') return refuse(fits, wordsFacts(fits, words, FINGERPRINT_WORDS));
      if (!fits) return refuse('words_differ');
      draft.put('contact', id, { ...data, state: 'verified', verified: this.#book.now() });
      draft.note('contact-verified', { who: data.fp, ref: id });
      return {};
    });
  }

  /** Forgets a contact that no grant names and that is in no business centre; who was in one stays there by name. */
  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('contact', id);
      if (data === null) return refuse('not_found');
      if (this.#grants(id).length > 0 || this.#book.all('account').some(({ data: account }) => account.owner === id))
        return refuse('contact_in_use');
      const why = holdOf(this.#book, id);
      if (why !== null) return refuse('contact_in_use', { why });
      for (const { id: device, data: held } of this.#book.all('device')) {
        const { contact, ...rest } = held;
        if (contact === id) draft.put('device', device, { ...rest, whose: 'unknown' });
      }
      unname(this.#book, draft, id);
      for (const { id: item, data: arrived } of this.#book.all('arrived')) if (arrived.contact === id) draft.del(item);
      draft.del(id);
      draft.note('contact-removed', { who: data.fp, ref: id });
      return {};
    });
  }

  /** Loans of either side, whatever became of them. */
  #grants(contact: string): readonly Entry<'grant'>[] {
    return groupedBy(this.#book.all('grant'), byContact).get(contact) ?? [];
  }

  /** How many loans given to someone are neither closed nor declined. */
  #lent(contact: string): number {
    const isOpen = ({ data }: Entry<'grant'>): boolean =>
      data.side === 'given' && data.closed === undefined && data.refused === undefined;
    return this.#grants(contact).filter(isOpen).length;
  }

  #view({ id, data }: Entry<'contact'>): Contact {
    const twin =
      data.state === 'verified'
        ? undefined
        : this.#book
            .all('contact')
            .find((other) => other.id !== id && other.data.state === 'verified' && namesResemble(other.data.name, data.name));
    return {
      id,
      name: data.name,
      organisation: data.organisation ?? null,
      role: data.role ?? null,
      zone: data.zone ?? null,
      state: data.state,
      verifiedAt: data.verified ?? null,
      resembles: twin === undefined ? null : { id: twin.id, name: twin.data.name },
      grants: this.#lent(id),
    };
  }
}
