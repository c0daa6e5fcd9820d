import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { Port } from '../../../shared/port.ts';
import { Cdp } from './cdp.ts';
import { chromiumEnvironment, chromiumFlags, findChromium } from './flags.ts';
import { nulPort } from './pipe.ts';
import { makeProfile, removeProfile, sweepProfiles } from './profile-folder.ts';

const CLOSE_MS = 5000;
const STDERR_KEPT = 2000;

/** How a browser is started. */
export interface BrowserOptions {
  readonly headless: boolean;
  readonly size: { readonly width: number; readonly height: number };
  /** Path of the binary; undefined for the first of the usual places. */
  readonly chromium?: string | undefined;
  /** Where the browser's short-lived profile goes; the system's run-time or temporary folder when not given. */
  readonly runtimeFolder?: string | undefined;
  /** Stands between the host and the browser's pipe, so that another client may share it. */
  readonly through?: ((pipe: Port) => Port) | undefined;
}

/** A running Chromium of our own. */
export interface Browser {
  readonly cdp: Cdp;
  readonly pid: number;
  /** Resolves when the process has ended and its profile is removed. Never rejects. */
  readonly ended: Promise<void>;
  /** The last of what it wrote to standard error. */
  complaint(): string;
  /** Ends it, within 5 s by asking, else by force; resolves as `ended` does. */
  close(): Promise<void>;
}

/** Starts Chromium on a pipe with a fresh profile. Throws when there is no Chromium. */
export function startBrowser(options: BrowserOptions): Browser {
  const file = findChromium(options.chromium, existsSync);
  if (file === null) throw new Error('No Chromium found. Debian: apt-get install chromium, or name one in LATCHKEY_CHROMIUM.');
  const parent = options.runtimeFolder ?? process.env['XDG_RUNTIME_DIR'] ?? tmpdir();
  const profile = makeProfile(parent);
  // SECURITY: the sandbox is given up for root alone, where Chromium refuses to start with it. Anybody else sees its error instead.
  const noSandbox = process.getuid?.() === 0;
  const flags = chromiumFlags({ profile, headless: options.headless, noSandbox, size: options.size });
  const child = spawn(file, flags, { env: chromiumEnvironment(process.env), stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  // What an earlier run left can wait until this one is on its way.
  void sweepProfiles(parent);
  const stderr = keepTail(child);
  const pipe = nulPort(child.stdio[4] as Readable, child.stdio[3] as Writable);
  const cdp = new Cdp(options.through?.(pipe) ?? pipe);
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  }).then(() => {
    cdp.end();
    return removeProfile(profile).catch(() => {});
  });
  return {
    cdp,
    pid: child.pid ?? 0,
    ended,
    complaint: stderr,
    async close() {
      const force = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
      cdp.tell('Browser.close', {});
      await ended;
      clearTimeout(force);
    },
  };
}

function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.on('data', (data: Buffer) => {
    tail = (tail + data.toString()).slice(-STDERR_KEPT);
  });
  return () => tail;
}
