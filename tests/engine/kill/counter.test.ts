import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hotpCode } from '../../../main/core/codes/hotp.ts';
import { utf8 } from '../../../main/core/bytes.ts';
import { toBase32 } from '../../../main/core/codes/base32.ts';
import { randomBelow } from '../../../main/core/crypto/sodium.ts';
import { bundleEngine, type EngineInProcess, startEngineProcess } from '../../support/engine-process.ts';
import { blankForm } from '../../support/session-world.ts';

const KILLS = process.env['SLOW'] === '1' ? 50 : 8;
const PASSWORD = 'copper tunnel hazard biology';
const SEED = utf8('12345678901234567890');
const settings = { alphabet: 'decimal', algorithm: 'sha1', digits: 6 } as const;

let built = { folder: '', file: '' };
let folder = '';

beforeAll(async () => {
  built = await bundleEngine();
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-counter-'));
});
afterAll(() => [built.folder, folder].forEach((one) => one !== '' && rmSync(one, { recursive: true, force: true })));

/** Takes one code after another, noting each, until the process is gone. */
async function takeUntilGone(engine: EngineInProcess, account: string, taken: number[]): Promise<void> {
  for (;;) {
    const reply = await engine.page.call('codes.next', { account });
    if (!reply.ok) return;
    expect(reply.value.code).toBe(hotpCode(SEED, settings, reply.value.counter));
    taken.push(reply.value.counter);
  }
}

it('uses no counter twice, whenever the engine is killed', { timeout: 300_000 }, async () => {
  let engine = await startEngineProcess(built.file, folder);
  await engine.ask('vault.create', { name: 'Maren', password: PASSWORD, cost: 'low' });
  const { id: account } = await engine.ask('accounts.save', blankForm);
  const { pending } = await engine.ask('factors.read', { text: `otpauth://hotp/Depot?secret=${toBase32(SEED)}` });
  await engine.ask('factors.confirm', { account, pending, typed: null });
  const taken: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const taking = takeUntilGone(engine, account, taken);
    await sleep(randomBelow(60));
    await engine.kill();
    await taking;
    engine = await startEngineProcess(built.file, folder);
    const { vaults } = await engine.ask('vaults.list', {});
    await engine.ask('vault.open', { vault: vaults[0]?.vault ?? '', password: PASSWORD });
  }
  const { factors } = await engine.ask('accounts.get', { id: account });
  await engine.kill();
  console.log(`${taken.length} codes taken over ${KILLS} kills`);
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken).toEqual(taken.toSorted((a, b) => a - b));
  expect(factors[0]?.authenticator?.counter).toBeGreaterThan(taken.at(-1) ?? 0);
});
