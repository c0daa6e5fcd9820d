import { type AccountPart, accountPart } from '../../../shared/contracts/engine/copies.ts';
import type { Bytes } from '../bytes.ts';
import { isSealedField, type SealedField } from '../crypto/field.ts';
import { equal, wipe } from '../crypto/sodium.ts';
import type { Data } from '../records/shapes.ts';
import type { Json } from '../strict-json.ts';

type Account = Data<'account'>;

/** The part each field belongs to; null for what only tells when something was done, and for the counters of versions. */
const PART_OF: Readonly<Record<keyof Account, AccountPart | null>> = {
  title: 'title',
  platform: 'sign_in',
  kind: 'sign_in',
  username: 'sign_in',
  address: 'sign_in',
  recovery_mail: 'sign_in',
  recovery_phone: 'sign_in',
  client: 'client',
  password: 'password',
  candidate: 'candidate',
  factors: 'codes',
  backup_codes: 'backup_codes',
  notes: 'notes',
  fields: 'fields',
  history: 'history',
  trashed: 'trash',
  owner: 'other',
  tags: 'other',
  own_steps: 'other',
  made: null,
  changed: null,
  used: null,
  password_set: null,
  candidate_made: null,
  backup_set: null,
  versions: null,
  // Where it differs, so does what was changed.
  earlier: null,
  // A place in a list is no part of a login.
  pinned: null,
};

/** One of two records of an account, and the way to open its sealed fields. */
export interface Side {
  readonly data: Account;
  /** Null when the field does not open. */
  readonly open: (path: string, field: SealedField) => Bytes | null;
}

/** In which parts two records of the same account differ; secrets are compared by what they hold, and nothing of them is kept. */
export function differingParts(one: Side, other: Side): AccountPart[] {
  const found = new Set<AccountPart>();
  for (const [key, part] of Object.entries(PART_OF) as [keyof Account, AccountPart | null][]) {
    if (part === null || found.has(part)) continue;
    if (!isSameValue(one.data[key] as Json | undefined, other.data[key] as Json | undefined, key, one, other)) found.add(part);
  }
  return accountPart.options.filter((part) => found.has(part));
}

function isSameValue(a: Json | undefined, b: Json | undefined, path: string, one: Side, other: Side): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (isSealedField(a) && isSealedField(b)) return isSameSecret(a, b, path, one, other);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, at) => isSameValue(item, b[at], placeOf(item, path), one, other));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSameValue(a[key], b[key], `${path}/${key}`, one, other));
}

// An element's own id names its place; of two with other ids the id itself differs.
function placeOf(item: Json, path: string): string {
  const id = typeof item === 'object' && item !== null && !Array.isArray(item) ? item['id'] : undefined;
  return typeof id === 'string' ? `${path}/${id}` : path;
}

function isSameSecret(a: SealedField, b: SealedField, path: string, one: Side, other: Side): boolean {
  // The very same bytes: neither has to be opened. Sealed anew, as by a key rotation, they never are.
  if (a.sealed === b.sealed && a.ver === b.ver) return true;
  const [x, y] = [one.open(path, a), other.open(path, b)];
  const isSame = x !== null && y !== null && equal(x, y);
  for (const bytes of [x, y]) if (bytes !== null) wipe(bytes);
  return isSame;
}

/** When an account was last changed, in Unix seconds, as far as its record tells. */
export function lastChangeOf(account: Account): number {
  const { changed, password_set, candidate_made, backup_set, trashed, factors } = account;
  const times = [
    changed,
    password_set,
    candidate_made,
    backup_set,
    trashed,
    ...factors.flatMap((one) => [one.set, one.replaced, one.outside]),
  ];
  return Math.max(...times.filter((at) => at !== undefined));
}
