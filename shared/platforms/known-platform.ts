import { hostOf, OWN_SITE } from './plain.ts';
import type { Platform } from './platform.ts';

/** A platform with the one whose login opens it, and where its facts are from. */
export interface KnownPlatform {
  readonly own: Platform;
  /** The platform whose password, devices and second step count; the same as `own` where it has its own login. */
  readonly login: Platform;
  /** Its facts are from a file the person added. */
  readonly addedByYou: boolean;
}

/** Every platform known, by its id. */
export type Catalogue = ReadonlyMap<string, KnownPlatform>;

/** The built-in platforms with those of a person's file laid over them: one with the id of a built-in takes its place whole. */
export function catalogueOf(builtIn: readonly Platform[], added: readonly Platform[] = []): Catalogue {
  const byId = new Map([...builtIn, ...added].map((platform) => [platform.id, platform]));
  const addedIds = new Set(added.map(({ id }) => id));
  return new Map(
    [...byId.values()].map((own) => {
      const login = (own.loginOf === null ? undefined : byId.get(own.loginOf)) ?? own;
      return [own.id, { own, login, addedByYou: addedIds.has(own.id) }];
    }),
  );
}

/** A platform's sign-in page, given only when it is certain; null otherwise, and where it is on the owner's own site. */
export function signInOf({ signIn }: Platform): string | null {
  return signIn?.sure === 'high' && hostOf(signIn.value) !== OWN_SITE ? signIn.value : null;
}
