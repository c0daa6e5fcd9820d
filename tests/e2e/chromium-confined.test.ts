import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../main/shell/chromium/flags.ts';
import { existsSync } from 'node:fs';
import { isAlive } from '../../main/shell/chromium/processes.ts';
import { makeTestFolder } from '../support/chromium-host.ts';
import { endHostProcesses, startHostProcess } from '../support/host-process.ts';

const isRoot = process.getuid?.() === 0;
const hasNamespaces = isRoot && spawnSync('unshare', ['-n', 'true']).status === 0;
const USER = 'latchkey-test';

let folder: string;
beforeEach(async () => {
  folder = await makeTestFolder();
});
afterEach(() => {
  endHostProcesses();
  return rm(folder, { recursive: true, force: true });
});

describe('without a network', () => {
  it.skipIf(!hasNamespaces)('starts and works in a network namespace that has no interface', async () => {
    const { child, report, exited } = await startHostProcess({ runtimeFolder: folder, before: ['unshare', '-n'] });
    expect(report.relayed).toBe('relayed');
    child.kill('SIGTERM');
    expect(await exited).toBe(143);
  });

  it('tries no connection and looks up no name', async () => {
    const log = path.join(folder, 'net.json');
    const browser = path.join(folder, 'chromium');
    const real = findChromium(process.env['LATCHKEY_CHROMIUM'], existsSync);
    await writeFile(browser, `#!/bin/sh\nexec '${real}' "$@" --log-net-log='${log}'\n`);
    await chmod(browser, 0o755);
    const { child, exited } = await startHostProcess({ runtimeFolder: folder, env: { LATCHKEY_CHROMIUM: browser } });
    // What a browser does unasked it does within its first seconds.
    await new Promise((done) => setTimeout(done, 3000));
    child.kill('SIGTERM');
    await exited;
    const counts = countEvents(await readFile(log, 'utf8'));
    // Not UDP_CONNECT: asking the kernel whether there is a route to IPv6 sends nothing.
    const tried = ['TCP_CONNECT_ATTEMPT', 'UDP_BYTES_SENT', 'HOST_RESOLVER_MANAGER_JOB', 'DNS_TRANSACTION', 'QUIC_SESSION'];
    console.log(`net log: ${[...counts.values()].reduce((sum, count) => sum + count, 0)} events`);
    expect(tried.map((type) => [type, counts.get(type) ?? 0])).toEqual(tried.map((type) => [type, 0]));
  });
});

describe('the sandbox', () => {
  it.skipIf(!isRoot)('is on for an ordinary user: seccomp filters the page, and no flag turns it off', async () => {
    if (spawnSync('id', [USER]).status !== 0) execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', USER]);
    const home = path.join(folder, 'home');
    let host = 0;
    try {
      execFileSync('install', ['-d', '-m', '700', '-o', USER, home]);
      await chmod(folder, 0o711);
      const before = ['runuser', '-u', USER, '--', 'env', '-i', `HOME=${home}`, `TMPDIR=${home}`, `PATH=${process.env['PATH']}`];
      const { report, exited } = await startHostProcess({ runtimeFolder: home, before });
      host = await parentOf(report.browserPid);
      const [renderer = 0] = report.rendererPids;
      const status = await readFile(`/proc/${renderer}/status`, 'utf8');
      const flags = (await readFile(`/proc/${report.browserPid}/cmdline`, 'utf8')).split('\0');
      expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).toBe(execFileSync('id', ['-u', USER], { encoding: 'utf8' }).trim());
      expect(/^Seccomp:\s+(\d)/m.exec(status)?.[1]).toBe('2');
      expect(/^NSpid:(\s+\d+){2,}/m.test(status)).toBe(true);
      expect(flags.filter((flag) => flag.includes('sandbox'))).toEqual([]);
      // The host itself, not runuser, which has no reason to pass a signal on.
      process.kill(host, 'SIGTERM');
      await exited;
    } finally {
      if (host !== 0 && isAlive(host)) process.kill(host, 'SIGKILL');
      spawnSync('userdel', ['--remove', '--force', USER]);
    }
  });

  it.skipIf(!isRoot)('is off for root alone, where Chromium does not start with it', async () => {
    const { child, report, exited } = await startHostProcess({ runtimeFolder: folder });
    const flags = (await readFile(`/proc/${report.browserPid}/cmdline`, 'utf8')).split('\0');
    child.kill('SIGTERM');
    await exited;
    expect(flags).toContain('--no-sandbox');
  });
});

/** Counts of a Chromium net log by the type of event; a log cut short by the browser's end is mended. */
function countEvents(text: string): Map<string, number> {
  const log = JSON.parse(text.trimEnd().endsWith('}') ? text : `${text.trimEnd().replace(/,$/, '')}]}`) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number }[];
  };
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]));
  const counts = new Map<string, number>();
  for (const { type } of log.events) counts.set(names.get(type) ?? '', (counts.get(names.get(type) ?? '') ?? 0) + 1);
  return counts;
}

async function parentOf(pid: number): Promise<number> {
  return Number(/^PPid:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
