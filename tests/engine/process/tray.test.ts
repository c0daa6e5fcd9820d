import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleEngine, type EngineInProcess, startEngineProcess } from '../../support/engine-process.ts';
import { blankForm } from '../../support/session-world.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
let built: { readonly folder: string; readonly file: string };
let profile = '';
let engine: EngineInProcess;

beforeAll(async () => {
  built = await bundleEngine();
  profile = mkdtempSync(path.join(tmpdir(), 'latchkey-tray-'));
  engine = await startEngineProcess(built.file, profile);
  await engine.ask('vault.create', { name: 'Studio', password: 'copper tunnel hazard biology', cost: 'low' });
}, 120_000);

afterEach(() => engine.copied.splice(0));

afterAll(async () => {
  await engine.kill();
  for (const folder of [built.folder, profile]) rmSync(folder, { recursive: true, force: true });
});

async function pinned(title: string, username: string | null, withCode = true): Promise<string> {
  const { id } = await engine.ask('accounts.save', { ...blankForm, title, username });
  if (withCode) {
    const { pending } = await engine.ask('factors.read', { text: SEED });
    await engine.ask('factors.confirm', { account: id, pending, typed: null });
  }
  await engine.ask('accounts.pin', { id, before: null });
  return id;
}

/** Waits until so many names are told, and gives them. */
async function names(count: number): Promise<readonly string[]> {
  await vi.waitFor(() => {
    if (engine.pinned().length !== count) throw new Error(`${engine.pinned().length} names`);
  }, 5000);
  return engine.pinned();
}

describe('what the engine does for the tray', () => {
  it('tells pinned accounts that have a code, apart from each other, and no others', async () => {
    await pinned('Shopify', 'owner@harbour.example');
    expect(await names(1)).toEqual(['Shopify']);
    await pinned('Notes', null, false);
    const second = await pinned('Shopify', 'till@harbour.example');
    expect(await names(2)).toEqual(['Shopify, owner@harbour.example', 'Shopify, till@harbour.example']);
    await engine.ask('accounts.unpin', { id: second });
    expect(await names(1)).toEqual(['Shopify']);
  });

  it('copies a code as the page does, with an entry in the log', async () => {
    const id = await pinned('Etsy', null);
    const count = async (): Promise<number> => {
      const { rows } = await engine.ask('log.list', { account: id, offset: 0, limit: 50 });
      return rows.filter(({ what }) => what === 'code-copied').length;
    };
    const before = await count();
    engine.copyCode(id);
    await vi.waitFor(() => expect(engine.copied).toEqual(['code']), 5000);
    await vi.waitFor(async () => expect(await count()).toBe(before + 1), 5000);
  });

  it('copies nothing of an account that is not there or has no code', async () => {
    const id = await pinned('Plain', null, false);
    engine.copyCode(id);
    engine.copyCode('A'.repeat(22));
    await engine.ask('accounts.get', { id });
    expect(engine.copied).toEqual([]);
  });

  it('takes the names away before the vault is closed', async () => {
    expect(engine.pinned().length).toBeGreaterThan(0);
    await engine.quiesce();
    expect(engine.pinned()).toEqual([]);
  });
});
