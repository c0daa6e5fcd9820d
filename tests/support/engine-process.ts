import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NodeEngine } from '../../main/shell/node-engine.ts';
import type { CallName, Params, Result } from '../../shared/contract.ts';
import type { EngineContract } from '../../shared/contracts/engine.ts';
import { hostContract } from '../../shared/contracts/host.ts';
import { type Client, createClient } from '../../shared/wire/client.ts';
import { serve } from '../../shared/wire/serve.ts';
import { bundleProgram } from './bundle.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Bundles the engine's programs into a folder of their own; gives the engine's file. */
export async function bundleEngine(): Promise<{ folder: string; file: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-engine-'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  const file = await bundleProgram(path.join(ROOT, 'main/engine/main.ts'), folder, 'engine.js');
  await bundleProgram(path.join(ROOT, 'main/engine/kdf-worker.ts'), folder, 'kdf.js');
  await bundleProgram(path.join(ROOT, 'main/engine/picture-reader.ts'), folder, 'pictures.js');
  return { folder, file };
}

/** The real engine in a process of its own, behind a shell that has a folder and nothing else. */
export interface EngineInProcess {
  readonly page: Client<EngineContract>;
  /** The result of a call; throws with the code when it is refused. */
  ask<N extends CallName<EngineContract>>(name: N, params: Params<EngineContract, N>): Promise<Result<EngineContract, N>>;
  /** The code a call is refused with; null when it is not. */
  refusal<N extends CallName<EngineContract>>(name: N, params: Params<EngineContract, N>): Promise<string | null>;
  /** What was copied, by its name, oldest first. */
  readonly copied: string[];
  /** The names told for the tray, last. */
  readonly pinned: () => readonly string[];
  /** Has an account's code copied, as the tray does. */
  copyCode(account: string): void;
  /** Kills the process; resolves when it is gone. */
  kill(): Promise<void>;
  /** Orders it to stop; resolves when it is gone. */
  quiesce(): Promise<void>;
}

/** Starts one on a folder for vaults and app alike; resolves when it answers. */
export async function startEngineProcess(file: string, folder: string): Promise<EngineInProcess> {
  const engine = new NodeEngine(file);
  let isReady = false;
  let pinned: readonly string[] = [];
  const copied: string[] = [];
  const none = () => ({ outcome: 'absent' as const });
  const host = serve(
    hostContract,
    {
      'host.ready': () => {
        isReady = true;
        return { profile: folder, documents: folder, clockOffset: 0, version: '0.1.0', language: 'en' as const };
      },
      'host.pong': () => ({}),
      'host.quiesced': () => ({}),
      'host.vault': () => ({}),
      'host.digest': () => ({}),
      'host.notice': () => ({}),
      'host.pinned': ({ items }) => {
        pinned = items.map(({ name }) => name);
        return {};
      },
      'secrets.confirm': () => ({ goOn: true }),
      'files.redeem': () => ({ refused: 'expired_token' }),
      'pictures.start': () => ({ refused: 'capability_missing' }),
      'pictures.end': () => ({}),
      'clipboard.copy': ({ what }) => {
        copied.push(what);
        return { until: null };
      },
      ...{ 'keychain.get': none, 'keychain.set': none, 'keychain.delete': none },
    },
    engine.port,
    { allows: () => true, onBug: () => undefined },
  );
  const page = createClient<EngineContract>(engine.page);
  while (!isReady) await sleep(5);
  while (!(await Promise.race([page.call('vaults.list', {}).then(({ ok }) => ok), sleep(50)])));
  return {
    page,
    async ask(name, params) {
      const reply = await page.call(name, params);
      if (!reply.ok) throw new Error(`${name} refused: ${reply.code}`);
      return reply.value;
    },
    async refusal(name, params) {
      const reply = await page.call(name, params);
      return reply.ok ? null : reply.code;
    },
    copied,
    pinned: () => pinned,
    copyCode: (account) => host.emit('copyCode', { account }),
    async kill() {
      engine.kill();
      await engine.exited;
      page.end();
    },
    async quiesce() {
      host.emit('quiesce', {});
      await engine.exited;
      page.end();
    },
  };
}
