/** An account of ours that a request may mean. */
export interface Meant {
  readonly id: string;
  readonly platform: string;
  readonly title: string;
  readonly username: string | null;
  readonly business: boolean;
}

/** The account that a request means: the likeliest of those it names, or the only one there is. Null where any would be a guess, for a person to say. */
export function clearlyMeant(likely: readonly Meant[], asked: string): Meant | null {
  const name = bare(asked);
  const named = likely.find(({ title, username }) => name !== '' && [title, username ?? ''].map(bare).includes(name));
  return named ?? (likely.length === 1 ? (likely[0] ?? null) : null);
}

/** A name without its `@`, dots and case. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
