type Groups<T> = ReadonlyMap<string, readonly T[]>;

const known = new WeakMap<readonly unknown[], Map<unknown, Groups<unknown>>>();

/**
 * The items of a list by a key of theirs, each group in the list's order. Made once for each pair of list and key function, so give a function
 * that lives as long as the module: with the lists of a `Book`, which are new after each change, this is an index that is never stale.
 */
export function groupedBy<T>(list: readonly T[], key: (item: T) => string): Groups<T> {
  const ofList = known.get(list) ?? new Map<unknown, Groups<unknown>>();
  known.set(list, ofList);
  const made = ofList.get(key);
  if (made !== undefined) return made as Groups<T>;
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  ofList.set(key, groups);
  return groups;
}
