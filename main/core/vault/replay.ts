import { applyOps, type Base, type FrameContent, type Op, type VaultRecord } from './operations.ts';
import type { Counted } from './watch.ts';

/** Applies frames in order and holds the rules that span them: one snapshot at the start of an epoch >= 2, unbroken runs of parts. */
export class Replay {
  readonly records: Map<string, VaultRecord>;
  readonly #epoch: number;
  #taken = 0;
  #snapshot: Base | null = null;
  #run: { readonly of: number; n: number; readonly ops: Op[] } | null = null;

  constructor(epoch: number, records = new Map<string, VaultRecord>()) {
    this.#epoch = epoch;
    this.records = records;
  }

  /** Goes on after frames that were read whole, with the records they left: no snapshot may stand there any more. */
  static onward(records: Map<string, VaultRecord>): Replay {
    return new Replay(1, records);
  }

  /** True while a run waits for its next part: nothing of it is applied. */
  get isRunOpen(): boolean {
    return this.#run !== null;
  }

  /** Records that live so far, and how many there are once the snapshot is read, when the file tells of one. */
  get counted(): Counted {
    const done = this.records.size;
    return { done, total: this.#snapshot === null ? null : Math.max(done, this.#snapshot.records) };
  }

  /** True when the epoch's snapshot has been read whole; an epoch 1 has none. */
  get isSnapshotWhole(): boolean {
    return this.#epoch === 1 || (this.#snapshot !== null && this.#taken >= this.#snapshot.frames);
  }

  /** Takes the next frame; false, with nothing changed, when it may not stand here. */
  take({ base, part, ops }: FrameContent): boolean {
    const opensSnapshot = this.#epoch > 1 && this.#taken === 0;
    if (opensSnapshot !== (base !== null)) return false;
    const snapshot = base ?? this.#snapshot;
    const isInSnapshot = snapshot !== null && this.#taken < snapshot.frames;
    const run = this.#run;
    if (part === null ? run !== null : isInSnapshot || part.n !== (run?.n ?? 0) + 1 || (run !== null && part.of !== run.of)) {
      return false;
    }
    if (isInSnapshot && this.#taken + 1 === snapshot.frames && this.#sizeAfter(ops) !== snapshot.records) return false;
    this.#snapshot = snapshot;
    this.#taken += 1;
    if (part === null) {
      applyOps(this.records, ops);
      return true;
    }
    const open = run ?? { of: part.of, n: 0, ops: [] };
    open.n = part.n;
    for (const op of ops) open.ops.push(op);
    this.#run = part.n < part.of ? open : null;
    if (part.n === part.of) applyOps(this.records, open.ops);
    return true;
  }

  #sizeAfter(ops: readonly Op[]): number {
    const touched = new Map<string, boolean>();
    let size = this.records.size;
    for (const { op, id } of ops) {
      const lived = touched.get(id) ?? this.records.has(id);
      const lives = op === 'put';
      size += Number(lives) - Number(lived);
      touched.set(id, lives);
    }
    return size;
  }
}
