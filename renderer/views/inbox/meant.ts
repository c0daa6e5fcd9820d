/** An account of ours that a request may mean. */
export interface Meant {
  readonly id: string;
  readonly platform: string;
  readonly title: string;
  readonly username: string | null;
  readonly business: boolean;
}

/** The account that a request for one on a platform means: the one it names, or the only one there is. Null where any would be a guess, for a person to say. */
export function clearlyMeant(
  likely: readonly Meant[],
  asked: { readonly platform: string; readonly account: string },
): Meant | null {
  const name = bare(asked.account);
  const named = likely.filter(({ title, username }) => name !== '' && [title, username ?? ''].map(bare).includes(name));
  const there = named.filter(({ platform }) => platform === asked.platform);
  const fitting = there.length > 0 ? there : named.length === 0 ? likely : [];
  // Two records of one login mean the same; two logins of one title do not.
  const logins = new Set(fitting.map(({ id, username }) => (there.length > 0 && username !== null ? bare(username) : id)));
  return logins.size === 1 ? (fitting[0] ?? null) : null;
}

/** A name without its `@`, dots and case. */
function bare(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
