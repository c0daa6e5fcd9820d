import type { AuditKind } from '../../../shared/audit-kinds.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import type { Exposures } from '../access/exposures.ts';
import type { Book, Draft } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { backupTexts, replacesBackupCodes, secretField, withBackupCodes, withNotes } from './account-form.ts';
import { type Earlier, earlierCodes, withEarlier } from './kept-secrets.ts';

type Account = Data<'account'>;

/** Fields of an account. */
const MOST_FIELDS = 32;

const RESTORED: Readonly<Record<Earlier['of'], AuditKind>> = {
  notes: 'notes-restored',
  backup_codes: 'backup-codes-restored',
  field: 'field-restored',
};

/** What notes, backup codes and secret fields of an account held before: each can come into force again. */
export class EarlierSecrets {
  readonly #book: Book;
  readonly #exposures: Exposures;

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#exposures = exposures;
  }

  /** Makes an earlier value the account's as a new version; the one in force is kept, as at every change. */
  restore({ id, earlier }: { id: string; earlier: string }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      const entry = account?.earlier?.find((one) => one.id === earlier);
      if (account === null || entry === undefined) return refuse('not_found');
      const text = this.#book.openText(id, `earlier/${entry.id}/value`, entry.value);
      if (text === null) return refuse('damaged_vault');
      const applied = this.#applied(id, account, entry, text);
      if (isRefused(applied)) return applied;
      if (applied === account) return {};
      const next = withEarlier(this.#book, id, account, { ...applied, changed: this.#book.now() });
      draft.put('account', id, next);
      draft.note(RESTORED[entry.of], { ref: id });
      if (entry.of === 'backup_codes') this.follow(draft, id, account, next);
      return {};
    });
  }

  /**
   * Drafts what other backup codes do to exposures. SECURITY: a list without any that was there before ends them. Codes the account had are known
   * again to whoever saw them then, and end nothing: that they are written down here says nothing of what the platform takes now.
   */
  follow(draft: Draft, id: string, before: Account, after: Account): void {
    const standing = backupTexts(this.#book, id, before);
    const come = [...backupTexts(this.#book, id, after).keys()].filter((text) => !standing.has(text));
    const lists = earlierCodes(this.#book, id, before).map(({ entry, codes }) => ({
      ver: entry.ver,
      isBack: come.some((text) => codes.has(text)),
    }));
    if (!lists.some(({ isBack }) => isBack)) {
      if (replacesBackupCodes(before, after)) this.#exposures.end(draft, id, 'backup_codes');
      return;
    }
    // What was seen of a version nobody knows the codes of any more may have been one of these.
    const others = new Set<number | undefined>(lists.flatMap(({ ver, isBack }) => (isBack ? [] : [ver])));
    this.#exposures.reopen(draft, id, 'backup_codes', { ver: after.versions.backup }, ({ ver }) => !others.has(ver));
  }

  /** The account with the value in its place; the very same one when it has that value already. */
  #applied(id: string, account: Account, entry: Earlier, text: string): Account | Refused {
    switch (entry.of) {
      case 'notes': {
        const stands = account.notes === undefined ? null : this.#book.openText(id, 'notes', account.notes);
        return stands === text ? account : withNotes(this.#book, id, account, text);
      }
      case 'backup_codes':
        return this.#withCodes(id, account, text.split('\n'));
      case 'field':
        return this.#withField(id, account, entry, text);
    }
  }

  /** A code comes back with its mark, also with one it got in another list: it was used once and for all. */
  #withCodes(id: string, account: Account, codes: readonly string[]): Account {
    const standing = backupTexts(this.#book, id, account);
    if (codes.length === account.backup_codes.length && codes.every((code) => standing.has(code))) return account;
    const marks = new Map(earlierCodes(this.#book, id, account).flatMap(({ codes: of }) => [...of].filter(([, used]) => used > 0)));
    const made = withBackupCodes(this.#book, id, account, codes);
    const backup_codes = made.backup_codes.map((one, at) => {
      const used = one.used ?? marks.get(codes[at] ?? '');
      return used === undefined ? one : { ...one, used };
    });
    return { ...made, backup_codes };
  }

  /** A field that is gone, or is no secret any more, comes back beside the others under the name it had. */
  #withField(id: string, account: Account, { field, name = '?' }: Earlier, text: string): Account | Refused {
    const secrets = account.fields.filter(({ secret }) => secret !== undefined);
    const old = secrets.find((one) => one.id === field) ?? secrets.find((one) => one.name === name);
    if (old === undefined) {
      if (account.fields.length >= MOST_FIELDS) return refuse('too_many', { max: MOST_FIELDS });
      return { ...account, fields: [...account.fields, { ...secretField(this.#book, id, undefined, text), name }] };
    }
    if (old.secret !== undefined && this.#book.openText(id, `fields/${old.id}/secret`, old.secret) === text) return account;
    const made = { ...secretField(this.#book, id, old, text), name: old.name };
    return { ...account, fields: account.fields.map((one) => (one === old ? made : one)) };
  }
}
