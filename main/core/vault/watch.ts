/** Records read so far, and how many there will be when the file says so. */
export interface Counted {
  readonly done: number;
  readonly total: number | null;
}

/**
 * Follows long work: told the part that is done, 0 to 1, and where records are read how many. What it gives is waited for, so
 * that others get their turn, and false gives the work up, with nothing changed.
 */
export type Watch = (part: number, records?: Counted) => boolean | Promise<boolean>;

/** Looks away. */
export const unwatched: Watch = () => true;

/** Bytes of work between two looks. */
export const WATCH_STEP = 1024 * 1024;

/** The watch of one leg of a longer way, from one part of it to another. */
export function legOf(watch: Watch, from: number, to: number): Watch {
  return (part, records) => watch(from + part * (to - from), records);
}

/** The same watch for work that cannot be given up any more. */
export function toTheEnd(watch: Watch): Watch {
  return async (part, records) => {
    await watch(part, records);
    return true;
  };
}
