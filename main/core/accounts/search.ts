import type { Data } from '../records/shapes.ts';

const ASCII = /^\p{ASCII}*$/u;

/** Text as it is searched: lower case, without accents. */
export function folded(text: string): string {
  // Most text is ASCII, which both steps leave as it is.
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const texts = new WeakMap<Data<'account'>, string>();

/** Everything of an account that may be searched; secrets are not among it. */
export function searchText(data: Data<'account'>): string {
  const held = texts.get(data);
  if (held !== undefined) return held;
  const { title, platform, username, recovery_mail, recovery_phone, address, tags, fields } = data;
  const own = fields.flatMap(({ name, value }) => [name, value]);
  const parts = [title, platform, username, recovery_mail, recovery_phone, address, ...tags, ...own];
  const text = folded(parts.filter((part) => part !== undefined).join('\n'));
  texts.set(data, text);
  return text;
}

/** A test for accounts whose text holds every word of a query, in any order; null for a query without words, which all fit. */
export function matcher(query: string): ((text: string) => boolean) | null {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const [only] = words;
  if (only === undefined) return null;
  return words.length === 1 ? (text) => text.includes(only) : (text) => words.every((word) => text.includes(word));
}
