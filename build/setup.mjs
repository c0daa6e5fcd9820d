// Makes a fresh clone runnable: packages, bundle, browser. Needs Node and npm, nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '..');

/** What the Chromium host and every browser test need, as Debian packages. */
const BROWSER = ['chromium', 'fonts-liberation'];
/** What the tests need besides: a display, a secret service, and a second opinion on codes. */
const TEST_TOOLS = ['xvfb', 'xauth', 'dbus-daemon', 'gnome-keyring', 'libsecret-1-0', 'oathtool'];
const SOURCES = ['main', 'renderer', 'shared', 'vite.config.ts', 'package-lock.json'];
const BUNDLES = ['dist/main/chromium.js', 'dist/main/engine.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'];

/** Where a browser may be; the same places, in the same order, as the Chromium host looks at (main/shell/chromium/flags.ts). */
export const BROWSER_PLACES = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Set-up cannot go on; the message is the sentence to print. */
export class SetupError extends Error {}

/** Prints one line about the house's own work, on stderr so that a program's output stays its own. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Seconds since `start`, for people. @param {number} start */
export function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Runs a program to its end with its output shown; throws a SetupError when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
function run(command, args, options = {}) {
  // Standard output goes to stderr too: the last line of `npm test` on stdout is the count.
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (done.status === 0) return;
  const why = done.error?.message ?? (done.signal ? `ended by ${done.signal}` : `exit code ${done.status}`);
  throw new SetupError(`${[path.basename(command), ...args].join(' ')} failed: ${why}.`);
}

/** Refuses a Node that lacks what the sources use. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits) throw new SetupError(`This is Node ${version}. Latchkey needs Node 20.19 or later, 22.12 or later, or 24.`);
}

/** Installs the locked packages when there are none, or older ones than the lock. */
export function packages() {
  const mark = path.join(root, 'node_modules/.package-lock.json');
  if (changed(mark) >= changed(path.join(root, 'package-lock.json'))) return;
  say('Installing packages (npm ci)…');
  const start = performance.now();
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args]);
  else run('npm', args, { shell: process.platform === 'win32' });
  say(`Packages installed in ${since(start)}.`);
}

/** Bundles page, engine, hosts and preload when a source is newer than the last whole bundle. */
export function bundle() {
  const stamp = path.join(root, '.cache/bundled');
  const whole = BUNDLES.every((file) => existsSync(path.join(root, file)));
  const newest = Math.max(...SOURCES.map((name) => newestIn(path.join(root, name))));
  if (whole && changed(stamp) >= newest) return;
  const start = performance.now();
  const began = new Date();
  run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn']);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // The stamp bears the time the build began, so that a file saved while it ran is built again.
  utimesSync(stamp, began, began);
  say(`Bundled in ${since(start)}.`);
}

/** The browser to use, or null; `LATCHKEY_CHROMIUM` wins and must exist. */
export function findBrowser() {
  const chosen = process.env.LATCHKEY_CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new SetupError(`LATCHKEY_CHROMIUM names ${chosen}, which does not exist.`);
  }
  return BROWSER_PLACES.find((file) => existsSync(file)) ?? null;
}

/** Sees to a Chromium for the host. */
export function browser() {
  if (findBrowser() !== null) return;
  debianPackages(
    BROWSER,
    'No Chromium was found.',
    '\n  Elsewhere install Chromium or Chrome, or set LATCHKEY_CHROMIUM to its path.',
  );
  if (findBrowser() === null)
    throw new SetupError('Chromium was installed but is not where it should be. Set LATCHKEY_CHROMIUM to its path.');
}

/** Sees to everything the tests use. Away from Debian and Ubuntu only the browser is asked for; tests without their tool say that they skip. */
export function testTools() {
  browser();
  if (isDebian()) debianPackages(TEST_TOOLS, 'Some tools of the tests are missing.');
}

/** The Electron program, or null. Found without importing `electron`, which would begin a download. */
export function findElectron() {
  const home = path.join(root, 'node_modules/electron');
  const named = path.join(home, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : defaultElectronName();
  const file = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH || path.join(home, 'dist'), name);
  return existsSync(file) ? file : null;
}

function defaultElectronName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/**
 * Installs Debian packages as root, or tells the person the one command that does.
 * @param {readonly string[]} wanted
 * @param {string} why
 * @param {string} [otherwise]
 */
function debianPackages(wanted, why, otherwise = '') {
  const missing = isDebian() ? wanted.filter((name) => !isInstalled(name)) : wanted;
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !isDebian()) {
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
    throw new SetupError(`${why}\n  On Debian or Ubuntu run:  ${command}${otherwise}`);
  }
  say(`${why} Installing: ${missing.join(' ')}…`);
  const start = performance.now();
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const quiet = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const patient = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  run('apt-get', [...patient, 'update'], quiet);
  run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...missing], quiet);
  say(`Installed in ${since(start)}.`);
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** @param {string} name */
function isInstalled(name) {
  const answer = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status} ', name], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.split(' ').includes('installed');
}

/** When a file last changed, in milliseconds; 0 when it is not there. @param {string} file */
function changed(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The latest change at or below a path; folders count too, so that a deleted file is seen. @param {string} at @returns {number} */
function newestIn(at) {
  const status = statSync(at, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status?.mtimeMs ?? 0;
  return Math.max(status.mtimeMs, ...readdirSync(at).map((name) => newestIn(path.join(at, name))));
}

/** Runs a script's work; a SetupError ends it with its sentence and exit code 1. @param {() => void | Promise<void>} work */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename)
  await main(() => {
    checkNode();
    packages();
    if (process.argv.includes('--tests')) testTools();
    else browser();
    bundle();
  });
