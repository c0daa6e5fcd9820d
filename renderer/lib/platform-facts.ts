import { useEffect, useState } from 'react';
import { type Catalogue, catalogueOf } from '../../shared/platforms/known-platform.ts';

let loaded: Catalogue | null = null;

/** Loads what is known of the platforms, once; it stays out of what the first screen needs. */
async function loadPlatformFacts(): Promise<Catalogue> {
  if (loaded !== null) return loaded;
  const { BUILT_IN } = await import('../../shared/platforms/built-in.ts');
  loaded ??= catalogueOf(BUILT_IN);
  return loaded;
}

/** What is known of the platforms; null for the moment it takes to load. */
export function usePlatformFacts(): Catalogue | null {
  const [facts, setFacts] = useState(loaded);
  useEffect(() => {
    let here = true;
    if (facts === null) void loadPlatformFacts().then((catalogue) => here && setFacts(catalogue));
    return () => {
      here = false;
    };
  }, [facts]);
  return facts;
}
