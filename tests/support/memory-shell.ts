import type { ShellContract } from '../../shared/contracts/shell.ts';
import type { Port, Unsubscribe } from '../../shared/port.ts';
import { type Client, createClient } from '../../shared/wire/client.ts';
import { Listeners } from '../../main/shell/listeners.ts';
import type { ChosenFile, EngineProcess, Shell } from '../../main/shell/shell.ts';
import { type EngineHabits, MemoryEngine } from './memory-engine.ts';
import { MemoryDesk } from './memory-desk.ts';
import { MemorySystem } from './memory-system.ts';

/** One page as its scripts see it. */
export class MemoryPage {
  readonly number: number;
  readonly heard: unknown[] = [];
  readonly client: Client<ShellContract>;
  alive = true;
  readonly #in = new Listeners<string>();

  /** The page's end of its wire. */
  readonly wire: Port;

  constructor(number: number, toShell: (text: string) => void) {
    this.number = number;
    this.wire = {
      post: (text) => queueMicrotask(() => void (this.alive && toShell(text))),
      onMessage: (receive) => this.#in.add(receive),
    };
    this.client = createClient<ShellContract>(this.wire);
  }

  hear(text: string): void {
    queueMicrotask(() => {
      if (!this.alive) return;
      this.heard.push(JSON.parse(text));
      this.#in.tell(text);
    });
  }
}

/** A host in memory: pages and engines that can die, answer late or not at all. */
export class MemoryShell implements Shell {
  readonly host = 'fake';
  readonly system = new MemorySystem();
  /** Null for a host with a window and nothing around it. */
  desk: MemoryDesk | null = null;
  readonly engines: MemoryEngine[] = [];
  readonly pages: MemoryPage[] = [];
  /** Habits of the engines to come, first one first; healthy when used up. */
  readonly habits: Partial<EngineHabits>[] = [];
  /** Waited for by the opening or the renewals of a page. */
  loading: Promise<void> = Promise.resolve();
  closed = 0;
  readonly page: Port;
  readonly #fromPage = new Listeners<string>();
  readonly #dropped = new Listeners<ChosenFile>();
  readonly #closed = new Listeners<undefined>();
  /** The person does something in the window. */
  readonly input = new Listeners<undefined>();
  /** The window was closed and the app stays, or it is there again. */
  readonly window = new Listeners<boolean>();
  #joined: MemoryEngine | null = null;

  constructor() {
    this.page = {
      post: (text) => this.pages.at(-1)?.hear(text),
      onMessage: (receive) => this.#fromPage.add(receive),
    };
  }

  /** Puts a desk around the window, which can do everything; before the app is started. */
  furnish(): MemoryDesk {
    this.desk = new MemoryDesk();
    for (const one of ['tray', 'native_menu', 'quick_window', 'content_protection'] as const) this.system.missing.delete(one);
    return this.desk;
  }

  get engine(): MemoryEngine {
    return last(this.engines);
  }

  get current(): MemoryPage {
    return last(this.pages);
  }

  /** Every event told to any page, in order. */
  get told(): unknown[] {
    return this.pages.flatMap(({ heard }) => heard).filter((said) => typeof said === 'object' && said !== null && 'event' in said);
  }

  async open(): Promise<void> {
    await this.loading;
    this.#load();
  }

  /** Picture readers started, and whether they are ended. */
  readonly readers: { ended: boolean }[] = [];
  /** Whether the page may use the camera now. */
  camera = false;

  startPictureReader(): { kill(): void } {
    const reader = { ended: false };
    this.readers.push(reader);
    return { kill: () => void (reader.ended = true) };
  }

  async allowCamera(on: boolean): Promise<void> {
    this.camera = on;
  }

  startEngine(): MemoryEngine {
    if (this.engines.some(({ alive }) => alive)) throw new Error('two engines at once');
    const engine = new MemoryEngine(this.habits.shift() ?? {});
    this.engines.push(engine);
    return engine;
  }

  joinEngine(engine: EngineProcess | null): void {
    if (this.#joined !== null) this.#joined.page = null;
    this.#joined = engine === null ? null : (this.engines.find(({ pid }) => pid === engine.pid) ?? null);
    this.#join();
  }

  async renewPage(): Promise<void> {
    this.current.alive = false;
    await this.loading;
    this.#load();
  }

  drop(file: ChosenFile): void {
    this.#dropped.tell(file);
  }

  closeWindow(): void {
    this.current.alive = false;
    this.#closed.tell(undefined);
  }

  onDropped(fn: (file: ChosenFile) => void): Unsubscribe {
    return this.#dropped.add(fn);
  }

  onActive(fn: () => void): Unsubscribe {
    return this.input.add(() => fn());
  }

  onClosed(fn: () => void): Unsubscribe {
    return this.#closed.add(fn);
  }

  onWindow(fn: (there: boolean) => void): Unsubscribe {
    return this.window.add(fn);
  }

  close(): Promise<void> {
    this.closed++;
    return Promise.resolve();
  }

  #load(): void {
    this.pages.push(new MemoryPage(this.pages.length + 1, (text) => this.#fromPage.tell(text)));
    this.#join();
  }

  #join(): void {
    const page = this.pages.at(-1);
    if (this.#joined === null || page === undefined) return;
    this.#joined.page = page.number;
    this.#joined.pages.add(page.number);
  }
}

function last<T>(list: readonly T[]): T {
  const value = list.at(-1);
  if (value === undefined) throw new Error('none yet');
  return value;
}
