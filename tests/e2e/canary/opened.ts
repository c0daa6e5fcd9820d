import { readFile } from 'node:fs/promises';
import type { Bytes } from '../../../main/core/bytes.ts';
import { isSealedField, openField } from '../../../main/core/crypto/field.ts';
import type { Json } from '../../../main/core/strict-json.ts';
import { FrameCipher } from '../../../main/core/vault/frame.ts';
import { parseContent } from '../../../main/core/vault/operations.ts';
import { unlock } from '../../../main/core/vault/unlock.ts';
import { memoisedKdf } from '../../support/engine-world.ts';

/** Something a vault's file says once it is opened: all of a frame, or a sealed field of a record at its path. */
export interface Opened {
  readonly what: string;
  readonly bytes: Buffer;
}

/** Opens a vault's file to the last byte: every frame, those among them whose records were changed or deleted since, and each sealed field of any. */
export async function openWhole(file: string, password: string): Promise<readonly Opened[]> {
  const bytes = new Uint8Array(await readFile(file));
  const unlocked = await unlock(bytes, { password }, memoisedKdf);
  if (typeof unlocked === 'string') throw new Error(unlocked);
  const { header, fields, keys } = unlocked;
  const cipher = new FrameCipher(keys.frames, fields.vaultId, fields.epoch);
  const opened: Opened[] = [];
  let last = { seq: fields.baseSeq, chain: fields.baseChain };
  for (let at = header.bytes.length; at < bytes.length; ) {
    const frame = cipher.open(bytes, at, last);
    if (typeof frame === 'string' || frame.plain === null) throw new Error('a frame that does not open');
    opened.push({ what: 'frame', bytes: Buffer.from(frame.plain) });
    for (const op of parseContent(frame.plain)?.ops ?? [])
      if (op.op === 'put') opened.push(...fieldsBelow(op.data, [], { ...{ id: op.id, type: op.type }, key: keys.fields }));
    last = frame.next;
    at = frame.end;
  }
  return opened;
}

interface Place {
  readonly id: string;
  readonly type: string;
  readonly key: Bytes;
}

function fieldsBelow(value: Json, path: readonly string[], place: Place): Opened[] {
  if (isSealedField(value)) {
    const plain = openField(place.key, place.id, path.join('/'), value);
    if (plain === null) throw new Error(`${place.type}: ${path.join('/')} does not open`);
    return [{ what: `${place.type}: ${path.join('/')}`, bytes: Buffer.from(plain) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const parts = Array.isArray(value) ? value.map((item) => [idOf(item), item] as const) : Object.entries(value);
  return parts.flatMap(([step, part]) => fieldsBelow(part, [...path, step], place));
}

function idOf(item: Json): string {
  return typeof item === 'object' && item !== null && !Array.isArray(item) && typeof item['id'] === 'string' ? item['id'] : '';
}
