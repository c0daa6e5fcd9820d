import type { VaultRecord } from '../vault/record.ts';
import { type RecordType, SHAPES } from './shapes.ts';

/**
 * Why a record is set aside. `field` is a name of the shape of its type, never one that only stands in the record, and null
 * where no single field is at fault.
 */
export type WhyAside =
  | { readonly why: 'unknown_kind' | 'newer_version' | 'unknown_field'; readonly field: null }
  | { readonly why: 'missing_field' | 'unfit_field'; readonly field: string };

const TIMES = ['changed', 'at', 't', 'iat', 'closed', 'ended', 'finished', 'started', 'made'];
const LATEST = 253_402_300_799;

/** True for a type of record this version knows. */
export function isKnownType(type: string): type is RecordType {
  return Object.hasOwn(SHAPES, type);
}

/** Why a record does not fit; null for one that does. */
export function whyAside({ type, v, data }: VaultRecord): WhyAside | null {
  if (!isKnownType(type)) return { why: 'unknown_kind', field: null };
  if (v !== 1) return { why: 'newer_version', field: null };
  // SECURITY: of what is wrong only the place is used; the message of an issue may quote the data.
  const issue = SHAPES[type].safeParse(data).error?.issues[0];
  if (issue === undefined) return null;
  const [field] = issue.path;
  if (typeof field !== 'string' || !Object.hasOwn(SHAPES[type].shape, field)) return { why: 'unknown_field', field: null };
  return { why: Object.hasOwn(data, field) ? 'unfit_field' : 'missing_field', field };
}

/** When a record says it was last changed, in Unix seconds; null when it does not, or not in a way that can be read. */
export function lastChange({ type, data }: VaultRecord): number | null {
  if (!isKnownType(type)) return null;
  const told = TIMES.map((name) => (Object.hasOwn(data, name) ? data[name] : undefined)).filter(isTime);
  return told.length === 0 ? null : Math.max(...told);
}

/** The title or name a record gives itself, when that much of it is sound; null otherwise. */
export function ownName({ type, data }: VaultRecord): string | null {
  if (!isKnownType(type)) return null;
  const shape: Readonly<Record<string, { safeParse(value: unknown): { readonly success: boolean } } | undefined>> =
    SHAPES[type].shape;
  for (const field of ['title', 'name']) {
    const value = Object.hasOwn(data, field) ? data[field] : undefined;
    if (typeof value === 'string' && shape[field]?.safeParse(value).success === true) return value;
  }
  return null;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= LATEST;
}
