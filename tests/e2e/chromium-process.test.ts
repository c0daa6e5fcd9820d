import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAlive, whenGone } from '../../main/shell/chromium/processes.ts';
import { rendererPids } from '../../main/shell/chromium/renew.ts';
import { makeTestFolder, startTestHost, type TestHost } from '../support/chromium-host.ts';
import { nextTexts } from '../shell/conformance.ts';
import { endHostProcesses, startHostProcess } from '../support/host-process.ts';

describe('the page process', () => {
  let host: TestHost;
  beforeEach(async () => {
    host = await startTestHost();
    await host.shell.open();
  });
  afterEach(() => host.end());
  // Not by Playwright, for which a page that crashed once is lost.
  const answers = async (): Promise<void> => {
    const text = Promise.race([
      nextTexts(host.shell.page),
      new Promise((_, fail) => setTimeout(() => fail(new Error('silent')), 500)),
    ]);
    host.shell.page.post('relay to shell');
    expect(await text).toEqual(['relayed']);
  };

  it('is another after a renewal, and the old one is gone', async () => {
    for (let round = 0; round < 3; round++) {
      const before = await rendererPids(host.shell.cdp);
      expect(before).toHaveLength(1);
      await host.shell.renewPage();
      expect(before.filter(isAlive)).toEqual([]);
      const after = await rendererPids(host.shell.cdp);
      expect(after).toHaveLength(1);
      expect(after).not.toEqual(before);
    }
  });

  it('is ended though the page hangs', async () => {
    const page = await host.page();
    const before = await rendererPids(host.shell.cdp);
    page
      .evaluate(() => {
        addEventListener('beforeunload', (event) => event.preventDefault());
        for (;;);
      })
      .catch(() => {});
    await new Promise((done) => setTimeout(done, 200));
    await host.shell.renewPage();
    expect(before.filter(isAlive)).toEqual([]);
    await answers();
  });

  it('comes back after a crash, twice, and at the third the window is given up', async () => {
    let closed = 0;
    host.shell.onClosed(() => closed++);
    for (const _ of [1, 2]) {
      const [pid = 0] = await rendererPids(host.shell.cdp);
      process.kill(pid, 'SIGKILL');
      await vi.waitFor(async () => expect((await rendererPids(host.shell.cdp)).filter((other) => other !== pid)).toHaveLength(1));
      await vi.waitFor(answers, { timeout: 10_000 });
    }
    expect(closed).toBe(0);
    const [pid = 0] = await rendererPids(host.shell.cdp);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(closed).toBe(1), { timeout: 10_000 });
  });

  it('leaves a profile that only its owner can enter, and removes it at the end', async () => {
    const [name = ''] = await readdir(host.folder);
    const profile = await stat(path.join(host.folder, name));
    expect(profile.mode & 0o777).toBe(0o700);
    const { browserPid } = host.shell;
    await host.shell.close();
    expect(isAlive(browserPid)).toBe(false);
    expect(await readdir(host.folder)).toEqual([]);
  });
});

describe('the host process', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await makeTestFolder();
  });
  afterEach(() => {
    endHostProcesses();
    return rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('cleans up on %s', async (signal, code) => {
    const { child, report, exited } = await startHostProcess({ runtimeFolder: folder });
    expect(report.relayed).toBe('relayed');
    child.kill(signal);
    expect(await exited).toBe(code);
    expect(await whenGone([report.browserPid, report.enginePid, ...report.rendererPids], 2000)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes browser and engine with it when it is killed, and the next start sweeps its profile', async () => {
    const { child, report, exited } = await startHostProcess({ runtimeFolder: folder });
    child.kill('SIGKILL');
    await exited;
    expect(await whenGone([report.browserPid, report.enginePid, ...report.rendererPids], 10_000)).toEqual([]);
    expect(await readdir(folder)).toHaveLength(1);
    const host = await startTestHost({ folder });
    expect(await readdir(folder)).toHaveLength(1);
    await host.shell.close();
    expect(await readdir(folder)).toEqual([]);
  });
});
