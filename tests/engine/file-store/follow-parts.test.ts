import { type FileHandle, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { idOf, MemoryAnchors, memoKdf, put } from '../../core/vault/support.ts';
import { entropy, passwords, runOf, settings } from './cuts.ts';
import { diskWith, systemError } from './faulty-disk.ts';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parts-'));
  file = path.join(folder, 'v.latchkey');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A writer whose parts are written in three pieces, and a reader beside it, who looks between them and before and after each flush. */
async function beside(failAt: number) {
  const anchors = new MemoryAnchors();
  const seen: string[] = [];
  let reader: Vault | null = null;
  let flushes = 0;
  const look = async (): Promise<void> => {
    if (reader === null) return;
    const found = await reader.follow();
    expect(reader.readOnly).toBe('in_use');
    seen.push(`${found} ${reader.records.size}`);
  };
  const disk = diskWith({
    write: async (handle: FileHandle, ...[bytes, from, length, at]: unknown[]) => {
      await look();
      return handle.write(bytes as Uint8Array, from as number, Math.min(length as number, 250_000), at as number);
    },
    sync: async (handle) => {
      await look();
      if (reader !== null && ++flushes === failAt) throw systemError('EIO');
      await handle.sync();
      await look();
    },
  });
  const ports = { kdf: memoKdf, random: randomBytes, anchors };
  const made = await Vault.create({ ...ports, file: new FileStore(file, disk) }, { password: passwords[0], entropy, settings });
  if (!made.ok) throw new Error(made.code);
  await made.vault.commit([put(1, 'before')]);
  const opened = await Vault.open({ ...ports, file: new FileStore(file) }, { entropy }, { hold: 'in_use' });
  if (!opened.ok) throw new Error(opened.code);
  reader = opened.vault;
  return { writer: made.vault, reader, seen };
}

it('one who reads beside sees nothing of a run until its last part is there, and then all of it', async () => {
  const { writer, reader, seen } = await beside(0);
  expect((await writer.commit(runOf(4, 20))).ok).toBe(true);
  const first = seen.indexOf('grown 5');
  expect(first).toBeGreaterThan(15);
  expect(new Set(seen.slice(0, first))).toEqual(new Set(['same 1']));
  expect(new Set(seen.slice(first + 1))).toEqual(new Set(['same 5']));
  expect([...reader.records]).toEqual([...writer.records]);
});

it.each([1, 2, 3])(
  'one who reads beside sees nothing of a run whose flush %i of four fails, and the next try whole',
  async (failAt) => {
    const { writer, reader, seen } = await beside(failAt);
    expect(await writer.commit(runOf(4, 20))).toEqual({ ok: false, fault: 'io' });
    expect(await reader.follow()).toBe('same');
    expect(new Set(seen)).toEqual(new Set(['same 1']));
    expect((await writer.retry()).ok).toBe(true);
    await reader.follow();
    expect([...reader.records.keys()]).toEqual([1, 20, 21, 22, 23].map(idOf));
    expect(reader.position).toEqual(writer.position);
  },
);
