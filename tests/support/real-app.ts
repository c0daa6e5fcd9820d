import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import type { Launched, LaunchOptions } from '../../main/shell/chromium/launched.ts';
import { SharedPipe } from './share-transport.ts';

/** Where a person's things are kept for one test: a profile and a documents folder of their own. */
export interface Desk {
  readonly profile: string;
  readonly documents: string;
  readonly folder: string;
  remove(): Promise<void>;
}

/** The built app in a real browser, driven on the host's own pipe. */
export interface RealApp {
  readonly page: Page;
  readonly launched: Launched;
  readonly pipe: SharedPipe;
  close(): Promise<void>;
}

/** An empty desk. */
export async function makeDesk(): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-desk-'));
  return {
    folder,
    profile: path.join(folder, 'profile'),
    documents: path.join(folder, 'Documents'),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** Puts a vault's file on an empty desk, where the app there knows it. */
export async function putVault(desk: Desk, bytes: Uint8Array): Promise<void> {
  await mkdir(desk.documents, { recursive: true });
  await mkdir(desk.profile, { recursive: true, mode: 0o700 });
  const file = path.join(desk.documents, 'studio.latchkey');
  await writeFile(file, bytes);
  await writeFile(path.join(desk.profile, 'vaults.json'), JSON.stringify([{ id: 'A'.repeat(22), path: file, lastOpened: null }]));
}

/** Starts the built app (`dist/`) headless at a desk, its clock so many seconds ahead. `root` is the repository's folder. */
export async function startApp(desk: Desk, root: string, options: Partial<LaunchOptions> = {}): Promise<RealApp> {
  const built = pathToFileURL(path.join(root, 'dist/main/chromium.js')).href;
  const { launch } = (await import(built)) as { launch: (options: LaunchOptions) => Promise<Launched> };
  const pipe = new SharedPipe();
  const launched = await launch({
    headless: true,
    profile: desk.profile,
    documents: desk.documents,
    clockOffset: 0,
    size: { width: 1180, height: 760 },
    through: pipe.through,
    ...options,
  });
  const page = await pipe.page();
  return {
    page,
    launched,
    pipe,
    async close() {
      await launched.app.close();
      pipe.end();
    },
  };
}
