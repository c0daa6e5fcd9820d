import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { directKdf, KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBelow, randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { buildScript } from './build-script.ts';
import { entropy, idOf } from './saves.ts';

const KILLS = process.env['SLOW'] === '1' ? 200 : 40;

let folder = '';
let script = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kill-'));
  script = await buildScript('tests/engine/kill/saver.ts');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  if (script !== '') await rm(path.dirname(script), { recursive: true, force: true });
});

const ports = (file: string) => ({ file: new FileStore(file), kdf: directKdf, random: randomBytes });

/** Runs the saver and kills it within `ms` of its first words; gives the numbers of the saves it acknowledged. */
async function saveUntilKilled(file: string, ms: number): Promise<number[]> {
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const closed = once(child, 'close');
  while (!out.startsWith('open\n')) await Promise.race([once(child.stdout, 'data'), closed]);
  await sleep(ms);
  child.kill('SIGKILL');
  await closed;
  expect(child.signalCode).toBe('SIGKILL');
  return out.slice(0, out.lastIndexOf('\n')).split('\n').slice(1).map(Number);
}

it('no acknowledged save is lost when the process is killed at any moment', { timeout: 600_000 }, async () => {
  const fresh = path.join(folder, 'fresh.lkvault');
  const made = await Vault.create(ports(fresh), {
    password: 'correct horse battery staple',
    entropy,
    settings: KDF_PRESETS.lowMemory,
  });
  expect(made.ok).toBe(true);
  const file = path.join(folder, 'v.lkvault');
  let acknowledged = 0;
  let torn = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // A new file now and then: the journal only grows.
    if (kill % 8 === 0) await copyFile(fresh, file);
    const saves = await saveUntilKilled(file, randomBelow(150));
    const highest = saves.at(-1) ?? 0;
    const opened = await Vault.open(ports(file), { entropy });
    if (!opened.ok) throw new Error(opened.code);
    const { vault } = opened;
    expect(['clean', 'torn_tail']).toContain(opened.class);
    expect(vault.records.size).toBeGreaterThanOrEqual(highest);
    for (let n = 1; n <= vault.records.size; n++) {
      // A record is as its own save left it, or as a later sixth save did, whole.
      const data = vault.records.get(idOf(n))?.data;
      const sixth = Math.ceil(n / 6) * 6;
      const wasEnlarged = sixth !== n && sixth - n <= 2 && sixth <= vault.records.size;
      expect(data?.['n']).toBe(wasEnlarged ? sixth : n);
      expect(data?.['text']).toHaveLength(wasEnlarged ? 700_000 : `save ${n}`.length);
    }
    acknowledged += saves.length;
    if (opened.class === 'torn_tail') torn++;
  }
  const last = await Vault.open(ports(file), { entropy });
  if (!last.ok) throw new Error(last.code);
  const next = last.vault.records.size + 1;
  const op = { op: 'put', id: idOf(next), type: 'note', v: 1, data: {} } as const;
  expect((await last.vault.commit([op])).ok).toBe(true);
  const again = await Vault.open(ports(file), { entropy });
  expect(again.ok && again.class).toBe('clean');
  expect(again.ok && again.vault.records.size).toBe(next);
  console.log(`kills while saving: ${KILLS}, ${acknowledged} saves acknowledged, ${torn} torn tails`);
});
