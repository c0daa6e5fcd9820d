import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../main/core/bytes.ts';
import { fieldAt } from '../../../main/core/crypto/field.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { makeVersion1 } from '../../vaults/make-version-1.ts';
import { hex, MemoryFile, memoKdf, put, unhex } from './support.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../vaults');

interface Golden {
  readonly password: string;
  readonly device_hex: string;
  readonly entropy_hex: string;
  readonly epoch: number;
  readonly seq: number;
  readonly records: readonly { readonly id: string }[];
  /** By record id, then by path. */
  readonly fields_hex: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.latchkey'))
  .map((name) => path.basename(name, '.latchkey'));
const bytesOf = (name: string): Bytes => new Uint8Array(readFileSync(path.join(FOLDER, `${name}.latchkey`)));

describe.each(names)('the vault of %s', (name) => {
  const golden = JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as Golden;
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
    expect([vault.epoch, vault.position.seq]).toEqual([golden.epoch, golden.seq]);
    expect(JSON.stringify([...vault.records.values()])).toBe(JSON.stringify(golden.records));
    for (const [id, fields] of Object.entries(golden.fields_hex)) {
      for (const [at, want] of Object.entries(fields)) {
        const field = fieldAt(vault.records.get(id)?.data ?? {}, at);
        const plain = field && vault.openField(id, at, field);
        expect(plain && hex(plain)).toBe(want);
      }
    }
    expect((await vault.commit([put(50, 'after')])).ok).toBe(true);
    expect((await vault.compact()).ok).toBe(true);
  });
});

describe('the golden vaults', () => {
  it('are all tried', () => {
    expect(names).toContain('version-1');
    console.log(`golden vaults: ${names.join(', ')}`);
  });

  it('of version 1 is made again, byte for byte, from the same draws', async () => {
    const { bytes } = await makeVersion1(memoKdf);
    expect(hex(bytes)).toBe(hex(bytesOf('version-1')));
  });
});
