import { StatedRecord, type VaultRecord } from '../vault/record.ts';
import { type AccountHead, ACCOUNT_HEAD, type Data, type Entry, FITS, type RecordType, SHAPES } from './shapes.ts';
import { isKnownType } from './why-aside.ts';
import { WrittenShape } from './written-shape.ts';

/** An entry whose data is made when somebody asks for it, and what is known of it without. */
class StatedEntry implements Entry<RecordType> {
  readonly id: string;
  readonly head: Record<string, string | number>;
  readonly #record: StatedRecord;

  constructor(record: StatedRecord, head: Record<string, string | number>) {
    this.id = record.id;
    this.head = head;
    this.#record = record;
  }

  get data(): Data<RecordType> {
    return this.#record.data as unknown as Data<RecordType>;
  }

  get passingData(): Data<RecordType> {
    return this.#record.passingData as unknown as Data<RecordType>;
  }
}

const written = new Map<RecordType, WrittenShape>();

function writtenShape(type: RecordType): WrittenShape {
  const made = written.get(type) ?? new WrittenShape(SHAPES[type], type === 'account' ? ACCOUNT_HEAD : []);
  written.set(type, made);
  return made;
}

/** The entry of a record; null when its type or version is not known, or its data does not fit. */
export function entryOf(record: VaultRecord): Entry<RecordType> | null {
  const { id, type, v } = record;
  if (v !== 1 || !isKnownType(type)) return null;
  if (record instanceof StatedRecord) {
    const shape = writtenShape(type);
    return shape.fits(record) ? new StatedEntry(record, shape.head()) : null;
  }
  const { data } = record;
  return FITS[type](data) ? { id, data: data as unknown as Data<RecordType> } : null;
}

/** What a list looks at of each account. */
export function accountHead(entry: Entry<'account'>): AccountHead {
  return entry instanceof StatedEntry ? (entry.head as unknown as AccountHead) : entry.data;
}

/** An entry's data for one look, where every one of a large vault is looked at: it is not kept. */
export function passingData<T extends RecordType>(entry: Entry<T>): Data<T> {
  return entry instanceof StatedEntry ? (entry.passingData as Data<T>) : entry.data;
}
