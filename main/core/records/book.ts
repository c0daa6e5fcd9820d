import type { AuditKind } from '../../../shared/audit-kinds.ts';
import type { Topic } from '../../../shared/topics.ts';
import type { Done, ErrorCode, Refused } from '../../../shared/errors.ts';
import { isRefused, refuse } from '../../../shared/errors.ts';
import { AuditChain } from '../audit/chain.ts';
import { type AuditRecord, headAfter } from '../audit/record.ts';
import { type Bytes, b64u, fromUtf8, utf8 } from '../bytes.ts';
import type { SealedField } from '../crypto/field.ts';
import { type Random, wipe } from '../crypto/sodium.ts';
import type { Json } from '../strict-json.ts';
import type { Op } from '../vault/operations.ts';
import { nOf, type VaultRecord } from '../vault/record.ts';
import type { Committed, Vault } from '../vault/vault.ts';
import { entryOf } from './entries.ts';
import { type Data, type Entry, FITS, type RecordType, SHAPES } from './shapes.ts';
import { isKnownType } from './why-aside.ts';

/** What the domain needs besides the vault: Unix seconds, and randomness. */
export interface BookPorts {
  readonly clock: () => number;
  readonly random: Random;
  /** Told after a change is on disk. */
  readonly onChanged: (topics: ReadonlySet<Topic>) => void;
  /** Told after a change could not be saved, and the vault keeps it aside. */
  readonly onUnsaved?: (() => void) | undefined;
  /** Told before a record is written anew, while the book still has what it is until then. */
  readonly onPut?: ((type: RecordType, id: string) => void) | undefined;
}

const TOPICS: Readonly<Record<RecordType, readonly Topic[]>> = {
  meta: [],
  identity: ['people'],
  client: ['clients'],
  account: ['accounts', 'clients', 'grants', 'runs', 'business', 'vault'],
  purged_account: ['accounts', 'log'],
  contact: ['people', 'accounts', 'inbox', 'grants', 'runs', 'business'],
  grant: ['grants', 'accounts', 'vault'],
  exposure: ['grants', 'accounts', 'runs', 'vault'],
  received: ['grants', 'vault'],
  sent: ['inbox'],
  arrived: ['inbox', 'vault'],
  seen: [],
  request: ['requests', 'inbox', 'vault'],
  code_request: ['requests', 'inbox', 'grants', 'vault'],
  revoked: [],
  run: ['runs', 'grants', 'vault'],
  device: ['runs', 'accounts'],
  centre: ['business'],
  asset: ['business'],
  member: ['business', 'grants', 'runs', 'vault'],
  ad_code: ['business', 'grants', 'runs', 'vault'],
  review: ['review'],
  snooze: ['review', 'vault'],
  catalogue: ['platforms', 'grants', 'runs'],
  audit: ['log'],
};

/** A log entry that bears this number or a higher one was not counted up to it: following it, numbers would soon run out. */
const LOG_END = 2 ** 48;

/** Changes of one action, gathered; they become one transaction with the audit events they note. */
export interface Draft {
  put<T extends RecordType>(type: T, id: string, data: Data<T>): void;
  del(id: string): void;
  /** An audit event: what happened, the other person in it (a fingerprint; left out when there is none), and the id of what it concerns. */
  note(what: AuditKind, of?: { readonly who?: string | undefined; readonly ref?: string | undefined }): void;
}

/** A record, and once somebody asked for it what its check gave: null when it does not fit. */
interface Held {
  readonly record: VaultRecord;
  entry: Entry<RecordType> | null | undefined;
}

/** The vault's records by type, each checked against its shape once, and the one way to change them. */
export class Book {
  readonly #vault: Vault;
  readonly #ports: BookPorts;
  readonly #byType = new Map<string, Map<string, Held>>();
  #lists = new Map<RecordType, readonly Entry<RecordType>[]>();
  #queue: Promise<unknown> = Promise.resolve();
  #chain: AuditChain;
  #highest = 0;

  constructor(vault: Vault, ports: BookPorts) {
    this.#vault = vault;
    this.#ports = ports;
    for (const record of vault.records.values()) this.#index(record);
    this.#chain = this.#readChain();
  }

  /** The later of the clock and the highest clock this vault has seen: what ends is judged by it, so that a clock put back revives nothing. */
  now(): number {
    this.#highest = Math.max(this.#highest, this.#ports.clock(), this.all('meta')[0]?.data.clock ?? 0);
    return this.#highest;
  }

