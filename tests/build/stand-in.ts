import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadConfigFromFile } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** What marks the fuses in Electron's program, their version and count, and each that is named the wrong way round; the ninth as Electron has it. */
const FUSE_WIRE = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100111')]);

const config = await loadConfigFromFile({ command: 'build', mode: 'production' }, path.join(root, 'vite.config.ts'));

/** The bundles of the main process there are to be, by the build's own configuration. */
export const ENTRIES = Object.keys(config?.config.environments?.['main']?.build?.rolldownOptions?.input ?? {});

async function put(file: string, content: string | Buffer = path.basename(file), mode = 0o644): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content, { mode });
}

/** A stand-in for Electron's program on Linux with Electron's fuses in it: what is packed and how is real, but nothing can be started. */
export async function linuxStandIn(at: string): Promise<void> {
  await mkdir(path.join(at, 'resources'), { recursive: true });
  await put(path.join(at, 'electron'), FUSE_WIRE, 0o755);
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) await put(path.join(at, name), '45.4.1');
}

/** The same for macOS, where the fuses are in the framework. */
export async function macStandIn(at: string): Promise<void> {
  const contents = path.join(at, 'Electron.app/Contents');
  const plist = (name: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string></dict></plist>`;
  await mkdir(path.join(contents, 'Resources'), { recursive: true });
  await put(path.join(contents, 'Info.plist'), plist('Electron'));
  await put(path.join(contents, 'MacOS/Electron'), 'x', 0o755);
  await put(path.join(contents, 'Frameworks/Electron Framework.framework/Electron Framework'), FUSE_WIRE);
  for (const kind of ['', ' (GPU)', ' (Renderer)', ' (Plugin)']) {
    const helper = path.join(contents, `Frameworks/Electron Helper${kind}.app/Contents`);
    await put(path.join(helper, 'Info.plist'), plist(`Electron Helper${kind}`));
    await put(path.join(helper, `MacOS/Electron Helper${kind}`), 'x', 0o755);
  }
  await put(path.join(at, 'icon.icns'), Buffer.from('icns\0\0\0\x08'));
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) await put(path.join(at, name), '45.4.1');
}

/** The files a bundle needs, itself included, by the imports in them. */
export function reached(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?["'](\.{1,2}\/[^"'\n]+)["']/g)) {
    reached(path.resolve(path.dirname(file), name), known);
  }
  return known;
}

/**
 * A project to pack: this one's configuration, the bundles of the last build where it is whole and stand-ins for them elsewhere, and beside
 * them what must not get into a package. Gives whether the bundles are real.
 */
export async function projectToPack(project: string): Promise<boolean> {
  await mkdir(project);
  for (const name of ['package.json', 'package-lock.json', 'electron-builder.yml', 'LICENSE', 'NOTICE', 'build']) {
    await cp(path.join(root, name), path.join(project, name), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
  const bundles = [...ENTRIES.map((name) => `main/${name}.js`), 'preload/preload.cjs', 'renderer/index.html'];
  const built = bundles.every((name) => existsSync(path.join(root, 'dist', name)));
  if (built) await cp(path.join(root, 'dist'), path.join(project, 'dist'), { recursive: true });
  else {
    for (const name of [...bundles, 'main/chunks/some-1.js', 'main/chromium/run-1.js']) await put(path.join(project, 'dist', name));
    await put(path.join(project, 'dist/main/electron.js'), 'import "./chunks/some-1.js";');
    await put(path.join(project, 'dist/main/chromium.js'), 'await import("./chromium/run-1.js");');
  }
  for (const name of [
    'dist/main/engine.js.map',
    'dist/renderer/assets/a.css.map',
    '.env',
    'main/core/a.ts',
    'tests/a.test.ts',
    'docs/a.md',
  ]) {
    await put(path.join(project, name));
  }
  return built;
}
