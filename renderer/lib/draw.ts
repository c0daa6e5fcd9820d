/** Draws some different places out of `size`, in rising order, by the browser's own random source. */
export function drawPlaces(count: number, size: number): readonly number[] {
  const drawn = new Set<number>();
  while (drawn.size < Math.min(count, size)) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    // Values of the last, incomplete round are thrown away, so that every place is as likely.
    if (random < 2 ** 32 - (2 ** 32 % size)) drawn.add(random % size);
  }
  return [...drawn].toSorted((a, b) => a - b);
}
