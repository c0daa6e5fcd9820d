import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '../../main/shell/chromium/refusals.ts';
import { type Desk, makeDesk, type RealApp, startApp } from '../support/real-app.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const isBuilt = existsSync(path.join(ROOT, 'dist/main/chromium.js'));

describe.skipIf(!isBuilt)('the built app in the Chromium host', () => {
  let desk: Desk;
  let app: RealApp;
  let milliseconds: number;
  const refused: Refusal[] = [];
  beforeAll(async () => {
    desk = await makeDesk();
    const start = performance.now();
    app = await startApp(desk, ROOT, { onRefused: (refusal) => refused.push(refusal) });
    milliseconds = Math.round(performance.now() - start);
  });
  afterAll(async () => {
    await app?.close();
    await desk?.remove();
  });

  it('shows itself, without a word of complaint', async () => {
    const complaints: string[] = [];
    app.page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    app.page.on('pageerror', (error) => void complaints.push(error.message));
    // A second time, now that somebody listens.
    await app.page.reload();
    await app.page.getByRole('button').first().waitFor();
    console.log(`window open and driven after ${milliseconds} ms`);
    expect(await app.page.title()).toBe('Latchkey');
    expect(complaints).toEqual([]);
    expect(refused.filter(({ detail }) => !detail.endsWith('/favicon.ico'))).toEqual([]);
  });

  it('has a page without traces of the tools that made it', async () => {
    const names = await app.page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      // Playwright's own are of the test; the number is the frame's.
      return Object.getOwnPropertyNames(window).filter((name) => !plain.has(name) && !/playwright|^\d+$/i.test(name));
    });
    expect(names).toEqual(['latchkey']);
  });
});
