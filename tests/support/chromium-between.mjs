// Stands where the host expects its browser: node chromium-between.mjs CHROMIUM SOCKET LOG FLAG...
// Starts the real one and hands both pipes to whoever listens at SOCKET, so that a test can share them; LOG gets what the browser writes.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { connect, Socket } from 'node:net';

const [file, socket, log, ...flags] = process.argv.slice(2);
const browser = spawn(file, flags, { stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'] });

const fromHost = new Socket({ fd: 3, readable: true, writable: false });
const toHost = new Socket({ fd: 4, readable: false, writable: true });
const host = connect(socket);
const chromium = connect(socket);
for (const stream of [fromHost, toHost, host, chromium, browser.stdio[3], browser.stdio[4]]) stream.on('error', () => {});
host.write('h');
chromium.write('c');
fromHost.pipe(host).pipe(toHost);
browser.stdio[4].pipe(chromium).pipe(browser.stdio[3]);
for (const stream of [browser.stdout, browser.stderr]) stream.on('data', (data) => appendFileSync(log, data));
browser.stderr.pipe(process.stderr).on('error', () => {});
// A host that is gone wants no browser any more.
fromHost.on('close', () => browser.kill('SIGKILL'));
browser.once('exit', (code) => process.exit(code ?? 1));
