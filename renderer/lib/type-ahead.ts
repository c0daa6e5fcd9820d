/** Milliseconds after which typing starts a new word. */
export const pause = 700;

/** Lower case without accents, so that `e` finds `Étsy`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * The next entry that begins with what was typed, searching on from `from` and around; -1 when none does.
 * One letter typed again and again steps through the entries beginning with it.
 */
export function findAhead(texts: readonly string[], typed: string, from: number): number {
  const wanted = fold(typed);
  const same = [...wanted].every((letter) => letter === wanted[0]);
  const prefix = same ? wanted.slice(0, 1) : wanted;
  const start = same ? from + 1 : from;
  for (let step = 0; step < texts.length; step++) {
    const index = (start + step) % texts.length;
    if (fold(texts[index] ?? '').startsWith(prefix)) return index;
  }
  return -1;
}
