import { afterEach, expect, it } from 'vitest';
import { askedBy, listenOutside, MAX_LINK, takeLinks } from '../../main/shell/electron/outside.ts';
import { Held, MAX_HELD } from '../../main/shell/electron/held.ts';
import { app } from '../support/fake-electron.ts';
import { control } from '../support/fake-electron/control.ts';
import { stoppable } from '../support/fake-electron/windows.ts';

afterEach(() => {
  app.removeAllListeners('open-url');
  app.removeAllListeners('second-instance');
});

it('what is told before anybody listens is held for the first listener, and no more of it than that', () => {
  const held = new Held<number>();
  const heard: number[] = [];
  for (let n = 0; n < MAX_HELD + 5; n++) held.tell(n);
  const stop = held.add((n) => heard.push(n));
  expect(heard).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  held.add((n) => heard.push(n + 100));
  held.tell(20);
  stop();
  held.tell(21);
  expect(heard.slice(8)).toEqual([20, 120, 121]);
});

it.each<[string[], string[], boolean]>([
  [['.'], [], false],
  [['latchkey:requests'], ['latchkey:requests'], false],
  [['LATCHKEY:requests'], ['LATCHKEY:requests'], false],
  [['--original-process-start-time=1', '--', 'latchkey://requests'], ['latchkey://requests'], false],
  [['--quick-access'], [], true],
  [['--', '--quick-access'], [], false],
  [['latchkey:requests', '--quick-access'], ['latchkey:requests'], false],
  [['--quick-access=1'], [], false],
  [['latchkeys:requests', 'https://example.com/latchkey:x'], [], false],
  [[`latchkey:${'x'.repeat(MAX_LINK)}`], [], false],
])('the command line %j asks for the links %j and for quick access: %s', (argv, links, quick) => {
  expect(askedBy(argv)).toEqual({ links, quick });
});

it('a link the app was started for is held, from its own command line as from macOS before it is ready', () => {
  const outside = listenOutside(['.', 'latchkey:requests']);
  const event = stoppable();
  app.emit('open-url', event, 'latchkey:people');
  app.emit('open-url', event, 'https://example.com/');
  const links: string[] = [];
  outside.links.add((link) => links.push(link));
  expect([links, event.defaultPrevented]).toEqual([['latchkey:requests', 'latchkey:people'], true]);
});

it('a second start brings the window to the front, or quick access, and hands its links over', () => {
  const outside = listenOutside([]);
  const told: string[] = [];
  outside.front.add(() => told.push('front'));
  outside.quick.add(() => told.push('quick'));
  outside.links.add((link) => told.push(link));
  for (const argv of [['latchkey'], ['latchkey', '--quick-access'], ['latchkey', '--', 'latchkey:ledger']]) {
    app.emit('second-instance', {}, argv);
  }
  expect(told).toEqual(['front', 'quick', 'front', 'latchkey:ledger']);
});

it('a packaged app takes links on Windows and macOS, behind a mark after which nothing is a switch', () => {
  takeLinks('linux');
  control.packaged = false;
  takeLinks('win32');
  control.packaged = true;
  expect(control.links).toEqual([]);
  takeLinks('win32');
  takeLinks('darwin');
  expect(control.links).toEqual([
    ['latchkey', process.execPath, '--'],
    ['latchkey', process.execPath, '--'],
  ]);
});
