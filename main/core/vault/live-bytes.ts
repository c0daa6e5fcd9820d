import type { Op, VaultRecord } from './operations.ts';
import { recordSize, snapshotSize } from './snapshot.ts';

/** Dead bytes from which a file is worth compacting, when they are also more than half of it. */
export const MUCH_DEAD = 256 * 1024;

/** Counts what the live records would take in a fresh snapshot: once, when first asked, then along with each change. */
export class LiveBytes {
  #bytes: number | null = null;

  /** Bytes a snapshot of the records would have, more or less. */
  of(records: ReadonlyMap<string, VaultRecord>): number {
    if (this.#bytes === null) {
      this.#bytes = 0;
      for (const record of records.values()) this.#bytes += recordSize(record);
    }
    return snapshotSize(this.#bytes);
  }

  /** Counts anew when next asked, after records were changed past it. */
  forget(): void {
    this.#bytes = null;
  }

  /** Takes in a change that is about to be applied. */
  change(before: VaultRecord | undefined, op: Op): void {
    if (this.#bytes === null) return;
    if (before !== undefined) this.#bytes -= recordSize(before);
    if (op.op === 'put') this.#bytes += recordSize(op);
  }
}
