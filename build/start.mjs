// `npm start`: the app, in Electron where its program is there, else in the system's Chromium.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { browser, bundle, checkNode, findElectron, main, packages, root, SetupError, say } from './setup.mjs';

const FETCH = '--fetch-electron';

await main(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== FETCH);
  checkNode();
  if (!hasDisplay(args))
    throw new SetupError(`No display. Run: ${['xvfb-run -a npm start', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')}`);
  packages();
  bundle();
  if (process.argv.includes(FETCH) && findElectron() === null) fetchElectron();
  const electron = findElectron();
  if (electron === null) browser();
  if (electron === null)
    say('Electron is not here, so Latchkey runs in the system Chromium. (npm start -- --fetch-electron downloads Electron.)');
  const app = electron === null ? [process.execPath, path.join(root, 'dist/main/chromium.js')] : [electron, root];
  process.exitCode = await runToEnd([...app, ...args]);
});

/** Electron's own downloader; no answer within two minutes counts as none. */
function fetchElectron() {
  const installer = path.join(root, 'node_modules/electron/install.js');
  say('Downloading Electron…');
  const done = spawnSync(process.execPath, [installer], { cwd: root, stdio: ['ignore', 2, 2], timeout: 120_000 });
  if (done.status !== 0 || findElectron() === null) say('Electron could not be downloaded.');
}

/** @param {readonly string[]} args */
function hasDisplay(args) {
  if (process.platform !== 'linux' || args.includes('--headless')) return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Runs the app until it ends and passes the usual signals on. @param {readonly string[]} command @returns {Promise<number>} */
function runToEnd([program = '', ...args]) {
  return new Promise((resolve) => {
    const app = spawn(program, args, { cwd: process.cwd(), stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => app.kill(signal));
    app.on('error', (error) => {
      say(`Latchkey could not be started: ${error.message}`);
      resolve(1);
    });
    app.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
