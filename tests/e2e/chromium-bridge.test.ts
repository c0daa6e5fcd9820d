import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BINDING, WORLD } from '../../main/shell/chromium/bridge-script.ts';
import { startTestHost, type TestHost } from '../support/chromium-host.ts';
import { nextTexts } from '../shell/conformance.ts';

let host: TestHost;
let page: Page;
let session: CDPSession;

beforeAll(async () => {
  host = await startTestHost();
  await host.shell.open();
  page = await host.page();
  session = await page.context().newCDPSession(page);
});
afterAll(() => host?.end());

it('puts the bridge and nothing else on the window, before the first line of the page', async () => {
  const added = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    return hostPage.globals.filter((name) => !plain.has(name));
  });
  expect(added).toEqual(['latchkey']);
  expect(
    await page.evaluate(
      (names) => names.map((name) => typeof Reflect.get(window, name)),
      [BINDING, 'latchkeyDeliver', 'latchkeyDropped'],
    ),
  ).toEqual(['undefined', 'undefined', 'undefined']);
});

it('makes the bridge unchangeable and of two functions', async () => {
  const bridge = await page.evaluate(() => ({
    keys: Object.entries(hostPage.bridge ?? {}).map(([name, value]) => `${name} ${typeof value}`),
    frozen: Object.isFrozen(hostPage.bridge),
    property: Object.getOwnPropertyDescriptor(window, 'latchkey'),
  }));
  expect(bridge.keys).toEqual(['post function', 'onMessage function']);
  expect(bridge.frozen).toBe(true);
  expect(bridge.property).toMatchObject({ writable: false, configurable: false });
});

it('gives a sub-frame no bridge', async () => {
  const seen = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    return [
      typeof frame.contentWindow?.latchkey,
      frame.contentWindow === null ? null : Reflect.has(frame.contentWindow, 'latchkeyCall'),
    ];
  });
  expect(seen).toEqual(['undefined', false]);
});

it("refuses a call from a sub-frame's isolated world", async () => {
  const worlds: { id: number; frame: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === WORLD) worlds.push({ id: context.id, frame: (context.auxData as { frameId: string }).frameId });
  });
  await page.evaluate(() => document.body.appendChild(document.createElement('iframe')).name);
  await session.send('Runtime.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  const foreign = worlds.find(({ frame }) => frame !== frameTree.frame.id);
  const own = worlds.find(({ frame }) => frame === frameTree.frame.id);
  if (foreign === undefined || own === undefined) throw new Error('worlds not found');
  const texts = nextTexts(host.shell.page, 1);
  for (const { id } of [foreign, own]) {
    const { exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `${BINDING}('shell from ${id}')`,
      contextId: id,
    });
    expect(exceptionDetails).toBeUndefined();
  }
  expect(await texts).toEqual([`from ${own.id}`]);
  expect(host.refused.filter(({ what }) => what === 'call').map(({ detail }) => detail)).toEqual([`shell from ${foreign.id}`]);
});

it('refuses a call to nobody known and one that is too long in bytes', async () => {
  const before = host.refused.length;
  const heard: string[] = [];
  const stop = host.shell.page.onMessage((text) => heard.push(text));
  const context = await session.send('Runtime.evaluate', { expression: '1' });
  expect(context.exceptionDetails).toBeUndefined();
  // A character of three bytes: short enough for the page's own check, too long for the wire.
  await page.evaluate(() => hostPage.bridge?.post('shell', '\u20ac'.repeat(400_000)));
  await page.evaluate(() => hostPage.bridge?.post('shell', 'end'));
  await vi.waitFor(() => expect(heard).toEqual(['end']));
  stop();
  expect(host.refused.slice(before).map(({ what }) => what)).toEqual(['call']);
});

it('throws in the page for what is no message', async () => {
  const thrown = await page.evaluate(() =>
    [
      ['host', 'x'],
      ['dropped', 'x'],
      ['shell', { a: 1 }],
      ['shell', 'x'.repeat(1024 * 1024 + 1)],
    ].map((args) => {
      try {
        Reflect.apply(Reflect.get(hostPage.bridge ?? {}, 'post') as () => void, null, args);
        return 'passed';
      } catch (error) {
        return (error as Error).name;
      }
    }),
  );
  expect(thrown).toEqual(['TypeError', 'TypeError', 'TypeError', 'RangeError']);
});

it('survives text that is no Unicode', async () => {
  await page.evaluate(() => hostPage.bridge?.post('shell', 'a\ud800b'));
  const text = nextTexts(host.shell.page);
  await page.evaluate(() => hostPage.bridge?.post('shell', 'alive'));
  expect((await text)[0]).toMatch(/alive|^a.b$/);
  host.shell.page.post('a\udc00b');
  host.shell.page.post('still alive');
  await vi.waitFor(async () => expect(await page.evaluate(() => hostPage.received.at(-1))).toEqual(['shell', 'still alive']));
});

it('takes no second bridge from a page that repeats the handover', async () => {
  const same = await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    port1.close();
    window.dispatchEvent(new MessageEvent('latchkey:handover', { ports: [port2] }));
    return window.latchkey === hostPage.bridge && Object.getOwnPropertyNames(window).length;
  });
  expect(same).not.toBe(false);
});

it('goes on delivering when one listener throws', async () => {
  await page.evaluate(() => {
    const stop = hostPage.bridge?.onMessage(() => {
      stop?.();
      throw new Error('deliberate');
    });
    hostPage.bridge?.onMessage((_, text) => document.documentElement.setAttribute('data-heard', text));
  });
  host.shell.page.post('on and on');
  await vi.waitFor(async () => expect(await page.evaluate(() => document.documentElement.dataset['heard'])).toBe('on and on'));
});
