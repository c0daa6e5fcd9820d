import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
// Both come with electron-builder, which is what uses them.
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const run = promisify(execFile);

/** Fuse positions of @electron/fuses 1.8, and what each must be. */
const FUSES = [
  [0, 'runAsNode', '0'],
  [1, 'enableCookieEncryption', '1'],
  [2, 'enableNodeOptionsEnvironmentVariable', '0'],
  [3, 'enableNodeCliInspectArguments', '0'],
  [4, 'enableEmbeddedAsarIntegrityValidation', '1'],
  [5, 'onlyLoadAppFromAsar', '1'],
  [6, 'loadBrowserProcessSpecificV8Snapshot', '0'],
  [7, 'grantFileProtocolExtraPrivileges', '0'],
] as const;

/** What marks the fuses in Electron's program, their version and count, and each the wrong way round. */
const FUSE_WIRE = [...Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), 1, 9, ...Buffer.from('101100111')];

let folder: string;
let unpacked: string;

// A stand-in for Electron's program with Electron's fuses in it: what is packed and how is real, but nothing here can be started.
async function standIn(at: string): Promise<void> {
  await mkdir(path.join(at, 'resources'), { recursive: true });
  await writeFile(path.join(at, 'electron'), Buffer.from(FUSE_WIRE), { mode: 0o755 });
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) await writeFile(path.join(at, name), '45.4.1');
}

describe.skipIf(process.platform !== 'linux')('the package, around a stand-in for Electron', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-package-'));
    const project = path.join(folder, 'project');
    await mkdir(project);
    for (const name of ['package.json', 'package-lock.json', 'electron-builder.yml', 'LICENSE', 'build']) {
      await cp(path.join(root, name), path.join(project, name), { recursive: true });
    }
    await symlink(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
    const built = [
      'main/electron.js',
      'main/engine.js',
      'main/kdf.js',
      'main/chromium.js',
      'main/engine.js.map',
      'preload/preload.cjs',
      'renderer/index.html',
    ];
    for (const name of built) {
      await mkdir(path.dirname(path.join(project, 'dist', name)), { recursive: true });
      await writeFile(path.join(project, 'dist', name), name);
    }
    await standIn(path.join(folder, 'electron'));
    const builder = path.join(root, 'node_modules/electron-builder/cli.js');
    const args = ['--linux', '--dir', '--projectDir', project, `-c.electronDist=${path.join(folder, 'electron')}`];
    await run(process.execPath, [builder, ...args], { cwd: project });
    unpacked = path.join(
      project,
      'release',
      existsSync(path.join(project, 'release/linux-unpacked')) ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('holds the bundles and nothing of the sources, the tests or the other host', () => {
    const asar = builderRequire('@electron/asar') as { listPackage(file: string): string[] };
    const files = asar.listPackage(path.join(unpacked, 'resources/app.asar')).filter((name) => !name.startsWith('/node_modules'));
    expect(files.filter((name) => /\.\w+$|LICENSE/.test(name)).sort()).toEqual([
      '/LICENSE',
      '/dist/main/electron.js',
      '/dist/main/engine.js',
      '/dist/main/kdf.js',
      '/dist/preload/preload.cjs',
      '/dist/renderer/index.html',
      '/package.json',
    ]);
  });

  it('holds no native module but what is made for this machine', async () => {
    const asar = builderRequire('@electron/asar') as { listPackage(file: string): string[] };
    const natives = asar.listPackage(path.join(unpacked, 'resources/app.asar')).filter((name) => name.endsWith('.node'));
    const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { dependencies?: object };
    expect(natives.map((name) => path.dirname(name))).toEqual(
      'keytar' in (dependencies ?? {}) ? [`/node_modules/keytar/prebuilds/linux-${process.arch}`] : [],
    );
  });

  it.each(FUSES)('has fuse %i, %s, at %s', async (position, _name, value) => {
    const fuses = builderRequire('@electron/fuses') as {
      getCurrentFuseWire(file: string): Promise<Record<number, number>>;
    };
    const wire = await fuses.getCurrentFuseWire(path.join(unpacked, 'latchkey'));
    expect(String.fromCharCode(wire[position] ?? 0)).toBe(value);
  });
});
