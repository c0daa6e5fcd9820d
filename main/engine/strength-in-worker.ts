import { Worker } from 'node:worker_threads';
import type { Guessed, Guesser } from '../core/accounts/guessing.ts';

/** One question to the worker. */
export interface GuessTask {
  readonly n: number;
  readonly text: string;
  readonly about: readonly string[];
}

/** Its answer. */
export interface GuessAnswer extends Guessed {
  readonly n: number;
}

/** Milliseconds without a question after which the worker goes, and with it what it was asked about. */
const IDLE_MS = 60_000;
/** Milliseconds one answer may take. */
const LONGEST_MS = 20_000;

/**
 * Judges texts in a worker, one after another: it takes a quarter of a second to read its word lists and has up to a second's work with a
 * long text, while the engine answers. It stays for a minute of use, and what was in its memory goes with it.
 */
export class WorkerGuesser implements Guesser {
  readonly #script: URL;
  readonly #idleMs: number;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #n = 0;
  #isOver = false;

  /** `script` is the built `strength-worker`, a file URL. */
  constructor(script: URL, idleMs = IDLE_MS) {
    this.#script = script;
    this.#idleMs = idleMs;
  }

  /** True while there is a worker. */
  get isRunning(): boolean {
    return this.#worker !== null;
  }

  guess(text: string, about: readonly string[]): Promise<Guessed | null> {
    const answer = this.#last.then(() => this.#ask({ n: ++this.#n, text, about }));
    this.#last = answer;
    return answer;
  }

  /** Ends the worker, whatever it is at, and starts no other: what still waits is not asked. */
  end(): void {
    this.#isOver = true;
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#idle);
    void this.#worker?.terminate();
    this.#worker = null;
  }

  /** Never rejects: a strength that cannot be had is left out. */
  #ask(task: GuessTask): Promise<Guessed | null> {
    if (this.#isOver) return Promise.resolve(null);
    clearTimeout(this.#idle);
    const worker = this.#worker ?? new Worker(this.#script);
    this.#worker = worker;
    return new Promise((resolve) => {
      const settle = (guessed: Guessed | null): void => {
        clearTimeout(tooLong);
        for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
        // What failed once is not asked again, and an error nobody hears would end the engine.
        worker.on('error', () => undefined);
        if (guessed === null && this.#worker === worker) this.#stop();
        else if (!this.#isOver) this.#restLater();
        resolve(guessed);
      };
      const tooLong = setTimeout(() => settle(null), LONGEST_MS);
      worker.once('message', ({ n, guesses, warning }: GuessAnswer) => settle(n === task.n ? { guesses, warning } : null));
      worker.once('error', () => settle(null));
      worker.once('exit', () => settle(null));
      worker.postMessage(task);
    });
  }

  #restLater(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#stop(), this.#idleMs);
    this.#idle.unref();
  }
}
