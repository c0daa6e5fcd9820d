import { type Bytes, utf8 } from '../bytes.ts';
import { type Json, parseStrictJson } from '../strict-json.ts';

/** Data of a record: null-prototype maps, keys `[a-z][A-Za-z0-9_]{0,63}`. */
export type RecordData = { readonly [key: string]: Json };

/** A record as the vault knows it; whether `type` and `v` are known, and `data` fits them, is for the one who reads it. */
export interface VaultRecord {
  /** b64u of 16 bytes. */
  readonly id: string;
  readonly type: string;
  /** Version of the type's shape, 1..65535. */
  readonly v: number;
  readonly data: RecordData;
}

/** One change of a transaction: a record stated whole, or a record gone (no fault when it is absent). */
export type Op = ({ readonly op: 'put' } & VaultRecord) | { readonly op: 'del'; readonly id: string };

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
const ID = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const TYPE = /^[a-z][a-z0-9_]{0,31}$/;

type JsonObject = { [key: string]: Json };

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(value: Json | undefined, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

/** Reads a frame's unpadded plaintext; null when it is not strict JSON of known operations in a possible order. */
export function parseContent(plain: Bytes): FrameContent | null {
  // Every key a frame may hold, those of operations included, has the form of a data key.
  const list = parseStrictJson(plain, MAX_DEPTH, KEY);
  if (!Array.isArray(list) || list.length === 0) return null;
  const base = readBase(list[0]);
  const part = readPart(list[0]);
  const ops: Op[] = [];
  for (let i = base === null && part === null ? 0 : 1; i < list.length; i++) {
    const op = readOp(list[i]);
    if (op === null) return null;
    ops.push(op);
  }
  return part !== null && ops.length === 0 ? null : { base, part, ops };
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
  if (typeof id !== 'string' || !ID.test(id)) return null;
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

/** Applies changes in order; a record put again keeps its place in the map. */
export function applyOps(records: Map<string, VaultRecord>, ops: readonly Op[]): void {
  for (const op of ops) {
    if (op.op === 'del') records.delete(op.id);
    else records.set(op.id, { id: op.id, type: op.type, v: op.v, data: op.data });
  }
}
