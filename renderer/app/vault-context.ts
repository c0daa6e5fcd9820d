import { createContext, use } from 'react';
import { errorText } from '../../shared/text/errors.ts';
import type { OpenVault } from './places.ts';
import { readOnlyCode } from './read-only.ts';

/** Carries the facts of the open vault to the views. */
export const VaultContext = createContext<OpenVault | null>(null);

/** The open vault's facts; throws outside the frame, which is a bug. */
export function useVault(): OpenVault {
  const vault = use(VaultContext);
  if (vault === null) throw new Error('no open vault around this view');
  return vault;
}

/** Why nothing can be changed now, in one sentence, for the buttons that would; null when all is well. */
export function useWhyReadOnly(): string | null {
  const { readOnly } = useVault();
  return readOnly === null ? null : errorText(readOnlyCode(readOnly)).what;
}
