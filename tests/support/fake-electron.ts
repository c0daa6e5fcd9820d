// Stands in for the module `electron` where there is no Electron binary. It imitates what Electron's documentation says of the parts
// the adapter uses, no more; each behaviour names the page it is taken from. That Electron itself behaves so is not shown by it.
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { FakeImage, FakeMenu, FakeTray } from './fake-electron/desktop.ts';
import { FakeChannelMain } from './fake-electron/ports.ts';
import { whenReady } from './fake-electron/readiness.ts';
import { fakeSession } from './fake-electron/session.ts';
import { answerDialog, clipboards, FakeClipboardItem, FakeNotification, opened, pressButton } from './fake-electron/system.ts';
import { FakeUtilityProcess } from './fake-electron/utility.ts';
import { created, FakeBrowserWindow } from './fake-electron/windows.ts';
import { control } from './fake-electron/control.ts';

export { globalShortcut, screen } from './fake-electron/desktop.ts';
export { ipcMain } from './fake-electron/windows.ts';
export { powerMonitor } from './fake-electron/system.ts';
export { FakeBrowserWindow as BrowserWindow, FakeChannelMain as MessageChannelMain, FakeClipboardItem as ClipboardItem };
export { FakeNotification as Notification };
export { FakeImage as nativeImage, FakeTray as Tray, FakeUtilityProcess as utilityProcess, fakeSession as session };

const appMethods = {
  get isPackaged() {
    return control.packaged;
  },
  whenReady: () => whenReady.promise,
  // By electron/shell/browser/api/electron_api_app.cc the lock is in the folder userData.
  requestSingleInstanceLock: () => {
    control.lockedIn.push(appMethods.getPath('userData'));
    return control.first;
  },
  // Page "app", enableSandbox: "This method can only be called before app is ready."
  enableSandbox: () => {
    whenReady.mustNot('enableSandbox');
    control.sandboxed = true;
  },
  getAppPath: () => control.appPath,
  getPath: (name: string) => control.paths.get(name) ?? `${control.home}/${name}`,
  // Page "app", setPath: userData must be overridden before the ready event of the app module is emitted to move all that is kept there.
  setPath: (name: string, path: string) => {
    whenReady.mustNot('setPath');
    control.paths.set(name, path);
  },
  getVersion: () => '0.1.0',
  // Page "app", quit: before-quit can stop it.
  quit: () => {
    control.quits++;
    let stopped = false;
    app.emit('before-quit', { preventDefault: () => void (stopped = true) });
    if (!stopped) appMethods.exit(0);
  },
  // Page "app", focus: on macOS, steal makes an app the active one though another one is.
  focus: (options?: { readonly steal: boolean }) => {
    control.stole = options?.steal === true;
  },
  // Page "app", hide: "Hides all application windows without minimizing them." macOS only.
  hide: () => {
    control.hidden++;
  },
  // Page "app", setAppUserModelId: Windows only.
  setAppUserModelId: (id: string) => {
    control.userModel = id;
  },
  setAsDefaultProtocolClient: (scheme: string, path?: string, args?: string[]) => {
    control.links.push([scheme, path ?? '', ...(args ?? [])]);
    return true;
  },
  // Page "app", exit: at once, without asking, and without before-quit.
  exit: (code?: number) => {
    control.exits.push(code ?? 0);
  },
} satisfies Pick<
  Electron.App,
  | 'isPackaged'
  | 'whenReady'
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'quit'
  | 'focus'
  | 'hide'
  | 'setAppUserModelId'
  | 'setAsDefaultProtocolClient'
  | 'exit'
>;

const commandLine = {
  appendSwitch: (name: string, value?: string) => void control.switches.set(name, value ?? ''),
  // Page "CommandLine", getSwitchValue: an empty string when the switch is absent.
  getSwitchValue: (name: string) => control.given.get(name) ?? '',
  hasSwitch: (name: string) => control.given.has(name),
} satisfies Pick<Electron.CommandLine, 'appendSwitch' | 'getSwitchValue' | 'hasSwitch'>;

export const app = Object.defineProperties(new EventEmitter(), {
  ...Object.getOwnPropertyDescriptors(appMethods),
  commandLine: { value: commandLine },
}) as EventEmitter & typeof appMethods;
created.on('web-contents-created', (event: unknown, contents: unknown) => app.emit('web-contents-created', event, contents));

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
    // Page "protocol": "can only be used before the ready event of the app module gets emitted and can be called only once".
    whenReady.mustNot('registerSchemesAsPrivileged');
    if (control.schemes.length > 0) throw new Error('registerSchemesAsPrivileged can be called only once');
    control.schemes.push(...schemes);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;

// Page "clipboard", selection: a Clipboard on Linux, and undefined on all other platforms.
export const clipboard = Object.defineProperty(clipboards.main, 'selection', {
  get: () => (control.selection ? clipboards.selection : undefined),
});

export const dialog = {
  showOpenDialog: async (_window: unknown, options?: unknown) => {
    const file = await answerDialog(options as Record<string, unknown>);
    return { canceled: file === null, filePaths: file === null ? [] : [file] };
  },
  // Page "dialog", showSaveDialog: an empty string when it was cancelled.
  showSaveDialog: async (_window: unknown, options?: unknown) => {
    const file = await answerDialog(options as Record<string, unknown>);
    return { canceled: file === null, filePath: file ?? '' };
  },
  showMessageBox: async (_window: unknown, options?: unknown) => ({
    response: await pressButton(options as Electron.MessageBoxOptions),
    checkboxChecked: false,
  }),
} satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;

export const safeStorage = {
  // Page "safeStorage", getSelectedStorageBackend: 'unknown' before the app is ready; 'basic_text' when the desktop has no keyring it knows.
  getSelectedStorageBackend: () => (whenReady.is ? control.storage : 'unknown'),
} satisfies Pick<Electron.SafeStorage, 'getSelectedStorageBackend'>;

export const shell = {
  openExternal: (url: string) => {
    opened.push(url);
    return Promise.resolve();
  },
} satisfies Pick<Electron.Shell, 'openExternal'>;

export const Menu = {
  setApplicationMenu: (menu: FakeMenu | null) => {
    control.menu = menu;
  },
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => FakeMenu.buildFromTemplate(template),
};
