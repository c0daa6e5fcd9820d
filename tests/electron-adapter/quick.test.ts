import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QUICK_SIZE, quickBounds } from '../../main/shell/electron/quick-bounds.ts';
import { QUICK_KEY } from '../../shared/commands.ts';
import { questions } from '../../shared/text/question.ts';
import { app } from '../support/fake-electron.ts';
import { control } from '../support/fake-electron/control.ts';
import { desktop, pressAnywhere, takenKeys } from '../support/fake-electron/desktop.ts';
import type { FakeBrowserWindow } from '../support/fake-electron/windows.ts';
import { type ElectronDriver, electronDriver } from '../support/electron-driver.ts';

const area = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const whole = { x: 300, y: 200, width: 900, height: 640 };

let driver: ElectronDriver;
let blurs: number;
let told: boolean[];
const window = (): FakeBrowserWindow => driver.window();

async function start(platform: NodeJS.Platform): Promise<void> {
  desktop.areas = [area, second];
  desktop.pointer = { x: 2000, y: 500 };
  driver = await electronDriver(platform);
  await driver.shell.open();
  window().setBounds(whole);
  [blurs, told] = [0, []];
  driver.shell.desk.onBlur(() => blurs++);
  driver.shell.onWindow((there) => told.push(there));
}
beforeEach(() => start('win32'));
afterEach(async () => {
  await driver.shell.close();
  await driver.dispose();
  app.removeAllListeners('second-instance');
});

