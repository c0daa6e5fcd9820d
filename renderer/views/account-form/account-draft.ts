import type { AccountDetail, AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import { findPlatform, type Platforms } from '../../../shared/platforms/catalogue.ts';

/** A secret in a draft: left as it is in the vault, taken away, or written anew. */
export type SecretDraft = { readonly kind: 'keep' } | { readonly kind: 'clear' } | { readonly kind: 'set'; readonly text: string };

/** One of the person's own fields. `kept` is a secret value in the vault that has not been typed over. */
export interface FieldDraft {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly secret: boolean;
  readonly value: string;
  readonly kept: boolean;
}

/** What is typed in the editor, as it is typed. */
export interface AccountDraft {
  readonly id: string | null;
  readonly client: string | null;
  readonly platform: string;
  readonly kind: 'personal' | 'business';
  readonly title: string;
  readonly owner: string | null;
  readonly username: string;
  readonly password: SecretDraft;
  readonly recoveryMail: string;
  readonly recoveryPhone: string;
  readonly address: string;
  readonly tags: string;
  readonly notes: SecretDraft;
  readonly backupCodes: SecretDraft;
  readonly fields: readonly FieldDraft[];
}

/** The platform of what is not in the catalogue. */
export const OTHER_PLATFORM = 'other';

/** The draft an editor starts from: an account's facts, or an empty one. */
export function draftOf(account: AccountDetail | null, client: string | null): AccountDraft {
  const keep = { kind: 'keep' } as const;
  if (account === null) {
    const platform = 'tiktok';
    return {
      ...{ id: null, client, platform, kind: 'personal', title: '', owner: null, username: '', password: keep },
      ...{
        recoveryMail: '',
        recoveryPhone: '',
        address: findPlatform(platform)?.signIn ?? '',
        tags: '',
        notes: keep,
        backupCodes: keep,
        fields: [],
      },
    };
  }
  return {
    id: account.id,
    client: account.client,
    platform: account.platform,
    kind: account.kind,
    title: account.title,
    owner: account.owner.contact,
    username: account.username ?? '',
    password: keep,
    recoveryMail: account.recoveryMail ?? '',
    recoveryPhone: account.recoveryPhone ?? '',
    address: account.address ?? '',
    tags: account.tags.join(', '),
    notes: keep,
    backupCodes: keep,
    fields: account.fields.map((field) => ({
      key: field.id,
      id: field.id,
      name: field.name,
      secret: field.secret,
      value: field.value ?? '',
      kept: field.secret,
    })),
  };
}

/** The draft with another platform; an address that was the old platform's own gives way to the new one's. */
export function withPlatform(draft: AccountDraft, platform: string, find: Platforms['find']): AccountDraft {
  // A draft begins with the catalogue's own, whatever was added.
  const given = ['', find(draft.platform)?.signIn, findPlatform(draft.platform)?.signIn];
  return { ...draft, platform, address: given.includes(draft.address) ? (find(platform)?.signIn ?? '') : draft.address };
}

const bare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]\S*)?$/u;

/** An address as it is kept: `tiktok.com/login` is meant as https; anything with a scheme of its own stays. */
export function keptAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  return bare.test(text) ? `https://${text}` : text;
}

/** Whether a field of one's own lacks its name or its value. */
export function isHalf(field: FieldDraft): boolean {
  return field.name.trim() === '' || (field.value === '' && !field.kept);
}

/** What is sent to be saved; null while a field of one's own is half filled. Empty lines become null, kept secrets are left out. */
export function formOf(draft: AccountDraft, nameOf: Platforms['name']): AccountForm | null {
  if (draft.fields.some(isHalf)) return null;
  const line = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const name = draft.platform === OTHER_PLATFORM ? (line(draft.address) ?? draft.platform) : nameOf(draft.platform);
  return {
    ...(draft.id === null ? {} : { id: draft.id }),
    client: draft.client,
    platform: draft.platform,
    kind: draft.kind,
    title: line(draft.title) ?? name.slice(0, 120),
    username: line(draft.username),
    recoveryMail: line(draft.recoveryMail),
    recoveryPhone: line(draft.recoveryPhone),
    address: keptAddress(draft.address),
    tags: tagsOf(draft.tags),
    owner: draft.owner,
    ...secret('password', draft.password, (text) => text),
    ...secret('notes', draft.notes, (text) => text),
    ...(draft.backupCodes.kind === 'set' ? { backupCodes: codesOf(draft.backupCodes.text) } : {}),
    fields: draft.fields.map((field) => ({
      ...(field.id === null ? {} : { id: field.id }),
      name: field.name.trim(),
      secret: field.secret,
      ...(field.kept && field.value === '' ? {} : { value: field.value }),
    })),
  };
}

/** Tags with commas between, each once. */
export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, 32));
  return [...new Set(tags)].filter((tag) => tag !== '').slice(0, 32);
}

/** Backup codes, one on each line; empty lines and doubles are left out. */
export function codesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

function secret<K extends string>(key: K, draft: SecretDraft, read: (text: string) => string): { [P in K]?: string | null } {
  if (draft.kind === 'keep') return {};
  const value = draft.kind === 'clear' || draft.text === '' ? null : read(draft.text);
  return { [key]: value } as { [P in K]?: string | null };
}
