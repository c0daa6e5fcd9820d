import type { Data, Entry } from '../records/shapes.ts';

type List = readonly Entry<'account'>[];

const ASCII = /^\p{ASCII}*$/u;

/** Text as it is searched: lower case, without accents. */
export function folded(text: string): string {
  // Most text is ASCII, which both steps leave as it is.
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const texts = new WeakMap<Data<'account'>, string>();

/** Everything of an account that may be searched; secrets are not among it. */
function searchText(data: Data<'account'>): string {
  const held = texts.get(data);
  if (held !== undefined) return held;
  const { title, platform, username, recovery_mail, recovery_phone, address, tags, fields } = data;
  const own = fields.flatMap(({ name, value }) => [name, value]);
  const parts = [title, platform, username, recovery_mail, recovery_phone, address, ...tags, ...own];
  const text = folded(parts.filter((part) => part !== undefined).join('\n'));
  texts.set(data, text);
  return text;
}

const textsByList = new WeakMap<List, readonly string[]>();

/** The texts of a list of accounts, in its order; made once for each list the book gives. */
export function searchTexts(list: List): readonly string[] {
  const held = textsByList.get(list);
  if (held !== undefined) return held;
  const made = list.map(({ data }) => searchText(data));
  textsByList.set(list, made);
  return made;
}

/** Accounts whose text holds every word of a query, in any order of words; all of them for a query without words. */
export function searched(list: List, query: string): List {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return list;
  const found: Entry<'account'>[] = [];
  // A plain loop: it runs over every account at each letter typed.
  const all = searchTexts(list);
  for (let i = 0; i < all.length; i++) {
    const text = all[i];
    const entry = list[i];
    if (text !== undefined && entry !== undefined && holds(text, words)) found.push(entry);
  }
  return found;
}

function holds(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}
