import { beforeAll, describe, expect, it } from 'vitest';
import type { CallName } from '../../shared/contract.ts';
import { type EngineContract, engineContract } from '../../shared/contracts/engine.ts';
import { makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

const calls = Object.keys(engineContract.calls) as CallName<EngineContract>[];

const HOSTILE: readonly unknown[] = [
  null,
  0,
  'text',
  [],
  { extra: 1 },
  { id: 1 },
  { id: '../../etc/passwd' },
  JSON.parse('{"__proto__": {"polluted": true}}'),
  { id: 'A'.repeat(22), extra: true },
  { text: 'x'.repeat(900_000) },
  { source: { path: '/etc/passwd' } },
  { offset: -1, limit: 1e9 },
  { draft: { account: {} } },
];

describe('the engine behind its door', () => {
  let engine: TestEngine;
  let locked: TestEngine;

  beforeAll(async () => {
    engine = await startEngine({ now: 1_800_000_000 });
    locked = await startEngine({ now: 1_800_000_000 });
    await makeVault(engine, 'Studio', 'copper tunnel hazard biology');
  });

  it('answers every hostile parameter of every call with a code, and stays as it was', async () => {
    const before = engine.keeper.session?.vault.position.seq;
    let refused = 0;
    const taken: string[] = [];
    for (const name of calls) {
      for (const params of HOSTILE) {
        const reply = await engine.client.call(name, params as never);
        if (reply.ok) taken.push(name);
        else refused++;
        if (!reply.ok) expect(['bad_params', 'wrong_state', 'not_found', 'busy']).toContain(reply.code);
      }
    }
    console.log(`door: ${calls.length} calls, ${HOSTILE.length} hostile parameters each, ${refused} refused`);
    expect(taken).toEqual([]);
    expect(engine.bugs).toEqual([]);
    expect(engine.keeper.session?.vault.position.seq).toBe(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('lets no call that needs an open vault through while there is none', async () => {
    for (const name of calls.filter((call) => engineContract.calls[call].when === 'open')) {
      const reply = await locked.client.call(name, {} as never);
      expect(reply).toEqual({ ok: false, code: 'wrong_state' });
    }
  });

  it('has no call that lists several secrets, takes a path, or exports', () => {
    const words = JSON.stringify(calls);
    expect(words).not.toMatch(/export|path|eval|secrets|seed/i);
  });
});
