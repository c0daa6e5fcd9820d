import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';

/** What the main process is told of a frame: page "WebFrameMain". */
export interface FakeFrame {
  readonly parent: FakeFrame | null;
  readonly url: string;
  readonly origin: string;
}

/** A drag event with files, as a preload meets it. */
export interface FakeDrop {
  readonly isTrusted: boolean;
  readonly dataTransfer: { readonly types: readonly string[]; readonly files: readonly object[] } | null;
  prevented: boolean;
  preventDefault(): void;
}

type ToMain = (channel: string, args: unknown[], frame: FakeFrame | null) => void;

/** One document in one renderer process: an isolated world for the preload, and a main world with what it exposes. */
export class FakePage {
  static #count = 0;
  readonly instance = `page ${++FakePage.#count}`;
  readonly frame: FakeFrame;
  /** The main world's `window`, as far as a preload can change it. */
  readonly mainWorld: Record<string, unknown> = {};
  /** Paths of files as the browser knows them. */
  readonly paths = new WeakMap<object, string>();
  readonly #ipc = new EventEmitter();
  readonly #events = new EventEmitter();
  readonly #toMain: ToMain;
  #alive = true;

  constructor(url: string, toMain: ToMain) {
    this.frame = { parent: null, url, origin: new URL(url).protocol === 'app:' ? 'app://bundle' : new URL(url).origin };
    this.#toMain = toMain;
  }

  /** Runs a preload before the document's own scripts, as page "webPreferences.preload" says; in a sub-frame `window.top` is another. */
  runPreload(file: string, isTop = true): void {
    // Page "Process sandboxing": a sandboxed preload has a `require` for a few modules only; of ours it needs one.
    const require = (name: string): unknown => {
      if (name !== 'electron') throw new Error(`module not found: ${name}`);
      return { contextBridge: this.#contextBridge(), ipcRenderer: this.#ipcRenderer(), webUtils: this.#webUtils() };
    };
    const window: Record<string, unknown> = {
      addEventListener: (type: string, listener: (event: unknown) => void) => this.#events.on(type, listener),
    };
    window['top'] = isTop ? window : {};
    compileFunction(readFileSync(file, 'utf8'), ['require', 'module', 'exports', 'window', 'location'])(
      require,
      { exports: {} },
      {},
      window,
      { href: this.frame.url },
    );
  }

  /** A message of the main process arrives. */
  receive(channel: string, args: unknown[], ports: readonly MessagePort[]): void {
    if (this.#alive) this.#ipc.emit(channel, { ports }, ...args);
  }

  /** A drag with files happens over the page. */
  drag(type: 'dragover' | 'drop', files: readonly object[], isTrusted: boolean, types: readonly string[] = ['Files']): FakeDrop {
    const event: FakeDrop = {
      isTrusted,
      dataTransfer: { types, files },
      prevented: false,
      preventDefault() {
        event.prevented = true;
      },
    };
    this.#events.emit(type, event);
    return event;
  }

  /** Something happens in the window, by a person's hand or, untrusted, by a script's. */
  input(type: string, isTrusted: boolean): void {
    this.#events.emit(type, { isTrusted });
  }

  /** The process ends. */
  die(): void {
    this.#alive = false;
  }

  #ipcRenderer() {
    return {
      // Page "ipcRenderer", send: structured clone, prototype chains are not included, functions throw.
      send: (channel: string, ...args: unknown[]) => {
        const cloned = structuredClone(args);
        queueMicrotask(() => void (this.#alive && this.#toMain(channel, cloned, this.frame)));
      },
      on: (channel: string, listener: (...args: unknown[]) => void) => this.#ipc.on(channel, listener),
    };
  }

  #webUtils() {
    // Page "webUtils", getPathForFile: an empty string for a File constructed in JS.
    return { getPathForFile: (file: object) => this.paths.get(file) ?? '' };
  }

  #contextBridge() {
    return {
      exposeInMainWorld: (key: string, api: unknown) => {
        // Page "contextBridge": a key that exists on the window cannot be bound again.
        if (key in this.mainWorld) throw new Error('Cannot bind an API on top of an existing property on the window object');
        Object.defineProperty(this.mainWorld, key, { value: bridged(api), enumerable: true });
      },
    };
  }
}

/** Page "contextBridge", parameter and error and return type support: values are copied and frozen, functions proxied. */
function bridged(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]): unknown => {
      try {
        return bridged((value as (...args: unknown[]) => unknown)(...args.map(bridged)));
      } catch (error) {
        // Only the message of an error crosses.
        throw new Error(error instanceof Error ? error.message : 'not an error');
      }
    };
  }
  if (typeof value === 'symbol') throw new Error('symbols cannot be copied between contexts');
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bridged(each)])));
}
