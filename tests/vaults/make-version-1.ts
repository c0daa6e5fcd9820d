import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Bytes, concat, le, utf8 } from '../../main/core/bytes.ts';
import { type Kdf, KDF_PRESETS } from '../../main/core/crypto/kdf.ts';
import { hash, type Random } from '../../main/core/crypto/sodium.ts';
import { FrameCipher } from '../../main/core/vault/frame.ts';
import { contentBytes, type Op, opText, partText } from '../../main/core/vault/operations.ts';
import { unlock } from '../../main/core/vault/unlock.ts';
import { Vault, type VaultPorts } from '../../main/core/vault/vault.ts';
import { idOf, MemoryFile } from '../core/vault/support.ts';

export const PASSWORD = 'Größe zählt: correct horse battery staple';
export const ENTROPY = hash(32, utf8('golden recovery sheet'));
export const DEVICE = hash(32, utf8('golden device'));

/** Records of every type there is, of each choice they have, with all that is optional and with none; a secret by its text. */
const RECORDS = JSON.parse(readFileSync(path.join(import.meta.dirname, 'version-1-records.json'), 'utf8')) as readonly {
  readonly type: string;
  readonly data: unknown;
}[];

/** Draws that are the same each time: BLAKE2b of a counter. */
function fixedDraws(): Random {
  let drawn = 0;
  return (length) => hash(length, concat(utf8('golden version 1'), le(drawn++, 4)));
}

/** A put of a record, its secrets sealed for their places: what stands as `{ver, plain}`. */
function sealedPut(vault: Vault, n: number, type: string, data: unknown, v = 1): Op {
  const seal = (value: unknown, at: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('plain' in value && 'ver' in value)
      return { ...vault.sealField(idOf(n), at, Number(value.ver), utf8(String(value.plain))) };
    const below = (part: string): string => (at === '' ? part : `${at}/${part}`);
    if (Array.isArray(value)) return value.map((part: { id?: string }) => seal(part, below(part.id ?? '')));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, seal(part, below(key))]));
  };
  return { op: 'put', id: idOf(n), type, v, data: seal(data, '') } as Op;
}

/** Adds saves to a file as one run of parts, smaller ones than a writer makes. */
async function withRun(file: Bytes, { seq, chain }: Vault['position'], saves: readonly Op[], ports: VaultPorts): Promise<Bytes> {
  const unlocked = await unlock(file, { entropy: ENTROPY }, ports.kdf);
  if (typeof unlocked === 'string') throw new Error(unlocked);
  const cipher = new FrameCipher(unlocked.keys.frames, unlocked.fields.vaultId, unlocked.fields.epoch);
  let last = { seq, chain };
  const frames = saves.map((op, i) => {
    const plain = contentBytes([partText({ n: i + 1, of: saves.length }), opText(op)]);
    const { frame, next } = cipher.seal(plain, last, ports.random);
    last = next;
    return frame;
  });
  return concat(file, ...frames);
}

async function done(step: Promise<{ readonly ok: boolean }>): Promise<void> {
  if (!(await step).ok) throw new Error('not written');
}

/** Makes the golden vault of version 1. */
export async function makeVersion1(kdf: Kdf): Promise<{ bytes: Bytes; vault: Vault }> {
  const file = new MemoryFile();
  const ports = { file, kdf, random: fixedDraws() };
  const made = await Vault.create(ports, { password: PASSWORD, entropy: ENTROPY, settings: KDF_PRESETS.lowMemory });
  if (!made.ok) throw new Error(made.code);
  const first = made.vault;
  for (let at = 0; at < RECORDS.length; at += 10) {
    const some = RECORDS.slice(at, at + 10).map(({ type, data }, i) => sealedPut(first, at + i, type, data));
    await done(first.commit(some));
  }
  const note = (n: number, text: string): Op => ({ op: 'put', id: idOf(n), type: 'note', v: 1, data: { text } });
  const later = sealedPut(
    first,
    201,
    'from_later',
    { of: 'a later version', n: -5, nothing: null, deep: [[{ yes: true }]] },
    65_535,
  );
  await done(first.commit([note(200, 'gone before the snapshot'), later]));
  // With it the snapshot takes two frames.
  await done(first.commit([{ op: 'del', id: idOf(200) }, note(202, 'x'.repeat(40_000))]));
  await done(first.addDeviceSlot(DEVICE));
  await done(first.compact());
  await done(first.commit([note(203, 'one'), note(204, 'gone after the snapshot')]));
  file.bytes = await withRun(file.bytes, first.position, [note(203, 'two'), note(205, 'of a run'), note(206, 'of a run')], ports);
  const opened = await Vault.open(ports, { device: DEVICE });
  if (!opened.ok || opened.class !== 'clean') throw new Error('does not open');
  const { vault } = opened;
  const [changed = { type: '', data: null }] = RECORDS.filter(({ type }) => type === 'account');
  await done(vault.commit([sealedPut(vault, RECORDS.indexOf(changed), changed.type, changed.data)]));
  await done(
    vault.commit([
      { op: 'del', id: idOf(204) },
      { op: 'del', id: idOf(206) },
    ]),
  );
  return { bytes: file.bytes, vault };
}
