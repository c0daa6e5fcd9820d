import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { app, Menu, protocol, session } from 'electron';
import { runApp } from '../app.ts';
import { Assets } from '../assets.ts';
import { ElectronShell } from './electron-shell.ts';
import { hardenContents } from './harden-contents.ts';
import { hardenSession } from './harden-session.ts';
import { SCHEME } from './origin.ts';
import { type Outside, takeLinks } from './outside.ts';
import { servePage } from './page-protocol.ts';

/**
 * What must be settled before Electron is ready; synchronous, because ready waits for nothing that comes later. Throws when the app is to
 * run without a sandbox.
 */
export function prepare(platform: NodeJS.Platform = process.platform): void {
  // SECURITY: one fault of a renderer outside its sandbox reads the vault, so a system that cannot make one gets no app without. Root is no
  // person at a desk: Chromium makes no sandbox for it.
  if (app.commandLine.hasSwitch('no-sandbox') && process.getuid?.() !== 0) throw new Error('not with --no-sandbox');
  // SECURITY: a standard, secure scheme gives the page one origin; without bypassCSP and service workers it gets no more.
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  // SECURITY: no renderer without a sandbox, whatever its preferences say.
  app.enableSandbox();
  // SECURITY: no name resolves, for whatever part of Chromium would still ask.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Wayland gives a key over all programs through a portal (Electron's page "globalShortcut").
  if (platform === 'linux') app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
  // Windows groups windows and their shortcut by it; the installer gives the shortcut the same (appId in electron-builder.yml).
  if (platform === 'win32') app.setAppUserModelId('app.latchkey.desktop');
  // SECURITY: for every web contents there will ever be, not only for ours.
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  // The app ends when the engine has ended, not when the window has: on macOS it stays, and its vault is locked by the app's own clock.
  app.on('window-all-closed', () => undefined);
}

/**
 * Takes the profile the command line asks for, before Electron is ready and before its lock on a single instance is taken, which goes by
 * the folder of its own data: apps on two profiles run side by side. Gives the folder of vaults and settings.
 * Throws when the switch has no value.
 */
export function takeProfile(): string {
  const asked = app.commandLine.getSwitchValue('profile');
  if (asked === '') {
    // An app that was to open one profile must not open another.
    if (app.commandLine.hasSwitch('profile')) throw new Error('--profile=FOLDER');
    return path.join(app.getPath('userData'), 'profile');
  }
  const profile = path.resolve(asked);
  app.setPath('userData', path.join(profile, 'electron'));
  return profile;
}

/**
 * Runs the app on a profile from Electron's ready to its end; gives whether ending the process would wait for a native call. `outside` has
 * been listening since the start.
 */
export async function boot(profile: string, outside: Outside): Promise<{ readonly hanging: boolean }> {
  const devTools = !app.isPackaged;
  const parts = app.getAppPath();
  // macOS needs the menu's keys to copy and paste; elsewhere the default menu would only reload the page.
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
  await mkdir(profile, { recursive: true, mode: 0o700 });
  // SECURITY: a session in memory leaves no cache, cookies or storage on disk.
  const ours = session.fromPartition('latchkey', { cache: false });
  for (const each of [ours, session.defaultSession]) hardenSession(each, devTools);
  ours.protocol.handle(SCHEME, servePage(await Assets.list(path.join(parts, 'dist/renderer'))));
  const shell = new ElectronShell({
    enginePath: path.join(parts, 'dist/main/engine.js'),
    preloadPath: path.join(parts, 'dist/preload/preload.cjs'),
    documents: app.getPath('documents'),
    profile,
    icons: path.join(parts, 'build/tray'),
    outside,
    session: ours,
    devTools,
    onRefused: (channel) => process.stderr.write(`refused a message on ${channel} from a frame that is not ours\n`),
  });
  takeLinks(process.platform);
  // macOS: the icon in the Dock was clicked.
  app.on('activate', () => shell.reopen());
  // For tests and the demo: a packaged app has the machine's time and no other.
  const clockOffset = devTools ? Math.trunc(Number(app.commandLine.getSwitchValue('clock-offset'))) : 0;
  const running = await runApp(shell, { profile, documents: app.getPath('documents'), version: app.getVersion(), clockOffset });
  // Quitting by menu or by the system lets the engine finish, as closing the window does.
  app.on('before-quit', (event) => {
    event.preventDefault();
    void running.close();
  });
  await running.closed;
  return { hanging: running.hanging };
}
