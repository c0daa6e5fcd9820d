import { MAX_RECIPIENTS } from './layout.ts';

/** How many stanzas a kind may have: none for an open request, one for what concerns one person's codes or receipt, else 1 to 16. */
export function recipientsFit(kind: number, n: number): boolean {
  if (kind === 0) return n === 0;
  if (kind === 3 || kind === 4 || kind === 5 || kind === 7) return n === 1;
  return n >= 1 && n <= MAX_RECIPIENTS;
}
