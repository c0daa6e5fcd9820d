import fc from 'fast-check';
import type { Json } from '../../../main/core/strict-json.ts';
import type { VaultRecord } from '../../../main/core/vault/record.ts';

/** One change of a record that a fault, or another version, could have made. `at` chooses the place, 0 to 1. */
export type Damage =
  | { readonly kind: 'value'; readonly at: number; readonly value: Json }
  | { readonly kind: 'remove' | 'swap'; readonly at: number }
  /** Another value of the same kind and length, which often still fits. */
  | { readonly kind: 'like'; readonly at: number; readonly n: number }
  | { readonly kind: 'add'; readonly value: Json }
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'version'; readonly v: number };

const LATEST = 253_402_300_799;
const value = fc.oneof(
  fc.constantFrom<Json>(null, true, '', 'x', 0, -1, 1, 2, LATEST, Number.MAX_SAFE_INTEGER, [], [null], 'Nowhere/Land'),
  fc.constantFrom<Json>('A'.repeat(22), 'A'.repeat(43), 'é'.repeat(300), '\u0000', 'active', 'password'),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text): Json => text.toWellFormed()),
  fc.integer({ min: -5, max: LATEST }).map((n): Json => n),
  fc.constant<Json>({ ver: 1, sealed: 'AAAA' }),
);

/** Any damage. */
export const damage: fc.Arbitrary<Damage> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('value' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }), value }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove' as const, 'swap' as const),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('like' as const),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      n: fc.constantFrom(1, 2, 300, 1_900_000_000, LATEST),
    }),
  },
  fc.record({ kind: fc.constant('add' as const), value }),
  fc.record({ kind: fc.constant('type' as const), type: fc.constantFrom('note_card', 'constructor', 'account', 'audit', 'seen') }),
  fc.record({ kind: fc.constant('version' as const), v: fc.constantFrom(2, 65_535) }),
);

/** A record that is no more than its four members. */
export type PlainRecord = Pick<VaultRecord, 'id' | 'type' | 'v' | 'data'>;

/** A record as a plain object, its data among it. */
export function copyOf({ id, type, v, data }: VaultRecord): PlainRecord {
  return { id, type, v, data };
}

interface Place {
  readonly holder: { [key: string]: Json } | Json[];
  readonly key: string | number;
}

function placesIn(value_: Json): Place[] {
  if (typeof value_ !== 'object' || value_ === null) return [];
  const keys: (string | number)[] = Array.isArray(value_) ? value_.map((_, index) => index) : Object.keys(value_);
  return keys.flatMap((key) => {
    const inner = (value_ as { [key: string]: Json })[key];
    return [{ holder: value_, key }, ...(inner === undefined ? [] : placesIn(inner))];
  });
}

/** The record with the damage done to a copy of it. */
export function damaged(record: VaultRecord, done: Damage): PlainRecord {
  const data = JSON.parse(JSON.stringify(record.data)) as { [key: string]: Json };
  if (done.kind === 'type') return { ...copyOf(record), data, type: done.type };
  if (done.kind === 'version') return { ...copyOf(record), data, v: done.v };
  if (done.kind === 'add') return { ...copyOf(record), data: { ...data, added_later: done.value } };
  const places = placesIn(data);
  const place = places[Math.floor(done.at * places.length)];
  if (place === undefined) return { ...copyOf(record), data };
  const holder = place.holder as { [key: string]: Json };
  if (done.kind === 'value') holder[place.key] = done.value;
  else if (done.kind === 'like') holder[place.key] = like(holder[place.key] ?? null, done.n);
  else if (done.kind === 'remove' && Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
  else if (done.kind === 'remove') delete holder[place.key];
  else swap(holder, place.key, places);
  return { ...copyOf(record), data };
}

/** Puts another place's value there: shapes often fit, and what is said is nonsense. */
function swap(holder: { [key: string]: Json }, key: string | number, places: readonly Place[]): void {
  const mine = holder[key];
  const other = places.find((one) => one.key !== key && typeof (one.holder as { [key: string]: Json })[one.key] === typeof mine);
  const theirs = other && (other.holder as { [key: string]: Json })[other.key];
  if (theirs !== undefined) holder[key] = JSON.parse(JSON.stringify(theirs)) as Json;
}

function like(value_: Json, n: number): Json {
  if (typeof value_ === 'number') return n;
  if (typeof value_ === 'boolean') return !value_;
  if (typeof value_ === 'string') return n < 300 ? value_.replace(/[A-Za-z0-9]/g, 'A') : value_.toLowerCase();
  return Array.isArray(value_) ? [] : value_;
}
