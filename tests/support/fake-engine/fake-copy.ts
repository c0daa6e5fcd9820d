import type { CopyRow, CopyView } from '../../../shared/contracts/engine/copies.ts';
import type { Refused } from '../../../shared/errors.ts';

/** Another file of a fake vault: what it holds, and what became of it. */
export interface FakeCopy {
  rows: CopyRow[];
  damage: CopyView['damage'];
  setAside: number;
  onlyHere: number;
  /** The passphrase it asks for; null when the vault's own key opens it. */
  password: string | null;
  /** Why it does not open; null when it does. */
  fails: Refused | null;
  /** What bringing in says besides the count. */
  unreadable: number;
  ownerless: number;
  strangers: number;
  /** The one that is open. */
  open: CopyView | null;
  /** Ids brought in, and copies that were closed. */
  brought: string[];
  closed: string[];
}
