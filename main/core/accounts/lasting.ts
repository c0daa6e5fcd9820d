/** When something came into force, and when another took its place; `set` is left out where that is not known, which counts as long ago. */
interface Replaced {
  readonly set?: number;
  readonly replaced: number;
}

/**
 * At most so many of what others took the place of, given oldest first. The `newest` stay, and of the older ones those that were in force longest.
 * SECURITY: script that writes over a secret again and again leaves many that lasted a second, and must not push out the one that lasted a year.
 */
export function lasting<T extends Replaced>(all: readonly T[], most: number, newest: number): T[] {
  const kept = [...all];
  while (kept.length > most) {
    const lives = kept.slice(0, Math.max(1, kept.length - newest)).map(lifeOf);
    kept.splice(lives.indexOf(Math.min(...lives)), 1);
  }
  return kept;
}

/** Seconds something was in force. */
export function lifeOf({ set = 0, replaced }: Replaced): number {
  return replaced - set;
}
