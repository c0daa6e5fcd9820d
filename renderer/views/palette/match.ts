import { fold } from '../../lib/type-ahead.ts';

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * How well a name fits what was typed, blind to case and accents: 0 when the name begins with it, 1 when each word typed begins a word of
 * the name or of `also`, null when not. Everything fits nothing typed.
 */
export function fits(query: string, name: string, also = ''): 0 | 1 | null {
  const typed = wordsOf(query);
  const words = wordsOf(`${name} ${also}`);
  if (!typed.every((one) => words.some((word) => word.startsWith(one)))) return null;
  return fold(name).startsWith(fold(query.trim())) ? 0 : 1;
}
