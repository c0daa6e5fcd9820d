import type { Reminder } from '../../../shared/contracts/engine/reminders.ts';
import type { Contacts } from '../people/contacts.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import type { Cause } from './reminder-causes.ts';

type About = Pick<Reminder, 'account' | 'who' | 'centre' | 'about' | 'run'>;

const NOTHING: About = { account: null, who: null, centre: null, about: null, run: null };

/** Reminders as a page shows them. */
export class ReminderRows {
  readonly #book: Book;
  readonly #contacts: Contacts;

  constructor(book: Book, contacts: Contacts) {
    this.#book = book;
    this.#contacts = contacts;
  }

  row({ kind, of, at, late }: Cause, snoozed: number | null): Reminder {
    return { kind, of, at, late, snoozed, ...this.#about({ kind, id: of ?? '' }) };
  }

  #about({ kind, id }: { readonly kind: Cause['kind']; readonly id: string }): About {
    switch (kind) {
      case 'loan_ending':
      case 'loan_over':
      case 'received_ending':
        return this.grant(id);
      case 'member_ending':
      case 'member_over':
        return this.member(id);
      case 'ad_code_ending':
        return this.adCode(id);
      case 'appointment': {
        const run = this.#book.get('run', id);
        return { ...NOTHING, account: this.#account(run?.account), who: this.#name(run?.contact), run: id };
      }
      case 'seed_old':
        return { ...NOTHING, account: this.#account(id) };
      default:
        return NOTHING;
    }
  }

  /** What a loan is of, with whom; of what is lent to us the first item stands for the account. */
  grant(id: string): About {
    const grant = this.#book.get('grant', id);
    const first = grant?.accounts[0];
    const account = grant?.side === 'received' ? this.#item(first) : this.#account(first);
    return { ...NOTHING, account, who: this.#name(grant?.contact), run: grant?.run ?? null };
  }

  /** Who is in which centre: by the card where one is known, else as they were noted. */
  member(id: string): About {
    const member = this.#book.get('member', id);
    const centre = this.#book.get('centre', member?.centre ?? '');
    return {
      ...NOTHING,
      who: this.#name(member?.contact) ?? member?.name ?? null,
      centre: member === null ? null : { id: member.centre, name: centre?.name ?? '?' },
    };
  }

  adCode(id: string): About {
    const code = this.#book.get('ad_code', id);
    return { ...NOTHING, account: this.#account(code?.account), who: this.#name(code?.contact), about: code?.about ?? null };
  }

  #name(contact: string | undefined): string | null {
    return contact === undefined ? null : this.#contacts.ref(contact).name;
  }

  #account(id: string | undefined): Reminder['account'] {
    return shown(id, this.#book.get('account', id ?? ''));
  }

  #item(id: string | undefined): Reminder['account'] {
    return shown(id, this.#book.get('received', id ?? ''));
  }
}

function shown(id: string | undefined, data: Data<'account'> | Data<'received'> | null): Reminder['account'] {
  if (data === null || id === undefined) return null;
  return { id, platform: data.platform, title: data.title, username: data.username ?? null };
}
