/** What stands between the words of a text. */
const BETWEEN = /[^\p{L}\p{N}]+/u;
/** Letters from which on a word may hold a slip, and two. */
const ONE = 4;
const TWO = 8;
/** Longest word looked at, and most words taken for one that was typed. */
const LONGEST = 32;
const MOST = 32;

/** How many slips a typed word of this length may hold: in a short one, one letter makes another word. */
export function slipsIn(length: number): number {
  if (length < ONE || length > LONGEST) return 0;
  return length < TWO ? 1 : 2;
}

/** The words of many texts, and which of them someone may have meant who typed another. Words are only added: one that stands nowhere any more finds nothing. */
export class NearWords {
  readonly #words = new Set<string>();

  /** Takes in the words of a folded text. */
  add(text: string): void {
    for (const word of text.split(BETWEEN)) if (word.length >= ONE - 1) this.#words.add(word);
  }

  /** Words that begin with something `slipsIn` slips away from a typed word, the typed one first; at most `MOST`. */
  of(typed: string): readonly string[] {
    const most = slipsIn(typed.length);
    const near = [typed];
    if (most === 0) return near;
    for (const word of this.#words) {
      if (word !== typed && isNear(typed, word, most)) near.push(word);
      if (near.length === MOST) break;
    }
    return near;
  }
}

/**
 * True when a word, or its beginning, is at most so many slips away from what was typed: a letter too much, missing or another, or two beside each
 * other swapped (optimal string alignment, the restricted form of Damerau's distance, 1964). Stops at the first letter past which it cannot be.
 */
export function isNear(typed: string, word: string, most: number): boolean {
  const wide = Math.min(word.length, typed.length + most);
  if (wide < typed.length - most) return false;
  let older: number[] = [];
  let old = Array.from({ length: wide + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= wide; j++) {
      const same = typed[i - 1] === word[j - 1];
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      const isSwap = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (isSwap) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    older = old;
    old = row;
  }
  return old.some((cost) => cost <= most);
}
