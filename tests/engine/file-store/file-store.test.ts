import { type FileHandle, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '../../../main/core/bytes.ts';
import type { Replacement } from '../../../main/core/vault/vault-file.ts';
import { type Disk, faultOf, localDisk } from '../../../main/engine/disk.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { diskWith, systemError } from './faulty-disk.ts';

let folder = '';
let file = '';
const START = utf8('the first bytes of a file, more than thirty-two of them');
const read = async (): Promise<string> => readFile(file, 'utf8');
const noSteps = (): number[] => [];
const before = new TextDecoder().decode(START);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'store-'));
  file = path.join(folder, 'Tresór 日本 🔑.lkvault');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function created(disk?: Disk): Promise<FileStore> {
  const store = new FileStore(file, disk);
  expect(await store.create(START)).toEqual({ ok: true });
  return store;
}

describe('a new file', () => {
  it('is readable by its owner only and never replaces one', async () => {
    const store = await created();
    expect(await read()).toBe(before);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await store.create(utf8('other'))).toEqual({ ok: false, fault: 'exists' });
    expect(await read()).toBe(before);
  });

  it('is not left half made', async () => {
    const fs = diskWith({ sync: () => Promise.reject(systemError('ENOSPC')) });
    expect(await new FileStore(file, fs).create(START)).toEqual({ ok: false, fault: 'disk_full' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('needs its folder', async () => {
    expect(await new FileStore(path.join(folder, 'none', 'v')).create(START)).toEqual({ ok: false, fault: 'gone' });
    expect(await new FileStore(file).read()).toEqual({ ok: false, fault: 'gone' });
    expect(await new FileStore(folder).read()).toEqual({ ok: false, fault: 'io' });
  });
});

describe('a save', () => {
  it('appends each part at the known end and flushes it before the next is begun', async () => {
    const calls: string[] = [];
    const fs = diskWith({
      write: (handle, bytes, ...rest) => {
        calls.push(`write ${new TextDecoder().decode(bytes as Uint8Array).slice(0, 3)}`);
        return handle.write(bytes as Uint8Array, ...(rest as [number, number, number]));
      },
      sync: (handle) => {
        calls.push('flush');
        return handle.sync();
      },
    });
    const store = await created(fs);
    calls.length = 0;
    expect(await store.append(START.length, [utf8('one'), utf8('two')])).toEqual({ ok: true });
    expect(calls.splice(0)).toEqual(['write one', 'flush', 'write two', 'flush']);
    expect(await store.append(START.length + 6, [utf8('x'.repeat(50))])).toEqual({ ok: true });
    expect(calls).toEqual(['write xxx', 'flush']);
    expect(await read()).toBe(`${before}onetwo${'x'.repeat(50)}`);
    await expect(store.append(START.length, [utf8('y')])).rejects.toThrow(RangeError);
  });

  it('goes on after a short write', async () => {
    const write = (handle: FileHandle, ...[bytes, at, length, position]: unknown[]) =>
      handle.write(bytes as Uint8Array, at as number, Math.ceil((length as number) / 2), position as number);
    const store = await created(diskWith({ write }));
    expect(await store.append(START.length, [utf8('in several pieces')])).toEqual({ ok: true });
    expect(await read()).toBe(`${before}in several pieces`);
  });

  it.each(['write', 'sync'] as const)('whose %s fails is cut back and the flush not tried again', async (call) => {
    const store = await created();
    let calls = 0;
    const fail = async (handle: FileHandle, ...rest: unknown[]) => {
      calls++;
      if (call === 'write') await handle.write(rest[0] as Uint8Array, 0, 3, rest[3] as number);
      throw systemError('EIO');
    };
    const bad = new FileStore(file, diskWith({ [call]: fail }));
    await bad.read();
    expect(await bad.append(START.length, [utf8('lost change')])).toEqual({ ok: false, fault: 'io' });
    expect(calls).toBe(1);
    expect(await read()).toBe(before);
    expect(await store.append(START.length, [utf8('kept')])).toEqual({ ok: true });
  });

  it('that cannot even be cut back reports the first fault', async () => {
    await created();
    const fs = diskWith({
      sync: () => Promise.reject(systemError('ENOSPC')),
      truncate: () => Promise.reject(systemError('EIO')),
    });
    const bad = new FileStore(file, fs);
    await bad.read();
    expect(await bad.append(START.length, [utf8('half')])).toEqual({ ok: false, fault: 'disk_full' });
  });
});

describe('another writer is noticed before the next write', () => {
  const attempts: readonly (readonly [string, () => Promise<void>, 'changed_elsewhere' | 'gone'])[] = [
    ['a longer file', () => writeFile(file, 'more', { flag: 'a' }), 'changed_elsewhere'],
    ['a shorter file', () => truncate(file, 20), 'changed_elsewhere'],
    ['an emptied file', () => truncate(file, 0), 'changed_elsewhere'],
    ['other last bytes', () => writeFile(file, before.replace('them', 'then')), 'changed_elsewhere'],
    [
      'the same bytes in another file',
      async () => {
        await writeFile(`${file}.new`, before);
        await rename(`${file}.new`, file);
      },
      'changed_elsewhere',
    ],
    ['no file', () => rm(file), 'gone'],
    ['no folder', () => rm(folder, { recursive: true }), 'gone'],
    [
      'a folder in its place',
      async () => {
        await rm(file);
        await mkdir(file);
      },
      'changed_elsewhere',
    ],
  ];

  it.each(attempts)('%s', async (what, attempt, fault) => {
    const store = await created();
    await attempt();
    const isFile = fault === 'changed_elsewhere' && what !== 'a folder in its place';
    const now = isFile ? await read() : '';
    for (const change of [() => store.append(START.length, [utf8('x')]), () => store.repair(10, noSteps)]) {
      const done = await change();
      // A folder cannot even be opened for writing.
      expect(done).toEqual({ ok: false, fault: what === 'a folder in its place' ? 'io' : fault });
    }
    if (isFile) expect(await read()).toBe(now);
  });
});

describe('a repair', () => {
  it('copies the whole file aside, then cuts it', async () => {
    const store = await created();
    expect(await store.repair(9, noSteps)).toEqual({ ok: true });
    expect(await read()).toBe(before.slice(0, 9));
    const [aside = ''] = (await readdir(folder)).filter((name) => name.includes('.torn-'));
    expect(await readFile(path.join(folder, aside), 'utf8')).toBe(before);
    if (process.platform !== 'win32') expect((await stat(path.join(folder, aside))).mode & 0o777).toBe(0o600);
    expect(await store.append(9, [utf8(' end')])).toEqual({ ok: true });
    expect(await read()).toBe('the first end');
  });

  it('cuts nothing when the copy cannot be made', async () => {
    await created();
    const bad = new FileStore(file, diskWith({ write: () => Promise.reject(systemError('ENOSPC')) }));
    await bad.read();
    expect(await bad.repair(9, noSteps)).toEqual({ ok: false, fault: 'disk_full' });
    expect(await read()).toBe(before);
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe('a repair of several steps', () => {
  it('flushes the copy and its name first, and each step back before the next', async () => {
    const calls: string[] = [];
    const disk = diskWith({
      truncate: (handle, length) => {
        calls.push(`cut ${length as number}`);
        return handle.truncate(length as number);
      },
      sync: async (handle) => {
        calls.push((await handle.stat()).isDirectory() ? 'flush folder' : `flush ${(await handle.stat()).size}`);
        await handle.sync();
      },
    });
    const store = await created(disk);
    calls.length = 0;
    expect(await store.repair(9, (whole) => [whole.length - 6, 20])).toEqual({ ok: true });
    const flushed = START.length;
    expect(calls.slice(0, 2)).toEqual([`flush ${flushed}`, 'flush folder']);
    expect(calls.slice(2)).toEqual([`cut ${flushed - 6}`, `flush ${flushed - 6}`, 'cut 20', 'flush 20', 'cut 9', 'flush 9']);
  });
});

describe('a replacement', () => {
  const next = utf8('the next file, which is to stand in the place of the first');
  const writes = (verify: Replacement['verify']): Replacement => ({
    write: async (put) => {
      await put(next);
      return true;
    },
    verify,
  });

  it('takes the place of what it knows, and keeps that as .bak', async () => {
    const store = await created();
    expect(await store.replace(writes(async () => null))).toEqual({ ok: true });
    expect(await read()).toBe(new TextDecoder().decode(next));
    expect(await readFile(`${file}.bak`, 'utf8')).toBe(before);
  });

  it.each(['unverified', 'cancelled'] as const)('that is %s leaves everything as it was', async (fault) => {
    const store = await created();
    expect(await store.replace(writes(async () => fault))).toEqual({ ok: false, fault, inPlace: false });
    expect([await read(), await readdir(folder)]).toEqual([before, [path.basename(file)]]);
    expect(await store.append(START.length, [utf8('x')])).toEqual({ ok: true });
  });

  it('whose renaming took place though the disk said it did not is known to stand there', async () => {
    const rename: Disk['fs']['rename'] = async (from, to) => {
      await localDisk.fs.rename(from, to);
      if (to === file) throw systemError('EIO');
    };
    const store = await created({ ...localDisk, fs: { ...localDisk.fs, rename } });
    expect(await store.replace(writes(async () => null))).toEqual({ ok: false, fault: 'io', inPlace: true });
    expect(await read()).toBe(new TextDecoder().decode(next));
    expect(await store.append(next.length, [utf8('x')])).toEqual({ ok: true });
  });

  it('leaves alone what another program wrote while it was made', async () => {
    const store = await created();
    const replaced = await store.replace(
      writes(async () => {
        await writeFile(file, 'more', { flag: 'a' });
        return null;
      }),
    );
    expect(replaced).toEqual({ ok: false, fault: 'changed_elsewhere', inPlace: false });
    expect([await read(), await readdir(folder)]).toEqual([`${before}more`, [path.basename(file)]]);
  });
});

describe('a folder', () => {
  const flushing = (code: string): Disk => {
    const sync = async (handle: FileHandle): Promise<void> => {
      if ((await handle.stat()).isDirectory()) throw systemError(code);
      await handle.sync();
    };
    return diskWith({ sync });
  };

  it.each(['EINVAL', 'EBADF', 'ENOTSUP', 'EOPNOTSUPP'])(
    'on a disk that knows no flush of one (%s) is none the worse',
    async (code) => {
      const store = await created(flushing(code));
      expect(await store.flush()).toEqual({ ok: true });
    },
  );

  it('that cannot be flushed is a fault', async () => {
    await created();
    const store = new FileStore(file, flushing('EIO'));
    await store.read();
    expect(await store.flush()).toEqual({ ok: false, fault: 'io' });
  });
});

describe('system errors', () => {
  it('become faults, and bugs stay exceptions', () => {
    expect(faultOf(systemError('ENOSPC'))).toBe('disk_full');
    expect(faultOf(systemError('EROFS'))).toBe('read_only');
    expect(faultOf(systemError('EIO'))).toBe('io');
    expect(() => faultOf(new Error('bug'))).toThrow('bug');
    expect(() => faultOf('text')).toThrow();
  });
});
