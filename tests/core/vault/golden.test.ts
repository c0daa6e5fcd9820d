import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../main/core/bytes.ts';
import { fieldAt } from '../../../main/core/crypto/field.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Book } from '../../../main/core/records/book.ts';
import { SHAPES } from '../../../main/core/records/shapes.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { DEVICE, ENTROPY, makeVersion1, PASSWORD } from '../../vaults/make-version-1.ts';
import { frameStarts, hex, MemoryFile, memoKdf, put, unhex } from './support.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../vaults');

interface Golden {
  readonly password: string;
  readonly device_hex: string;
  readonly entropy_hex: string;
  readonly epoch: number;
  readonly frames: number;
  readonly seq: number;
  readonly records: readonly { readonly id: string; readonly type: string }[];
  /** Records that no version of the app may show: of unknown type, or a version of it. */
  readonly set_aside: number;
  /** By record id, then by path. */
  readonly fields_hex: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.latchkey'))
  .map((name) => path.basename(name, '.latchkey'));
const bytesOf = (name: string): Bytes => new Uint8Array(readFileSync(path.join(FOLDER, `${name}.latchkey`)));
const goldenOf = (name: string) => JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as Golden;
const bookOf = (vault: Vault): Book =>
  new Book(vault, { clock: () => 1_900_000_000, random: randomBytes, onChanged: () => undefined });

/** Paths of the sealed fields below a value. */
function* sealedIn(value: unknown, at = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('sealed' in value) yield at;
  else
    for (const [key, part] of Object.entries(value)) {
      const name = Array.isArray(value) ? String((part as { id?: string } | null)?.id) : key;
      yield* sealedIn(part, at === '' ? name : `${at}/${name}`);
    }
}

/** What stands beside a golden vault, told by the vault itself. */
function told(vault: Vault): Golden {
  const records = [...vault.records.values()].map(({ id, type, v, data }) => ({ id, type, v, data }));
  const fieldsOf = ({ id, data }: (typeof records)[number]) =>
    [...sealedIn(data)].map((at) => {
      const field = fieldAt(data, at);
      return [at, hex((field && vault.openField(id, at, field)) ?? new Uint8Array())];
    });
  return {
    password: PASSWORD,
    device_hex: hex(DEVICE),
    entropy_hex: hex(ENTROPY),
    epoch: vault.epoch,
    frames: vault.position.frames,
    seq: vault.position.seq,
    records,
    set_aside: bookOf(vault).setAside,
    fields_hex: Object.fromEntries(
      records
        .map((record) => [record.id, Object.fromEntries(fieldsOf(record))] as const)
        .filter(([, fields]) => Object.keys(fields).length > 0),
    ),
  };
}

// Only before the version is released: GOLDEN=write makes its vault anew.
if (process.env['GOLDEN'] === 'write') {
  const { bytes, vault } = await makeVersion1(memoKdf);
  writeFileSync(path.join(FOLDER, 'version-1.latchkey'), bytes);
  writeFileSync(path.join(FOLDER, 'version-1.json'), `${JSON.stringify(told(vault), null, 2)}\n`);
}

describe.each(names)('the vault of %s', (name) => {
  const golden = goldenOf(name);
  const credentials = {
    password: { password: golden.password },
    device: { device: unhex(golden.device_hex) },
    recovery: { entropy: unhex(golden.entropy_hex) },
  };

  it.each(Object.entries(credentials))('opens by %s with equal content, and goes on', async (_by, credential) => {
    const file = new MemoryFile(bytesOf(name));
    const opened = await Vault.open({ file, kdf: memoKdf, random: randomBytes }, credential);
    if (!opened.ok) throw new Error(opened.code);
    const { vault } = opened;
    expect(opened.class).toBe('clean');
    expect([vault.epoch, vault.position.seq, vault.position.frames]).toEqual([golden.epoch, golden.seq, golden.frames]);
    expect(JSON.stringify([...vault.records.values()])).toBe(JSON.stringify(golden.records));
    for (const [id, fields] of Object.entries(golden.fields_hex)) {
      for (const [at, want] of Object.entries(fields)) {
        const field = fieldAt(vault.records.get(id)?.data ?? {}, at);
        const plain = field && vault.openField(id, at, field);
        expect(plain && hex(plain)).toBe(want);
      }
    }
    const book = bookOf(vault);
    expect(book.setAside).toBe(golden.set_aside);
    expect((await vault.commit([put(50_000, 'after')])).ok).toBe(true);
    expect((await vault.compact()).ok).toBe(true);
    const again = await Vault.open({ file, kdf: memoKdf, random: randomBytes }, credential);
    expect(again.ok && again.vault.records.size).toBe(golden.records.length + 1);
  });
});

describe('the golden vaults', () => {
  it('are all tried, and have among them every type of record', () => {
    const types = new Set(names.flatMap((name) => goldenOf(name).records.map(({ type }) => type)));
    expect(names).toContain('version-1');
    for (const type of Object.keys(SHAPES)) expect(types, type).toContain(type);
    console.log(`golden vaults: ${names.join(', ')}, ${types.size} types of record`);
  });

  it('of version 1 is made again, byte for byte, from the same draws', async () => {
    const { bytes } = await makeVersion1(memoKdf);
    expect(hex(bytes)).toBe(hex(bytesOf('version-1')));
    // Header of three slots; snapshot of two frames, a save, a run of three, two saves.
    expect(frameStarts(bytes, 113 + 132 * 3)).toHaveLength(9);
  });
});
