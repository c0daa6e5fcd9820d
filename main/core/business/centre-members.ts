import { type MemberForm, MOST_IN_CENTRE, type Stays } from '../../../shared/contracts/engine/business.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { unfitLines, unfitText } from '../messages/unfit.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { assetsIn, isOut, membersIn } from './centre-parts.ts';
import type { CentreViews } from './centre-views.ts';
import { takeOut } from './member-removal.ts';
import { whatStays } from './what-stays.ts';

/** People and partners at business centres, with what they may do there. */
export class CentreMembers {
  readonly #book: Book;
  readonly #contacts: Contacts;
  readonly #views: CentreViews;

  constructor(of: { book: Book; contacts: Contacts; views: CentreViews }) {
    this.#book = of.book;
    this.#contacts = of.contacts;
    this.#views = of.views;
  }

  /** Notes who is, or waits to be, at a centre. Nothing but the person's own word says that a level is the lowest. */
  save(form: MemberForm): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      const before = form.id === undefined ? null : this.#book.get('member', form.id);
      const refused = this.#refused(form, before);
      if (refused !== null) return refused;
      const id = form.id ?? this.#book.newId();
      const data = this.#dataOf(form, before);
      if (!this.#views.hasRoomFor(form.centre, { member: { id, data } })) return refuse('too_large');
      draft.put('member', id, data);
      draft.note('member-saved', { who: form.contact === null ? undefined : this.#contacts.fp(form.contact), ref: form.centre });
      return { id };
    });
  }

  /** Says that they were removed at the platform, or that their invitation or request is off; the record stays. */
  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const member = this.#book.get('member', id);
      if (member === null) return refuse('not_found');
      if (isOut(member)) return refuse('member_removed');
      takeOut({ book: this.#book, contacts: this.#contacts }, draft, id, member);
      return {};
    });
  }

  /** What their removal would leave as it is. */
  stays(id: string): Stays | Refused {
    const data = this.#book.get('member', id);
    if (data === null) return refuse('not_found');
    const { theirs, back, people, adCodes } = whatStays(this.#book, { id, data });
    return {
      theirs: theirs.map((entry) => this.#views.asset(entry)),
      back: back.map((entry) => this.#views.asset(entry)),
      people: people.slice(0, MOST_IN_CENTRE).map((entry) => this.#views.member(entry)),
      adCodes: adCodes.length,
    };
  }

  #refused(form: MemberForm, before: Data<'member'> | null): Refused | null {
    const { centre, contact } = form;
    if (form.id !== undefined && before?.centre !== centre) return refuse('not_found');
    if (before !== null && isOut(before)) return refuse('member_removed');
    if (this.#book.get('centre', centre) === null) return refuse('not_found');
    if (contact !== null && this.#book.get('contact', contact) === null) return refuse('not_found');
    const known = new Set(assetsIn(this.#book, centre).map(({ id }) => id));
    if (!form.assets.every((asset) => known.has(asset))) return refuse('not_found');
    const present = membersIn(this.#book, centre).filter(({ data }) => !isOut(data)).length;
    if (before === null && present >= MOST_IN_CENTRE) return refuse('too_many', { max: MOST_IN_CENTRE });
    const unfit = unfitLines([
      [form.name, 120],
      [form.number, 254],
      [form.level, 120],
    ]);
    return unfit ?? (form.note === null ? null : unfitText(form.note, 500));
  }

  #dataOf(form: MemberForm, before: Data<'member'> | null): Data<'member'> {
    const { centre, as, contact, name, level, lowest, state, until } = form;
    const now = this.#book.now();
    return {
      ...{ centre, as, name, level, lowest, state, assets: [...new Set(form.assets)], made: before?.made ?? now },
      ...(contact === null ? {} : { contact }),
      ...(form.number === null ? {} : { number: form.number }),
      ...(state === 'active' ? { since: before?.since ?? now } : {}),
      ...(until === null ? {} : { until }),
      ...(form.note === null ? {} : { note: form.note }),
    };
  }
}
