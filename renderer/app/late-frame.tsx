import { lazy, Suspense, useEffect } from 'react';
import { Opening } from './opening.tsx';
import type { OpenVault } from './places.ts';

/** Milliseconds the lock screen has to itself. */
const AFTER_MS = 300;

const load = () => import('./opened.tsx');
const Opened = lazy(() => load().then((opened) => ({ default: opened.Opened })));

/** The window of an open vault, which is most of the page and not needed to unlock: it is loaded after the lock screen stands. */
export function LateFrame({ vault }: { readonly vault: OpenVault }) {
  return (
    <Suspense fallback={<Opening />}>
      <Opened vault={vault} />
    </Suspense>
  );
}

/** Loads it while somebody reads and types, so that unlocking does not wait. */
export function useFrameSoon(): void {
  useEffect(() => {
    const timer = setTimeout(() => void load(), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}
