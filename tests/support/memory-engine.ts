import type { CallName, Params } from '../../shared/contract.ts';
import type { HostContract } from '../../shared/contracts/host.ts';
import type { Port } from '../../shared/port.ts';
import { type Client, createClient, type Reply } from '../../shared/wire/client.ts';
import { memoryPorts } from '../../shared/wire/memory-port.ts';
import type { EngineProcess } from '../../main/shell/shell.ts';

/** How an engine of a test behaves; each is a way real processes behave. */
export interface EngineHabits {
  /** Says that it is ready. */
  readonly ready: boolean;
  /** Answers pings. */
  readonly pongs: boolean;
  /** Answers an order to quiesce once nothing is being written. */
  readonly quiesces: boolean;
  /** Ends by itself after it has said that it is quiesced. */
  readonly exits: boolean;
  /** Dies before it says anything. */
  readonly diesAtStart: boolean;
}

const HEALTHY: EngineHabits = { ready: true, pongs: true, quiesces: true, exits: true, diesAtStart: false };

/** An engine process without a process: its side of the host contract, and no vault. A write is a promise the test settles. */
export class MemoryEngine implements EngineProcess {
  static #pids = 1000;
  readonly pid = ++MemoryEngine.#pids;
  readonly port: Port;
  readonly exited: Promise<number | null>;
  readonly log: string[] = [];
  home: unknown = null;
  alive = true;
  killed = false;
  /** The page it is joined to, as the host tells; null for none. */
  page: number | null = null;
  /** Every page it was ever joined to. */
  readonly pages = new Set<number>();
  readonly #client: Client<HostContract>;
  readonly #habits: EngineHabits;
  #writing: Promise<void> = Promise.resolve();
  #running: Promise<void> = Promise.resolve();
  #exit: (code: number | null) => void = () => undefined;

  constructor(habits: Partial<EngineHabits>) {
    this.#habits = { ...HEALTHY, ...habits };
    const [shellEnd, engineEnd] = memoryPorts();
    this.exited = new Promise((done) => {
      this.#exit = done;
    });
    this.port = shellEnd;
    // A dead process hears and says nothing.
    this.#client = createClient<HostContract>({
      post: (text) => {
        if (this.alive) engineEnd.post(text);
      },
      onMessage: (receive) => engineEnd.onMessage((text) => void (this.alive && receive(text))),
    });
    this.#client.on('ping', ({ n }) => {
      this.log.push('ping');
      if (this.#habits.pongs) void this.#running.then(() => this.call('host.pong', { n }));
    });
    this.#client.on('language', ({ language }) => void this.log.push(`language ${language}`));
    this.#client.on('quiesce', () => void this.#quiesce());
    this.#client.on('copyCode', ({ account }) => void this.log.push(`copyCode ${account}`));
    queueMicrotask(() => void this.#start());
  }

  call<N extends CallName<HostContract>>(name: N, params: Params<HostContract, N>) {
    return this.#client.call(name, params);
  }

  /** A write is under way until the returned function is called. */
  write(): () => void {
    const [promise, finish] = gate();
    this.#writing = promise.then(() => void this.log.push('written'));
    return finish;
  }

  /** Answers no ping until the returned function is called, as a process that is not scheduled. */
  pause(): () => void {
    const [promise, go] = gate();
    this.#running = promise;
    return go;
  }

  /** Dies as a crash does. */
  die(code: number | null = 1): void {
    this.alive = false;
    this.#exit(code);
  }

  kill(): void {
    if (this.alive) this.killed = true;
    this.die(null);
  }

  async #start(): Promise<void> {
    if (this.#habits.diesAtStart) return this.die(1);
    if (!this.#habits.ready) return;
    const reply: Reply<unknown> = await this.call('host.ready', {});
    this.home = reply.ok ? reply.value : reply.code;
  }

  async #quiesce(): Promise<void> {
    this.log.push('quiesce');
    if (!this.#habits.quiesces) return;
    await this.#writing;
    this.log.push('quiesced');
    await this.call('host.quiesced', {});
    if (this.#habits.exits) this.die(0);
  }
}

function gate(): [promise: Promise<void>, open: () => void] {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    open = done;
  });
  return [promise, () => open()];
}
