import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Page } from 'playwright';
import { chromiumEnvironment, findChromium } from '../../main/shell/chromium/flags.ts';
import { nulPort } from '../../main/shell/chromium/pipe.ts';
import type { SharedPipe } from '../support/share-transport.ts';

/** A Chromium with one word in its window, on the pipe of a test. */
export interface Bare {
  /** When it was started, in Unix ms. */
  readonly from: number;
  page(): Promise<Page>;
  end(): Promise<void>;
}

/** Starts it with a profile in `folder`. Throws when there is no Chromium. */
export function startBare(folder: string, size: { readonly width: number; readonly height: number }, pipe: SharedPipe): Bare {
  const file = findChromium(process.env['LATCHKEY_CHROMIUM'], existsSync);
  if (file === null) throw new Error('no Chromium');
  const flags = [
    '--remote-debugging-pipe',
    '--app=data:text/html,<p>Latchkey',
    `--user-data-dir=${folder}`,
    `--window-size=${size.width},${size.height}`,
    '--no-first-run',
    '--password-store=basic',
    ...((process.env['DISPLAY'] ?? '') === '' ? ['--headless'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const from = Date.now();
  const child: ChildProcess = spawn(file, flags, {
    env: chromiumEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  pipe.through(nulPort(child.stdio[4] as Readable, child.stdio[3] as Writable));
  return {
    from,
    async page() {
      for (;;) {
        const page = await pipe.page().catch(() => null);
        if (page !== null) return page;
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    async end() {
      child.kill();
      await ended;
    },
  };
}
