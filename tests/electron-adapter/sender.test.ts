import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNELS } from '../../main/shell/electron/channels.ts';
import { MAX_CRASHES } from '../../main/shell/electron/electron-shell.ts';
import type { FakeFrame } from '../support/fake-electron/page.ts';
import { FakeWebContents } from '../support/fake-electron/windows.ts';
import { type ElectronDriver, electronDriver, pageBridge } from '../support/electron-driver.ts';

const URL_OF_PAGE = 'app://bundle/index.html';
const top: FakeFrame = { parent: null, url: URL_OF_PAGE, origin: 'app://bundle' };

let driver: ElectronDriver;
const heard: string[] = [];
beforeAll(async () => {
  driver = await electronDriver();
  await driver.shell.open();
  driver.shell.page.onMessage((text) => heard.push(text));
  await new Promise((done) => setImmediate(done));
});
beforeEach(() => {
  heard.length = 0;
  driver.refused.length = 0;
});
afterAll(async () => {
  await driver.shell.close();
  await driver.dispose();
});

describe('a message', () => {
  it('from the top frame with our page is heard', () => {
    driver.window().webContents.arrive(CHANNELS.shell, ['hello'], top);
    expect([heard, driver.refused]).toEqual([['hello'], []]);
  });

  it.each<[string, FakeFrame | null]>([
    ['a frame that is gone', null],
    ['a sub-frame with our page', { parent: top, url: URL_OF_PAGE, origin: 'app://bundle' }],
    ['a page elsewhere', { parent: null, url: 'https://example.com/', origin: 'https://example.com' }],
    ['a host that only begins like ours', { parent: null, url: 'app://bundle.evil/', origin: 'app://bundle.evil' }],
    ['an opaque origin', { parent: null, url: 'about:blank', origin: 'null' }],
  ])('from %s is refused aloud', (_, frame) => {
    for (const channel of Object.values(CHANNELS)) driver.window().webContents.arrive(channel, ['evil'], frame);
    expect(heard).toEqual([]);
    expect(driver.refused).toEqual(['hello', 'shell', 'dropped', 'active']);
  });

  it('from another window with our page is refused aloud', () => {
    new FakeWebContents({ webPreferences: { session: driver.session } }).arrive(CHANNELS.shell, ['evil'], top);
    expect([heard, driver.refused]).toEqual([[], ['shell']]);
  });

  it.each([[42], [null], [{ toString: 'x' }], [['a']], [undefined]])('that is %j and no text is dropped', (value) => {
    driver.window().webContents.arrive(CHANNELS.shell, [value], top);
    expect(heard).toEqual([]);
  });
});

describe('a page that is being replaced', () => {
  it('is not heard any more, and cannot be joined by saying hello again', async () => {
    const contents = driver.window().webContents;
    const engine = driver.shell.startEngine();
    driver.shell.joinEngine(engine);
    const old = driver.current();
    pageBridge(old);
    const renewed = driver.shell.renewPage();
    driver.shell.page.post('for the page that is gone');
    for (const channel of [CHANNELS.hello, CHANNELS.shell]) contents.arrive(channel, ['late'], top);
    await renewed;
    expect(heard).toEqual([]);
    expect(driver.current()).not.toBe(old);
    await driver.page.post('engine', 'me');
    await vi.waitFor(() => expect(pageBridge(driver.current()).received).toEqual([['engine', 'echo page me']]));
    expect(pageBridge(old).received).toEqual([]);
    engine.kill();
  });

  it('and does not end is an error, not a second page', async () => {
    const contents = driver.window().webContents;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    contents.stubborn = true;
    const renewed = driver.shell.renewPage();
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    contents.stubborn = false;
    await expect(renewed).rejects.toThrow('would not end');
    contents.crash('killed');
    await driver.shell.renewPage();
  });
});

describe('a page whose hello was refused', () => {
  it('is joined by the next thing it says, once', async () => {
    const contents = driver.window().webContents;
    const engine = driver.shell.startEngine();
    driver.shell.joinEngine(engine);
    contents.frameless.add(CHANNELS.hello);
    await driver.shell.renewPage();
    contents.frameless.clear();
    await vi.waitFor(() => expect(driver.refused).toEqual([CHANNELS.hello]));
    await driver.page.post('engine', 'too early');
    const joined = vi.spyOn(contents, 'postMessage');
    for (const text of ['first', 'second']) await driver.page.post('shell', text);
    await vi.waitFor(() => expect(heard).toEqual(['first', 'second']));
    expect(joined).toHaveBeenCalledTimes(1);
    await driver.page.post('engine', 'now');
    await vi.waitFor(() => expect(pageBridge(driver.current()).received).toEqual([['engine', 'echo page now']]));
    engine.kill();
  });
});

describe('a page that crashes', () => {
  it('is loaded anew and joined as before, until it does nothing else', async () => {
    let closed = 0;
    driver.shell.onClosed(() => closed++);
    const engine = driver.shell.startEngine();
    driver.shell.joinEngine(engine);
    const contents = driver.window().webContents;
    for (let crash = 1; crash <= MAX_CRASHES; crash++) {
      contents.crash('oom');
      await vi.waitFor(() => expect(contents.page).not.toBe(null));
      await driver.page.post('engine', `${crash}`);
      await vi.waitFor(() => expect(pageBridge(driver.current()).received).toEqual([['engine', `echo page ${crash}`]]));
    }
    expect(closed).toBe(0);
    contents.crash('oom');
    expect(closed).toBe(1);
    engine.kill();
  });
});
