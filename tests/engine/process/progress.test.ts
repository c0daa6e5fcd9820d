import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { KnownVaults } from '../../../main/engine/known-vaults.ts';
import { memoisedKdf } from '../../support/engine-world.ts';
import { bundleEngine, type EngineInProcess, startEngineProcess } from '../../support/engine-process.ts';

const PASSWORD = 'copper tunnel hazard biology';
const RECORDS = 40;

/** A vault of some megabytes whose records this version only keeps. */
async function layVault(folder: string): Promise<string> {
  const file = path.join(folder, 'large.latchkey');
  const settings = { ops: 3, memKib: 64 * 1024 };
  const ports = { file: new FileStore(file), kdf: memoisedKdf, random: randomBytes };
  const made = await Vault.create(ports, { password: PASSWORD, entropy: null, settings });
  if (!made.ok) throw new Error(made.code);
  for (let n = 0; n < RECORDS; n++) {
    const data = { words: Array.from({ length: 20_000 }, (_, i) => `word ${i}`) };
    await made.vault.commit([{ op: 'put', id: `${String(n).padStart(21, '0')}A`, type: 'note_card', v: 1, data }]);
  }
  await made.vault.compact();
  await made.vault.close();
  const known = new KnownVaults(folder);
  await known.load();
  return known.add(file, null);
}

describe('the progress of a real engine', { timeout: 120_000 }, () => {
  let programs = { folder: '', file: '' };
  let folder = '';
  let vault = '';
  let engine: EngineInProcess;

  beforeAll(async () => {
    programs = await bundleEngine();
    folder = mkdtempSync(path.join(tmpdir(), 'latchkey-progress-'));
    vault = await layVault(folder);
  }, 120_000);
  afterAll(() => {
    for (const one of [programs.folder, folder]) rmSync(one, { recursive: true, force: true });
  });
  beforeEach(async () => {
    engine = await startEngineProcess(programs.file, folder);
  });
  afterEach(() => engine.kill());

  it('comes over the wire while the vault is opened, and other calls are answered meanwhile', async () => {
    const order: string[] = [];
    const moments = new Set<number>();
    let asked = false;
    engine.page.on('progress', ({ task, done, records }) => {
      order.push(`${task} ${done} ${records?.total}`);
      moments.add(Math.round(performance.now()));
      if (!asked) void engine.page.call('vaults.list', {}).then(() => order.push('vaults.list'));
      asked = true;
    });
    const opened = await engine.page.call('vault.open', { vault, password: PASSWORD });
    order.push('opened');
    expect(opened.ok).toBe(true);
    const told = order.filter((one) => one.startsWith('opening'));
    console.log(`${told.length} looks at ${moments.size} moments`);
    expect(told.length).toBeGreaterThan(3);
    expect(moments.size).toBeGreaterThan(2);
    expect(told.every((one) => one.endsWith(` ${RECORDS}`))).toBe(true);
    expect(order.at(-1)).toBe('opened');
    expect(order.indexOf('vaults.list')).toBeGreaterThan(0);
    expect(order.indexOf('vaults.list')).toBeLessThan(order.length - 2);
  });

  it('ends when the person stops it, and the vault opens the next time', async () => {
    const stop = engine.page.on('progress', () => void engine.page.call('work.cancel', { task: 'opening' }));
    expect(await engine.refusal('vault.open', { vault, password: PASSWORD })).toBe('cancelled');
    expect((await engine.ask('vault.state', {})).open).toBeNull();
    stop();
    expect(await engine.ask('vault.open', { vault, password: PASSWORD })).toEqual({ read: 'clean' });
  });
});
