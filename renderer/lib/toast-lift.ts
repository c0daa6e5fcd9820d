/** Edges of a box in a window, in CSS pixels from its top left corner. */
export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Pixels kept free between the toast and what it must not cover. */
const GAP = 8;

/**
 * How far a box has to go up so that it covers none of the others, in pixels; null when there is no such place within `most`. It goes just over
 * what is in its way, again and again.
 */
export function liftOver(box: Box, others: readonly Box[], most: number): number | null {
  let lift = 0;
  for (;;) {
    const inWay = others.filter((other) => touches(box, lift, other));
    if (inWay.length === 0) return lift;
    lift = Math.max(...inWay.map(({ top }) => box.bottom - top + GAP));
    if (lift > most) return null;
  }
}

function touches(box: Box, lift: number, other: Box): boolean {
  const isBeside = other.right <= box.left - GAP || other.left >= box.right + GAP;
  return !isBeside && other.top < box.bottom - lift + GAP && other.bottom > box.top - lift - GAP;
}
