import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { introduce, makeVault, startEngine, type TestClock, type TestEngine } from '../support/engine-world.ts';

const DAY = 86_400;
const START = Date.UTC(2026, 10, 25, 7) / 1000;
const PASSWORD = 'Tr7&mel04-Quay';
const NOTES = 'Two phones are on this account';
const BACKUP = '4971 9013';
const wanted = { side: 'given', state: 'all', client: null, person: null, account: null, query: '' } as const;
const zone = 'Europe/Berlin';

describe('what is written of the ledger', () => {
  const clock: TestClock = { now: START };
  let engine: TestEngine;
  let client = '';

  beforeAll(async () => {
    engine = await startEngine(clock);
    const other = await startEngine(clock);
    await makeVault(engine, 'Maren Voss', 'copper tunnel hazard biology');
    await makeVault(other, 'Tomás Reyes', 'orbit lemon saddle harvest');
    const { a: contact } = await introduce(engine, other);
    client = (await engine.ask('clients.save', { name: 'Harbour Bakery', colour: 1, notes: null, archived: false })).id;
    const { id: account } = await engine.ask('accounts.save', {
      ...{ client, platform: 'tiktok', kind: 'personal', title: 'TikTok', username: '@harbourbakery', recoveryMail: null },
      ...{ recoveryPhone: null, address: null, tags: [], owner: null, password: PASSWORD, notes: NOTES, backupCodes: [BACKUP] },
    });
    await engine.ask('handoff.seal', {
      draft: {
        ...{ account, contact, password: true, backupCodes: true, liveCodes: false, windows: { kind: 'none' } },
        ...{ lastDay: '2026-11-30', untilMinute: 1440, zone, level: null, rules: [], device: null, note: null },
      },
      sendUnverified: false,
    });
    clock.now = START + 10 * DAY;
    await engine.keeper.session?.sweep();
  });

  const token = (name: string, key = 't'.repeat(22)): { readonly token: string; readonly file: string } => {
    const file = path.join(engine.folder, name);
    engine.tokens.set(key, file);
    return { token: key, file };
  };
  const logged = async (): Promise<string[]> =>
    (await engine.ask('log.list', { offset: 0, limit: 200 })).rows.map(({ what }) => what);

  it('is a table, a page and a certificate, each saved once by its token and noted in the log', async () => {
    const table = token('ledger.csv');
    await engine.ask('ledger.saveTable', { ...wanted, zone, token: table.token });
    expect(readFileSync(table.file, 'utf8')).toMatch(
      /^\ufeffAccount,.*\r\nTikTok,TikTok,'@harbourbakery,,Harbour Bakery,Tomás Reyes,/,
    );
    expect((await logged())[0]).toBe('report-made');
    const page = token('ledger.html');
    await engine.ask('ledger.saveReport', { ...wanted, zone, token: page.token });
    expect(readFileSync(page.file, 'utf8')).toContain('Exposed: 1 loan');
    const certificate = token('certificate.html');
    await engine.ask('ledger.saveCertificate', { client, zone, token: certificate.token });
    expect(readFileSync(certificate.file, 'utf8')).toContain('1 of 1 loan not closed');
    expect((await logged())[0]).toBe('certificate-made');
    for (const { file } of [table, page, certificate]) {
      const text = readFileSync(file, 'utf8');
      for (const secret of [PASSWORD, NOTES, BACKUP, '4971']) expect(text).not.toContain(secret);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  });

  it('is refused for a token that was used, and for a client that is not there, and then nothing is logged', async () => {
    const before = await logged();
    expect(await engine.refusal('ledger.saveTable', { ...wanted, zone, token: 't'.repeat(22) })).toBe('expired_token');
    const fresh = token('never.html', 'u'.repeat(22));
    expect(await engine.refusal('ledger.saveCertificate', { client: 'A'.repeat(22), zone, token: fresh.token })).toBe('not_found');
    expect(() => statSync(fresh.file)).toThrow();
    expect(await logged()).toEqual(before);
  });

  it('counts what is over and exposed for the window’s frame', async () => {
    expect((await engine.ask('vault.state', {})).open?.exposedLoans).toBe(1);
    const { totals, rows } = await engine.ask('ledger.list', { ...wanted, offset: 0, limit: 200 });
    expect(totals.exposed).toBe(1);
    expect(rows[0]?.exposed.map(({ secret }) => secret).toSorted()).toEqual(['backup_codes', 'password']);
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
    expect(engine.bugs).toEqual([]);
  });
});
