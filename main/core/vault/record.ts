import { type Bytes, utf8, utf8Length, wholeAt } from '../bytes.ts';
import { type Json, parseScanned } from '../strict-json.ts';

/** Data of a record: null-prototype maps, keys `[a-z][A-Za-z0-9_]{0,63}`. */
export type RecordData = { readonly [key: string]: Json };

const N_FIRST = utf8('{"n":');

/**
 * A record as the vault knows it; whether `type` and `v` are known, and `data` fits them, is for the one who reads it. A class so that
 * the compiler refuses `{ ...record }`, which would leave the data of a `StatedRecord` behind; any object with these members is one.
 */
export abstract class VaultRecord {
  /** b64u of 16 bytes. */
  abstract readonly id: string;
  abstract readonly type: string;
  /** Version of the type's shape, 1..65535. */
  abstract readonly v: number;
  abstract get data(): RecordData;
}

/** Where a put stands in the plaintext of its frame: the whole of it, and its data. */
interface Place {
  readonly plain: Bytes;
  readonly from: number;
  readonly dataFrom: number;
  readonly to: number;
}

/**
 * A record as a frame states it, in the order of keys every writer here uses. Its data is made when somebody first asks for it: most
 * records of a large vault are never looked at. It keeps the frame's plaintext, all of which others share.
 */
export class StatedRecord implements VaultRecord {
  readonly op = 'put';
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly #plain: Bytes;
  readonly #from: number;
  readonly #dataFrom: number;
  readonly #to: number;
  #data: RecordData | null = null;

  constructor(id: string, type: string, v: number, { plain, from, dataFrom, to }: Place) {
    this.id = id;
    this.type = type;
    this.v = v;
    this.#plain = plain;
    this.#from = from;
    this.#dataFrom = dataFrom;
    this.#to = to;
  }

  get data(): RecordData {
    this.#data ??= this.passingData;
    return this.#data;
  }

  /** Its data for one look: made for it and not kept, unless it was made before. */
  get passingData(): RecordData {
    // Read over before: it is an object.
    return this.#data ?? (parseScanned(this.#plain.subarray(this.#dataFrom, this.#to - 1)) as RecordData);
  }

  /** The number `n` of its data where that stands first, as in the log; null where it does not. */
  get leadingN(): number | null {
    for (let i = 0; i < N_FIRST.length; i++) if (this.#plain[this.#dataFrom + i] !== N_FIRST[i]) return null;
    return wholeAt(this.#plain, this.#dataFrom + N_FIRST.length);
  }

  /** What it would be if it held its data. */
  toJSON(): Pick<VaultRecord, 'id' | 'type' | 'v' | 'data'> {
    const { id, type, v, data } = this;
    return { id, type, v, data };
  }

  /** Plaintext of its frame; other records stand there too. */
  get plain(): Bytes {
    return this.#plain;
  }

  /** Where its data begins there. */
  get dataFrom(): number {
    return this.#dataFrom;
  }

  /** JSON of the whole put, as it stands in the frame. */
  get bytes(): Bytes {
    return this.#plain.subarray(this.#from, this.#to);
  }

  /** Bytes of that. */
  get size(): number {
    return this.#to - this.#from;
  }
}

/** JSON of the put that states a record. */
export function putBytes(record: VaultRecord): Bytes {
  return record instanceof StatedRecord ? record.bytes : utf8(putText(record));
}

/** Bytes of that. */
export function putSize(record: VaultRecord): number {
  return record instanceof StatedRecord ? record.size : utf8Length(putText(record));
}

function putText({ id, type, v, data }: VaultRecord): string {
  return JSON.stringify({ op: 'put', id, type, v, data });
}

/** `n` of a record's data, which is not made when `n` is its first key, as in the log; undefined when it has none. */
export function nOf(record: VaultRecord): Json | undefined {
  if (record instanceof StatedRecord) {
    const n = record.leadingN;
    if (n !== null) return n;
  }
  return record.data['n'];
}
