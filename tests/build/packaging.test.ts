import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRIES, linuxStandIn, macStandIn, projectToPack, reached } from './stand-in.ts';

const root = path.resolve(import.meta.dirname, '../..');
// Both come with electron-builder, which is what uses them.
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const asar = builderRequire('@electron/asar') as {
  listPackage(file: string): string[];
  extractFile(file: string, name: string): Buffer;
};
const fuses = builderRequire('@electron/fuses') as {
  getCurrentFuseWire(file: string): Promise<Record<number, number>>;
  FuseV1Options: Record<string, string | number>;
};
const run = promisify(execFile);

/** Each fuse's place in the wire, and what it must be there. The ninth is wasmTrapHandlers, which the builder does not know. */
const FUSES = [
  [0, 'runAsNode', '0'],
  [1, 'enableCookieEncryption', '1'],
  [2, 'enableNodeOptionsEnvironmentVariable', '0'],
  [3, 'enableNodeCliInspectArguments', '0'],
  [4, 'enableEmbeddedAsarIntegrityValidation', '1'],
  [5, 'onlyLoadAppFromAsar', '1'],
  [6, 'loadBrowserProcessSpecificV8Snapshot', '0'],
  [7, 'grantFileProtocolExtraPrivileges', '0'],
  [8, 'wasmTrapHandlers', '1'],
] as const;

let folder: string;
let project: string;
/** What the builder would write into the desktop entry and the deb. */
let told: { readonly desktop: string; readonly desktopFileName: string; readonly deb: readonly string[] };
let app: string;

