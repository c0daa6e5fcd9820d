import type { Base, FrameContent, Op, Part, RecordData } from '../../main/core/vault/operations.ts';
import type { Json } from '../../main/core/strict-json.ts';
import { plainStrictJson } from './strict-json-oracle.ts';

const KEY = /^[a-z][A-Za-z0-9_]{0,63}$/;
const ID = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const TYPE = /^[a-z][a-z0-9_]{0,31}$/;

type Members = { readonly [key: string]: Json };

function membersOf(value: Json | undefined, keys: readonly string[]): Members | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.keys(value).toSorted().join() === keys.toSorted().join() ? value : null;
}

function isWithin(value: Json | undefined, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function baseOf(value: Json | undefined): Base | null {
  const { op, frames, records } = membersOf(value, ['op', 'frames', 'records']) ?? {};
  return op === 'base' && isWithin(frames, 1, Infinity) && isWithin(records, 0, Infinity) ? { frames, records } : null;
}

function partOf(value: Json | undefined): Part | null {
  const { op, n, of } = membersOf(value, ['op', 'n', 'of']) ?? {};
  return op === 'part' && isWithin(of, 2, 4096) && isWithin(n, 1, of) ? { n, of } : null;
}

function opOf(value: Json | undefined): Op | null {
  const del = membersOf(value, ['op', 'id']);
  const { op, id, type, v, data } = del ?? membersOf(value, ['op', 'id', 'type', 'v', 'data']) ?? {};
  if (del !== null) return op === 'del' && typeof id === 'string' && ID.test(id) ? { op, id } : null;
  if (op !== 'put' || typeof id !== 'string' || !ID.test(id) || typeof type !== 'string' || !TYPE.test(type)) return null;
  if (!isWithin(v, 1, 65_535) || typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  return { op, id, type, v, data: data as RecordData };
}

/** A frame's plaintext read the plain way, all of its values made at once. What `parseContent` must agree with on every text. */
export function plainContent(plain: Uint8Array): FrameContent | null {
  const list = plainStrictJson(plain, 16, KEY);
  if (!Array.isArray(list) || list.length === 0) return null;
  const base = baseOf(list[0]);
  const part = partOf(list[0]);
  const ops = (base ?? part) === null ? list.map(opOf) : list.slice(1).map(opOf);
  if (ops.includes(null) || (part !== null && ops.length === 0)) return null;
  return { base, part, ops: ops as Op[] };
}
