import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bridge, Peer } from '../../shared/port.ts';
import { BRIDGE } from '../../shared/port.ts';
import { Assets } from '../../main/shell/assets.ts';
import { ElectronShell } from '../../main/shell/electron/electron-shell.ts';
import { listenOutside } from '../../main/shell/electron/outside.ts';
import { hardenSession } from '../../main/shell/electron/harden-session.ts';
import { servePage } from '../../main/shell/electron/page-protocol.ts';
import type { ShellDriver } from '../shell/conformance.ts';
import { buildPreload } from './built-preload.ts';
import { app } from './fake-electron.ts';
import type { FakePage } from './fake-electron/page.ts';
import type { FakePortMain } from './fake-electron/ports.ts';
import { whenReady } from './fake-electron/readiness.ts';
import { type FakeSession, fakeSession } from './fake-electron/session.ts';
import { dialogs, opened } from './fake-electron/system.ts';
import { type FakeProgram, FakeUtilityProcess } from './fake-electron/utility.ts';
import { FakeBrowserWindow } from './fake-electron/windows.ts';

/** The tray's pictures. */
export const TRAY_ICONS = path.resolve(import.meta.dirname, '../../build/tray');

export const HOST_PAGE = path.resolve(import.meta.dirname, 'host-page');

/** An engine that answers each text of either pipe with "echo <pipe> <text>", as tests/support/echo-engine.mjs does. */
export const echoProgram: FakeProgram = (parent, exit) => {
  const answer = (pipe: string, text: unknown, post: (text: string) => void): void => {
    if (typeof text === 'string' && text.startsWith('exit ')) return exit(Number(text.slice(5)));
    post(`echo ${pipe} ${String(text)}`);
  };
  let current: FakePortMain | null = null;
  parent.on('message', ({ data, ports: [page] }) => {
    if (data !== 'page' || page === undefined) return answer('shell', data, (text) => parent.postMessage(text));
    current = page;
    page.on('message', (event: { data: unknown }) => {
      if (page === current) answer('page', event.data, (text) => page.postMessage(text));
    });
    page.start();
  });
};

/** The bridge of a page, with what it has delivered since the page loaded. */
export function pageBridge(page: FakePage): { bridge: Bridge; received: (readonly [Peer, string])[] } {
  const known = pages.get(page);
  if (known !== undefined) return known;
  const bridge = page.mainWorld[BRIDGE] as Bridge;
  const received: (readonly [Peer, string])[] = [];
  bridge.onMessage((from, text) => void received.push([from, text]));
  const entry = { bridge, received };
  pages.set(page, entry);
  return entry;
}
const pages = new WeakMap<FakePage, ReturnType<typeof pageBridge>>();

/** The Electron host on the fake module, with the preload as it is built, for tests of the adapter. */
export interface ElectronDriver extends ShellDriver {
  readonly shell: ElectronShell;
  readonly session: FakeSession;
  readonly window: () => FakeBrowserWindow;
  readonly current: () => FakePage;
  readonly refused: string[];
}

let drivers = 0;

/** Makes the host, Electron being ready, its window not yet open. */
export async function electronDriver(platform: NodeJS.Platform = 'linux'): Promise<ElectronDriver> {
  whenReady.now();
  FakeUtilityProcess.program = echoProgram;
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-electron-'));
  const preload = await buildPreload();
  const session = fakeSession.fromPartition(`test ${++drivers}`);
  session.protocol.handle('app', servePage(await Assets.list(HOST_PAGE)));
  hardenSession(session as unknown as Electron.Session, false);
  const refused: string[] = [];
  const shell = new ElectronShell({
    enginePath: '/app/dist/main/engine.js',
    preloadPath: path.join(preload.folder, 'preload.cjs'),
    documents: folder,
    profile: folder,
    icons: TRAY_ICONS,
    outside: listenOutside([]),
    session: session as unknown as Electron.Session,
    devTools: false,
    platform,
    onRefused: (channel) => void refused.push(channel),
  });
  const window = (): FakeBrowserWindow => {
    const last = FakeBrowserWindow.all.at(-1);
    if (last === undefined) throw new Error('no window');
    return last;
  };
  const current = (): FakePage => {
    const { page } = window().webContents;
    if (page === null) throw new Error('no page');
    return page;
  };
  return {
    shell,
    session,
    window,
    current,
    refused,
    folder,
    opened: () => opened,
    page: {
      // The page is another process: what the main process has sent before gets there first.
      async post(to, text) {
        await new Promise((done) => setImmediate(done));
        pageBridge(current()).bridge.post(to, text);
      },
      received: () => Promise.resolve(pageBridge(current()).received),
      pretend: () => Promise.resolve(current().input('keydown', false)),
      instance: () => Promise.resolve(current().instance),
    },
    person: {
      answerDialog: (file) => Promise.resolve(void dialogs.answers.push(file)),
      async drop(file) {
        const dropped = {};
        current().paths.set(dropped, file);
        current().drag('drop', [dropped], true);
      },
      press: () => Promise.resolve(current().input('keydown', true)),
      closeWindow: () => Promise.resolve(window().close()),
      reopenWindow: () => Promise.resolve(shell.reopen()),
      answerQuestion: (yes) => Promise.resolve(void dialogs.presses.push(yes ? 1 : 0)),
    },
    async dispose() {
      for (const event of ['open-url', 'second-instance']) app.removeAllListeners(event);
      for (const each of [folder, preload.folder]) await rm(each, { recursive: true, force: true });
    },
  };
}
