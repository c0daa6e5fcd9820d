import { type Bytes, concat, utf8, wholeAt } from '../bytes.ts';
import { SeenNames } from '../seen-names.ts';
import { type Json, parseScanned, strictScanner } from '../strict-json.ts';
import { type RecordData, StatedRecord, type VaultRecord } from './record.ts';
import { ID_LENGTH, RECORD_ID, recordIdAt } from './record-id.ts';

export type { RecordData, VaultRecord } from './record.ts';

/** One change of a transaction: a record stated whole, or a record gone (no fault when it is absent). */
export type Op =
  | { readonly op: 'put'; readonly id: string; readonly type: string; readonly v: number; readonly data: RecordData }
  | { readonly op: 'del'; readonly id: string };

/** Opens a snapshot: how many frames it has, and how many records live after them. */
export interface Base {
  readonly frames: number;
  readonly records: number;
}

/** Opens each frame of a run: its number, from 1, and how many there are. */
export interface Part {
  readonly n: number;
  readonly of: number;
}

/** What a frame says, its shape checked; whether a base or a part may stand here is for `Replay`. */
export interface FrameContent {
  readonly base: Base | null;
  readonly part: Part | null;
  readonly ops: readonly Op[];
}

/** Most parts of a run. */
export const MAX_PARTS = 4096;

const MAX_DEPTH = 16;
const KEY = /^[a-z][A-Za-z0-9_]{0,63}$/;
const TYPE = /^[a-z][a-z0-9_]{0,31}$/;

type JsonObject = { [key: string]: Json };

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(value: Json | undefined, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

const [OPEN_LIST, CLOSE_LIST, COMMA, CLOSE_OBJECT] = ['[', ']', ',', '}'].map(utf8) as [Bytes, Bytes, Bytes, Bytes];
/** A put as every writer here spells it, but for the id, the type, the version and the data. */
const [PUT, TYPE_OF, V_OF, DATA_OF] = ['{"op":"put","id":"', '","type":"', ',"v":', ',"data":'].map(utf8) as [
  Bytes,
  Bytes,
  Bytes,
  Bytes,
];
const OPEN_OBJECT = 0x7b;

// Every key a frame may hold, those of operations included, has the form of a data key.
const scanner = strictScanner(KEY);
const types = new SeenNames((type) => TYPE.test(type));

/**
 * Reads a frame's unpadded plaintext; null when it is not strict JSON of known operations in a possible order. Its records keep the
 * plaintext, which must not change any more.
 */
export function parseContent(plain: Bytes): FrameContent | null {
  scanner.begin(plain);
  types.tidy();
  if (!scanner.take(OPEN_LIST)) return null;
  let base: Base | null = null;
  let part: Part | null = null;
  const ops: Op[] = [];
  for (let n = 0; n === 0 || scanner.take(COMMA); n++) {
    const stated = takePut(plain);
    const value = stated === null ? takeValue(plain) : undefined;
    if (n === 0 && stated === null) {
      base = readBase(value);
      part = readPart(value);
      if (base !== null || part !== null) continue;
    }
    const op = stated ?? readOp(value);
    if (op === null) return null;
    ops.push(op);
  }
  if (!scanner.take(CLOSE_LIST) || !scanner.isDone()) return null;
  return part !== null && ops.length === 0 ? null : { base, part, ops };
}

function takeValue(plain: Bytes): Json | undefined {
  const from = scanner.at;
  return scanner.value(MAX_DEPTH - 1) ? parseScanned(plain.subarray(from, scanner.at)) : undefined;
}

// Most operations of a large vault: nothing is made of them but the record. Null, without moving, for any other spelling.
function takePut(plain: Bytes): StatedRecord | null {
  const from = scanner.at;
  const record = readPut(plain, from);
  if (record === null) scanner.at = from;
  return record;
}

function readPut(plain: Bytes, from: number): StatedRecord | null {
  const id = scanner.take(PUT) ? recordIdAt(plain, scanner.at) : null;
  if (id === null) return null;
  scanner.at += ID_LENGTH;
  const type = scanner.take(TYPE_OF) ? types.numberAt(plain, scanner.at) : -1;
  if (type < 0) return null;
  scanner.at += types.lengthOf(type);
  if (!scanner.take(V_OF)) return null;
  const v = wholeAt(plain, scanner.at);
  if (!within(v, 1, 65_535) || !scanner.value(0) || !scanner.take(DATA_OF)) return null;
  const dataFrom = scanner.at;
  if (plain[dataFrom] !== OPEN_OBJECT || !scanner.value(MAX_DEPTH - 2) || !scanner.take(CLOSE_OBJECT)) return null;
  return new StatedRecord(id, types.textOf(type), v, { plain, from, dataFrom, to: scanner.at });
}

function readBase(value: Json | undefined): Base | null {
  if (!isObject(value) || value['op'] !== 'base' || Object.keys(value).length !== 3) return null;
  const { frames, records } = value;
  return within(frames, 1, Infinity) && within(records, 0, Infinity) ? { frames, records } : null;
}

function readPart(value: Json | undefined): Part | null {
  if (!isObject(value) || value['op'] !== 'part' || Object.keys(value).length !== 3) return null;
  const { n, of } = value;
  return within(of, 2, MAX_PARTS) && within(n, 1, of) ? { n, of } : null;
}

function readOp(value: Json | undefined): Op | null {
  if (!isObject(value)) return null;
  const { op, id, type, v, data } = value;
  if (typeof id !== 'string' || !RECORD_ID.test(id)) return null;
  const keys = Object.keys(value).length;
  if (op === 'del') return keys === 2 ? { op, id } : null;
  if (op !== 'put' || keys !== 5 || typeof type !== 'string' || !TYPE.test(type)) return null;
  return within(v, 1, 65_535) && isObject(data) ? { op, id, type, v, data } : null;
}

/** JSON of one change with the format's keys and no others. */
export function opText(op: Op): string {
  if (op.op === 'del') return JSON.stringify({ op: 'del', id: op.id });
  return JSON.stringify({ op: 'put', id: op.id, type: op.type, v: op.v, data: op.data });
}

/** JSON of what opens a snapshot. */
export function baseText({ frames, records }: Base): string {
  return JSON.stringify({ op: 'base', frames, records });
}

/** JSON of what opens each frame of a run. */
export function partText({ n, of }: Part): string {
  return JSON.stringify({ op: 'part', n, of });
}

/** Plaintext of a frame, not padded yet, from the JSON of its operations. */
export function contentBytes(texts: readonly string[]): Bytes {
  return utf8(`[${texts.join(',')}]`);
}

/** The same from the bytes of that JSON. */
export function contentOf(parts: readonly Uint8Array[]): Bytes {
  return concat(OPEN_LIST, ...parts.flatMap((part, n) => (n === 0 ? [part] : [COMMA, part])), CLOSE_LIST);
}

/** Applies changes in order; a record put again keeps its place in the map. */
export function applyOps(records: Map<string, VaultRecord>, ops: readonly Op[]): void {
  for (const op of ops) {
    if (op.op === 'del') records.delete(op.id);
    else records.set(op.id, op instanceof StatedRecord ? op : { id: op.id, type: op.type, v: op.v, data: op.data });
  }
}
