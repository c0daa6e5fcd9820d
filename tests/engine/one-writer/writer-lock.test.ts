import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDisk } from '../../../main/engine/disk.ts';
import { localProcesses, type Processes } from '../../../main/engine/this-process.ts';
import { type Taken, WriterLock } from '../../../main/engine/writer-lock.ts';
import { faultyDisk } from '../file-store/faulty-disk.ts';

const own = { pid: 4000, host: 'studio 0123456789abcdef', start: '77' };
/** A host on which process 4000 is this one, 5000 another since tick 5, and 6000 one whose start cannot be read. */
const processes: Processes = {
  own,
  find: (pid) =>
    [
      { pid: 4000, start: '77' },
      { pid: 5000, start: '5' },
      { pid: 6000, start: null },
    ].find((one) => one.pid === pid) ?? null,
};
const ports = { disk: localDisk, processes };

let folder = '';
let file = '';
let lockFile = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-lock-'));
  file = path.join(folder, 'v.latchkey');
  lockFile = `${file}.lock`;
  writeFileSync(file, 'a vault');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const held = (of: object): void =>
  writeFileSync(lockFile, JSON.stringify({ pid: 5000, host: own.host, start: '5', token: 'ab'.repeat(16), ...of }));
const take = (override = false): Promise<Taken> => WriterLock.take(file, override, ports);
const where = (taken: Taken): string => (taken.ok ? 'taken' : taken.fault === 'in_use' ? taken.holder.where : taken.fault);

describe('a writer’s lock', () => {
  it('stands beside the vault, is its owner’s only, names its process, and goes at the end', async () => {
    const taken = await take();
    expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toMatchObject(own);
    expect(statSync(lockFile).mode & 0o777).toBe(0o600);
    expect(where(await take())).toBe('here');
    expect(where(await take(true))).toBe('here');
    if (taken.ok) await taken.lock.release();
    expect(readdirSync(folder)).toEqual(['v.latchkey']);
    expect(await WriterLock.holderOf(file, ports)).toBeNull();
  });

  it('is one for a file and all links to it', async () => {
    const link = path.join(folder, 'link.latchkey');
    symlinkSync(file, link);
    expect((await WriterLock.take(link, false, ports)).ok).toBe(true);
    expect(where(await take())).toBe('here');
  });

  it.each([
    ['a living process', { pid: 5000, start: '5' }, 'here'],
    ['a living process whose start it did not know', { pid: 5000, start: null }, 'here'],
    ['a living process whose start cannot be read', { pid: 6000, start: '5' }, 'here'],
    ['another process of the same number', { pid: 5000, start: '4' }, 'taken'],
    ['a process that is gone', { pid: 5001, start: '5' }, 'taken'],
    ['a process that is gone, of unknown start', { pid: 5001, start: null }, 'taken'],
    ['another host', { pid: 5001, host: 'laptop 0123456789abcdef' }, 'elsewhere'],
    ['another machine of the same name', { pid: 5001, host: 'studio fedcba9876543210' }, 'elsewhere'],
  ])('of %s', async (_, of, outcome) => {
    held(of);
    expect(where(await take())).toBe(outcome);
    expect(JSON.parse(readFileSync(lockFile, 'utf8')).pid).toBe(outcome === 'taken' ? 4000 : of.pid);
    // The person's word opens only what cannot be judged.
    expect(where(await take(true))).toBe(outcome === 'elsewhere' ? 'taken' : 'here');
    expect(readdirSync(folder).toSorted()).toEqual(['v.latchkey', 'v.latchkey.lock']);
  });

  it.each([
    ['nothing', ''],
    ['garbage', '\u0000\u0001'],
    ['half of one', '{"pid":5001,"host":"studio'],
    ['another shape', '{"pid":"5001"}'],
    ['a number no process has', '{"pid":-1,"host":"x","start":null,"token":"00000000000000000000000000000000"}'],
    ['more than one', `${JSON.stringify({ pid: 5001, host: own.host, start: '5', token: 'ab'.repeat(16) })}{}`],
    ['a megabyte', 'x'.repeat(2 ** 20)],
  ])('with %s in it is held by nobody knows whom, until the person says otherwise', async (_, text) => {
    writeFileSync(lockFile, text);
    utimesSync(lockFile, 1_790_000_000, 1_790_000_000);
    expect(await take()).toEqual({ ok: false, fault: 'in_use', holder: { where: 'unknown', host: null, at: 1_790_000_000 } });
    expect(readFileSync(lockFile, 'utf8')).toBe(text);
    expect(where(await take(true))).toBe('taken');
  });

  it('that is being written this moment is waited for, and read again', async () => {
    writeFileSync(lockFile, '');
    const disk = faultyDisk((call, n) => {
      if (call === 'file.close' && n < 6) held({});
      return null;
    });
    expect(where(await WriterLock.take(file, false, { disk, processes }))).toBe('here');
  });

  it('is not removed by one whose place another has taken', async () => {
    const taken = await take();
    held({ pid: 5000 });
    if (taken.ok) await taken.lock.release();
    expect(existsSync(lockFile)).toBe(true);
  });

  it('goes to exactly one of many that find a stale one', async () => {
    for (let round = 0; round < 100; round++) {
      held({ pid: 5001 });
      const all = await Promise.all(Array.from({ length: 6 }, () => take()));
      expect(all.filter(({ ok }) => ok).length).toBe(1);
      for (const taken of all) if (taken.ok) await taken.lock.release();
      expect(readdirSync(folder)).toEqual(['v.latchkey']);
    }
  });

  it('is not kept from anybody by one who was stopped while taking a stale one', async () => {
    held({ pid: 5001 });
    writeFileSync(`${lockFile}.claim`, '');
    expect(where(await take())).toBe('unknown');
    utimesSync(`${lockFile}.claim`, 1_790_000_000, 1_790_000_000);
    expect(where(await take())).toBe('taken');
    expect(readdirSync(folder).toSorted()).toEqual(['v.latchkey', 'v.latchkey.lock']);
  });

  it.each(['ENOSPC', 'EIO', 'EPERM', 'EROFS', 'EBUSY'])(
    'that cannot be written (%s) is no lock, and leaves nothing',
    async (code) => {
      for (const call of ['open', 'file.write']) {
        const disk = faultyDisk((made) => (made === call ? code : null));
        const taken = await WriterLock.take(file, false, { disk, processes });
        expect(taken.ok).toBe(false);
        expect(where(taken)).toBe({ ENOSPC: 'disk_full', EPERM: 'read_only', EROFS: 'read_only' }[code] ?? 'io');
        expect(readdirSync(folder)).toEqual(['v.latchkey']);
      }
    },
  );

  it('knows real processes: this one, one that lives, and the same once it is dead', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const found = localProcesses.find(pid);
    if (found === null) throw new Error('a child that lives');
    const { start } = found;
    expect(localProcesses.find(process.pid)).toEqual({ start: localProcesses.own.start });
    held({ pid, start, host: localProcesses.own.host });
    expect(where(await WriterLock.take(file))).toBe('here');
    if (process.platform === 'linux') {
      expect(start).toMatch(/^[0-9]+$/);
      held({ pid, start: String(Number(start) - 1), host: localProcesses.own.host });
      expect(where(await WriterLock.take(file))).toBe('taken');
      held({ pid, start, host: localProcesses.own.host });
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(where(await WriterLock.take(file))).toBe('taken');
  });
});
