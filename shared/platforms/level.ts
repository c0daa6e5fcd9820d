import type { Level } from './platform.ts';

const made = (scope: string | null, name: string, can: string, isLowest: boolean, note: string | undefined): Level => ({
  ...(scope === null ? {} : { scope }),
  name,
  can,
  ...(isLowest ? { lowest: true } : {}),
  ...(note === undefined ? {} : { note }),
});

/** A level of delegated access: what it is given for (null when there is only one kind), its name at the platform, what it may do. */
export function level(scope: string | null, name: string, can: string, note?: string): Level {
  return made(scope, name, can, false, note);
}

/** The level that is enough for the least work of its scope. */
export function lowest(scope: string | null, name: string, can: string, note?: string): Level {
  return made(scope, name, can, true, note);
}