async function pack(platform: 'linux' | 'mac'): Promise<string> {
  const { stdout } = await run(process.execPath, [
    path.join(import.meta.dirname, 'pack.mjs'),
    project,
    path.join(folder, platform),
    platform,
  ]);
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** The files below a folder, by names as an archive has them. */
function filesBelow(at: string): string[] {
  return readdirSync(path.join(project, at), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${path.relative(project, path.join(entry.parentPath, entry.name))}`);
}

/** What is in an archive, folders left out. */
function packed(archive: string): string[] {
  const names = asar.listPackage(archive);
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
}

const natives = (archive: string): string[] => packed(archive).filter((name) => name.endsWith('.node'));

async function wireOf(program: string): Promise<string[]> {
  const wire = await fuses.getCurrentFuseWire(program);
  return FUSES.map(([place]) => String.fromCharCode(wire[place] ?? 0));
}

describe.skipIf(process.platform !== 'linux')('the package, around a stand-in for Electron', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-package-'));
    project = path.join(folder, 'project');
    const built = await projectToPack(project);
    console.log(`packaging: ${built ? 'the bundles of the last build' : 'stand-ins for the bundles, there is no whole build'}`);
    await linuxStandIn(path.join(folder, 'linux'));
    await macStandIn(path.join(folder, 'mac'));
    told = JSON.parse(await pack('linux')) as typeof told;
    await pack('mac');
    const release = readdirSync(path.join(project, 'release')).find(
      (name) => name.startsWith('linux') && name.endsWith('unpacked'),
    );
    app = path.join(project, 'release', release ?? '', 'resources/app.asar');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('holds the bundles with what they need, the tray’s pictures, and nothing of sources, tests, maps or the other host', () => {
    const ours = ENTRIES.filter((name) => name !== 'chromium');
    expect(ours).toEqual(expect.arrayContaining(['electron', 'engine', 'kdf']));
    const needed = new Set(ours.flatMap((name) => [...reached(path.join(project, `dist/main/${name}.js`))]));
    const page = ['dist/renderer', 'dist/preload', 'build/tray'].flatMap(filesBelow).filter((name) => !name.endsWith('.map'));
    const expected = [
      ...page,
      ...[...needed].map((file) => `/${path.relative(project, file)}`),
      '/LICENSE',
      '/NOTICE',
      '/package.json',
    ];
    expect(needed.size).toBeGreaterThan(ours.length);
    expect(
      packed(app)
        .filter((name) => !name.startsWith('/node_modules/'))
        .toSorted(),
    ).toEqual(expected.toSorted());
  });

  it('holds of other packages the keychain’s alone, with the native part of its own system, unpacked', async () => {
    const others = packed(app).filter((name) => name.startsWith('/node_modules/'));
    expect(others.filter((name) => !name.startsWith('/node_modules/keytar/'))).toEqual([]);
    expect(natives(app)).toEqual([`/node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`]);
    const [native = ''] = natives(app);
    const bytes = await readFile(path.join(`${app}.unpacked`, native));
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
  });

  it.each(FUSES)('has fuse %i, %s, at %s', async (place, _name, value) => {
    expect((await wireOf(path.join(path.dirname(app), '../latchkey')))[place]).toBe(value);
  });

  it('has every fuse named that the builder knows, so that none is left to Electron’s mind', async () => {
    const { FuseV1Options } = fuses;
    const known = Object.entries(FuseV1Options).filter(([, place]) => typeof place === 'number');
    const places = new Map<string, number>(FUSES.map(([place, name]) => [name, place]));
    const named =
      /^electronFuses:\n((?: {2}\w+: \w+\n)+)/m.exec(await readFile(path.join(root, 'electron-builder.yml'), 'utf8'))?.[1] ?? '';
    const names = named
      .trim()
      .split('\n')
      .map((line) => line.trim().split(':')[0] ?? '');
    expect(new Set(names.map((name) => places.get(name)))).toEqual(new Set(known.map(([, place]) => place)));
    expect(names).toHaveLength(known.length);
  });

  it('gives its program the desktop entry’s name, by which Wayland and its portals know it', () => {
    expect(JSON.parse(asar.extractFile(app, 'package.json').toString())).toMatchObject({
      desktopName: 'latchkey.desktop',
      version: '0.1.0',
    });
    expect(told.desktopFileName).toBe('latchkey.desktop');
    expect(told.desktop).toContain('\nStartupWMClass=latchkey\n');
  });

  it('has a desktop entry that takes our links and never starts it without a sandbox', () => {
    expect(told.desktop).toContain('\nExec=AppRun %U\n');
    expect(told.desktop).toContain('\nMimeType=x-scheme-handler/latchkey;\n');
    expect(told.desktop).not.toContain('sandbox');
  });

  it('makes a deb that is called latchkey and says who keeps it', () => {
    const after = (name: string): string | undefined => told.deb[told.deb.indexOf(name) + 1];
    expect([after('--name'), after('--maintainer'), after('--license')]).toEqual([
      'latchkey',
      'The Latchkey developers <nobody@latchkey.invalid>',
      'MIT',
    ]);
    expect(told.deb.some((arg) => arg.endsWith('=/usr/share/applications/latchkey.desktop'))).toBe(true);
  });

  describe('for macOS', () => {
    const contents = (): string =>
      path.join(project, `release/mac${process.arch === 'x64' ? '' : `-${process.arch}`}/Latchkey.app/Contents`);
    const value = (key: string): string => {
      const plist = readFileSync(path.join(contents(), 'Info.plist'), 'utf8');
      return new RegExp(`<key>${key}</key>\\s*<string>([^<]*)`).exec(plist)?.[1] ?? '';
    };

    it('has the same in its archive, with its own native part', () => {
      const archive = path.join(contents(), 'Resources/app.asar');
      const but = (names: string[]): string[] => names.filter((name) => !name.endsWith('.node')).toSorted();
      expect(but(packed(archive))).toEqual(but(packed(app)));
      expect(natives(archive)).toEqual([`/node_modules/keytar/prebuilds/darwin-${process.arch}/keytar.node`]);
    });

    it('has the same fuses', async () => {
      expect(await wireOf(path.join(contents(), '..'))).toEqual(FUSES.map(([, , fuse]) => fuse));
    });

    it('says what it wants the camera for, takes our links and has a mark of its archive for Electron to compare', () => {
      expect(value('NSCameraUsageDescription')).toContain('QR code');
      const plist = readFileSync(path.join(contents(), 'Info.plist'), 'utf8');
      expect(plist).toMatch(/<key>CFBundleURLSchemes<\/key>\s*<array>\s*<string>latchkey<\/string>/);
      expect(value('hash')).toMatch(/^[0-9a-f]{64}$/);
    });

    it('takes two exceptions from the hardened runtime and no more', async () => {
      const entitlements = await readFile(path.join(root, 'build/entitlements.mac.plist'), 'utf8');
      expect([...entitlements.matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key)).toEqual([
        'com.apple.security.cs.allow-jit',
        'com.apple.security.device.camera',
      ]);
    });
  });
});

describe('the installers', () => {
  it('leave the vault where it is when the program is taken away', async () => {
    expect(await readFile(path.join(root, 'electron-builder.yml'), 'utf8')).toMatch(/\n {2}deleteAppDataOnUninstall: false\n/);
  });
});
