import type { Refused } from '../../../shared/errors.ts';
import type { AsideRecord, LogFault } from '../../../shared/contracts/engine/aside.ts';
import type { FakeCopy } from './fake-copy.ts';
import type { Health } from '../../../shared/contracts/engine/safety.ts';

/** What a test may set of the vault's file; nothing of it is real. */
export interface FakeSafety {
  health: Omit<Health, 'readOnly' | 'anchor' | 'file'>;
  /** What a check finds wrong. */
  fault: string | null;
  badLog: number | null;
  logFault: LogFault | null;
  /** Records that cannot be read. */
  aside: AsideRecord[];
  /** Whether a check answers that it was stopped. */
  checkStopped: boolean;
  /** Calls that are not answered until their promise is there, as long work is. */
  holds: Map<string, Promise<void>>;
  /** Kinds of long work the page asked to stop. */
  stopped: string[];
  /** Whether changes that could not be saved are sealed in the app's folder too. */
  kept: boolean;
  holder: { where: 'here' | 'elsewhere' | 'unknown'; host: string | null; at: number } | null;
  rescue: { at: number; changes: number | null } | null;
  /** The other file of the vault that is looked into, whichever is asked for. */
  copy: FakeCopy;
  /** Null: opening by the keychain works. */
  device: Refused | null;
}
