import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceleratorOf } from '../../main/shell/electron/native-menu.ts';
import type { NativeMenu } from '../../main/shell/shell.ts';
import { COMMANDS, type CommandId } from '../../shared/commands.ts';
import { control } from '../support/fake-electron/control.ts';
import { type ElectronDriver, electronDriver } from '../support/electron-driver.ts';

const item = (id: CommandId, label: string): NativeMenu['items'][number] => ({ id, label, keys: COMMANDS[id].keys });
const menus: NativeMenu[] = [
  { label: 'File', items: [item('newAccount', 'New account'), item('lock', 'Lock')] },
  { label: 'Account', items: [item('copyUsername', 'Copy the user name'), item('handOff', 'Lend & hand off')] },
];

let driver: ElectronDriver;
afterEach(async () => {
  await driver.shell.close();
  await driver.dispose();
});

describe('the menu bar of macOS', () => {
  beforeEach(async () => {
    driver = await electronDriver('darwin');
  });

  it('has our menus between the system’s own', () => {
    driver.shell.desk.showMenu(menus);
    expect(control.menu?.rows).toEqual(['appMenu', 'File', 'editMenu', 'Account', 'windowMenu']);
    driver.shell.desk.showMenu([]);
    expect(control.menu?.rows).toEqual(['appMenu', 'editMenu', 'windowMenu']);
  });

  it('tells which command was chosen', () => {
    const chosen: CommandId[] = [];
    const stop = driver.shell.desk.onMenu((id) => chosen.push(id));
    driver.shell.desk.showMenu(menus);
    control.menu?.choose('Lock', 'File');
    control.menu?.choose('Lend && hand off', 'Account');
    stop();
    control.menu?.choose('Lock', 'File');
    expect(chosen).toEqual(['lock', 'handOff']);
  });

  it.each<[string | null, string | null]>([
    ['Mod+N', 'CommandOrControl+N'],
    ['Mod+Shift+C', 'CommandOrControl+Shift+C'],
    ['Mod+,', 'CommandOrControl+,'],
    ['Mod+1', 'CommandOrControl+1'],
    // The text field's own, or those of the app's menu.
    ['Mod+C', null],
    ['Mod+V', null],
    ['Mod+Z', null],
    ['Mod+Q', null],
    // Keys of who types.
    ['Escape', null],
    ['?', null],
    ['F6', null],
    [null, null],
  ])('shows the key %s as %s', (keys, accelerator) => {
    expect(acceleratorOf(keys)).toBe(accelerator);
  });

  it('gives no key to two commands', () => {
    const keys = Object.values(COMMANDS).flatMap((command) => acceleratorOf(command.keys) ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('elsewhere', () => {
  it('there is no menu bar but the page’s own', async () => {
    driver = await electronDriver('win32');
    control.menu = null;
    driver.shell.desk.showMenu(menus);
    expect(control.menu).toBe(null);
  });
});
