import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/wire/client.ts';
import { introduce, makeVault, startEngine, type TestEngine } from '../support/engine-world.ts';

const PASSWORD = 'copper tunnel hazard biology';
const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };

const account = {
  client: null,
  platform: 'tiktok',
  kind: 'personal' as const,
  title: 'TikTok',
  username: null,
  recoveryMail: null,
  recoveryPhone: null,
  address: null,
  tags: [],
  owner: null,
};

describe('bad input', () => {
  let engine: TestEngine;
  let file = '';
  let words: string[] = [];

  /** A fresh engine on the same folder: nothing open, the vault known. */
  const restart = async (): Promise<string> => {
    engine = await startEngine(clock, engine.folder);
    const { vaults } = await engine.ask('vaults.list', {});
    return vaults[0]?.vault ?? '';
  };

  beforeEach(async () => {
    engine = await startEngine(clock);
    words = await makeVault(engine, 'Studio Voss', PASSWORD);
    await engine.ask('accounts.save', account);
    await engine.keeper.close();
    file = path.join(engine.folder, 'studio-voss.latchkey');
  });

  it('refuses a wrong password and changes no byte', async () => {
    const vault = await restart();
    const before = readFileSync(file);
    expect(await engine.refusal('vault.open', { vault, password: 'copper tunnel hazard biologx' })).toBe('wrong_password');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await engine.refusal('accounts.list', { query: '', sort: 'used', trashed: false, offset: 0, limit: 1 })).toBe(
      'wrong_state',
    );
  });

  it('opens by the 24 recovery words and refuses others by what is wrong with them', async () => {
    const vault = await restart();
    expect(await engine.refusal('vault.open', { vault, recoveryWords: words.slice(1).join(' ') })).toBe('word_count');
    expect(await engine.refusal('vault.open', { vault, recoveryWords: ['zzzz', ...words.slice(1)].join(' ') })).toBe(
      'unknown_word',
    );
    const swapped = [words[1], words[0], ...words.slice(2)].join(' ');
    expect(['word_checksum', 'wrong_recovery_words']).toContain(
      await engine.refusal('vault.open', { vault, recoveryWords: swapped }),
    );
    expect(await engine.ask('vault.open', { vault, recoveryWords: words.join('  ').toUpperCase() })).toEqual({ read: 'clean' });
  });

  it('refuses a foreign file, an empty one and one that is gone', async () => {
    const vault = await restart();
    writeFileSync(file, 'PK\u0003\u0004 not a vault');
    expect(await engine.refusal('vault.open', { vault, password: PASSWORD })).toBe('not_a_vault');
    writeFileSync(file, '');
    expect(await engine.refusal('vault.open', { vault, password: PASSWORD })).toBe('not_a_vault');
    writeFileSync(file, '');
    copyFileSync(file, `${file}.x`);
    engine.tokens.set('A'.repeat(22), path.join(engine.folder, 'nowhere.latchkey'));
    const gone = await engine.ask('vaults.add', { token: 'A'.repeat(22) });
    expect(await engine.refusal('vault.open', { vault: gone.vault, password: PASSWORD })).toBe('vault_missing');
    expect(await engine.refusal('vaults.add', { token: 'A'.repeat(22) })).toBe('expired_token');
  });

  it('opens a damaged vault for reading only, keeps every byte and refuses changes with a code', async () => {
    const vault = await restart();
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
    writeFileSync(file, bytes);
    expect(await engine.ask('vault.open', { vault, password: PASSWORD })).toEqual({ read: 'damaged' });
    expect((await engine.ask('vault.state', {})).open?.readOnly).not.toBeNull();
    expect(await engine.refusal('accounts.save', account)).toBe('read_only');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('repairs a torn end on a copy: what was whole stays, the old bytes are kept aside', async () => {
    const vault = await restart();
    // A device that has never seen the vault: one that has would know that the last save is missing.
    rmSync(path.join(engine.folder, 'anchors'), { recursive: true });
    const whole = statSync(file).size;
    truncateSync(file, whole - 10);
    const torn = readFileSync(file);
    expect(await engine.ask('vault.open', { vault, password: PASSWORD })).toEqual({ read: 'repaired' });
    const aside = readdirSync(engine.folder).find((name) => name.includes('.torn-'));
    expect(aside === undefined ? null : readFileSync(path.join(engine.folder, aside)).equals(torn)).toBe(true);
    expect((await engine.ask('vault.state', {})).open?.readOnly).toBeNull();
    expect((await engine.ask('log.list', { offset: 0, limit: 10 })).rows.map(({ what }) => what)).toContain('vault-repaired');
  });

  it('notices a vault changed by someone else before it writes', async () => {
    const vault = await restart();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes, bytes.subarray(-300)]));
    expect(await engine.refusal('accounts.save', account)).toBe('changed_elsewhere');
    expect(readFileSync(file).length).toBe(bytes.length + 300);
    expect((await engine.ask('vault.state', {})).open?.readOnly).toBe('changed_elsewhere');
  });

  it('refuses pastes that are no message, too large, or cut', async () => {
    const vault = await restart();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    const read = (text: string) => engine.refusal('inbox.read', { source: { text } });
    expect(await read('hello')).toBe('not_a_message');
    expect(await read('LATCHKEYCARD1.AAAA.END')).toBe('not_a_card');
    expect(await read('LATCHKEY1.AAAA.END')).toBe('could_not_open');
    expect(await read('LATCHKEY1.AAA')).toBe('not_a_message');
    expect(await read((await engine.ask('me.get', {})).card)).toBe('own_card');
    let upload: string | null = null;
    let refused: string | null = null;
    for (let i = 0; i < 10 && refused === null; i++) {
      const reply: Reply<{ upload: string }> = await engine.client.call('uploads.put', { upload, piece: 'A'.repeat(256 * 1024) });
      if (reply.ok) upload = reply.value.upload;
      else refused = reply.code;
    }
    expect(refused).toBe('too_large');
  });

  it('refuses files that are no files, too large, or gone', async () => {
    const vault = await restart();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    const read = (place: string) => {
      engine.tokens.set('F'.repeat(22), place);
      return engine.refusal('inbox.read', { source: { token: 'F'.repeat(22) } });
    };
    const pipe = path.join(engine.folder, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    for (const place of [pipe, engine.folder, path.join(engine.folder, 'nowhere'), '/dev/zero'])
      expect(await read(place)).toBe('file_unreadable');
    const large = path.join(engine.folder, 'large.txt');
    writeFileSync(large, 'A'.repeat(2 * 1024 * 1024 + 1));
    expect(await read(large)).toBe('too_large');
    writeFileSync(large, `\ufeff${(await engine.ask('me.get', {})).card}\r\n`);
    expect(await read(large)).toBe('own_card');
  });

  it('says why a message could not be written to the chosen place', async () => {
    const vault = await restart();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    const other = await startEngine(clock);
    await makeVault(other, 'Tomás', PASSWORD);
    const { a: contact } = await introduce(engine, other);
    const { rows } = await engine.ask('accounts.list', { query: '', sort: 'title', trashed: false, offset: 0, limit: 1 });
    const draft = {
      ...{ account: rows[0]?.id ?? '', contact, password: false, backupCodes: false, liveCodes: true },
      ...{ windows: { kind: 'none' as const }, lastDay: '2026-11-30', untilMinute: 1440, zone: 'Europe/Berlin' },
      ...{ level: null, rules: [], device: null, note: null },
    };
    const { sealed } = await engine.ask('handoff.seal', { draft, sendUnverified: false });
    const save = (place: string) => {
      engine.tokens.set('S'.repeat(22), place);
      return engine.refusal('messages.save', { message: sealed.message, token: 'S'.repeat(22) });
    };
    expect(await save('/dev/full')).toBe('disk_full');
    expect(await save(path.join(engine.folder, 'gone', 'message.txt'))).toBe('folder_read_only');
    const place = path.join(engine.folder, 'message.txt');
    expect(await save(place)).toBeNull();
    expect(readFileSync(place, 'utf8')).toBe(sealed.text);
  });

  it('refuses half a surrogate pair at the door', async () => {
    const vault = await restart();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    for (const bad of [{ title: 'a\ud83d' }, { password: '\ude00x' }, { notes: '\ud83d' }, { tags: ['\ud83d'] }])
      expect(await engine.refusal('accounts.save', { ...account, ...bad })).toBe('bad_params');
    expect(engine.bugs).toEqual([]);
  });

  it('refuses seeds that are none, and says why', async () => {
    const vault = await restart();
    await engine.ask('vault.open', { vault, password: PASSWORD });
    const read = (text: string) => engine.refusal('factors.read', { text });
    expect(await read('0189 ----')).toBe('seed_not_base32');
    expect(await read('https://example.com')).toBe('uri_not_otpauth');
    expect(await read('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=99')).toBe('uri_refused');
    expect(await read('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&period=5')).toBe('uri_refused');
  });

  it('refuses weak new passwords and a taken file name', async () => {
    await restart();
    const create = (password: string, token?: string) =>
      engine.refusal('vault.create', { name: 'Other', password, cost: 'low', ...(token === undefined ? {} : { token }) });
    expect(await create('short')).toBe('password_too_short');
    expect(await create('password12345')).toBe('password_common');
    engine.tokens.set('B'.repeat(22), file);
    const before = readFileSync(file);
    expect(await create(PASSWORD, 'B'.repeat(22))).toBe('vault_exists');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('gives a second vault of the same name a file of its own', async () => {
    await restart();
    const made = await engine.ask('vault.create', { name: 'Studio Voss', password: PASSWORD, cost: 'low' });
    expect(made.file).toBe('studio-voss-2.latchkey');
    expect(existsSync(path.join(engine.folder, made.file))).toBe(true);
  });
});
