import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestHost, type TestHost } from '../support/chromium-host.ts';

// The page's policy is switched off here, so that what holds is the host alone.
let host: TestHost;
let page: Page;
const refusals = (): string[] => host.refused.map(({ what, detail }) => `${what} ${detail}`);

beforeAll(async () => {
  host = await startTestHost();
  await host.shell.open();
  page = await host.page();
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
});
afterAll(() => host?.end());

it.each([
  ['GET', 'https://app.invalid/page.js'],
  ['POST', 'https://app.invalid/'],
  ['GET', 'https://example.com/'],
  ['GET', 'http://127.0.0.1:9/'],
])('fails a fetch: %s %s', async (method, url) => {
  const failed = await page.evaluate(([method, url]) => fetch(url, { method }).then(String, (error: Error) => error.name), [
    method,
    url,
  ] as const);
  expect(failed).toBe('TypeError');
  expect(refusals()).toContain(`request XHR ${url}`);
});

it('sends no form, though its address is the one that may be loaded', async () => {
  await page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '/' });
    document.body.append(form);
    form.submit();
  });
  await vi.waitFor(() => expect(refusals()).toContain('request Document https://app.invalid/'));
});

it('has no permission from the start', async () => {
  const states = await page.evaluate(() => {
    const names = ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone', 'midi'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).toEqual(Array(6).fill('denied'));
});

it('loads no picture, style or script from elsewhere', async () => {
  const results = await page.evaluate(() => {
    const load = (element: HTMLElement): Promise<string> =>
      new Promise((done) => {
        element.onload = () => done('loaded');
        element.onerror = () => done('failed');
        document.head.append(element);
      });
    const image = Object.assign(new Image(), { src: 'https://example.com/a.png' });
    const script = Object.assign(document.createElement('script'), { src: 'https://example.com/a.js' });
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://example.com/a.css' });
    return Promise.all([load(image), load(script), load(style)]);
  });
  expect(results).toEqual(['failed', 'failed', 'failed']);
});

it('shows no document in a frame, not even our own', async () => {
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: '/index.html' }));
  });
  await vi.waitFor(() => expect(refusals()).toContain('request Document https://app.invalid/index.html'));
});

it('gives a frame of another origin no bridge, though it may run scripts', async () => {
  const seen = await page.evaluate(
    () =>
      new Promise((done) => {
        addEventListener('message', ({ data }) => done(data), { once: true });
        const src = "data:text/html,<script>parent.postMessage(typeof latchkey + typeof latchkeyCall, '*')</script>";
        document.body.append(Object.assign(document.createElement('iframe'), { src }));
      }),
  );
  expect(seen).toBe('undefinedundefined');
});

it.each(['Worker', 'SharedWorker'] as const)('lets no %s run a line', async (kind) => {
  const outcome = await page.evaluate(
    (name) =>
      new Promise((done) => {
        const source = URL.createObjectURL(new Blob(['self.postMessage?.(1); onconnect = (e) => e.ports[0].postMessage(1)']));
        const worker = name === 'Worker' ? new Worker(source) : new SharedWorker(source);
        const port = worker instanceof Worker ? worker : worker.port;
        port.onmessage = () => done('ran');
        setTimeout(() => done('silent'), 400);
      }),
    kind,
  );
  expect(outcome).toBe('silent');
  // Shared ones are not even begun: the browser's own policy against all that a page could keep counts them in.
  expect(refusals().some((text) => text.startsWith('target worker'))).toBe(true);
  expect(refusals().some((text) => text.startsWith('target shared_worker'))).toBe(false);
});

it('lets no service worker register', async () => {
  const outcome = await page.evaluate(() =>
    Promise.race([
      navigator.serviceWorker.register('/page.js').then(
        () => 'registered',
        () => 'refused',
      ),
      new Promise((done) => setTimeout(() => done('waiting'), 400)),
    ]),
  );
  expect(outcome).not.toBe('registered');
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
});

it('gives WebRTC no address', async () => {
  const candidates = await page.evaluate(
    () =>
      new Promise((done) => {
        const found: string[] = [];
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
        peer.createDataChannel('x');
        peer.onicecandidate = ({ candidate }) => (candidate === null ? done(found) : found.push(candidate.candidate));
        void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        setTimeout(() => done(found), 1500);
      }),
  );
  expect(candidates).toEqual([]);
});
