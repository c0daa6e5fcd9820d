import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS } from '../../main/shell/electron/channels.ts';
import { BRIDGE, type Bridge } from '../../shared/port.ts';
import { buildPreload } from '../support/built-preload.ts';
import { FakePage } from '../support/fake-electron/page.ts';
import { FakeChannelMain } from '../support/fake-electron/ports.ts';

type Sent = [channel: string, ...args: unknown[]];

let folder: string;
let files: string[];
beforeAll(async () => {
  ({ folder, files } = await buildPreload());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(
  url = 'app://bundle/index.html',
  isTop = true,
): Promise<{ page: FakePage; sent: Sent[]; bridge: Bridge | undefined }> {
  const sent: Sent[] = [];
  const page = new FakePage(url, (channel, args) => sent.push([channel, ...args]));
  page.runPreload(path.join(folder, 'preload.cjs'), isTop);
  await settle();
  return { page, sent, bridge: page.mainWorld[BRIDGE] as Bridge | undefined };
}

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('the built preload', () => {
  it('is one CommonJS file that needs nothing but electron', async () => {
    expect(files).toEqual(['preload.cjs']);
    const code = await readFile(path.join(folder, 'preload.cjs'), 'utf8');
    expect([...code.matchAll(/require\(\s*(\S+?)\s*\)/g)].map(([, name]) => name?.replaceAll(/["'`]/g, ''))).toEqual(['electron']);
    expect(code).not.toMatch(/^\s*(import|export)\s/m);
  });

  it('exposes two functions and nothing else', async () => {
    const { page, bridge, sent } = await load();
    expect(Object.keys(page.mainWorld)).toEqual([BRIDGE]);
    expect(Object.entries(bridge ?? {}).map(([name, value]) => [name, typeof value])).toEqual([
      ['post', 'function'],
      ['onMessage', 'function'],
    ]);
    expect(sent).toEqual([[CHANNELS.hello]]);
  });

  it.each(['https://example.com/', 'app://bundle.evil/', 'about:blank', 'file:///index.html'])(
    'does nothing for %s',
    async (url) => {
      const { page, sent } = await load(url);
      expect([page.mainWorld, sent]).toEqual([{}, []]);
    },
  );

  it('does nothing in a sub-frame, not even with our page', async () => {
    const { page, sent } = await load(undefined, false);
    expect([page.mainWorld, sent]).toEqual([{}, []]);
  });

  it('posts texts to the shell, and nothing else to nobody else', async () => {
    const { bridge, sent } = await load();
    bridge?.post('shell', 'hello');
    for (const [to, text] of [
      ['main', 'x'],
      ['dropped', '/etc/passwd'],
      ['shell', { path: 'x' }],
      ['engine', 4],
    ] as const) {
      expect(() => bridge?.post(to as 'shell', text as string)).toThrow('post(peer, text)');
    }
    await settle();
    expect(sent).toEqual([[CHANNELS.hello], [CHANNELS.shell, 'hello']]);
  });

  it('drops what is posted to an engine that is not joined', async () => {
    const { bridge, sent } = await load();
    expect(() => bridge?.post('engine', 'anybody?')).not.toThrow();
    await settle();
    expect(sent).toEqual([[CHANNELS.hello]]);
  });

  it('speaks with the engine by its newest port only', async () => {
    const { page, bridge } = await load();
    const received: string[] = [];
    bridge?.onMessage((from, text) => received.push(`${from} ${text}`));
    const channels = [new FakeChannelMain(), new FakeChannelMain()] as const;
    const heard: unknown[] = [];
    for (const [n, { port1, port2 }] of channels.entries()) {
      port1.on('message', ({ data }: { data: unknown }) => heard.push(`${n} ${String(data)}`));
      port1.start();
      page.receive(CHANNELS.engine, [null], [port2.take()]);
    }
    bridge?.post('engine', 'hello');
    channels[0].port1.postMessage('from the first');
    channels[1].port1.postMessage('from the second');
    channels[1].port1.postMessage({ not: 'a text' });
    await settle();
    await settle();
    expect(heard).toEqual(['1 hello']);
    expect(received).toEqual(['engine from the second']);
    page.receive(CHANNELS.engine, [null], []);
    bridge?.post('engine', 'anybody?');
    await settle();
    expect(heard).toEqual(['1 hello']);
  });

  it('delivers the shell’s texts to every listener until it stops', async () => {
    const { page, bridge } = await load();
    const heard: string[] = [];
    const listener = (_from: string, text: string): void => void heard.push(text);
    const stops = [bridge?.onMessage(listener), bridge?.onMessage(listener)];
    page.receive(CHANNELS.shell, ['one'], []);
    stops[0]?.();
    page.receive(CHANNELS.shell, ['two'], []);
    page.receive(CHANNELS.shell, [{ not: 'a text' }], []);
    expect(heard).toEqual(['one', 'one', 'two']);
  });

  it('tells of files a person dropped, not of what a script made', async () => {
    const { page, sent } = await load();
    const [real, made] = [{}, {}];
    page.paths.set(real, '/home/ana/a.latchkey');
    expect(page.drag('drop', [made], true).prevented).toBe(true);
    expect(page.drag('drop', [real], false).prevented).toBe(true);
    expect(page.drag('drop', [real], true, ['text/plain']).prevented).toBe(false);
    expect(page.drag('dragover', [], true).prevented).toBe(true);
    await settle();
    expect(sent).toEqual([[CHANNELS.hello]]);
    page.drag('drop', [real], true);
    await settle();
    expect(sent).toEqual([[CHANNELS.hello], [CHANNELS.dropped, '/home/ana/a.latchkey']]);
  });
});
