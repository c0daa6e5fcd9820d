import { EventEmitter } from 'node:events';
import { FakePortMain } from './ports.ts';
import { whenReady } from './readiness.ts';

/** The child's side of a utility process: page "parentPort". */
export interface FakeParentPort {
  on(event: 'message', receive: (event: { data: unknown; ports: FakePortMain[] }) => void): void;
  postMessage(message: unknown): void;
}

/** What a utility process runs; stands for the engine's bundle. */
export type FakeProgram = (parent: FakeParentPort, exit: (code: number) => void) => void;

// Above every kernel's largest pid, because the code under test sends it a signal.
let pids = 2 ** 30;

/** Page "utilityProcess", class UtilityProcess. */
export class FakeUtilityProcess extends EventEmitter implements Pick<Electron.UtilityProcess, 'kill'> {
  static readonly all: FakeUtilityProcess[] = [];
  /** The program of the processes to come. */
  static program: FakeProgram = () => undefined;
  /** "Until the child process has spawned successfully, the value is undefined", and again after its end. */
  pid: number | undefined;
  readonly file: string;
  readonly options: Record<string, unknown>;
  readonly #inside = new EventEmitter();
  readonly #early: { data: unknown; ports: FakePortMain[] }[] = [];
  readonly #ports: FakePortMain[] = [];
  #listening = false;
  #gone = false;

  private constructor(file: string, options: Record<string, unknown>) {
    super();
    this.file = file;
    this.options = options;
    FakeUtilityProcess.all.push(this);
    queueMicrotask(() => {
      this.pid = ++pids;
      this.emit('spawn');
      FakeUtilityProcess.program(this.#parentPort(), (code) => this.#end(code));
    });
  }

  // Page "utilityProcess", fork: "can only be called after the ready event has been emitted on App".
  static fork(file: string, _args: readonly string[] = [], options: Record<string, unknown> = {}): FakeUtilityProcess {
    whenReady.must('utilityProcess.fork');
    return new FakeUtilityProcess(file, options);
  }

  postMessage(message: unknown, transfer: readonly FakePortMain[] = []): void {
    const event = { data: structuredClone(message), ports: transfer.map((port) => new FakePortMain(port.take())) };
    this.#ports.push(...event.ports);
    queueMicrotask(() => {
      // Page "parentPort": messages are queued until a handler is registered.
      if (this.#listening) this.#inside.emit('message', event);
      else this.#early.push(event);
    });
  }

  // Page "utilityProcess", kill: false when there is nothing to kill; exit follows.
  kill(): boolean {
    if (this.pid === undefined) return false;
    this.#end(15);
    return true;
  }

  #end(code: number): void {
    if (this.#gone) return;
    this.#gone = true;
    // Page "MessagePortMain": the remote end becomes disconnected.
    for (const port of this.#ports) port.close();
    setImmediate(() => {
      this.emit('exit', code);
      this.pid = undefined;
    });
  }

  #parentPort(): FakeParentPort {
    return {
      on: (event, receive) => {
        this.#inside.on(event, (message: { data: unknown; ports: FakePortMain[] }) => void (this.#gone || receive(message)));
        this.#listening = true;
        for (const early of this.#early.splice(0)) this.#inside.emit('message', early);
      },
      postMessage: (message) => {
        const cloned: unknown = structuredClone(message);
        queueMicrotask(() => void (this.#gone || this.emit('message', cloned)));
      },
    };
  }
}
