import type { AuditKind } from '../../../shared/audit-kinds.ts';
import type { AccountForm, AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import type { AccountFilter, Facets } from '../../../shared/contracts/engine/account-list.ts';
import { MAX_IDS } from '../../../shared/limits.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import type { Exposures } from '../access/exposures.ts';
import type { SealedField } from '../crypto/field.ts';
import type { Book } from '../records/book.ts';
import { passingData } from '../records/entries.ts';
import type { Data } from '../records/shapes.ts';
import { applyForm, emptyAccount, unfitForm } from './account-form.ts';
import { EarlierPasswords } from './earlier-passwords.ts';
import { EarlierSecrets } from './earlier-secrets.ts';
import { withEarlier } from './kept-secrets.ts';
import { hasSeed } from './seed-factor.ts';
import { type Around, facetsOf, fitsFilter, type Quality } from './filter.ts';
import { AccountLines, type AccountsPage, type Wanted } from './lines.ts';
import { AccountMarks } from './marks.ts';
import type { Line } from './order.ts';
import { type Likeness, similarTo } from './similar.ts';

/** Which accounts a list shows, narrowed by a filter. */
type ListQuery = Omit<Wanted, 'fits'> & { readonly filter?: AccountFilter | undefined };

/** Logins on platforms: listed, searched, written, thrown away and brought back. */
export class Accounts {
  readonly #book: Book;
  readonly #lines = new AccountLines();
  readonly #marks: AccountMarks;
  readonly earlier: EarlierPasswords;
  readonly earlierSecrets: EarlierSecrets;
  #quality: Quality | null = null;

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#marks = new AccountMarks(book, exposures);
    this.earlier = new EarlierPasswords(book, exposures);
    this.earlierSecrets = new EarlierSecrets(book, exposures);
  }

  /** Who knows of passwords that are weak or used twice; the list is not narrowed by that until somebody does. */
  judgeBy(quality: Quality): void {
    this.#quality = quality;
  }

  /** Rows of a list; `client` null means those without one, left out means all. `near`: nothing fits as it was typed, these come close. */
  list({ offset, limit, ...query }: ListQuery & { readonly offset: number; readonly limit: number }): {
    total: number;
    near: boolean;
    rows: AccountRow[];
  } {
    const { total, near, accounts } = this.#page(query, offset, offset + limit);
    const marks = this.#marks.now();
    return { total, near, rows: accounts.map((line) => rowOf(line, marks(line.id))) };
  }

  /** The ids of a list in order, as many as can be chosen at once. */
  ids(query: ListQuery): { ids: string[] } {
    return { ids: this.#page(query, 0, MAX_IDS).accounts.map(({ id }) => id) };
  }

  /** How many accounts of a list each filter would leave. */
  facets({ client, trashed }: Pick<ListQuery, 'client' | 'trashed'>): Facets {
    const lines = this.#all().filter((line) => line.trashed === trashed && (client === undefined || line.client === client));
    return facetsOf(lines, this.#around());
  }

  /** Tags in use, of some accounts or outside of the trash, with how many accounts have each. */
  tags(of?: readonly string[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    const some = of === undefined ? null : new Set(of);
    for (const { id, trashed, known } of this.#all()) {
      if (some?.has(id) ?? !trashed) for (const tag of known.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    return counts;
  }

  /** Accounts that one about to be saved may be already. */
  similar(of: Likeness): { accounts: { id: string; title: string; username: string | null; client: string | null }[] } {
    const accounts = similarTo(this.#all(), of).map(({ id, title, client, entry }) => {
      return { id, title, username: passingData(entry).username ?? null, client };
    });
    return { accounts };
  }

  /** Makes ready, when nobody waits, what the first search and the first long scroll would make. */
  warm(): void {
    this.#lines.warm(this.#book.all('account'), this.#book.all('client'));
  }

  #all(): readonly Line[] {
    return this.#lines.all(this.#book.all('account'), this.#book.all('client'));
  }

  #page({ filter, ...wanted }: ListQuery, from: number, to: number): AccountsPage {
    const fits = fitsFilter(filter, () => this.#around());
    return this.#lines.page(this.#book.all('account'), this.#book.all('client'), { ...wanted, fits }, from, to);
  }

  #around(): Around {
    return { mark: this.#marks.now(), quality: this.#quality };
  }

  save(form: AccountForm): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      const unfit = unfitForm(form);
      if (unfit !== null) return unfit;
      const before = form.id === undefined ? emptyAccount(this.#book.now()) : this.#book.get('account', form.id);
      if (before === null) return refuse('not_found');
      if (form.client !== null && this.#book.get('client', form.client) === null) return refuse('not_found');
      if (form.owner !== null && this.#book.get('contact', form.owner) === null) return refuse('not_found');
      const id = form.id ?? this.#book.newId();
      const applied = applyForm(this.#book, id, before, form);
      if (isRefused(applied)) return applied;
      const account = withEarlier(this.#book, id, before, applied);
      draft.put('account', id, account);
      draft.note(form.id === undefined ? 'account-added' : 'account-changed', { ref: id });
      // SECURITY: an exposure ends by another password, not by forgetting this one here or by writing it down again.
      if (account.versions.password > before.versions.password) {
        draft.note(before.password === undefined ? 'password-set' : 'password-changed', { ref: id });
        this.earlier.follow(draft, id, before, account, form.password ?? '');
      }
      if (form.backupCodes !== undefined) {
        draft.note('backup-codes-changed', { ref: id });
        this.earlierSecrets.follow(draft, id, before, account);
      }
      return { id };
    });
  }

  trash(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account === null || account.trashed !== undefined) return refuse('not_found');
      draft.put('account', id, { ...account, trashed: this.#book.now() });
      draft.note('account-trashed', { ref: id });
      return {};
    });
  }

  restore(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account?.trashed === undefined) return refuse('not_found');
      const { trashed: _, ...kept } = account;
      draft.put('account', id, kept);
      draft.note('account-restored', { ref: id });
      return {};
    });
  }

  /** Text of one field, for revealing or copying; the act is logged when the field is a secret. */
  async secret(id: string, field: string, act: 'revealed' | 'copied'): Promise<string | Refused> {
    const account = this.#book.get('account', id);
    if (account === null) return refuse('not_found');
    const plain = plainField(account, field);
    if (plain !== undefined) return plain;
    const place = secretField(account, field);
    const text = place === null ? null : this.#book.openText(id, place.path, place.field);
    if (text === null) return refuse(place === null ? 'not_found' : 'damaged_vault');
    // A vault that takes no changes still opens its secrets; what cannot be logged is not withheld.
    if (this.#book.readOnly !== null) return text;
    const noted = await this.#book.change((draft) => {
      draft.note(secretKind(field, act), { ref: id });
      const now = this.#book.get('account', id);
      if (now !== null) draft.put('account', id, { ...now, used: this.#book.now() });
      return {};
    });
    return isRefused(noted) && this.#book.readOnly === null ? noted : text;
  }

  backupUsed({ id, code, used }: { id: string; code: string; used: boolean }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const account = this.#book.get('account', id);
      if (account === null || !account.backup_codes.some((one) => one.id === code)) return refuse('not_found');
      const backup_codes = account.backup_codes.map(({ used: before, ...one }) =>
        one.id === code
          ? { ...one, ...(used ? { used: this.#book.now() } : {}) }
          : { ...one, ...(before === undefined ? {} : { used: before }) },
      );
      draft.put('account', id, { ...account, backup_codes });
      draft.note(used ? 'backup-code-used' : 'account-changed', { ref: id });
      return {};
    });
  }
}

function rowOf({ id, data, pinned }: Line, mark: AccountRow['mark']): AccountRow {
  return {
    id,
    client: data.client ?? null,
    platform: data.platform,
    title: data.title,
    username: data.username ?? null,
    mark,
    hasCode: hasSeed(data),
    trashed: data.trashed ?? null,
    pinned: pinned !== null,
  };
}

function secretKind(field: string, act: 'revealed' | 'copied'): AuditKind {
  if (field === 'candidate' && act === 'copied') return 'candidate-copied';
  return field === 'password' ? `password-${act}` : `secret-${act}`;
}

function plainField(account: Data<'account'>, field: string): string | undefined {
  switch (field) {
    case 'username':
      return account.username;
    case 'recoveryMail':
      return account.recovery_mail;
    case 'recoveryPhone':
      return account.recovery_phone;
    case 'address':
      return account.address;
    default:
      return field.startsWith('field/') ? account.fields.find(({ id }) => id === field.slice(6))?.value : undefined;
  }
}

/** Where a secret lies in an account's record, by the name the page gives it; null when there is none. */
export function secretField(account: Data<'account'>, name: string): { path: string; field: SealedField } | null {
  const at = (path: string, field: SealedField | undefined) => (field === undefined ? null : { path, field });
  const [kind, id] = name.split('/');
  switch (kind) {
    case 'password':
      return at('password', account.password);
    case 'notes':
      return at('notes', account.notes);
    case 'candidate':
      return at('candidate', account.candidate);
    case 'backup':
      return at(`backup_codes/${id}/code`, account.backup_codes.find((one) => one.id === id)?.code);
    case 'history':
      return at(`history/${id}/value`, account.history.find((one) => one.id === id)?.value);
    case 'earlier':
      return at(`earlier/${id}/value`, account.earlier?.find((one) => one.id === id)?.value);
    case 'field':
      return at(`fields/${id}/secret`, account.fields.find((one) => one.id === id)?.secret);
    default:
      return null;
  }
}
