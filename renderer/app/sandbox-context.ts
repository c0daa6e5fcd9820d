import { createContext, use } from 'react';
import type { Route } from '../lib/route.ts';
import type { OpenVault } from './places.ts';

/** The sandbox around the views: whose vault it is, and the way to the other one. */
export type SandboxAround = NonNullable<OpenVault['sandbox']> & {
  /** Is the other one, unless what is being written here is to be kept; at a place of theirs, or where they begin. */
  readonly turn: (to?: Route) => void;
};

/** Carries it; null outside the sandbox. */
export const SandboxContext = createContext<SandboxAround | null>(null);

/** The sandbox around this view; null in a vault of one's own. */
export function useSandbox(): SandboxAround | null {
  return use(SandboxContext);
}
