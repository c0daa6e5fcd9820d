import type { Bytes } from '../bytes.ts';
import type { SealedField } from '../crypto/field.ts';
import { type Data, type Entry, FITS, type RecordType } from '../records/shapes.ts';
import type { VaultRecord } from '../vault/operations.ts';
import type { CopyDamage, OtherCopy } from '../vault/other-copy.ts';
import { nOf } from '../vault/record.ts';

/** The records of another file of the vault by type, checked against their shapes when first asked for. It can be read and nothing else. */
export class CopyBook {
  readonly #copy: OtherCopy;
  readonly #byType = new Map<string, Map<string, VaultRecord>>();
  readonly #entries = new Map<VaultRecord, Entry<RecordType> | null>();

  constructor(copy: OtherCopy) {
    this.#copy = copy;
    for (const record of copy.records.values()) {
      const records = this.#byType.get(record.type);
      if (records === undefined) this.#byType.set(record.type, new Map([[record.id, record]]));
      else records.set(record.id, record);
    }
  }

  /** A record by id; null when there is none of this type that fits. */
  get<T extends RecordType>(type: T, id: string): Data<T> | null {
    const record = this.#byType.get(type)?.get(id);
    return record === undefined ? null : ((this.#entryOf(record, type)?.data as Data<T> | undefined) ?? null);
  }

  /** All sound records of a type. */
  all<T extends RecordType>(type: T): readonly Entry<T>[] {
    const records = [...(this.#byType.get(type)?.values() ?? [])];
    return records.flatMap((record) => this.#entryOf(record, type) ?? []) as unknown as readonly Entry<T>[];
  }

  /** Accounts in it that do not fit their shape, as of a newer version, and are not shown. */
  get setAside(): number {
    return (this.#byType.get('account')?.size ?? 0) - this.all('account').length;
  }

  /** When it was last saved, in Unix seconds, as its own log says; null where that cannot be told. */
  get lastSaved(): number | null {
    let newest: VaultRecord | null = null;
    for (const record of this.#byType.get('audit')?.values() ?? []) {
      if (newest === null || Number(nOf(record)) > Number(nOf(newest))) newest = record;
    }
    const last = newest === null ? null : this.get('audit', newest.id);
    return last?.t ?? this.all('meta')[0]?.data.clock ?? null;
  }

  /** What of the file could not be read; null when all could. */
  get damage(): CopyDamage | null {
    return this.#copy.damage;
  }

  /** Bytes of a sealed field; null when it does not open, or the copy is closed. */
  open(id: string, path: string, field: SealedField): Bytes | null {
    return this.#copy.openField(id, path, field);
  }

  /** Wipes its keys and forgets its records. */
  close(): void {
    this.#copy.close();
    this.#byType.clear();
    this.#entries.clear();
  }

  #entryOf(record: VaultRecord, type: RecordType): Entry<RecordType> | null {
    const known = this.#entries.get(record);
    if (known !== undefined) return known;
    const { id, v, data } = record;
    const entry = v === 1 && FITS[type](data) ? { id, data: data as unknown as Data<RecordType> } : null;
    this.#entries.set(record, entry);
    return entry;
  }
}
