import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isErrorCode } from '../../../shared/errors.ts';
import { makeVault, startEngine, type TestEngine } from '../../support/engine-world.ts';
import { blankForm } from '../../support/session-world.ts';
import { faultyDisk } from '../file-store/faulty-disk.ts';

const SLOW = process.env['SLOW'] === '1';
const CODES = ['EIO', 'ENOSPC', 'EPERM', 'EBUSY', 'EROFS'];
const PASSWORD = 'copper tunnel hazard biology';
const FRESH = 'orbit lemon saddle harvest';
const account = (title: string) => ({ ...blankForm, title, password: `password of ${title}` });
const clock = { now: 1_790_000_000 };

let base = '';
let source = '';

beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'latchkey-nth-'));
  const engine = await startEngine(clock, base);
  await makeVault(engine, 'Source', PASSWORD);
  await engine.ask('accounts.save', account('TikTok'));
  await engine.keeper.close();
  source = path.join(base, 'source.latchkey');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Scenario {
  readonly name: string;
  /** Whether the disk begins to fail before the vault is opened. */
  readonly fromOpening?: boolean;
  /** Gives the code it is refused with, null when it was done. */
  readonly run: (engine: TestEngine) => Promise<string | null>;
  /** What must hold after it, in an engine of its own whose disk works. */
  readonly check?: (of: { readonly refused: string | null; readonly engine: TestEngine }) => Promise<void>;
}

const scenarios: readonly Scenario[] = [
  {
    name: 'opening',
    fromOpening: true,
    run: async (engine) => engine.refusal('vault.open', { vault: await idIn(engine), password: PASSWORD }),
  },
  {
    name: 'a save',
    run: (engine) => engine.refusal('accounts.save', account('Saved')),
    check: async ({ refused, engine }) => {
      const before = await titles(engine);
      if (refused === null) return expect(before).toContain('Saved');
      // Not on disk under its name, then: sealed beside it.
      expect(before).not.toContain('Saved');
      const { rescue } = await engine.ask('rescue.state', {});
      if (rescue === null) throw new Error('a change that was lost');
      expect(rescue.changes).toBe(1);
      await engine.ask('rescue.restore', {});
      expect(await titles(engine)).toContain('Saved');
    },
  },
  {
    name: 'a save, and trying again',
    run: async (engine) => {
      const refused = await engine.refusal('accounts.save', account('Saved'));
      return refused === null ? null : engine.refusal('vault.retry', {});
    },
    check: async ({ refused, engine }) => {
      if (refused !== null) await engine.ask('rescue.restore', {});
      expect(await titles(engine)).toContain('Saved');
    },
  },
  {
    name: 'another password',
    run: (engine) => engine.refusal('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' }),
  },
  { name: 'a compaction', run: (engine) => engine.refusal('vault.compact', {}) },
  {
    name: 'a backup',
    run: (engine) => engine.refusal('backups.make', {}),
    check: async ({ refused, engine }) => {
      const { backups } = await engine.ask('vault.health', {});
      if (refused === null) expect(backups).toHaveLength(1);
      expect(backups.every(({ records }) => records > 0)).toBe(true);
    },
  },
  {
    name: 'a lock',
    run: async (engine) => {
      await engine.keeper.close();
      return null;
    },
  },
];

async function idIn(engine: TestEngine): Promise<string> {
  return (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
}

async function titles(engine: TestEngine): Promise<string[]> {
  const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 50 });
  return rows.map(({ title }) => title);
}

/** A fresh copy of the vault, and of the list that names it. */
function place(): { folder: string; profile: string; file: string } {
  const folder = mkdtempSync(path.join(base, 'place-'));
  const profile = path.join(folder, 'profile');
  const file = path.join(folder, 'v.latchkey');
  copyFileSync(source, file);
  return { folder, profile, file };
}

/** Adds the file to an engine's list by a token, as the shell would. */
async function add(engine: TestEngine, file: string): Promise<string> {
  engine.tokens.set('A'.repeat(22), file);
  return (await engine.ask('vaults.add', { token: 'A'.repeat(22) })).vault;
}

/** Runs a scenario on a disk whose n-th call fails, and checks what is left. Gives how many calls there were. */
async function runOn({ name, fromOpening = false, run, check }: Scenario, n: number, code: string): Promise<number> {
  const { folder, profile, file } = place();
  let armed = fromOpening;
  let made = 0;
  let failed = '';
  const disk = faultyDisk((call) => {
    if (!armed || ++made !== n) return null;
    failed = call;
    return code;
  });
  const engine = await startEngine(clock, folder, { profile, disk });
  const vault = await add(engine, file);
  if (!fromOpening) await engine.ask('vault.open', { vault, password: PASSWORD });
  armed = true;
  const refused = await run(engine);
  const calls = made;
  const told = `${name}, call ${n} of ${calls} (${failed}) ${code}: ${refused}`;
  const state = (await engine.ask('vault.state', {})).open;
  if (refused !== null) expect(isErrorCode(refused), told).toBe(true);
  expect(refused, told).not.toBe('bug');
  if (name === 'a save') expect(state?.readOnly === null, told).toBe(refused === null);
  if (name === 'a save' && refused !== null) expect(state?.unsaved, told).toBe(1);
  if (state !== null) expect(await titles(engine), told).toContain('TikTok');
  await engine.keeper.close();
  expect(engine.bugs, told).toEqual([]);
  // One lock file at most is left, and only where its removal was what failed.
  if (existsSync(`${file}.lock`)) rmSync(`${file}.lock`);
  const after = await startEngine(clock, folder, { profile });
  const opened = await after.client.call('vault.open', { vault: await idIn(after), password: PASSWORD });
  if (opened.ok) expect(['clean', 'repaired'], told).toContain(opened.value.read);
  else {
    expect(name, told).toBe('another password');
    await after.ask('vault.open', { vault: await idIn(after), password: FRESH });
  }
  if (name === 'another password' && refused === null) expect(opened.ok, told).toBe(false);
  expect((await after.ask('vault.state', {})).open, told).toMatchObject({ readOnly: null });
  expect(await titles(after), told).toContain('TikTok');
  expect((await after.ask('log.verify', {})).bad, told).toBeNull();
  expect((await after.ask('vault.check', {})).fault, told).toBeNull();
  await check?.({ refused, engine: after });
  await after.ask('accounts.save', account('Goes on'));
  await after.keeper.close();
  expect(after.bugs, told).toEqual([]);
  const rest = readdirSync(folder).filter((one) => !/^(?:profile|v\.latchkey(?:\.bak|\.torn-[0-9a-f]{8})?)$/.test(one));
  expect(rest, told).toEqual([]);
  rmSync(folder, { recursive: true });
  return calls;
}

let cases = 0;

describe('when the n-th call of the disk fails, for every n, through the whole engine', () => {
  it.each(scenarios)(
    '$name: nothing is lost, what is said is true, and the next opening is well',
    { timeout: 900_000 },
    async (scenario) => {
      const calls = await runOn(scenario, 0, '');
      expect(calls).toBeGreaterThan(0);
      for (let n = 1; n <= calls; n++) {
        for (const code of SLOW ? CODES : [CODES[n % CODES.length] ?? 'EIO']) {
          await runOn(scenario, n, code);
          cases++;
        }
      }
    },
  );

  it('makes at least 100 cases', () => {
    console.log(`calls of the engine’s disk made to fail: ${cases}`);
    expect(cases).toBeGreaterThanOrEqual(100);
  });
});
