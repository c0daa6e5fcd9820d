import { isSealedField, type SealedField } from '../crypto/field.ts';
import type { Json } from '../strict-json.ts';
import type { RecordData } from './operations.ts';

/** Gives a sealed field under another key; the field itself when it does not open. */
export type Reseal = (recordId: string, path: string, field: SealedField) => SealedField;

/** Data of a record with every sealed field given to `reseal`; the rest is shared with the old. */
export function resealData(recordId: string, data: RecordData, reseal: Reseal): RecordData {
  return walkMap(recordId, data, '', reseal);
}

function walk(recordId: string, value: Json, path: string, reseal: Reseal): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isSealedField(value)) {
    const { ver, sealed } = reseal(recordId, path, value);
    // The order of the keys is the writer's: kept, so that only the value differs.
    return mapOf(Object.keys(value).map((key) => [key, key === 'ver' ? ver : sealed]));
  }
  if (!Array.isArray(value)) return walkMap(recordId, value, path, reseal);
  return value.map((item) => {
    const id = typeof item === 'object' && item !== null && !Array.isArray(item) ? item['id'] : undefined;
    // Without an id of its own nothing inside it can have been sealed for a place.
    return typeof id === 'string' ? walk(recordId, item, `${path}/${id}`, reseal) : item;
  });
}

function walkMap(recordId: string, data: RecordData, path: string, reseal: Reseal): { [key: string]: Json } {
  const inside = path === '' ? '' : `${path}/`;
  return mapOf(Object.entries(data).map(([key, value]) => [key, walk(recordId, value, `${inside}${key}`, reseal)]));
}

function mapOf(entries: readonly (readonly [string, Json])[]): { [key: string]: Json } {
  const map = Object.create(null) as { [key: string]: Json };
  for (const [key, value] of entries) map[key] = value;
  return map;
}
