import type { AuditKind } from '../../../shared/audit-kinds.ts';
import type { AccountForm, AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import { type Done, isRefused, type Refused, refuse } from '../../../shared/errors.ts';
import type { Exposures } from '../access/exposures.ts';
import { isLive, leftOf, stateOf } from '../access/grant-state.ts';
import type { SealedField } from '../crypto/field.ts';
import type { Book } from '../records/book.ts';
import type { Data, Entry } from '../records/shapes.ts';
import { applyForm, emptyAccount, hadPassword, replacesBackupCodes, unfitForm } from './account-form.ts';
import { seedFactor } from './factors.ts';
import { firstInOrder, inOrder, isInOrder, type Sort } from './order.ts';
import { searched, searchTexts } from './search.ts';

/** Rows up to which a list is picked rather than sorted. */
const FEW = 200;

interface ListQuery {
  readonly client?: string | null | undefined;
  readonly query: string;
  readonly sort: Sort;
  readonly trashed: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Logins on platforms: listed, searched, written, thrown away and brought back. */
export class Accounts {
  readonly #book: Book;
  readonly #exposures: Exposures;

  constructor(book: Book, exposures: Exposures) {
    this.#book = book;
    this.#exposures = exposures;
  }

  /** Rows of a list; `client` null means those without one, left out means all. */
  list({ client, query, sort, trashed, offset, limit }: ListQuery): { total: number; rows: AccountRow[] } {
    const shown = ({ data }: Entry<'account'>): boolean =>
      (data.trashed !== undefined) === trashed && (client === undefined || (data.client ?? null) === client);
    const all = this.#book.all('account');
    const last = offset + limit;
    // A page near the top needs no sorted vault: the one shown right after opening.
    const isPicked = last <= FEW && !isInOrder(all, sort);
    const found = searched(isPicked ? all : inOrder(all, sort), query).filter(shown);
    const page = (isPicked ? firstInOrder(found, sort, last) : found).slice(offset, last);
    return { total: found.length, rows: page.map((entry) => this.#row(entry)) };
  }

  /** Makes ready, when nobody waits, what the first search and the first long scroll would make: text to search, and order. */
  warm(): void {
    const all = this.#book.all('account');
    for (const sort of ['used', 'title'] as const) searchTexts(inOrder(all, sort));
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
      const account = applyForm(this.#book, id, before, form);
      if (isRefused(account)) return account;
      draft.put('account', id, account);
      draft.note(form.id === undefined ? 'account-added' : 'account-changed', { ref: id });
      // SECURITY: an exposure ends by another password, not by forgetting this one here or by writing it down again.
      if (account.versions.password > before.versions.password) {
        draft.note(before.password === undefined ? 'password-set' : 'password-changed', { ref: id });
        if (!hadPassword(this.#book, id, before, form.password ?? '')) this.#exposures.end(draft, id, 'password');
      }
      if (form.backupCodes !== undefined) {
        draft.note('backup-codes-changed', { ref: id });
        if (replacesBackupCodes(before, account)) this.#exposures.end(draft, id, 'backup_codes');
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

  #row({ id, data }: Entry<'account'>): AccountRow {
    return {
      id,
      client: data.client ?? null,
      platform: data.platform,
      title: data.title,
      username: data.username ?? null,
      mark: this.#mark(id),
      hasCode: seedFactor(data) !== null,
      trashed: data.trashed ?? null,
    };
  }

  #mark(id: string): AccountRow['mark'] {
    const now = this.#book.now();
    if (this.#exposures.isOverdue(id, now)) return { kind: 'exposed' };
    const live = this.#book
      .all('grant')
      .filter(({ data }) => data.side === 'given' && data.accounts.includes(id) && isLive(data, now))
      .toSorted((a, b) => a.data.until - b.data.until)[0];
    if (live === undefined) return null;
    return { kind: stateOf(live.data, now) === 'ending' ? 'ending' : 'lent', left: leftOf(live.data, now), until: live.data.until };
  }
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
    case 'field':
      return at(`fields/${id}/secret`, account.fields.find((one) => one.id === id)?.secret);
    default:
      return null;
  }
}
