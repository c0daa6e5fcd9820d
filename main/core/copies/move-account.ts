import type { Bytes } from '../bytes.ts';
import { isSealedField, type SealedField } from '../crypto/field.ts';
import { wipe } from '../crypto/sodium.ts';
import type { Data } from '../records/shapes.ts';
import type { Json } from '../strict-json.ts';
import type { RecordData } from '../vault/operations.ts';

type Account = Data<'account'>;
type Made = { [key: string]: Json };

/** What a move needs: the old place's secrets opened, the new place's sealed, and fresh ids. */
export interface MovePorts {
  /** Null when the field does not open. */
  readonly open: (path: string, field: SealedField) => Bytes | null;
  readonly seal: (path: string, ver: number, plain: Bytes) => SealedField;
  readonly newId: () => string;
}

/**
 * Data of an account as another record's: every element of a list gets an id of its own, and every secret is opened at its old
 * place and sealed at its new one, since a sealed field opens only where it was sealed. Versions stay. Secrets that do not open
 * are left out and counted.
 */
export function moveAccount(data: Account, ports: MovePorts): { readonly data: Account; readonly unreadable: number } {
  let unreadable = 0;

  /** Undefined for a secret that does not open, and for an element that is nothing without it. */
  const move = (value: Json, from: string, to: string): Json | undefined => {
    if (typeof value !== 'object' || value === null) return value;
    if (isSealedField(value)) return moveSecret(value, from, to);
    if (!Array.isArray(value)) return moveMap(value, from, to);
    return value.flatMap((item) => moveItem(item, from, to) ?? []);
  };
  const moveSecret = (field: SealedField, from: string, to: string): Json | undefined => {
    const plain = ports.open(from, field);
    if (plain === null) {
      unreadable += 1;
      return undefined;
    }
    const sealed = ports.seal(to, field.ver, plain);
    wipe(plain);
    return { ver: sealed.ver, sealed: sealed.sealed };
  };
  const moveMap = (map: RecordData, from: string, to: string): Made => {
    const made: Made = {};
    for (const [key, value] of Object.entries(map)) {
      const moved = move(value, `${from}/${key}`, `${to}/${key}`);
      if (moved !== undefined) made[key] = moved;
    }
    return made;
  };
  const moveItem = (item: Json, from: string, to: string): Json | undefined => {
    const old = typeof item === 'object' && item !== null && !Array.isArray(item) ? item['id'] : undefined;
    // Without an id of its own nothing inside it can have been sealed for a place.
    if (typeof old !== 'string') return item;
    const id = ports.newId();
    const made = { ...moveMap(item as RecordData, `${from}/${old}`, `${to}/${id}`), id };
    const isEmptied = Object.keys(made).length < Object.keys(item as RecordData).length && SECRET_LISTS.has(from);
    return isEmptied ? undefined : made;
  };

  const made: Made = {};
  for (const [key, value] of Object.entries(data as unknown as RecordData)) {
    const moved = move(value, key, key);
    if (moved !== undefined) made[key] = moved;
  }
  return { data: made as unknown as Account, unreadable };
}

/** Lists whose elements are nothing without their secret. */
const SECRET_LISTS: ReadonlySet<string> = new Set(['backup_codes', 'history', 'earlier']);
