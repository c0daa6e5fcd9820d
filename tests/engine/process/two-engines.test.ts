import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleEngine, type EngineInProcess, startEngineProcess } from '../../support/engine-process.ts';
import { blankForm } from '../../support/session-world.ts';

const SAVES = process.env['SLOW'] === '1' ? 500 : 60;
const PASSWORD = 'copper tunnel hazard biology';

let programs = { folder: '', file: '' };
let folder = '';
const running: EngineInProcess[] = [];

beforeAll(async () => {
  programs = await bundleEngine();
}, 120_000);
afterAll(() => rmSync(programs.folder, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-two-'));
});
afterEach(async () => {
  for (const engine of running.splice(0)) await engine.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EngineInProcess> {
  const engine = await startEngineProcess(programs.file, folder);
  running.push(engine);
  return engine;
}

const save = (engine: EngineInProcess, title: string) => engine.refusal('accounts.save', { ...blankForm, title });
const state = async (engine: EngineInProcess) => (await engine.ask('vault.state', {})).open;

async function unlock(engine: EngineInProcess): Promise<string> {
  const vault = (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
  return (await engine.ask('vault.open', { vault, password: PASSWORD })).read;
}

async function titles(engine: EngineInProcess): Promise<Set<string>> {
  const out = new Set<string>();
  for (let total = Infinity, offset = 0; offset < total; offset += 200) {
    const page = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset, limit: 200 });
    total = page.total;
    for (const { title } of page.rows) out.add(title);
  }
  return out;
}

/** Waits until an engine shows so many accounts, as it does by itself after a look at the file. */
async function shows(engine: EngineInProcess, count: number): Promise<void> {
  const until = performance.now() + 15_000;
  while ((await state(engine))?.accounts !== count && performance.now() < until) await sleep(50);
  expect((await state(engine))?.accounts).toBe(count);
}

describe('two engines on one vault', { timeout: 600_000 }, () => {
  it('one writes, the other is read-only and follows; each has its turn, and no save is lost', async () => {
    const first = await start();
    await first.ask('vault.create', { name: 'Studio', password: PASSWORD, cost: 'low' });
    const second = await start();
    expect(await unlock(second)).toBe('clean');
    const saved: string[] = [];
    const inTurn = async (writer: EngineInProcess, reader: EngineInProcess, name: string): Promise<void> => {
      expect(await state(writer)).toMatchObject({ readOnly: null });
      expect(await state(reader)).toMatchObject({ readOnly: 'in_use', holder: { where: 'here' } });
      for (let n = 0; n < SAVES; n++) {
        const [done, refused] = await Promise.all([save(writer, `${name} ${n}`), save(reader, `Never ${n}`)]);
        expect([done, refused]).toEqual([null, 'vault_in_use']);
        saved.push(`${name} ${n}`);
      }
      await shows(reader, saved.length);
      expect(await reader.refusal('vault.takeOver', { override: true })).toBe('vault_in_use');
    };
    await inTurn(first, second, 'First');

    // Killed, not closed: its lock file stays, and counts for nothing.
    await first.kill();
    expect(existsSync(path.join(folder, 'studio.latchkey.lock'))).toBe(true);
    const until = performance.now() + 10_000;
    while ((await state(second))?.holder !== null && performance.now() < until) await sleep(50);
    expect(await state(second)).toMatchObject({ readOnly: 'in_use', holder: null });
    await second.ask('vault.takeOver', { override: false });
    const third = await start();
    expect(await unlock(third)).toBe('clean');
    await inTurn(second, third, 'Second');

    // Stopped in order: its lock file goes with it.
    await second.quiesce();
    expect(existsSync(path.join(folder, 'studio.latchkey.lock'))).toBe(false);
    await third.ask('vault.takeOver', { override: false });
    expect(await save(third, 'Last')).toBeNull();
    expect(await titles(third)).toEqual(new Set([...saved, 'Last']));
    expect((await third.ask('log.verify', {})).bad).toBeNull();
    expect((await third.ask('vault.check', {})).fault).toBeNull();
    await third.quiesce();
    const fourth = await start();
    expect(await unlock(fourth)).toBe('clean');
    expect(await titles(fourth)).toEqual(new Set([...saved, 'Last']));
    console.log(`saves of two engines in turn: ${saved.length}, each beside one refused; none lost`);
  });

  it('of two that open it in the same moment exactly one writes', async () => {
    const maker = await start();
    await maker.ask('vault.create', { name: 'Studio', password: PASSWORD, cost: 'low' });
    await maker.kill();
    const both = [await start(), await start()] as const;
    await Promise.all(both.map(unlock));
    const reasons = await Promise.all(both.map(async (engine) => (await state(engine))?.readOnly ?? null));
    expect(new Set(reasons)).toEqual(new Set(['in_use', null]));
    const refused = await Promise.all(both.map((engine, n) => save(engine, `Account ${n}`)));
    expect(new Set(refused)).toEqual(new Set([null, 'vault_in_use']));
  });

  it('the one that is told to stop with a change unsaved keeps it, and the next one gives it back', async () => {
    const first = await start();
    await first.ask('vault.create', { name: 'Studio', password: PASSWORD, cost: 'low' });
    const file = path.join(folder, 'studio.latchkey');
    const before = readFileSync(file);
    rmSync(file);
    expect(await save(first, 'Kept')).toBe('vault_missing');
    await first.quiesce();
    writeFileSync(file, before, { mode: 0o600 });
    const next = await start();
    await unlock(next);
    expect((await next.ask('rescue.state', {})).rescue?.changes).toBe(1);
    await next.ask('rescue.restore', {});
    expect(await titles(next)).toEqual(new Set(['Kept']));
    expect(
      readdirSync(path.join(folder, 'rescue'), { recursive: true }).filter((name) => String(name).endsWith('.latchkey')),
    ).toEqual([]);
  });
});
