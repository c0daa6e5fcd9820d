import type { KeychainFault } from '../contracts/shell.ts';
import { inLanguage } from './language.ts';

/** Why this machine's keychain cannot be used, one sentence each. */
export const keychainFaults = inLanguage('keychain.keychainFaults', {
  absent: 'This computer has no keychain that Latchkey can use.',
  denied: 'The keychain of this computer refused.',
  timed_out: 'The keychain of this computer did not answer within five seconds.',
  locked: 'The keychain of this computer is locked.',
  changed_backend: 'What was kept for this vault is in another keychain than the one this computer uses now.',
  garbage: 'What the keychain gave back is not what was put there.',
} satisfies Readonly<Record<KeychainFault, string>>);
