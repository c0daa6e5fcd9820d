import type { Bytes } from '../../../main/core/bytes.ts';
import { bringIn, type BroughtIn } from '../../../main/core/copies/bring-in.ts';
import { Comparison } from '../../../main/core/copies/comparison.ts';
import { CopyBook } from '../../../main/core/copies/copy-book.ts';
import { isSealedField } from '../../../main/core/crypto/field.ts';
import type { Json } from '../../../main/core/strict-json.ts';
import type { Session } from '../../../main/engine/session.ts';
import type { Refused } from '../../../shared/errors.ts';
import type { World } from '../../support/session-world.ts';

export const PASSWORD = 'copper tunnel hazard biology';

/** The bytes of a world's file now, as a copy of it would have them. */
export function bytesOf({ file }: World): Bytes {
  if (file.bytes === null) throw new Error('the file is there');
  return file.bytes.slice();
}

/** A copy read beside a session. */
export async function copyBeside(session: Session, bytes: Bytes, password: string | null = null): Promise<CopyBook> {
  const copy = await session.vault.openCopy(bytes, password === null ? null : { password });
  if (typeof copy === 'string') throw new Error(copy);
  return new CopyBook(copy);
}

/** Brings accounts in. */
export function bring(
  session: Session,
  copy: CopyBook,
  ids: readonly string[],
  mark = ' (from backup)',
): Promise<BroughtIn | Refused> {
  return session.book.change((draft) => bringIn(draft, session.book, copy, ids, mark));
}

/** All rows of a copy's list, and the counts. */
export function listed(session: Session, copy: CopyBook, show: 'all' | 'only_there' | 'differs' | 'same' = 'all') {
  return new Comparison(copy).list(session.book, { show, query: '', offset: 0, limit: 200 }, new Set());
}

/** Every secret of an account's data in the order it stands there: where, without ids, and what it holds; null where it does not open. */
export function secretsOf(
  id: string,
  data: object,
  open: (id: string, path: string, field: { ver: number; sealed: string }) => Bytes | null,
): [string, string | null][] {
  const found: [string, string | null][] = [];
  const walk = (value: Json, path: string, shown: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isSealedField(value)) {
      const bytes = open(id, path, value);
      found.push([shown, bytes === null ? null : Buffer.from(bytes).toString('hex')]);
    } else if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) {
        if (typeof item === 'object' && item !== null && !Array.isArray(item))
          walk(item, `${path}/${typeof item['id'] === 'string' ? item['id'] : ''}`, `${shown}/${at}`);
      }
    } else {
      for (const [key, item] of Object.entries(value))
        walk(item, path === '' ? key : `${path}/${key}`, shown === '' ? key : `${shown}/${key}`);
    }
  };
  walk(data as Json, '', '');
  return found;
}

/** Every id an account's data gives to something inside it. */
export function innerIds(data: object): string[] {
  return [...JSON.stringify(data).matchAll(/"id":"([A-Za-z0-9_-]{22})"/g)].map(([, id]) => id ?? '');
}
