import { type Bytes, sameBytes } from '../bytes.ts';
import { openField, type SealedField, sealField } from '../crypto/field.ts';
import { type Random, wipe } from '../crypto/sodium.ts';
import type { Op, VaultRecord } from './operations.ts';
import { resealData } from './reseal.ts';
import type { Watch } from './watch.ts';

/** Records sealed anew between two looks. */
const RENEWED_AT_ONCE = 200;

/** Seals secrets anew when the vault key is rotated, and catches up on those sealed before and saved, or read, after. */
export class Rotation {
  readonly #random: Random;
  readonly #former: Bytes[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** True once a key was rotated while this vault was open. */
  get isDone(): boolean {
    return this.#former.length > 0;
  }

  /** Keeps the fields' subkey of a vault key that is gone, until the vault is closed. */
  keep(fieldsKey: Bytes): void {
    this.#former.push(fieldsKey);
  }

  /**
   * All records with their sealed fields under another key; in the same order. Fields that do not open stay as they are. Null
   * when it was given up.
   */
  async renewAll(
    records: ReadonlyMap<string, VaultRecord>,
    from: Bytes,
    to: Bytes,
    watch: Watch,
  ): Promise<Map<string, VaultRecord> | null> {
    const renewed = new Map<string, VaultRecord>();
    const total = records.size;
    for (const record of records.values()) {
      if (renewed.size % RENEWED_AT_ONCE === RENEWED_AT_ONCE - 1) {
        const done = renewed.size;
        if (!(await watch(done / total, { done, total }))) return null;
      }
      const data = resealData(record.id, record.data, (id, path, field) => this.#reseal(id, path, field, [from], to));
      renewed.set(record.id, { ...record, data });
    }
    return renewed;
  }

  /** Changes with the secrets among them that were sealed under a former key sealed under the one of now. */
  renew(ops: readonly Op[], now: Bytes): Op[] {
    return ops.map((op) =>
      op.op === 'del' ? op : { ...op, data: resealData(op.id, op.data, (id, path, field) => this.#catchUp(id, path, field, now)) },
    );
  }

  /** Opens a field that was sealed, or read, before a rotation; null when no former key fits. */
  openFormer(recordId: string, path: string, field: SealedField): Bytes | null {
    for (const key of this.#former) {
      const plain = openField(key, recordId, path, field);
      if (plain !== null) return plain;
    }
    return null;
  }

  wipe(): void {
    wipe(...this.#former);
  }

  #catchUp(recordId: string, path: string, field: SealedField, now: Bytes): SealedField {
    const plain = openField(now, recordId, path, field);
    if (plain === null) return this.#reseal(recordId, path, field, this.#former, now);
    wipe(plain);
    return field;
  }

  #reseal(recordId: string, path: string, field: SealedField, from: readonly Bytes[], to: Bytes): SealedField {
    for (const key of from) {
      const plain = openField(key, recordId, path, field);
      if (plain === null) continue;
      const sealed = sealField(to, recordId, path, field.ver, plain, this.#random);
      const again = openField(to, recordId, path, sealed);
      if (again === null || !sameBytes(again, plain)) throw new Error('a field just sealed opens');
      wipe(plain, again);
      return sealed;
    }
    return field;
  }
}
