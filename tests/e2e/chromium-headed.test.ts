import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeTestFolder, startTestHost, type TestHost } from '../support/chromium-host.ts';
import { recordProgram } from '../support/record-program.ts';
import { HAS_XVFB, startXvfb } from '../support/xvfb.ts';

const clip = (...args: string[]): string =>
  execFileSync('xclip', ['-selection', 'clipboard', ...args], { encoding: 'utf8', timeout: 5000 });

describe.skipIf(!HAS_XVFB)('in a real window', () => {
  let host: TestHost;
  let page: Page;
  let xvfb: Awaited<ReturnType<typeof startXvfb>>;
  let opened: () => readonly string[];
  beforeAll(async () => {
    xvfb = await startXvfb();
    vi.stubEnv('DISPLAY', xvfb.display);
    vi.stubEnv('WAYLAND_DISPLAY', undefined);
    const folder = await makeTestFolder();
    opened = await recordProgram(folder, 'xdg-open');
    host = await startTestHost({ folder, headless: false });
    await host.shell.open();
    page = await host.page();
  });
  afterAll(async () => {
    await host?.end();
    xvfb?.end();
  });

  it('is an app window, without tabs and address bar', async () => {
    expect(await page.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true);
    expect(await page.evaluate(() => window.outerHeight - window.innerHeight)).toBeLessThan(60);
  });

  it("copies to the system's clipboard, reads what another program put there, and clears it", async () => {
    await host.shell.system.copyText('s\u00e9cret');
    expect(clip('-o')).toBe('s\u00e9cret');
    execFileSync('sh', ['-c', 'printf other | xclip -selection clipboard -i'], { stdio: 'ignore' });
    expect(await host.shell.system.readText()).toBe('other');
    await host.shell.system.clearText();
    expect(await host.shell.system.readText()).toBe(null);
  });

  it("starts none of the person's programs for a page that goes to their addresses", async () => {
    const session = await page.context().newCDPSession(page);
    for (const url of ['mailto:a@example.com?body=x', 'nobody-knows:x', 'tel:1']) {
      const before = host.refused.length;
      await session.send('Runtime.evaluate', { expression: `location.href = '${url}'`, userGesture: true });
      await vi.waitFor(() => expect(host.refused.slice(before).map(({ what }) => what)).toEqual(['navigation']), { timeout: 5000 });
      await vi.waitFor(async () => expect(await page.evaluate(() => typeof window.latchkey)).toBe('object'));
    }
    expect(opened()).toEqual([]);
  });

  it('opens no developer tools', async () => {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    const browser = await host.pipe.cdp();
    const opening = browser.send('Target.openDevTools' as never, { targetId: targetInfo.targetId } as never);
    await expect(opening).rejects.toThrow('Failed to create DevTools window');
    expect((await session.send('Target.getTargets')).targetInfos.map(({ url }) => url)).toEqual(['https://app.invalid/']);
  });
});
