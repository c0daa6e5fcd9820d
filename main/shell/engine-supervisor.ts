import type { EngineState } from '../../shared/contracts/shell.ts';
import { type Clock, within } from './clock.ts';
import { type Deferred, deferred } from './deferred.ts';
import { EngineLink, type HostServices } from './engine-link.ts';
import type { Shell } from './shell.ts';

/** Milliseconds a new engine has to say that it is ready. */
export const START_MS = 30_000;
/** An engine that lived this long since it was ready does not count as dying at start. */
export const STABLE_MS = 10_000;
/** Longest wait before another start, in milliseconds. */
export const MAX_WAIT_MS = 30_000;

type Locked = NonNullable<EngineState['locked']>;
/** Why a vault was locked. */
export type LockReason = Locked['why'];

/** Milliseconds to wait after so many deaths in a row: none after the first, then half a second, doubling. */
export function restartWait(deaths: number): number {
  return deaths < 2 ? 0 : Math.min(MAX_WAIT_MS, 500 * 2 ** (deaths - 2));
}

/** What the supervisor asks of the app around it. */
export interface SupervisorHost {
  /** The state changed; the page is told. */
  changed(state: EngineState): void;
  /** Resolves when the window is open, its page not joined to any engine. */
  readonly opened: Promise<void>;
  /** Replaces the page by a fresh one; resolves when the old process is gone. */
  renewPage(): Promise<void>;
  /** Clears from the clipboard what is ours, in bounded time. */
  clearClipboard(): Promise<void>;
  /** The time as the wire gives it, in seconds. */
  seconds(): number;
}

/**
 * Keeps one engine alive: one loop, so that at most one process exists whatever arrives when. A page is joined only to an engine
 * that is ready, and an engine once joined never meets another page than the one it was unlocked from.
 */
export class EngineSupervisor {
  readonly #shell: Shell;
  readonly #clock: Clock;
  readonly #services: HostServices;
  readonly #host: SupervisorHost;
  readonly #closing = deferred<void>();
  readonly #ended: Promise<void>;
  #state: EngineState = { state: 'starting', locked: null };
  #order: { readonly at: number; readonly why: LockReason; readonly done: Deferred<void> } | null = null;
  #ordered: Deferred<void> = deferred();
  #closed = false;
  // A page that has not been joined yet, being opened; null once an engine was joined to it.
  #page: Promise<void> | null;
  #deaths = 0;
  #engine: EngineLink | null = null;

  /** Starts at once. */
  constructor(shell: Shell, clock: Clock, services: HostServices, host: SupervisorHost) {
    this.#shell = shell;
    this.#clock = clock;
    this.#services = services;
    this.#host = host;
    this.#page = host.opened;
    this.#page.catch(() => undefined);
    this.#ended = this.#run();
  }

  get state(): EngineState {
    return this.#state;
  }

  /** Resolves when no engine runs and none will; rejects when a page could not be opened or replaced. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** Locks: resolves when old engine and old page are gone and fresh ones stand. Locks while one is under way are one lock. */
  lock(why: LockReason): Promise<void> {
    if (this.#closed) return this.#ended;
    if (this.#order === null) {
      this.#order = { at: this.#host.seconds(), why, done: deferred() };
      void this.#host.clearClipboard();
      this.#ordered.resolve();
    }
    return this.#order.done.promise;
  }

  /** Has the open vault copy an account's code; nothing happens while none is open. */
  copyCode(account: string): void {
    this.#engine?.copyCode(account);
  }

  /** The language has changed: an engine that is there is told, a later one hears it at its start. */
  speak(): void {
    this.#engine?.speak();
  }

  /** Lets the engine finish and ends it; `ended` tells when. */
  close(): void {
    this.#closed = true;
    this.#closing.resolve();
  }

  async #run(): Promise<void> {
    try {
      while (!this.#closed) {
        this.#say(this.#order !== null && this.#deaths === 0 ? 'locking' : 'starting');
        const wait = restartWait(this.#deaths);
        if (wait > 0) await within(this.#clock, wait, this.#closing.promise);
        if (!this.#closed) await this.#live(new EngineLink(this.#shell.startEngine(), this.#clock, this.#services));
      }
    } finally {
      this.#closed = true;
      this.#order?.done.resolve();
    }
  }

  /** One engine from start to end. */
  async #live(engine: EngineLink): Promise<void> {
    this.#engine = engine;
    try {
      const started = await within(this.#clock, START_MS, engine.ready, engine.exited, this.#closing.promise);
      if (started && !engine.gone) await this.#freshPage(engine);
      if (this.#closed) return await engine.quiesce();
      if (started && !engine.gone) return await this.#serve(engine);
      this.#deaths++;
      this.#say('gone');
    } finally {
      await engine.kill();
    }
  }

  /** Waits until the page may be joined; a lock ordered while no page was joined still gets a fresh one. */
  async #freshPage(engine: EngineLink): Promise<void> {
    do {
      if (this.#order !== null && this.#page === null) this.#replacePage();
      await Promise.race([this.#page, engine.exited, this.#closing.promise]);
    } while (this.#order !== null && this.#page === null && !engine.gone && !this.#closed);
  }

  async #serve(engine: EngineLink): Promise<void> {
    this.#shell.joinEngine(engine.process);
    this.#page = null;
    this.#settle();
    const since = this.#clock.now();
    const end = await Promise.race([
      this.#closing.promise.then(() => 'close' as const),
      this.#ordered.promise.then(() => 'lock' as const),
      engine.exited.then(() => 'gone' as const),
      engine.watch().then(() => 'hung' as const),
    ]);
    if (end === 'close') return await engine.quiesce();
    if (end === 'lock') {
      this.#say('locking');
      await engine.quiesce();
      this.#deaths = 0;
      return await this.#leavePage();
    }
    this.#deaths = this.#clock.now() - since < STABLE_MS ? this.#deaths + 1 : 1;
    if (end === 'hung') {
      this.#say('hung');
      await engine.kill();
    }
    const locked = engine.vaultOpen ? { at: this.#host.seconds(), why: `engine_${end}` as const } : this.#state.locked;
    this.#say(end, locked);
    if (engine.vaultOpen) await this.#leavePage();
    else this.#shell.joinEngine(null);
  }

  /** Takes the page that has seen an open vault away, and with it what was copied there. */
  async #leavePage(): Promise<void> {
    if (this.#closed) return;
    this.#shell.joinEngine(null);
    await this.#host.clearClipboard();
    this.#replacePage();
  }

  #replacePage(): void {
    this.#page = this.#host.renewPage();
    // Awaited where it matters; a rejection must not be called unhandled before.
    this.#page.catch(() => undefined);
  }

  #settle(): void {
    const order = this.#order;
    this.#order = null;
    this.#ordered = deferred();
    this.#say('ready', order === null ? this.#state.locked : { at: order.at, why: order.why });
    order?.done.resolve();
  }

  #say(state: EngineState['state'], locked = this.#state.locked): void {
    if (state === this.#state.state && locked === this.#state.locked) return;
    this.#state = { state, locked };
    this.#host.changed(this.#state);
  }
}
