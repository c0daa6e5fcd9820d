import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { prepare } from '../../main/shell/electron/boot.ts';
import { control } from '../support/fake-electron/control.ts';

it('Windows knows the app by the name its installer gives the shortcut', () => {
  prepare('win32');
  const builder = readFileSync(path.resolve(import.meta.dirname, '../../electron-builder.yml'), 'utf8');
  expect(control.userModel).not.toBe('');
  expect(builder).toContain(`\nappId: ${control.userModel}\n`);
  expect(control.switches.has('enable-features')).toBe(false);
});
