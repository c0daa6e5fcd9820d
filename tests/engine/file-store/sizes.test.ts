import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import type { Op } from '../../../main/core/vault/operations.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { AnchorFiles } from '../../../main/engine/anchor-store.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { idOf, memoKdf, SLOW } from '../../core/vault/support.ts';

const SIZES = SLOW ? [1, 100, 10_000, 100_000] : [1, 100, 10_000];
const SAVES = 40;
const entropy = new Uint8Array(32).fill(1);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sizes-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const sealed = { ver: 1, sealed: 'mZc2RaNm6Xxc-XEn1ySGl-o7_GU_00TsGB5nsO65Igwlewv8HCNx4xemrAabcd' };
const account = (n: number): Op => ({
  op: 'put',
  id: idOf(n),
  type: 'account',
  v: 1,
  data: {
    client: idOf(n % 40),
    platform: 'instagram',
    title: `Account ${n}`,
    username: `person${n}@example.com`,
    address: `https://www.example.com/login/${n}`,
    password: sealed,
    notes: { ver: 1, sealed: 'N'.repeat(320) },
    factors: [{ id: idOf(n), kind: 'authenticator', digits: 6, period: 30, seed: sealed }],
    tags: ['shop', 'ads'],
  },
});

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed<R>(work: () => Promise<R>): Promise<[number, R]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

async function measure(size: number) {
  const file = path.join(folder, `${size}.latchkey`);
  const ports = () => ({ file: new FileStore(file), kdf: memoKdf, random: randomBytes, anchors: new AnchorFiles(folder) });
  const made = await Vault.create(ports(), {
    password: 'correct horse battery staple',
    entropy,
    settings: KDF_PRESETS.lowMemory,
  });
  if (!made.ok) throw new Error(made.code);
  for (let n = 1; n <= size; n += 500) {
    const ops = Array.from({ length: Math.min(500, size - n + 1) }, (_, i) => account(n + i));
    expect((await made.vault.commit(ops)).ok).toBe(true);
  }
  const [compact, compacted] = await timed(() => made.vault.compact());
  expect(compacted.ok).toBe(true);
  await made.vault.close();
  const opens: number[] = [];
  for (let i = 0; i < 3; i++) {
    const [open, opened] = await timed(() => Vault.open(ports(), { entropy }));
    if (!opened.ok || opened.class !== 'clean') throw new Error('does not open');
    expect(opened.vault.records.size).toBe(size);
    opens.push(open);
    await opened.vault.close();
  }
  const opened = await Vault.open(ports(), { entropy });
  if (!opened.ok) throw new Error(opened.code);
  const saves: number[] = [];
  for (let n = 0; n < SAVES; n++) saves.push((await timed(() => opened.vault.commit([account((n % size) + 1)])))[0]);
  const [dead] = await timed(async () => opened.vault.deadBytes);
  const [password, changed] = await timed(() =>
    opened.vault.changePassword('another long and good password', KDF_PRESETS.lowMemory),
  );
  expect(changed.ok).toBe(true);
  await opened.vault.close();
  return { size, open: Math.min(...opens), save: median(saves), compact, password, dead, bytes: (await stat(file)).size };
}

it('opens, saves, compacts and changes the password at every size', { timeout: 600_000 }, async () => {
  const rows: Awaited<ReturnType<typeof measure>>[] = [];
  for (const size of SIZES) rows.push(await measure(size));
  for (const { size, open, save, compact, password, dead, bytes } of rows) {
    console.log(
      `${size} records, ${(bytes / 2 ** 20).toFixed(1)} MiB: open ${open.toFixed(1)} ms, save ${save.toFixed(2)} ms, ` +
        `compact ${compact.toFixed(0)} ms, password ${password.toFixed(0)} ms with its KDF, dead bytes first counted ${dead.toFixed(0)} ms`,
    );
  }
  const of = (size: number) => rows.find((row) => row.size === size);
  // Loose, for busy machines; what is measured is printed.
  expect(of(10_000)?.open).toBeLessThan(5_000);
  expect(of(10_000)?.save).toBeLessThan(5 * (of(100)?.save ?? 0) + 50);
});
