import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../main/core/bytes.ts';
import { fieldAt } from '../../../main/core/crypto/field.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Book } from '../../../main/core/records/book.ts';
import { SHAPES } from '../../../main/core/records/shapes.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { makeVersion1 } from '../../vaults/make-version-1.ts';
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
  it('are all tried, and every type of record they have is still known', () => {
    const types = new Set(names.flatMap((name) => goldenOf(name).records.map(({ type }) => type)));
    const known = [...types].filter((type) => Object.hasOwn(SHAPES, type));
    expect(names).toContain('version-1');
    expect([...types].filter((type) => !known.includes(type)).toSorted()).toEqual(['from_later', 'note']);
    expect(known.length).toBeGreaterThanOrEqual(24);
    console.log(`golden vaults: ${names.join(', ')}, ${known.length} of ${Object.keys(SHAPES).length} types of record`);
  });

  it('of version 1 is made again, byte for byte, from the same draws', async () => {
    const { bytes } = await makeVersion1(memoKdf);
    expect(hex(bytes)).toBe(hex(bytesOf('version-1')));
    // Header of three slots; snapshot of two frames, a save, a run of three, two saves.
    expect(frameStarts(bytes, 113 + 132 * 3)).toHaveLength(9);
  });
});
