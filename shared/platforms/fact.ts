/** How sure a fact is. `unknown`: nobody has told. `not_applicable`: the platform has no such thing, or its login is another platform's. */
export const SURE = ['high', 'medium', 'low', 'unknown', 'not_applicable'] as const;
export type Sure = (typeof SURE)[number];

/** How sure a fact with a value can be. */
export type KnownSure = 'high' | 'medium' | 'low';

/** A fact that is known; the note is a sentence of its own. */
export interface Known<T> {
  readonly value: T;
  readonly sure: KnownSure;
  readonly note?: string;
}

/** A fact that is not known, or does not exist here. */
export interface Open {
  readonly sure: 'unknown' | 'not_applicable';
  readonly note?: string;
}

/** What is told of one thing, or that it is not. */
export type Fact<T> = Known<T> | Open;

const withNote = <T extends object>(fact: T, note: string | undefined): T & { readonly note?: string } =>
  note === undefined ? fact : { ...fact, note };

/** A fact from the platform itself, from a data set on exactly this point, or from several that agree. */
export function high<T>(value: T, note?: string): Known<T> {
  return withNote({ value, sure: 'high' }, note);
}

/** A fact from guides that seem sound. */
export function medium<T>(value: T, note?: string): Known<T> {
  return withNote({ value, sure: 'medium' }, note);
}

/** A fact from one weak or dated guide. */
export function low<T>(value: T, note?: string): Known<T> {
  return withNote({ value, sure: 'low' }, note);
}

/** A fact nobody has told. */
export function unknown(note?: string): Open {
  return withNote({ sure: 'unknown' }, note);
}

/** A thing the platform does not have. */
export function none(note?: string): Open {
  return withNote({ sure: 'not_applicable' }, note);
}

/** The value of a fact; null when it is left out, unknown or does not apply. */
export function valueOf<T>(fact: Fact<T> | undefined): T | null {
  return fact !== undefined && 'value' in fact ? fact.value : null;
}

/** How sure a fact is; one that is left out is unknown. */
export function sureOf(fact: Fact<unknown> | undefined): Sure {
  return fact?.sure ?? 'unknown';
}
