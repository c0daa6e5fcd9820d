import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Maintenance } from '../../main/engine/maintenance.ts';
import { introduce, makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

const PASSWORD = 'copper tunnel hazard biology';
const FRESH = 'orbit lemon saddle harvest';
const DAY = 86_400;

const account = (title: string) => ({
  client: null,
  platform: 'tiktok',
  kind: 'personal' as const,
  title,
  username: null,
  recoveryMail: null,
  recoveryPhone: null,
  address: null,
  tags: [],
  owner: null,
  password: `password of ${title}`,
});

describe('a vault kept safe', () => {
  const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
  let engine: TestEngine;
  let words: string[] = [];
  let file = '';
  let id = '';

  /** The engine ends as at a lock, and a fresh one stands on the same folder. */
  const lock = async (): Promise<string> => {
    await engine.keeper.close();
    const { items } = engine.keychain;
    engine = await startEngine(clock, engine.folder);
    for (const [vault, secret] of items) engine.keychain.items.set(vault, secret);
    return (await engine.ask('vaults.list', {})).vaults[0]?.vault ?? '';
  };
  const password = async () => (await engine.ask('accounts.reveal', { id, field: 'password' })).text;

  /** A login is lent for a day, taken up, and in a backup. Gives that backup’s id. */
  const lentAndBackedUp = async (): Promise<string> => {
    const lender = await startEngine(clock);
    await makeVault(lender, 'Lender', PASSWORD);
    const contacts = await introduce(lender, engine);
    const lent = (await lender.ask('accounts.save', account('Lent'))).id;
    const draft = {
      account: lent,
      contact: contacts.a,
      password: true,
      backupCodes: false,
      liveCodes: false,
      windows: { kind: 'none' as const },
      lastDay: '2026-11-25',
      untilMinute: 1440,
      zone: 'Europe/Berlin',
      level: null,
      rules: [],
      device: null,
      note: null,
    };
    const { sealed } = await lender.ask('handoff.seal', { draft, sendUnverified: false });
    const landed = await engine.ask('inbox.read', { source: { text: sealed.text ?? '' } });
    await engine.ask('inbox.accept', { id: landed.id });
    await new Maintenance(engine.keeper, engine.safety).run();
    const { backups } = await engine.ask('vault.health', {});
    expect(backups).toHaveLength(1);
    return backups[0]?.id ?? '';
  };
  const backupIds = async (): Promise<string[]> => (await engine.ask('vault.health', {})).backups.map((backup) => backup.id);

  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 25, 7) / 1000;
    engine = await startEngine(clock);
    words = await makeVault(engine, 'Studio Voss', PASSWORD);
    file = path.join(engine.folder, 'studio-voss.latchkey');
    id = (await engine.ask('accounts.save', account('TikTok'))).id;
  });

  it('takes another password by the old one only, and keeps everything', async () => {
    expect(await engine.refusal('vault.changePassword', { old: FRESH, fresh: FRESH, cost: 'low' })).toBe('wrong_password');
    expect(await engine.refusal('vault.changePassword', { old: PASSWORD, fresh: 'short', cost: 'low' })).toBe('password_too_short');
    const frames = readFileSync(file).subarray(-500);
    await engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' });
    expect(readFileSync(file).includes(frames)).toBe(true);
    const vault = await lock();
    expect(await engine.refusal('vault.open', { vault, password: PASSWORD })).toBe('wrong_password');
    expect(await engine.ask('vault.open', { vault, password: FRESH })).toEqual({ read: 'clean' });
    expect(await password()).toBe('password of TikTok');
    expect((await engine.ask('vault.health', {})).passwordChanged).toBe(clock.now);
  });

  it('tests and renews the recovery sheet; the old one opens nothing any more', async () => {
    expect(await engine.refusal('vault.testRecovery', { words: words.slice(1).join(' ') })).toBe('word_count');
    await engine.ask('vault.testRecovery', { words: words.join(' ') });
    expect((await engine.ask('vault.health', {})).recovery).toMatchObject({ present: true, tested: clock.now });
    const renewed = (await engine.ask('vault.renewRecovery', { password: PASSWORD })).words;
    expect(renewed).not.toEqual(words);
    expect((await engine.ask('vault.health', {})).recovery.tested).toBeNull();
    expect(await engine.refusal('vault.testRecovery', { words: words.join(' ') })).toBe('wrong_recovery_words');
    const vault = await lock();
    expect(await engine.refusal('vault.open', { vault, recoveryWords: words.join(' ') })).toBe('wrong_recovery_words');
    await engine.ask('vault.open', { vault, recoveryWords: renewed.join(' ') });
  });

  it('rotates its key: an old copy with the old password opens no later save', async () => {
    const old = path.join(engine.folder, 'old.latchkey');
    copyFileSync(file, old);
    const { words: sheet } = await engine.ask('vault.rotateKey', { password: PASSWORD });
    await engine.ask('accounts.save', account('After'));
    expect(await password()).toBe('password of TikTok');
    const vault = await lock();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    expect(await password()).toBe('password of TikTok');
    expect((await engine.ask('vault.check', {})).fault).toBeNull();
    await engine.ask('vault.testRecovery', { words: sheet.join(' ') });
    expect(readFileSync(file).includes(readFileSync(old).subarray(600))).toBe(false);
  });

  it('opens by the keychain for 14 days, then asks for the password', async () => {
    expect(await engine.refusal('device.remember', { password: FRESH })).toBe('wrong_password');
    engine.keychain.fault = 'locked';
    expect(await engine.refusal('device.remember', { password: PASSWORD })).toBe('keychain_unavailable');
    expect((await engine.ask('vault.health', {})).device.remembered).toBe(false);
    engine.keychain.fault = null;
    await engine.ask('device.remember', { password: PASSWORD });
    let vault = await lock();
    expect((await engine.ask('vaults.list', {})).vaults[0]?.remembered).toBe(true);
    await engine.ask('vault.openRemembered', { vault });
    expect(await password()).toBe('password of TikTok');
    vault = await lock();
    engine.keychain.fault = 'timed_out';
    expect(await engine.refusal('vault.openRemembered', { vault })).toBe('keychain_unavailable');
    engine.keychain.fault = null;
    clock.now += 14 * DAY;
    expect(await engine.refusal('vault.openRemembered', { vault })).toBe('password_again');
    await engine.ask('vault.open', { vault, password: PASSWORD });
    await engine.ask('device.forget', {});
    expect(engine.keychain.items.size).toBe(0);
    vault = await lock();
    expect(await engine.refusal('vault.openRemembered', { vault })).toBe('keychain_unavailable');
  });

  it('is checked by the real reader, and a byte changed on the disk is found', async () => {
    expect(await engine.ask('vault.check', {})).toMatchObject({ fault: null, log: { bad: null } });
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100);
    writeFileSync(file, bytes);
    expect((await engine.ask('vault.check', {})).fault).not.toBeNull();
  });

  it('is backed up once a day, seven kept, and goes back to one', async () => {
    const maintenance = new Maintenance(engine.keeper, engine.safety);
    for (let day = 0; day < 9; day++) {
      await engine.ask('accounts.save', { ...account(`Day ${day}`), id });
      await maintenance.run();
      await maintenance.run();
      clock.now += DAY;
    }
    const { backups } = await engine.ask('vault.health', {});
    expect(backups).toHaveLength(7);
    expect(backups.every(({ records }) => records > 0)).toBe(true);
    const third = backups[3]?.id ?? '';
    expect(await engine.refusal('backups.restore', { id: third, password: FRESH })).toBe('wrong_password');
    expect(await engine.refusal('backups.restore', { id: 'A'.repeat(22), password: PASSWORD })).toBe('no_backup');
    await engine.ask('backups.restore', { id: third, password: PASSWORD });
    expect((await engine.ask('accounts.get', { id })).title).toBe('Day 5');
    expect((await engine.ask('vault.state', {})).open?.readOnly).toBeNull();
    await engine.ask('accounts.save', account('Goes on'));
    expect(existsSync(`${file}.bak`)).toBe(true);
  });

  it('goes back to a backup by the passphrase of its day, and stays open when that is not given', async () => {
    const { backup } = await engine.ask('backups.make', {});
    await engine.ask('vault.changePassword', { old: PASSWORD, fresh: FRESH, cost: 'low' });
    await engine.ask('accounts.save', account('Later'));
    const before = readFileSync(file);
    const reply = await engine.client.call('backups.restore', { id: backup.id, password: FRESH });
    expect(reply).toMatchObject({ ok: false, code: 'wrong_password', facts: { backup: 1 } });
    expect(await password()).toBe('password of TikTok');
    expect(readFileSync(file).subarray(0, before.length)).toEqual(before);
    await engine.ask('backups.restore', { id: backup.id, password: PASSWORD });
    const vault = await lock();
    expect(await engine.refusal('vault.open', { vault, password: FRESH })).toBe('wrong_password');
    await engine.ask('vault.open', { vault, password: PASSWORD });
    expect(await password()).toBe('password of TikTok');
  });

  it('notices an older file put in its place, and goes on with it only when told to', async () => {
    const older = readFileSync(file);
    await engine.ask('accounts.save', account('Newer'));
    const vault = await lock();
    writeFileSync(file, older);
    await engine.ask('vault.open', { vault, password: PASSWORD });
    expect((await engine.ask('vault.state', {})).open).toMatchObject({ anchor: 'rolled_back', readOnly: 'rolled_back' });
    expect(await engine.refusal('accounts.save', account('No'))).toBe('rolled_back');
    expect(readFileSync(file).equals(older)).toBe(true);
    await engine.ask('vault.acceptState', {});
    await engine.ask('accounts.save', account('Yes'));
    expect((await engine.ask('vault.state', {})).open).toMatchObject({ anchor: 'fits', readOnly: null });
  });

  it('keeps a change that could not be saved, and saves it when it can', async () => {
    const other = path.join(engine.folder, 'away.latchkey');
    copyFileSync(file, other);
    const before = readFileSync(file);
    writeFileSync(file, Buffer.concat([before, before.subarray(-900)]));
    expect(await engine.refusal('accounts.save', account('Kept'))).toBe('changed_elsewhere');
    expect((await engine.ask('vault.health', {})).unsaved).toBeGreaterThan(0);
    expect(await engine.refusal('vault.retry', {})).not.toBeNull();
    engine.tokens.set('C'.repeat(22), path.join(engine.folder, 'copy'));
    expect(await engine.ask('vault.saveCopy', { token: 'C'.repeat(22) })).toEqual({ file: 'copy.latchkey' });
    truncateSync(file, before.length);
    await engine.ask('vault.retry', {});
    const titles = (await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 9 })).rows;
    expect(titles.map(({ title }) => title)).toContain('Kept');
    engine.tokens.set('D'.repeat(22), path.join(engine.folder, 'copy.latchkey'));
    await lock();
    const { vault } = await engine.ask('vaults.add', { token: 'D'.repeat(22) }).catch(async () => {
      engine.tokens.set('D'.repeat(22), path.join(engine.folder, 'copy.latchkey'));
      return engine.ask('vaults.add', { token: 'D'.repeat(22) });
    });
    await engine.ask('vault.open', { vault, password: PASSWORD });
    const copied = (await engine.ask('accounts.list', { query: 'kept', sort: 'title', trashed: false, offset: 0, limit: 9 })).total;
    expect(copied).toBe(1);
  });

  it('gives what can still be read of a damaged vault, in a new one', async () => {
    await engine.ask('accounts.save', account('Lost'));
    const middle = statSync(file).size - 300;
    await engine.ask('accounts.save', account('Last'));
    const vault = await lock();
    const bytes = readFileSync(file);
    bytes.fill(0, middle, middle + 40);
    writeFileSync(file, bytes);
    expect(await engine.ask('vault.open', { vault, password: PASSWORD })).toEqual({ read: 'damaged' });
    await lock();
    const report = await engine.ask('salvage.run', { vault, password: PASSWORD, name: 'Studio Voss' });
    expect(report.gaps).toBe(1);
    expect(report.records).toBeGreaterThan(0);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    await engine.ask('vault.open', { vault: report.vault, password: PASSWORD });
    const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 9 });
    expect(rows.map(({ title }) => title)).toEqual(expect.arrayContaining(['Last', 'TikTok']));
    await engine.ask('accounts.save', account('Goes on'));
  });

  it('leaves no older backup that still holds what was purged', async () => {
    const before = await lentAndBackedUp();
    clock.now += 2 * DAY;
    await new Maintenance(engine.keeper, engine.safety).run();
    const after = await backupIds();
    expect(after.length).toBeGreaterThan(0);
    expect(after).not.toContain(before);
    expect(readdirSync(engine.folder).filter((name) => name.endsWith('.bak'))).toEqual([]);
  });

  it('leaves none either when it was locked right after the purge, and no more work once that is done', async () => {
    const before = await lentAndBackedUp();
    clock.now += 2 * DAY;
    // The unlocking purges; the engine ends before anything else is done.
    const vault = await lock();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    expect(await backupIds()).toContain(before);
    await lock();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    await new Maintenance(engine.keeper, engine.safety).run();
    const after = await backupIds();
    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
    await new Maintenance(engine.keeper, engine.safety).run();
    expect(await backupIds()).toEqual(after);
  });
});
