import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { type ChromiumShell, startChromiumShell } from '../../main/shell/chromium/chromium-shell.ts';
import type { Refusal } from '../../main/shell/chromium/refusals.ts';
import type { Bridge } from '../../shared/port.ts';
import { SharedPipe } from './share-transport.ts';

declare global {
  interface Window {
    readonly latchkey?: Bridge;
  }
  /** What tests/support/host-page/page.js leaves. */
  var hostPage: {
    readonly globals: readonly string[];
    readonly bridge: Bridge | undefined;
    readonly instance: string;
    readonly received: readonly (readonly ['engine' | 'shell', string])[];
  };
}

const at = (name: string): string => path.resolve(import.meta.dirname, name);

/** Files of a host that runs the test page with the echoing engine. */
export const HOST_PAGE = at('host-page');
export const ECHO_ENGINE = at('echo-engine.mjs');

/** A headless Chromium host under test, with a folder of its own and a pipe that tests share. */
export interface TestHost {
  readonly shell: ChromiumShell;
  readonly pipe: SharedPipe;
  readonly refused: readonly Refusal[];
  readonly folder: string;
  /** Playwright's view of the window. */
  page(): Promise<Page>;
  end(): Promise<void>;
}

/** A folder that `end` of the host started in it removes. */
export function makeTestFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'latchkey-host-test-'));
}

/** Starts a host, not yet open. */
export async function startTestHost(options: { folder?: string; headless?: boolean } = {}): Promise<TestHost> {
  const pipe = new SharedPipe();
  const refused: Refusal[] = [];
  const folder = options.folder ?? (await makeTestFolder());
  const shell = await startChromiumShell({
    headless: options.headless ?? true,
    size: { width: 1000, height: 700 },
    pageFolder: HOST_PAGE,
    engineFile: ECHO_ENGINE,
    runtimeFolder: folder,
    chromium: process.env['LATCHKEY_CHROMIUM'],
    through: pipe.through,
    onRefused: (refusal) => refused.push(refusal),
  });
  let page: Promise<Page> | null = null;
  return {
    shell,
    pipe,
    refused,
    folder,
    page: () => (page ??= pipe.page()),
    async end() {
      await shell.close();
      pipe.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
