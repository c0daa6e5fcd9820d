import { useEffect, useState } from 'react';
import { type Catalogue, catalogueOf } from '../../shared/platforms/known-platform.ts';
import type { Platform } from '../../shared/platforms/platform.ts';
import { useAsk } from './query.ts';

/** What is known with the platforms a person added, by the text of their file; the last one asked for. */
let loaded: { readonly text: string | null; readonly catalogue: Catalogue } | null = null;

/** Loads what is known of the platforms; it stays out of what the first screen needs. */
async function loadPlatformFacts(text: string | null): Promise<Catalogue> {
  if (loaded?.text === text) return loaded.catalogue;
  const { BUILT_IN } = await import('../../shared/platforms/built-in.ts');
  loaded = { text, catalogue: catalogueOf(BUILT_IN, text === null ? [] : addedIn(text)) };
  return loaded.catalogue;
}

// The engine has checked every field of it, and gives no text that does not read.
function addedIn(text: string): readonly Platform[] {
  return (JSON.parse(text) as { readonly platforms: readonly Platform[] }).platforms;
}

/** What is known of the platforms, with what the person added; null for the moment it takes to load. */
export function usePlatformFacts(): Catalogue | null {
  const { data, failure } = useAsk('platforms.added', {});
  const text = data === undefined ? (failure === null ? undefined : null) : data.text;
  const [facts, setFacts] = useState(text !== undefined && loaded?.text === text ? loaded.catalogue : null);
  useEffect(() => {
    let here = true;
    if (text !== undefined) void loadPlatformFacts(text).then((catalogue) => here && setFacts(catalogue));
    return () => {
      here = false;
    };
  }, [text]);
  return facts;
}
