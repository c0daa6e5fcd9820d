import { type HostContract, hostContract, type Leaving, type Many } from '../../shared/contracts/host.ts';
import { refuse } from '../../shared/errors.ts';
import { HANG_MS, QUIESCE_MS } from '../../shared/limits.ts';
import type { Unsubscribe } from '../../shared/port.ts';
import { presentLanguage } from '../../shared/text/language.ts';
import { type Handlers, type Server, serve } from '../../shared/wire/serve.ts';
import { type Clock, within } from './clock.ts';
import { deferred } from './deferred.ts';
import type { EngineProcess } from './shell.ts';

/** Milliseconds between two pings. */
export const PING_MS = 2000;
/** Milliseconds an engine has to end by itself once it has said that it is quiesced. */
export const EXIT_MS = 500;

/** Milliseconds after which a process that reads a picture is ended, by the shell if not by the engine. */
export const READER_MS = 15_000;

/** What the app answers to any engine; the rest concerns one process and is answered here. */
export type HostServices = Pick<
  Handlers<HostContract>,
  | 'host.digest'
  | 'host.notice'
  | 'host.pinned'
  | 'files.redeem'
  | 'clipboard.copy'
  | 'keychain.get'
  | 'keychain.set'
  | 'keychain.delete'
> & {
  readonly home: { readonly profile: string; readonly documents: string; readonly clockOffset: number; readonly version: string };
  /** Whether a vault is open now, in the engine there is now. */
  readonly onVault: (open: boolean) => void;
  /** Whether the person confirms outside of the page that so much is asked for by them; no when `signal` comes first. `accounts` is how many are to be deleted. */
  readonly confirmSecrets: (of: Many, signal: AbortSignal, count?: number) => Promise<boolean>;
  /** Locks, because that was not confirmed. */
  readonly lockForSecrets: (of: Leaving) => void;
  /** Starts a process that reads one picture for an engine; null where engines start such processes themselves. */
  readonly startReader: (engine: EngineProcess) => { kill(): void } | null;
  readonly onBug: (call: string, error: unknown) => void;
};

/** The shell's end of one engine process, from its start to its end. */
export class EngineLink {
  readonly process: EngineProcess;
  readonly #clock: Clock;
  readonly #server: Server<HostContract>;
  readonly #ready = deferred<void>();
  readonly #hung = deferred<void>();
  readonly #quiesced = deferred<void>();
  readonly #end = new AbortController();
  #endReader: () => void = () => undefined;
  #pings = 0;
  #stopPings: Unsubscribe = () => undefined;
  #overdue: Unsubscribe | null = null;
  #vaultOpen = false;
  #gone = false;

  constructor(process: EngineProcess, clock: Clock, services: HostServices) {
    this.process = process;
    this.#clock = clock;
    const handlers: Handlers<HostContract> = {
      'host.ready': () => {
        this.#ready.resolve();
        return { ...services.home, language: presentLanguage() };
      },
      'host.pong': () => {
        this.#overdue?.();
        this.#overdue = null;
        return {};
      },
      'host.quiesced': () => {
        this.#quiesced.resolve();
        return {};
      },
      'host.vault': ({ open }) => {
        this.#vaultOpen = open;
        services.onVault(open);
        return {};
      },
      'host.digest': services['host.digest'],
      'host.notice': services['host.notice'],
      'host.pinned': services['host.pinned'],
      'secrets.confirm': async ({ of, count }) => {
        const goOn = await services.confirmSecrets(of, this.#end.signal, count).catch(() => false);
        // An answer that comes after the end of this engine is about no vault that is open now.
        if (!goOn && !this.#gone && (of === 'secrets' || of === 'codes')) services.lockForSecrets(of);
        return { goOn };
      },
      'pictures.start': () => (this.#startReader(services) ? {} : refuse('capability_missing')),
      'pictures.end': () => {
        this.#endReader();
        return {};
      },
      'files.redeem': services['files.redeem'],
      'clipboard.copy': services['clipboard.copy'],
      'keychain.get': services['keychain.get'],
      'keychain.set': services['keychain.set'],
      'keychain.delete': services['keychain.delete'],
    };
    this.#server = serve(hostContract, handlers, process.port, { allows: () => true, onBug: services.onBug });
    void process.exited.then(() => {
      this.#gone = true;
      this.#end.abort();
      this.#unwatch();
      this.#endReader();
      this.#server.close();
      services.onVault(false);
    });
  }

  /** Resolves when the engine has said that it is up; for ever pending when it never does. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get exited(): Promise<number | null> {
    return this.process.exited;
  }

  get gone(): boolean {
    return this.#gone;
  }

  /** Whether the engine last said that it holds an open vault. */
  get vaultOpen(): boolean {
    return this.#vaultOpen;
  }

  /** Has it copy an account's code, while it has an open vault. */
  copyCode(account: string): void {
    if (!this.#gone && this.#vaultOpen) this.#server.emit('copyCode', { account });
  }

  /** Tells it which language is spoken now. */
  speak(): void {
    if (!this.#gone) this.#server.emit('language', { language: presentLanguage() });
  }

  /** Pings from now on; resolves when a ping has waited `HANG_MS` for any answer. */
  watch(): Promise<void> {
    this.#ping();
    return this.#hung.promise;
  }

  /** Lets the engine finish the write in hand, at most `QUIESCE_MS`, then ends it. Resolves when the process is gone. */
  async quiesce(): Promise<void> {
    this.#unwatch();
    if (!this.#gone) this.#server.emit('quiesce', {});
    await within(
      this.#clock,
      QUIESCE_MS,
      this.#quiesced.promise.then(() => within(this.#clock, EXIT_MS, this.exited)),
      this.exited,
    );
    await this.kill();
  }

  /** Ends the process at once; resolves when it is gone. */
  async kill(): Promise<void> {
    this.#unwatch();
    if (!this.#gone) this.process.kill();
    await this.exited;
  }

  /** One reader at a time, which lives no longer than `READER_MS` whatever the engine says. */
  #startReader({ startReader }: HostServices): boolean {
    this.#endReader();
    const reader = startReader(this.process);
    if (reader === null) return false;
    const stop = this.#clock.after(READER_MS, () => this.#endReader());
    this.#endReader = () => {
      stop();
      this.#endReader = () => undefined;
      reader.kill();
    };
    return true;
  }

  #ping(): void {
    this.#server.emit('ping', { n: ++this.#pings });
    if (this.#overdue === null) this.#expect();
    this.#stopPings = this.#clock.after(PING_MS, () => this.#ping());
  }

  #expect(): void {
    const due = this.#clock.now() + HANG_MS;
    this.#overdue = this.#clock.after(HANG_MS, () => {
      // A timer this late means that the whole machine slept: the answer has had no chance yet.
      if (this.#clock.now() - due > PING_MS) return this.#expect();
      this.#unwatch();
      this.#hung.resolve();
    });
  }

  #unwatch(): void {
    this.#stopPings();
    this.#overdue?.();
    this.#overdue = null;
  }
}
