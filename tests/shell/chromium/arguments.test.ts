import path from 'node:path';
import { expect, it } from 'vitest';
import { readArguments } from '../../../main/shell/chromium/arguments.ts';

it('has defaults', () => {
  expect(readArguments([], { XDG_DATA_HOME: '/data' })).toEqual({
    headless: false,
    profile: process.platform === 'linux' ? '/data/latchkey' : expect.any(String),
    clockOffset: 0,
    size: { width: 1180, height: 760 },
  });
});

it('reads each option, and makes the profile absolute', () => {
  const argv = ['--headless', '--profile', 'mine', '--clock-offset=-86400', '--window-size=640,480'];
  expect(readArguments(argv)).toEqual({
    headless: true,
    profile: path.resolve('mine'),
    clockOffset: -86_400,
    size: { width: 640, height: 480 },
  });
});

it.each([
  ['--port=1'],
  ['file'],
  ['--window-size=1,1'],
  ['--window-size=big'],
  ['--clock-offset=soon'],
  ['--clock-offset=1e99'],
  ['--profile='],
])('refuses %s with a sentence', (arg) => {
  expect(typeof readArguments([arg])).toBe('string');
});
