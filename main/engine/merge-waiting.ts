import { type AuditKind } from '../../shared/audit-kinds.ts';
import { type Done, type Refused, refuse } from '../../shared/errors.ts';
import type { Draft } from '../core/records/book.ts';
import type { Data, RecordType } from '../core/records/shapes.ts';
import { isSame, type Waiting } from '../core/vault/memory-copy.ts';
import type { Op, RecordData, VaultRecord } from '../core/vault/operations.ts';

type Records = ReadonlyMap<string, VaultRecord>;

/** How many things a person did are in a list of changes: events of the log and the vault's own record come along with them. */
export function countChanges(ops: readonly Op[]): number {
  const own = ops.filter((op) => op.op === 'del' || (op.type !== 'audit' && op.type !== 'meta')).length;
  return ops.length === 0 ? 0 : Math.max(1, own);
}

/**
 * Drafts changes that waited onto the records of now. Events are noted anew, behind those written meanwhile. Refused, with
 * nothing drafted that counts, when a record was changed since in another way.
 */
export function mergeWaiting({ base, ops }: Waiting, now: Records, draft: Draft): Done | Refused {
  const apart = ops.filter((op) => !isOfApp(op) && !isSame(now.get(op.id), base.get(op.id)) && !isAsMeant(op, now));
  if (apart.length > 0) return refuse('rescue_apart', { count: apart.length });
  for (const op of ops) {
    if (isAsMeant(op, now)) continue;
    if (op.op === 'del') draft.del(op.id);
    else if (op.type === 'meta')
      draft.put('meta', op.id, merged(op.data, base.get(op.id)?.data, now.get(op.id)?.data) as Data<'meta'>);
    else if (op.type !== 'audit') draft.put(op.type as RecordType, op.id, op.data as Data<RecordType>);
  }
  const events = ops.flatMap((op) => (op.op === 'put' && op.type === 'audit' ? [op.data as unknown as Data<'audit'>] : []));
  for (const { what, who, ref } of events.toSorted((a, b) => a.n - b.n)) draft.note(what as AuditKind, { who, ref });
  draft.note('changes-rescued');
  return {};
}

const isOfApp = (op: Op): boolean => op.op === 'put' && (op.type === 'audit' || op.type === 'meta');

function isAsMeant(op: Op, now: Records): boolean {
  return isSame(now.get(op.id), op.op === 'del' ? undefined : op);
}

/** What changed between `base` and `fresh`, on top of `now`. */
function merged(fresh: RecordData, base: RecordData = {}, now: RecordData = {}): RecordData {
  const out = { ...now };
  for (const [key, value] of Object.entries(fresh)) if (JSON.stringify(value) !== JSON.stringify(base[key])) out[key] = value;
  for (const key of Object.keys(base)) if (!Object.hasOwn(fresh, key)) delete out[key];
  return out;
}
