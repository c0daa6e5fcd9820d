import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import type { Exposures } from '../access/exposures.ts';
import { fromUtf8 } from '../bytes.ts';
import { wipe } from '../crypto/sodium.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { hasPassword, withPassword } from './account-form.ts';

type Account = Data<'account'>;

/** Passwords an account had: one of them can be its password again. */
export class EarlierPasswords {
  readonly #book: Book;
  readonly #exposures: Exposures;

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#exposures = exposures;
  }

  /** Makes an earlier password the account's as a new version; the one in force goes to the history, as at every change. */
  restore({ id, history }: { id: string; history: string }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      const entry = account?.history.find((one) => one.id === history);
      if (account === null || entry === undefined) return refuse('not_found');
      const bytes = this.#book.open(id, `history/${entry.id}/value`, entry.value);
      const text = bytes === null ? null : fromUtf8(bytes);
      if (bytes === null || text === null) return refuse('damaged_vault');
      if (!hasPassword(this.#book, id, account, text)) {
        const next = { ...withPassword(this.#book, id, account, bytes), changed: this.#book.now() };
        draft.put('account', id, next);
        draft.note('password-restored', { ref: id });
        this.follow(draft, id, account, next, text);
      }
      wipe(bytes);
      return {};
    });
  }

  /**
   * Drafts what another password does to exposures. SECURITY: one the account never had ends them. One it had is known again to whoever saw it
   * then, and ends nothing: that an earlier one is written down here says nothing of what the platform takes now.
   */
  follow(draft: Draft, id: string, before: Account, after: Account, text: string): void {
    const same = before.history.filter((one) => this.#book.openText(id, `history/${one.id}/value`, one.value) === text);
    if (same.length === 0) return this.#exposures.end(draft, id, 'password');
    const now = { ver: after.versions.password, set: after.password_set ?? this.#book.now() };
    const sets = new Set(same.map(({ set }) => set));
    // What was seen of a version nobody knows the age of may have been this one.
    this.#exposures.reopen(draft, id, 'password', now, ({ set }) => set === undefined || sets.has(set));
  }
}
