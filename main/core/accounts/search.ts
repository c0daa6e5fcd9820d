import type { Data, Entry } from '../records/shapes.ts';

const ASCII = /^\p{ASCII}*$/u;

/** Text as it is searched: lower case, without accents. */
export function folded(text: string): string {
  // Most text is ASCII, which both steps leave as it is.
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Everything of an account that may be searched; secrets are not among it. */
export function searchText(data: Data<'account'>): string {
  const { title, platform, username, recovery_mail, recovery_phone, address, tags, fields } = data;
  const own = fields.flatMap(({ name, value }) => [name, value]);
  const parts = [title, platform, username, recovery_mail, recovery_phone, address, ...tags, ...own];
  return folded(parts.filter((part) => part !== undefined).join('\n'));
}

/** The words of a query, as they are looked for. */
export function wordsOf(query: string): readonly string[] {
  return folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** True for a text that holds every word, in any order of words. */
export function holds(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

/** Accounts whose text holds every word of a query; all of them for a query without words. */
export function searched<A extends Entry<'account'>>(accounts: readonly A[], query: string): readonly A[] {
  const words = wordsOf(query);
  return words.length === 0 ? accounts : accounts.filter(({ data }) => holds(searchText(data), words));
}
