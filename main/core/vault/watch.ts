/**
 * Follows long work: told the part that is done, 0 to 1. What it gives is waited for, so that others get their turn, and
 * false gives the work up, with nothing changed.
 */
export type Watch = (part: number) => boolean | Promise<boolean>;

/** Looks away. */
export const unwatched: Watch = () => true;

/** Bytes of work between two looks. */
export const WATCH_STEP = 1024 * 1024;
