import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import { withoutCandidate, withPassword } from '../accounts/account-form.ts';
import { generatePassword } from '../accounts/generator.ts';
import { wipe } from '../crypto/sodium.ts';
import type { Book } from '../records/book.ts';
import type { Exposures } from './exposures.ts';

/** New passwords on their way: saved beside the old one before anyone types them at the platform, and in its place only once they worked. */
export class Candidates {
  readonly #book: Book;
  readonly #exposures: Exposures;

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#exposures = exposures;
  }

  make({ account: id, length, symbols }: { account: string; length: number; symbols: boolean }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account === null) return refuse('not_found');
      // A candidate may already be the password at the platform: it is never overwritten, only dropped by the person.
      if (account.candidate !== undefined) return refuse('candidate_exists');
      const ver = account.versions.candidate + 1;
      draft.put('account', id, {
        ...account,
        candidate: this.#book.seal(id, 'candidate', ver, generatePassword(length, symbols)),
        candidate_made: this.#book.now(),
        versions: { ...account.versions, candidate: ver },
      });
      draft.note('candidate-made', { ref: id });
      return {};
    });
  }

  /** Text of the old or the new password, for copying. */
  async text(id: string, which: 'old' | 'new'): Promise<string | Refused> {
    const account = this.#book.get('account', id);
    const field = which === 'old' ? account?.password : account?.candidate;
    if (field === undefined) return refuse(which === 'old' ? 'not_found' : 'no_candidate');
    const text = this.#book.openText(id, which === 'old' ? 'password' : 'candidate', field);
    if (text === null) return refuse('damaged_vault');
    if (this.#book.readOnly !== null) return text;
    const noted = await this.#book.change((draft) => {
      draft.note(which === 'old' ? 'password-copied' : 'candidate-copied', { ref: id });
      return {};
    });
    return isRefused(noted) && this.#book.readOnly === null ? noted : text;
  }

  /** The new password worked: it becomes the password, the old one goes to the history, and what others have seen of it is exposed no more. */
  worked(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account?.candidate === undefined) return refuse(account === null ? 'not_found' : 'no_candidate');
      const bytes = this.#book.open(id, 'candidate', account.candidate);
      if (bytes === null) return refuse('damaged_vault');
      const { candidate: _c, candidate_made: _m, ...kept } = withPassword(this.#book, id, account, bytes);
      wipe(bytes);
      draft.put('account', id, { ...kept, changed: this.#book.now() });
      draft.note('password-changed', { ref: id });
      this.#exposures.end(draft, id, 'password');
      return {};
    });
  }

  drop(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account?.candidate === undefined) return refuse(account === null ? 'not_found' : 'no_candidate');
      draft.put('account', id, withoutCandidate(this.#book, id, account));
      draft.note('candidate-dropped', { ref: id });
      return {};
    });
  }
}
