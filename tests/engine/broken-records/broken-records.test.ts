import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { opText } from '../../../main/core/vault/operations.ts';
import type { VaultRecord } from '../../../main/core/vault/record.ts';
import type { Vault } from '../../../main/core/vault/vault.ts';
import type { TestEngine } from '../../support/engine-world.ts';
import { copyOf, damage, damaged } from './damage.ts';
import { fullVault, PASSWORD, SECRET } from './full-vault.ts';
import { readAll } from './read-all.ts';

const SLOW = process.env['SLOW'] === '1';
const RUNS = SLOW ? 500 : 60;
const page = { offset: 0, limit: 200 };

describe('a vault with a record that is broken', { timeout: SLOW ? 900_000 : 120_000 }, () => {
  const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
  let engine: TestEngine;
  let originals: VaultRecord[] = [];

  beforeAll(async () => {
    engine = await fullVault(clock);
    originals = [...vault().records.values()].map((record) => copyOf(record));
  });

  const vault = (): Vault => {
    const session = engine.keeper.session;
    if (session === null) throw new Error('the vault is open');
    return session.vault;
  };
  const text = (record: VaultRecord): string => opText({ op: 'put', ...copyOf(record) });
  const put = async (record: VaultRecord): Promise<void> => {
    expect((await vault().commit([{ op: 'put', ...copyOf(record) }])).ok).toBe(true);
  };
  /** As at a lock and an unlock: read again from the file, through the real door. */
  const reopen = async (): Promise<void> => {
    await engine.keeper.close();
    const { vaults } = await engine.ask('vaults.list', {});
    expect(await engine.ask('vault.open', { vault: vaults[0]?.vault ?? '', password: PASSWORD })).toEqual({ read: 'clean' });
  };
  /** The vault as it was made, whatever the case before it left. */
  const restore = async (): Promise<void> => {
    const now = vault().records;
    const back = originals.filter((record) => text(record) !== text(now.get(record.id) ?? record) || !now.has(record.id));
    const extra = [...now.keys()].filter((id) => !originals.some((record) => record.id === id));
    const ops = [
      ...back.map((record) => ({ op: 'put' as const, ...copyOf(record) })),
      ...extra.map((id) => ({ op: 'del' as const, id })),
    ];
    if (ops.length > 0) expect((await vault().commit(ops)).ok).toBe(true);
    await engine.keeper.close();
  };

  /** Puts a broken record in, opens the vault anew and looks at everything; gives how many records are set aside. */
  const opensWith = async (record: VaultRecord, broken: VaultRecord): Promise<number> => {
    await put(broken);
    const before = new Map([...vault().records].map(([id, one]) => [id, text(one)]));
    await reopen();
    // Opening notes itself, and ends what is over; nothing else was asked for.
    const { records } = vault();
    const touched = [...before].filter(([id, was]) => text(records.get(id) ?? broken) !== was).map(([id]) => id);
    const types = new Set(touched.map((id) => records.get(id)?.type));
    for (const one of ['account', 'contact', 'client', 'identity', 'audit', 'device']) {
      expect(types.has(one), `${one} changed by opening`).toBe(false);
    }
    for (const aside of engine.keeper.session?.book.aside() ?? []) expect(text(aside)).toBe(text(broken));
    engine.bugs.length = 0;
    expect(await readAll(engine), `${text(record)} became ${text(broken)}; ${engine.bugs.join('; ')}`).toEqual([]);
    expect(engine.bugs).toEqual([]);
    const { total, rows } = await engine.ask('aside.list', page);
    for (const row of rows) expect(row.id).toBe(record.id);
    return total;
  };

  it('opens, shows every list, and leaves every other record as it was', async () => {
    const types = [...new Set(originals.map(({ type }) => type))];
    const counts = { cases: 0, aside: 0 };
    const target = fc.record({ type: fc.constantFrom(...types), at: fc.double({ min: 0, max: 0.999, noNaN: true }) });
    await fc.assert(
      fc.asyncProperty(target, damage, async ({ type, at }, done) => {
        if (engine.keeper.session === null) await reopen();
        const ofType = originals.filter((record) => record.type === type);
        const record = ofType[Math.floor(at * ofType.length)];
        if (record === undefined) throw new Error('a type of the vault');
        try {
          const total = await opensWith(record, damaged(record, done));
          counts.cases += 1;
          counts.aside += total;
        } finally {
          await restore();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    console.log(`E5, broken records: ${types.length} types, ${counts.cases} cases, ${counts.aside} set aside`);
    expect(counts.aside).toBeGreaterThan(counts.cases / 8);
  });

  it('takes changes as before', async () => {
    if (engine.keeper.session === null) await reopen();
    const account = originals.find(({ type }) => type === 'account');
    if (account === undefined) throw new Error('an account');
    await put({ ...copyOf(account), data: { ...account.data, title: '' } });
    await reopen();
    const saved = await engine.ask('clients.save', { name: 'Another', colour: 2, notes: null, archived: false });
    await reopen();
    expect((await engine.ask('clients.list', {})).clients.map(({ id }) => id)).toContain(saved.id);
    expect(vault().records.get(account.id)?.data['title']).toBe('');
    await engine.ask('vault.compact', {});
    await reopen();
    expect(text(vault().records.get(account.id) ?? account)).toBe(
      text({ ...copyOf(account), data: { ...account.data, title: '' } }),
    );
    await restore();
  });

  it('tells of each type what it is, and gives support nothing of what is in it', async () => {
    const types = [...new Set(originals.map(({ type }) => type))];
    for (const type of types) {
      if (engine.keeper.session === null) await reopen();
      const record = originals.find((one) => one.type === type);
      if (record === undefined) throw new Error('a record of the type');
      const broken = { ...copyOf(record), data: { ...record.data, secret_added: SECRET } };
      await put(broken);
      await reopen();
      const { rows } = await engine.ask('aside.list', page);
      expect(rows.map(({ id, why, field }) => [id, why, field])).toEqual([[record.id, 'unknown_field', null]]);
      engine.copied.length = 0;
      await engine.ask('aside.copy', { id: record.id });
      const copied = engine.copied[0]?.text ?? '';
      expect(copied).toContain(`Type: ${type}, version 1`);
      const strings = leaves(broken.data).filter((leaf) => leaf.length > 3);
      for (const leaf of strings) expect(copied.includes(leaf), `${type} gives away ${leaf.length} characters`).toBe(false);
      expect(JSON.stringify(rows)).not.toContain(SECRET);
      await restore();
    }
  });
});

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
