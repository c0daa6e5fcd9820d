/** Rows a page key moves by. */
const PAGE = 10;

/**
 * The row a key moves to in a list with `last` as its last index; undefined for a key that moves nowhere. `chosen` is the row that is chosen, -1
 * while none is: an arrow down then begins with the first.
 */
export function rowTarget(key: string, chosen: number, last: number): number | undefined {
  const current = Math.max(0, chosen);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(last, chosen + 1),
    ArrowUp: Math.max(0, current - 1),
    Home: 0,
    End: last,
    PageDown: Math.min(last, current + PAGE),
    PageUp: Math.max(0, current - PAGE),
  };
  return targets[key];
}
