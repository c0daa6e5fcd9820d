import type { Data } from '../records/shapes.ts';

/** Text as it is searched: lower case, without accents. */
export function folded(text: string): string {
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

/** A test for accounts whose text holds every word of a query, in any order. */
export function matcher(query: string): (text: string) => boolean {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (text) => words.every((word) => text.includes(word));
}