  /** The clock as it is: codes are made for it, because the platform's clock never ran ahead with ours. */
  clock(): number {
    return this.#ports.clock();
  }

  /** Seconds the clock is behind the highest this vault has seen; 0 when it is not. */
  get clockBehind(): number {
    return Math.max(0, this.now() - this.clock());
  }

  /** The person's word that the clock is right now, after it was wrong: only this lowers the mark, and the log keeps it. */
  async lowerClock(): Promise<Done | Refused> {
    const lowered = await this.change<Done>((draft) => {
      const meta = this.all('meta')[0];
      draft.note('clock-back');
      if (meta !== undefined) draft.put('meta', meta.id, { ...meta.data, clock: this.clock() });
      return {};
    });
    if (!isRefused(lowered)) this.#highest = this.clock();
    return lowered;
  }

  get readOnly(): string | null {
    return this.#vault.readOnly;
  }

  /** Head of the audit log: number of records, and what the next one would point back to. */
  get logHead(): { readonly n: number; readonly h: string } {
    return this.#chain.head;
  }

  /** A fresh record id. */
  newId(): string {
    return b64u(this.#ports.random(16));
  }

  /** A record by id; null when there is none of this type, or its data does not fit the type's shape (it is then set aside, not lost). */
  get<T extends RecordType>(type: T, id: string): Data<T> | null {
    const held = this.#byType.get(type)?.get(id);
    return held === undefined ? null : ((entryIn(held)?.data as Data<T> | undefined) ?? null);
  }

  /** All sound records of a type, in the order of their last change. */
  all<T extends RecordType>(type: T): readonly Entry<T>[] {
    const made = this.#lists.get(type);
    if (made !== undefined) return made as readonly Entry<T>[];
    const list: Entry<RecordType>[] = [];
    for (const held of this.#byType.get(type)?.values() ?? []) {
      const entry = entryIn(held);
      if (entry !== null) list.push(entry);
    }
    this.#lists.set(type, list);
    return list as readonly Entry<T>[];
  }

  /** Records of unknown type, version or shape: kept in the vault, shown in no list. Reads every record once. */
  aside(): VaultRecord[] {
    const found: VaultRecord[] = [];
    for (const records of this.#byType.values()) {
      for (const held of records.values()) if (entryIn(held) === null) found.push(held.record);
    }
    return found;
  }

  /** How many those are. */
  get setAside(): number {
    return this.aside().length;
  }

  /** Checks every record when nobody waits, so that no later list has to. */
  warm(): void {
    for (const type of Object.keys(SHAPES) as RecordType[]) this.all(type);
  }

  count(type: RecordType): number {
    return this.#byType.get(type)?.size ?? 0;
  }

  seal(id: string, path: string, ver: number, plain: string | Bytes): SealedField {
    return this.#vault.sealField(id, path, ver, typeof plain === 'string' ? utf8(plain) : plain);
  }

  /** Bytes of a sealed field; null when it does not open. */
  open(id: string, path: string, field: SealedField): Bytes | null {
    return this.#vault.openField(id, path, field);
  }

  /** Text of a sealed field; null when it does not open. */
  openText(id: string, path: string, field: SealedField): string | null {
    const bytes = this.open(id, path, field);
    if (bytes === null) return null;
    const text = fromUtf8(bytes);
    wipe(bytes);
    return text;
  }

  /**
   * Runs one action against the records as they are after every earlier one, and saves what it drafted as one transaction. `work` must not wait
   * for anything. Gives its result once that is on disk, or the refusal; a refusal, or an exception, saves nothing.
   */
  change<R>(work: (draft: Draft) => R | Refused): Promise<R | Refused> {
    const run = this.#queue.then(() => this.#change(work));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #change<R>(work: (draft: Draft) => R | Refused): Promise<R | Refused> {
    const ops: Op[] = [];
    const touched = new Set<RecordType>();
    const chain = new AuditChain(this.#chain.head);
    const now = this.now();
    const put = (type: RecordType, id: string, data: object): void => {
      if (!FITS[type](data))
        throw new TypeError(`a ${type} record that would not read back: ${SHAPES[type].safeParse(data).error?.message}`);
      ops.push({ op: 'put', id, type, v: 1, data: data as { [key: string]: Json } });
      touched.add(type);
    };
    const result = work({
      put,
      del: (id) => {
        const record = this.#vault.records.get(id);
        if (record !== undefined && isKnownType(record.type)) touched.add(record.type);
        ops.push({ op: 'del', id });
      },
      note: (what, of = {}) => {
        const data = chain.append({ t: now, what, who: of.who ?? null, ref: of.ref ?? null });
        const { who, ref, ...rest } = data;
        put('audit', this.newId(), { ...rest, ...(who === null ? {} : { who }), ...(ref === null ? {} : { ref }) });
      },
    });
    if (isRefused(result) || ops.length === 0) return result;
    // One change is kept for later at most: a second one would be made on records that do not know of it.
    if (this.#vault.readOnly !== null) return refuse(commitFault(this.#vault.readOnly), { kept: 0 });
    if (!touched.has('meta')) this.#keepClock(now, put);
    for (const op of ops) if (op.op === 'put' && isKnownType(op.type)) this.#ports.onPut?.(op.type, op.id);
    const saved = await this.#vault.commit(ops);
    if (!saved.ok && saved.fault !== 'too_large') this.#ports.onUnsaved?.();
    if (!saved.ok) return refuse(commitFault(saved.fault), saved.fault === 'too_large' ? undefined : { kept: 1 });
    this.#chain = chain;
    for (const op of ops) this.#apply(op);
    for (const type of touched) this.#lists.delete(type);
    this.#lists.delete('meta');
    this.#ports.onChanged(new Set([...touched].flatMap((type) => TOPICS[type])));
    return result;
  }

  // The highest clock seen travels with whatever is saved anyway, at most once a minute.
  #keepClock(now: number, put: (type: RecordType, id: string, data: object) => void): void {
    const meta = this.all('meta')[0];
    if (meta !== undefined && now > meta.data.clock + 60) put('meta', meta.id, { ...meta.data, clock: now });
  }

  #apply(op: Op): void {
    const record = this.#vault.records.get(op.id);
    // A record stated again keeps its place, as it will when the file is read again.
    for (const [type, records] of this.#byType) if (record?.type !== type) records.delete(op.id);
    if (op.op === 'put' && record !== undefined) this.#index(record);
  }

  #index(record: VaultRecord): void {
    const records = this.#byType.get(record.type);
    const held = { record, entry: undefined };
    if (records === undefined) this.#byType.set(record.type, new Map([[record.id, held]]));
    else records.set(record.id, held);
  }

  #readChain(): AuditChain {
    // Only the newest record says where the log stands; checking every one would double the time a large vault takes to open.
    const log = [...(this.#byType.get('audit')?.values() ?? [])];
    let newest: Held | undefined;
    let most = 0;
    // From the end: that is where the newest one stands, so that hardly another is checked.
    for (const held of log.reverse()) {
      const number = numberOf(held);
      if (number >= LOG_END || number < most || entryIn(held) === null) continue;
      newest = held;
      most = number;
    }
    const last = newest === undefined ? null : this.get('audit', newest.record.id);
    return new AuditChain(last === null ? undefined : headAfter(hashed(last)));
  }
}

/** Number of a log record as it stands there, checked or not; 0 for one without. */
function numberOf(held: Held): number {
  const n = nOf(held.record);
  return typeof n === 'number' ? n : 0;
}

function entryIn(held: Held): Entry<RecordType> | null {
  if (held.entry === undefined) held.entry = entryOf(held.record);
  return held.entry;
}

/** The audit log's records in order, as they are hashed. */
export function auditRecords(book: Book): AuditRecord[] {
  const records = book.all('audit').map(({ data }) => hashed(data));
  return records.toSorted((a, b) => a.n - b.n);
}

function hashed({ n, t, what, who, ref, prev }: Data<'audit'>): AuditRecord {
  return { n, t, what, who: who ?? null, ref: ref ?? null, prev };
}

/** The code a person meets for a save that failed. */
export function commitFault(fault: Exclude<Committed, { ok: true }>['fault']): ErrorCode {
  switch (fault) {
    case 'disk_full':
      return 'disk_full';
    case 'changed_elsewhere':
      return 'changed_elsewhere';
    case 'too_large':
      return 'too_large';
    case 'read_only':
    case 'folder_read_only':
      return 'folder_read_only';
    case 'in_use':
      return 'vault_in_use';
    case 'gone':
      return 'vault_missing';
    case 'rolled_back':
    case 'forked':
      return fault;
    case 'io':
    case 'exists':
      return 'write_failed';
    default:
      return 'read_only';
  }
}
