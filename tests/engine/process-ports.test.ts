import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { processPorts } from '../../main/engine/process-ports.ts';

type Post = (message: string) => void;

/** A message port as Electron's utility process has them. */
class FakePort extends EventEmitter {
  readonly posted: string[] = [];
  started = false;
  readonly postMessage: Post = (message) => void this.posted.push(message);
  start(): void {
    this.started = true;
  }
}

const host = process as unknown as { parentPort?: FakePort };

afterEach(() => {
  delete host.parentPort;
  vi.restoreAllMocks();
});

const heard = (port: { onMessage(receive: (text: string) => void): () => void }): string[] => {
  const texts: string[] = [];
  port.onMessage((text) => void texts.push(text));
  return texts;
};

describe('the pipes of a utility process', () => {
  const begin = () => {
    const parent = new FakePort();
    host.parentPort = parent;
    return { parent, ports: processPorts() };
  };

  it('keep shell and page apart, and take the page’s port from the shell', () => {
    const { parent, ports } = begin();
    const [shell, page] = [heard(ports.shell), heard(ports.page)];
    const port = new FakePort();
    ports.page.post('nobody is there yet');
    parent.emit('message', { data: 'from the shell' });
    parent.emit('message', { data: 'page', ports: [port] });
    port.emit('message', { data: 'from the page' });
    ports.page.post('to the page');
    ports.shell.post('to the shell');
    expect({ shell, page }).toEqual({ shell: ['from the shell'], page: ['from the page'] });
    expect([port.posted, parent.posted, port.started]).toEqual([['to the page'], ['to the shell'], true]);
  });

  it('keep what a page says before anybody listens, in order and once', async () => {
    const { parent, ports } = begin();
    const port = new FakePort();
    parent.emit('message', { data: 'page', ports: [port] });
    for (const data of ['first', 'second']) port.emit('message', { data });
    const [page, late] = [heard(ports.page), heard(ports.page)];
    await Promise.resolve();
    port.emit('message', { data: 'third' });
    expect([page, late]).toEqual(Array(2).fill(['first', 'second', 'third']));
    const later = heard(ports.page);
    await Promise.resolve();
    expect(later).toEqual([]);
  });

  it('listen to the newest page only', () => {
    const { parent, ports } = begin();
    const page = heard(ports.page);
    const [old, fresh] = [new FakePort(), new FakePort()];
    parent.emit('message', { data: 'page', ports: [old] });
    parent.emit('message', { data: 'page', ports: [fresh] });
    old.emit('message', { data: 'late' });
    fresh.emit('message', { data: 'now' });
    ports.page.post('answer');
    expect([page, old.posted, fresh.posted]).toEqual([['now'], [], ['answer']]);
  });

  it('drop what is no text', () => {
    const { parent, ports } = begin();
    const shell = heard(ports.shell);
    for (const data of [null, 5, { call: 'x' }, ['shell', 'x'], undefined]) parent.emit('message', { data });
    expect(shell).toEqual([]);
  });
});

describe('the pipes of a forked process', () => {
  const begin = () => {
    const listeners = new Map<string, (message: unknown) => void>();
    vi.spyOn(process, 'on').mockImplementation((event: string | symbol, listener: (message: unknown) => void) => {
      listeners.set(String(event), listener);
      return process;
    });
    const ports = processPorts();
    return { listeners, ports, arrive: (message: unknown) => listeners.get('message')?.(message) };
  };

  it('share one channel by pairs, and drop everything that is no pair of a pipe and a text', () => {
    const { ports, arrive } = begin();
    const [shell, page] = [heard(ports.shell), heard(ports.page)];
    for (const odd of [
      null,
      'page',
      7,
      {},
      [],
      ['page'],
      ['page', 5],
      ['page', null],
      ['constructor', 'x'],
      [['page'], 'x'],
      ['__proto__', 'x'],
    ])
      arrive(odd);
    arrive(['page', 'p']);
    arrive(['shell', 's']);
    expect({ shell, page }).toEqual({ shell: ['s'], page: ['p'] });
  });

  it('post by pairs, and do not mind a shell that is gone', () => {
    const { ports } = begin();
    const sent: unknown[][] = [];
    const had = Object.getOwnPropertyDescriptor(process, 'send');
    const send = ((...args: unknown[]) => {
      sent.push(args);
      const done = args.findLast((arg): arg is (error: Error) => void => typeof arg === 'function');
      done?.(new Error('channel closed'));
      return done !== undefined;
    }) as NonNullable<typeof process.send>;
    Object.defineProperty(process, 'send', { value: send, configurable: true, writable: true });
    ports.page.post('text');
    if (had === undefined) delete process.send;
    else Object.defineProperty(process, 'send', had);
    expect(sent[0]?.[0]).toEqual(['page', 'text']);
    // Without a callback Node makes an error event of the process out of a closed channel.
    expect(sent[0]?.some((arg) => typeof arg === 'function')).toBe(true);
  });

  it('stop hearing when told to', () => {
    const { ports, arrive } = begin();
    const texts: string[] = [];
    const stop = ports.page.onMessage((text) => void texts.push(text));
    arrive(['page', 'a']);
    stop();
    arrive(['page', 'b']);
    expect(texts).toEqual(['a']);
  });
});