it.each([area, second, { x: -800, y: 0, width: 400, height: 300 }])('quick access stands within the screen %j', (screen) => {
  const { x, y, width, height } = quickBounds(screen);
  expect([x >= screen.x, y >= screen.y, x + width <= screen.x + screen.width, y + height <= screen.y + screen.height]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

describe('quick access', () => {
  it('makes the window small and puts it over others, on the screen the pointer is on', () => {
    driver.shell.desk.showWindow('quick');
    driver.shell.desk.showWindow('quick');
    expect(window().getNormalBounds()).toEqual(quickBounds(second));
    expect(window().getNormalBounds()).toMatchObject(QUICK_SIZE);
    expect([window().onTop, window().visible, window().focused]).toEqual([true, true, true]);
    expect(window().everywhere).toBe(false);
  });

  it('over another program ends with that program in front and the window out of its way, as large as it was', () => {
    window().blur();
    driver.shell.desk.showWindow('quick');
    driver.shell.desk.showWindow(null);
    expect([window().minimized, window().focused, window().onTop]).toEqual([true, false, false]);
    expect([window().getNormalBounds(), blurs, told]).toEqual([whole, 0, []]);
  });

  it('from the app’s own window ends there', () => {
    driver.shell.desk.showWindow('quick');
    driver.shell.desk.showWindow(null);
    expect([window().visible, window().focused, window().minimized]).toEqual([true, true, false]);
    expect(window().getNormalBounds()).toEqual(whole);
  });

  it('gives a maximised or minimised window back as it was', () => {
    window().maximize();
    window().minimize();
    driver.shell.desk.showWindow('quick');
    expect([window().maximized, window().minimized]).toEqual([false, false]);
    driver.shell.desk.showWindow(null);
    expect([window().maximized, window().minimized, window().getNormalBounds()]).toEqual([true, true, whole]);
  });

  it('becomes the whole window when that is asked for', () => {
    window().maximize();
    window().blur();
    driver.shell.desk.showWindow('quick');
    driver.shell.desk.showWindow('whole');
    expect([window().maximized, window().focused, window().onTop, window().getNormalBounds()]).toEqual([true, true, false, whole]);
    driver.shell.desk.showWindow(null);
    expect(window().visible).toBe(true);
  });

  it('comes out of the tray and goes back into it, each told as the window’s coming and going', () => {
    driver.shell.desk.stayInTray(true);
    driver.shell.desk.showTray({ locked: false, waits: false, items: [] });
    window().close();
    driver.shell.desk.showWindow('quick');
    expect([window().visible, told]).toEqual([true, [false, true]]);
    driver.shell.desk.showWindow(null);
    expect([window().visible, told]).toEqual([false, [false, true, false]]);
    driver.shell.reopen();
    expect([window().visible, window().getNormalBounds(), told]).toEqual([true, whole, [false, true, false, true]]);
  });

  it('tells that the focus went elsewhere, once it is small and not while a dialog of ours has it', async () => {
    window().blur();
    expect(blurs).toBe(0);
    driver.shell.desk.showWindow('quick');
    const asking = new AbortController();
    const answer = driver.shell.system.confirm(questions.manySecrets, asking.signal);
    window().blur();
    expect(blurs).toBe(0);
    asking.abort();
    expect(await answer).toBe(false);
    window().focus();
    window().blur();
    expect(blurs).toBe(1);
  });

  it('is not closed as the app is: whoever closes the small window ends quick access', () => {
    driver.shell.desk.onBlur(() => driver.shell.desk.showWindow(null));
    let ended = 0;
    driver.shell.onClosed(() => ended++);
    driver.shell.desk.showWindow('quick');
    window().close();
    expect([ended, blurs, window().getNormalBounds()]).toEqual([0, 1, whole]);
  });

  it('ends when the app is started again, with the whole window in front', () => {
    driver.shell.desk.onBlur(() => driver.shell.desk.showWindow(null));
    window().blur();
    driver.shell.desk.showWindow('quick');
    app.emit('second-instance', {}, ['latchkey']);
    expect([blurs, window().focused, window().minimized, window().getNormalBounds()]).toEqual([1, true, false, whole]);
  });

  it('ended where there was none changes nothing', () => {
    driver.shell.desk.showWindow(null);
    expect([window().visible, window().getNormalBounds()]).toEqual([true, whole]);
  });

  it('leaves the place of the whole window to be remembered', async () => {
    driver.shell.desk.showWindow('quick');
    await driver.shell.close();
    expect(JSON.parse(await readFile(`${driver.folder}/window.json`, 'utf8'))).toEqual({ ...whole, maximised: false });
  });
});

describe('the key of quick access', () => {
  it('is taken and given back', () => {
    let pressed = 0;
    driver.shell.desk.onQuickKey(() => pressed++);
    expect([driver.shell.desk.takeQuickKey(true), driver.shell.desk.takeQuickKey(true)]).toEqual([true, true]);
    expect([pressAnywhere(QUICK_KEY), pressed]).toEqual([true, 1]);
    expect([driver.shell.desk.takeQuickKey(false), pressAnywhere(QUICK_KEY)]).toEqual([true, false]);
  });

  it('is told to be refused when another program has it', () => {
    takenKeys.add(QUICK_KEY);
    expect(driver.shell.desk.takeQuickKey(true)).toBe(false);
    takenKeys.clear();
  });

  it('is given back when the app ends', async () => {
    driver.shell.desk.takeQuickKey(true);
    await driver.shell.close();
    expect(pressAnywhere(QUICK_KEY)).toBe(false);
  });

  it('has a command in its place', () => {
    let pressed = 0;
    driver.shell.desk.onQuickKey(() => pressed++);
    app.emit('second-instance', {}, ['latchkey', '--quick-access']);
    expect(pressed).toBe(1);
  });
});

describe('on macOS', () => {
  beforeEach(async () => {
    await driver.shell.close();
    await driver.dispose();
    await start('darwin');
    control.hidden = 0;
  });

  it('quick access comes over any space and the app hides to give the focus back', () => {
    window().blur();
    control.stole = false;
    driver.shell.desk.showWindow('quick');
    expect([window().everywhere, control.stole]).toEqual([true, true]);
    driver.shell.desk.showWindow(null);
    expect([window().everywhere, control.hidden, window().minimized]).toEqual([false, 1, false]);
  });

  it('a window that fills the screen leaves it before it is made small', async () => {
    window().fullScreen = true;
    driver.shell.desk.showWindow('quick');
    expect(window().getNormalBounds()).toEqual(whole);
    await vi.waitFor(() => expect(window().getNormalBounds()).toMatchObject(QUICK_SIZE));
    expect(window().fullScreen).toBe(false);
  });
});

describe('captures of the screen', () => {
  it('show the window only when that is allowed', () => {
    expect(window().contentProtection).toBe(true);
    driver.shell.desk.protect(false);
    expect(window().contentProtection).toBe(false);
  });
});
