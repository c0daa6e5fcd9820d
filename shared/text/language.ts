import type { Settings } from '../settings.ts';

/** A language the product's words are written in. */
export type Language = Exclude<Settings['language'], 'system'>;

/** The words of a language other than English: by text file, then by the name of what the file exports. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const mark: unique symbol = Symbol('words');

/** A function of `inLanguage`, so that a translation knows it from helpers beside it. */
export interface Spoken {
  readonly [mark]: string;
}

/** Words as they are read: a sentence is any string, for it is another one in another language. */
export type Words<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => R extends string ? string : R
    : T extends object
      ? { readonly [K in keyof T]: Words<T[K]> }
      : T;

type InLanguage<T> = T extends (...args: never[]) => unknown ? T & Spoken : Words<T>;

type Unmarked<T> = T extends (...args: infer A) => infer R ? (...args: A) => R : T;

/** What a whole translation of a text file holds; `M` is the file's `typeof` namespace. */
export type Translated<M> = {
  readonly [K in keyof M as M[K] extends Spoken
    ? K
    : M[K] extends (...args: never[]) => unknown
      ? never
      : M[K] extends object
        ? K
        : never]: Unmarked<M[K]>;
};

type Partly<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { readonly [K in keyof T]?: Partly<T[K]> }
      : T;

/**
 * As `Translated`, while words are missing that are said in English meanwhile.
 *
 * @public for the day a file is not whole
 */
export type PartlyTranslated<M> = { readonly [K in keyof Translated<M>]?: Partly<Translated<M>[K]> };

/** What a language calls itself, in any language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

let language: Language = 'en';
let catalogue: Catalogue | null = null;

/** From now on everything is said in a language; `words` are its own, null for English. `speak` loads them and calls this. */
export function setLanguage(next: Language, words: Catalogue | null): void {
  language = next;
  catalogue = words;
}

/** The language everything is said in now. */
export function presentLanguage(): Language {
  return language;
}

/** The same as a BCP 47 tag, for `Intl`. */
export function presentLocale(): string {
  return language === 'de' ? 'de-DE' : 'en-GB';
}

/**
 * Words, or a function that puts words together, as they are said in the present language: looked up when they are read, and English where
 * the language has none. `name` is the text file and what it exports, `accounts.accountsText`; so the words of shared/text/de are found.
 */
/* @__NO_SIDE_EFFECTS__ */
export function inLanguage<const T extends object>(name: string, english: T): InLanguage<T> {
  const [file = '', part = ''] = name.split('.');
  const own = (): unknown => catalogue?.[file]?.[part];
  return (typeof english === 'function' ? spokenFunction(name, english as Say, own) : viewOf(name, english, own)) as InLanguage<T>;
}

/** The name given to `inLanguage`; null for anything else. */
export function nameOfWords(words: unknown): string | null {
  const name: unknown =
    (typeof words === 'object' || typeof words === 'function') && words !== null ? Reflect.get(words, mark) : null;
  return typeof name === 'string' ? name : null;
}

type Say = (...args: readonly unknown[]) => unknown;

function spokenFunction(name: string, english: Say, own: () => unknown): Say {
  const say: Say = (...args) => ((own() as Say | undefined) ?? english)(...args);
  return Object.assign(say, { [mark]: name });
}

/** A view and not a copy: hundreds of words are looked up one by one, so a start in English builds nothing. */
function viewOf<T extends object>(name: string, english: T, own: () => unknown): T {
  const parts = new Map<PropertyKey, object>();
  return new Proxy(english, {
    get(target, key) {
      if (key === mark) return name;
      const value: unknown = Reflect.get(target, key);
      if (catalogue === null) return value;
      if (isPlain(value)) {
        const part = parts.get(key) ?? viewOf(name, value, () => partOf(own(), key));
        parts.set(key, part);
        return part;
      }
      return partOf(own(), key) ?? value;
    },
  });
}

function partOf(words: unknown, key: PropertyKey): unknown {
  return typeof words === 'object' && words !== null && Object.hasOwn(words, key) ? Reflect.get(words, key) : undefined;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
