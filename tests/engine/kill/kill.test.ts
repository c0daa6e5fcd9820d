import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBelow } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { buildScript } from './build-script.ts';
import { entropy, idOf, oneSalt, passwordOf, rememberedKdf } from './saves.ts';

const KILLS = process.env['SLOW'] === '1' ? 200 : 30;
const LONG = { timeout: 900_000 };

let folder = '';
let script = '';
let fresh = '';

const ports = (file: string) => ({ file: new FileStore(file), kdf: rememberedKdf, random: oneSalt });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kill-'));
  script = await buildScript('tests/engine/kill/saver.ts');
  fresh = path.join(folder, 'fresh.latchkey');
  const made = await Vault.create(ports(fresh), { password: passwordOf(0), entropy, settings: KDF_PRESETS.lowMemory });
  if (!made.ok) throw new Error(made.code);
  // Large enough that copying and reading it back takes a while.
  const text = 'y'.repeat(10_000);
  for (let n = 1; n <= 10; n++) {
    const ops = Array.from(
      { length: 20 },
      (_, i) => ({ op: 'put', id: idOf(1e6 + 20 * n + i), type: 'old', v: 1, data: { text } }) as const,
    );
    expect((await made.vault.commit(ops)).ok).toBe(true);
  }
  await made.vault.close();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  if (script !== '') await rm(path.dirname(script), { recursive: true, force: true });
});

/** Runs the saver and kills it within `ms` of its first words; gives what it said was done. */
async function workUntilKilled(file: string, work: string, ms: number): Promise<{ saved: number; changed: number; said: number }> {
  const child = spawn(process.execPath, [script, file, work], { stdio: ['ignore', 'pipe', 'inherit'] });
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
  const lines = out.slice(0, out.lastIndexOf('\n')).split('\n');
  const last = (what: string): number => Number(lines.findLast((line) => line.startsWith(what))?.split(' ')[1] ?? 0);
  return { saved: last('saved'), changed: last('changed'), said: lines.length - 1 };
}

async function open(file: string): Promise<{ vault: Vault; read: string }> {
  const opened = await Vault.open(ports(file), { entropy });
  if (!opened.ok) throw new Error(opened.code);
  expect(['clean', 'torn_tail']).toContain(opened.class);
  return { vault: opened.vault, read: opened.class };
}

const OLD_RECORDS = 200;
const savesIn = (vault: Vault): number => vault.records.size - OLD_RECORDS;

describe('killed at any moment', () => {
  it('while saving: no acknowledged save is lost', LONG, async () => {
    const file = path.join(folder, 'save.latchkey');
    let said = 0;
    let torn = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      // A new file now and then: the journal only grows.
      if (kill % 8 === 0) await copyFile(fresh, file);
      const done = await workUntilKilled(file, 'save', randomBelow(150));
      const { vault, read } = await open(file);
      const saves = savesIn(vault);
      // The saver counts on from what it found, the old records among it.
      expect(saves + OLD_RECORDS).toBeGreaterThanOrEqual(done.saved);
      for (let n = OLD_RECORDS + 1; n <= OLD_RECORDS + saves; n++) {
        // A record is as its own save left it, or as a later sixth save did, whole.
        const data = vault.records.get(idOf(n))?.data;
        const sixth = Math.ceil(n / 6) * 6;
        const wasEnlarged = sixth !== n && sixth - n <= 2 && sixth <= OLD_RECORDS + saves;
        expect(data?.['n']).toBe(wasEnlarged ? sixth : n);
        expect(data?.['text']).toHaveLength(wasEnlarged ? 700_000 : `save ${n}`.length);
      }
      said += done.said;
      if (read === 'torn_tail') torn++;
    }
    const { vault } = await open(file);
    const saves = savesIn(vault);
    expect((await vault.commit([{ op: 'put', id: idOf(1), type: 'note', v: 1, data: {} }])).ok).toBe(true);
    expect(savesIn((await open(file)).vault)).toBe(saves + 1);
    console.log(`kills while saving: ${KILLS}, ${said} saves acknowledged, ${torn} torn tails`);
  });

  it.each(['compact', 'password'])('during a %s: the old file or the new one, whole', LONG, async (work) => {
    const place = path.join(folder, work);
    await mkdir(place);
    const file = path.join(place, 'v.latchkey');
    let said = 0;
    let left = 0;
    let between = 0;
    let password = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % 10 === 0) {
        await rm(place, { recursive: true });
        await mkdir(place);
        await copyFile(fresh, file);
        password = 0;
      }
      const done = await workUntilKilled(file, work, randomBelow(250));
      left += (await readdir(place)).filter((name) => name.includes('.tmp-')).length;
      const { vault } = await open(file);
      // Nothing of a replacement that was cut short stays behind once the file has been read.
      expect((await readdir(place)).filter((name) => /\.(?:tmp|bak)-/.test(name))).toEqual([]);
      const saves = savesIn(vault);
      expect(saves + OLD_RECORDS).toBeGreaterThanOrEqual(done.saved);
      for (let n = OLD_RECORDS + 1; n <= OLD_RECORDS + saves; n++) {
        expect(vault.records.get(idOf(n))?.data['text']).toBe(`save ${n}`);
      }
      if (work === 'password') {
        const fits = [await vault.isOpenedBy({ password: passwordOf(0) }), await vault.isOpenedBy({ password: passwordOf(1) })];
        expect(fits.filter((one) => one === true)).toHaveLength(1);
        const now = fits[0] === true ? 0 : 1;
        if (done.changed > 0) password = done.changed % 2;
        // Either the last one acknowledged, or the one under way, of which nobody was told.
        if (now !== password) {
          between++;
          expect(saves + OLD_RECORDS).toBeGreaterThan(done.changed);
        }
        password = now;
      }
      said += done.said;
      expect(
        (
          await vault.commit([
            { op: 'put', id: idOf(OLD_RECORDS + saves + 1), type: 'note', v: 1, data: { text: `save ${OLD_RECORDS + saves + 1}` } },
          ])
        ).ok,
      ).toBe(true);
      await vault.close();
    }
    console.log(
      `kills during ${work}: ${KILLS}, ${said} acknowledged, ${left} unfinished files cleared, ${between} already changed`,
    );
  });
});
