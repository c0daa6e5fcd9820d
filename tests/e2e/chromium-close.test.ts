import { execFileSync } from 'node:child_process';
import type { CDPSession } from 'playwright';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeTestFolder, startTestHost, type TestHost } from '../support/chromium-host.ts';
import { HAS_XVFB, startXvfb } from '../support/xvfb.ts';

const clip = (): string => {
  try {
    return execFileSync('xclip', ['-selection', 'clipboard', '-o'], {
      encoding: 'utf8',
      timeout: 5000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
};

describe.skipIf(!HAS_XVFB)('a window that is closed by the person', () => {
  let host: TestHost;
  let xvfb: Awaited<ReturnType<typeof startXvfb>>;
  let session: CDPSession;
  beforeEach(async () => {
    xvfb = await startXvfb();
    vi.stubEnv('DISPLAY', xvfb.display);
    vi.stubEnv('WAYLAND_DISPLAY', undefined);
    host = await startTestHost({ folder: await makeTestFolder(), headless: false });
    await host.shell.open();
    const page = await host.page();
    // Someone listens, so that Playwright leaves the dialogs to the host.
    page.on('dialog', () => {});
    session = await page.context().newCDPSession(page);
  });
  afterEach(async () => {
    await host.end();
    xvfb.end();
    vi.unstubAllEnvs();
  });

  it('stands until what was copied is cleared, and then goes', async () => {
    const told: string[] = [];
    host.shell.onClosed(() => {
      told.push('closed');
    });
    await host.shell.system.copyText('s\u00e9cret');
    expect(clip()).toBe('s\u00e9cret');
    // As a click on the window's own cross does: the document is asked first.
    await session.send('Page.close');
    await vi.waitFor(() => expect(told).toEqual(['closed']), { timeout: 5000 });
    expect(await host.shell.system.readText()).toBe('s\u00e9cret');
    await host.shell.system.clearText();
    await host.shell.close();
    expect(clip()).toBe('');
    expect(told).toEqual(['closed']);
  });

  it('goes at once when nothing is to be cleared', async () => {
    let closed = 0;
    host.shell.onClosed(() => closed++);
    await host.shell.system.copyText('s\u00e9cret');
    await host.shell.system.clearText();
    await session.send('Page.close').catch(() => undefined);
    await vi.waitFor(() => expect(closed).toBe(1), { timeout: 5000 });
    await expect(host.shell.system.readText()).rejects.toThrow();
  });

  it('goes when the host closes it, and its page can be renewed, whatever was copied', async () => {
    await host.shell.system.copyText('s\u00e9cret');
    await host.shell.renewPage();
    await host.shell.system.copyText('another');
    const begin = performance.now();
    await host.shell.close();
    expect(performance.now() - begin).toBeLessThan(4000);
  });
});
