import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { iconName } from '../../main/shell/electron/electron-tray.ts';
import type { Tray, TrayChoice } from '../../main/shell/shell.ts';
import { trayText } from '../../shared/text/tray.ts';
import { FakeTray } from '../support/fake-electron/desktop.ts';
import { type ElectronDriver, electronDriver, TRAY_ICONS } from '../support/electron-driver.ts';

const open: Tray = { locked: false, waits: false, items: [] };
const locked: Tray = { locked: true, waits: true, items: [] };
const pinned: Tray = {
  ...open,
  items: [
    { id: 'a1', name: 'Lumen & Co' },
    { id: 'a2', name: 'Shop' },
  ],
};

let driver: ElectronDriver;
let chosen: TrayChoice[];

async function start(platform: NodeJS.Platform): Promise<void> {
  driver = await electronDriver(platform);
  await driver.shell.open();
  chosen = [];
  driver.shell.desk.onTray((choice) => chosen.push(choice));
}
function shown(): FakeTray {
  return FakeTray.shown ?? expect.fail('no icon in the tray');
}
afterEach(async () => {
  await driver.shell.close();
  await driver.dispose();
  expect(FakeTray.shown).toBe(undefined);
});

describe('the tray', () => {
  beforeEach(() => start('linux'));

  it('has one icon, which is called Latchkey and tells by its shape whether the vault is locked and something waits', () => {
    const { desk } = driver.shell;
    const pictures = [open, locked, { ...open, waits: true }, { ...locked, waits: false }].map((tray) => {
      desk.showTray(tray);
      return shown().picture;
    });
    expect(pictures).toEqual(['open.png', 'lockedWaits.png', 'openWaits.png', 'locked.png']);
    expect([shown().tip, FakeTray.all.filter((tray) => !tray.isDestroyed()).length]).toEqual(['Latchkey', 1]);
  });

  it('offers what is pinned and the lock while the vault is open, each doing what it says', () => {
    driver.shell.desk.showTray(pinned);
    const { menu } = shown();
    // A single & in a menu underlines what follows.
    const first = trayText.copyCode('Lumen && Co');
    const { open: toFront, quick, lock, quit } = trayText;
    expect(menu?.rows).toEqual([toFront, quick, '—', first, trayText.copyCode('Shop'), '—', lock, quit]);
    for (const label of [toFront, quick, first, lock, quit]) menu?.choose(label);
    expect(chosen).toEqual([{ act: 'open' }, { act: 'quick' }, { act: 'code', account: 'a1' }, { act: 'lock' }, { act: 'quit' }]);
  });

  it('names nothing while the vault is locked, and has nothing to lock', () => {
    driver.shell.desk.showTray(pinned);
    driver.shell.desk.showTray(locked);
    const { menu } = shown();
    expect(menu?.rows).toEqual([trayText.locked, trayText.open, trayText.quick, '—', trayText.lock, trayText.quit]);
    expect(() => menu?.choose(trayText.lock)).toThrow('no item');
  });

  it('shows the key of quick access without taking it', () => {
    driver.shell.desk.showTray(open);
    const row = shown().menu?.template.find(({ label }) => label === trayText.quick);
    expect(row).toMatchObject({ accelerator: 'CommandOrControl+Shift+Space', registerAccelerator: false });
  });

  it('opens the app by a click on its icon', () => {
    driver.shell.desk.showTray(open);
    shown().emit('click');
    expect(chosen).toEqual([{ act: 'open' }]);
  });

  it('is taken away and comes again', () => {
    const { desk } = driver.shell;
    desk.showTray(open);
    desk.showTray(null);
    expect(FakeTray.shown).toBe(undefined);
    desk.showTray(null);
    desk.showTray(locked);
    expect(shown().picture).toBe('lockedWaits.png');
  });
});

describe('closing the window', () => {
  it.each<[stay: boolean, icon: boolean]>([
    [false, false],
    [true, false],
    [false, true],
  ])('ends the app when it is to stay: %s, and there is an icon to come back by: %s', async (stay, icon) => {
    await start('win32');
    const told: (boolean | 'closed')[] = [];
    driver.shell.onClosed(() => told.push('closed'));
    driver.shell.onWindow((there) => told.push(there));
    driver.shell.desk.stayInTray(stay);
    driver.shell.desk.showTray(icon ? open : null);
    driver.window().close();
    expect(told).toEqual(['closed']);
    driver.shell.desk.showWindow('whole');
    driver.shell.desk.showWindow('quick');
    expect([driver.window().visible, told]).toEqual([false, ['closed']]);
  });

  it('keeps the app in a tray that is there, from which the window comes back', async () => {
    await start('win32');
    const told: (boolean | 'closed')[] = [];
    driver.shell.onClosed(() => told.push('closed'));
    driver.shell.onWindow((there) => told.push(there));
    driver.shell.desk.stayInTray(true);
    driver.shell.desk.showTray(open);
    driver.window().close();
    expect([driver.window().visible, told]).toEqual([false, [false]]);
    driver.shell.desk.showWindow('whole');
    expect([driver.window().visible, driver.window().focused, told]).toEqual([true, true, [false, true]]);
  });
});

describe('on macOS', () => {
  beforeEach(() => start('darwin'));

  it('the icon is a template, and a click on it is the menu’s', () => {
    driver.shell.desk.showTray(open);
    expect([shown().picture, shown().image.isTemplateImage()]).toEqual(['openTemplate.png', true]);
    shown().emit('click');
    expect(chosen).toEqual([]);
  });
});

describe('where Electron knows no tray', () => {
  beforeEach(() => start('freebsd'));

  it('there is none, and closing ends the app', () => {
    driver.shell.desk.showTray(open);
    driver.shell.desk.stayInTray(true);
    expect([FakeTray.shown, driver.shell.desk.stays]).toEqual([undefined, false]);
  });
});

describe('the pictures', () => {
  beforeEach(() => start('linux'));
  const states = [true, false].flatMap((isLocked) => [true, false].map((waits) => ({ locked: isLocked, waits })));

  it.each(states.flatMap((state) => (['darwin', 'win32'] as const).map((platform) => ({ ...state, platform }))))(
    'are there for %j at 16 and at 32 pixels',
    ({ platform, ...state }) => {
      const file = path.join(TRAY_ICONS, iconName(state, platform));
      for (const [name, side] of [
        [file, 16],
        [file.replace('.png', '@2x.png'), 32],
      ] as const) {
        // PNG (third edition), 5.2 and 11.2.2: signature, then IHDR with width and height.
        const bytes = readFileSync(name);
        expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(['PNG', side, side]);
      }
    },
  );
});
