import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { ORIGIN } from '../../main/shell/chromium/bridge-script.ts';
import type { Cdp } from '../../main/shell/chromium/cdp.ts';
import { findChromium } from '../../main/shell/chromium/flags.ts';
import { nulPort } from '../../main/shell/chromium/pipe.ts';
import type { Settings } from '../../shared/settings.ts';
import { SharedPipe } from './share-transport.ts';

/** A person's home with everything the app could write in it, and outside it what the test keeps for itself. */
export interface Home {
  readonly folder: string;
  readonly documents: string;
  readonly profile: string;
  /** Where the browser's profile goes while the app runs. */
  readonly runtime: string;
  /** What all processes of the app have written to their standard output and error. */
  output(): Promise<Buffer>;
  remove(): Promise<void>;
}

/** The built program in a process of its own, as a person starts it; the test shares its browser's pipe without its knowing. */
export interface AppInProcess {
  readonly pid: number;
  readonly page: Page;
  /** A further client of its browser. */
  readonly cdp: Cdp;
  /** Ends it as a session's end does; the exit code. */
  quit(): Promise<number | null>;
}

const children = new Set<ChildProcess>();

/** Ends what a failed test has left. */
export function endAppProcesses(): void {
  for (const child of children) child.kill('SIGKILL');
}

/** An empty home, with some settings if wanted. */
export async function makeHome(settings: Partial<Settings> = {}): Promise<Home> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-home-'));
  const apart = await mkdtemp(path.join(tmpdir(), 'latchkey-apart-'));
  const home = { folder, documents: path.join(folder, 'Documents'), profile: path.join(folder, 'profile'), apart };
  const runtime = path.join(folder, 'run');
  await mkdir(runtime, { mode: 0o700 });
  await mkdir(home.profile, { mode: 0o700 });
  await writeFile(path.join(home.profile, 'settings.json'), JSON.stringify(settings));
  const log = outputOf(apart);
  await writeFile(log, '');
  const made = {
    ...home,
    runtime,
    output: () => readFile(log),
    async remove() {
      for (const each of [folder, apart]) await rm(each, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
  apartOf.set(made, apart);
  return made;
}

const apartOf = new WeakMap<Home, string>();
const outputOf = (apart: string): string => path.join(apart, 'output');

/** How the program is started. */
export interface AppProcessOptions {
  /** With core dumps. */
  readonly dumps?: boolean;
  /** More of the environment, and more on the command line. */
  readonly env?: NodeJS.ProcessEnv;
  readonly args?: readonly string[];
}

/** Starts the built program of `root`, the repository's folder. Throws with what it wrote when it ends before its window is there. */
export async function startAppProcess(home: Home, root: string, options: AppProcessOptions = {}): Promise<AppInProcess> {
  const apart = apartOf.get(home);
  if (apart === undefined) throw new Error('a home of this module');
  const log = outputOf(apart);
  const socket = path.join(apart, `${Date.now()}.socket`);
  const pipe = new SharedPipe();
  const { server, joined } = await listen(socket, pipe);
  const between = await writeBetween(apart, socket, log);
  const program = [
    process.execPath,
    path.join(root, 'dist/main/chromium.js'),
    '--headless',
    '--profile',
    home.profile,
    ...(options.args ?? []),
  ];
  const child = spawn('/bin/sh', ['-c', `ulimit -c ${options.dumps ? 'unlimited' : '0'} && exec "$@"`, 'sh', ...program], {
    cwd: home.folder,
    env: {
      PATH: process.env['PATH'],
      LANG: 'C.UTF-8',
      HOME: home.folder,
      XDG_RUNTIME_DIR: home.runtime,
      LATCHKEY_CHROMIUM: between,
      // The engine's standard error too.
      LATCHKEY_DEBUG: '1',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => void appendFile(log, data));
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  void exited.then(() => children.delete(child));
  await Promise.race([
    joined,
    exited.then(async () => {
      throw new Error(`the app ended: ${await readFile(log, 'utf8')}`);
    }),
  ]);
  const page = await pipe.page();
  page.setDefaultTimeout(30_000);
  return {
    pid: child.pid ?? 0,
    page,
    cdp: await pipe.cdp(),
    async quit() {
      child.kill('SIGTERM');
      const code = await exited;
      pipe.end();
      server.close();
      return code;
    },
  };
}

async function writeBetween(apart: string, socket: string, log: string): Promise<string> {
  const file = path.join(apart, 'chromium');
  const real = findChromium(process.env['LATCHKEY_CHROMIUM'], existsSync);
  const words = [process.execPath, path.resolve(import.meta.dirname, 'chromium-between.mjs'), real, socket, log];
  await writeFile(file, `#!/bin/sh\nexec ${words.map((word) => `'${word}'`).join(' ')} "$@"\n`);
  await chmod(file, 0o755);
  return file;
}

/** Waits for both ends of the browser's pipe and joins them through the shared one. */
async function listen(file: string, pipe: SharedPipe): Promise<{ readonly server: Server; readonly joined: Promise<void> }> {
  let arrived: (socket: Socket) => void = () => undefined;
  const server = createServer((socket) => arrived(socket));
  const joined = new Promise<void>((done) => {
    const ends: { h?: Socket; c?: Socket } = {};
    arrived = (socket) => {
      socket.on('error', () => undefined);
      socket.once('readable', () => {
        const which = (socket.read(1) as Buffer | null)?.toString();
        if (which !== 'h' && which !== 'c') return void socket.destroy();
        ends[which] = socket;
        if (ends.h === undefined || ends.c === undefined) return;
        const host = nulPort(ends.h, ends.h);
        const shared = pipe.through(nulPort(ends.c, ends.c));
        let ours = false;
        shared.onMessage((text) => {
          host.post(text);
          // A second client before the host has armed its page would be in its way.
          ours ||= text.includes('"Page.frameNavigated"') && text.includes(ORIGIN);
          if (ours && text.includes('"Page.lifecycleEvent"') && text.includes('"load"')) done();
        });
        host.onMessage((text) => shared.post(text));
      });
    };
  });
  await new Promise<void>((done) => server.listen(file, done));
  return { server, joined };
}
