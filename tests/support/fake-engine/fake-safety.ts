import type { Health } from '../../../shared/contracts/engine/safety.ts';

/** What a test may set of the vault's file; nothing of it is real. */
export interface FakeSafety {
  health: Omit<Health, 'readOnly' | 'anchor' | 'file'>;
  /** What a check finds wrong. */
  fault: string | null;
  badLog: number | null;
  /** Whether changes that could not be saved are sealed in the app's folder too. */
  kept: boolean;
  holder: { where: 'here' | 'elsewhere' | 'unknown'; host: string | null; at: number } | null;
  rescue: { at: number; changes: number | null } | null;
  /** Null: opening by the keychain works. */
  device: { refused: 'password_again' | 'keychain_failed' } | null;
}
