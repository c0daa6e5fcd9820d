import { vaultCalls } from '../../shared/contracts/engine/vault.ts';
import { MAX_IN_FLIGHT } from '../../shared/limits.ts';
import type { Port } from '../../shared/port.ts';
import { readMessage } from '../../shared/wire/message.ts';
import { type Handlers, type Server, serve } from '../../shared/wire/serve.ts';

/** Milliseconds without another question from which on nobody waits for these answers any more. */
const QUIET_MS = 250;
/** Milliseconds a page that asks nothing is waited for. */
const SILENT_MS = 2000;

/** What the lock screen asks before anybody has done anything. */
const firstContract = {
  calls: {
    'clock.offset': vaultCalls['clock.offset'],
    'vault.state': vaultCalls['vault.state'],
    'vaults.list': vaultCalls['vaults.list'],
  },
  events: {},
} as const;
type FirstContract = typeof firstContract;

/** What the first answers are made of. */
export interface FirstParts {
  readonly handlers: Handlers<FirstContract>;
  readonly isStopping: () => boolean;
  readonly onBug: (call: string, error: unknown) => void;
}

/**
 * Answers what the lock screen asks while the rest of the engine, nine tenths of its code, is not even loaded. Every other call is kept,
 * unread, for the engine itself, as many as may be under way.
 */
export class FirstAnswers {
  /** Resolves when the rest is wanted: at the first other call, or when no answer has been waited for of late. */
  readonly wanted: Promise<void>;
  readonly #page: Port;
  readonly #server: Server<FirstContract>;
  readonly #kept: string[] = [];
  #want: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout>;

  constructor(page: Port, { handlers, isStopping, onBug }: FirstParts) {
    this.#page = page;
    this.wanted = new Promise((done) => (this.#want = done));
    this.#timer = setTimeout(this.#want, SILENT_MS);
    const port: Port = {
      post: (text) => page.post(text),
      onMessage: (receive) => page.onMessage((text) => this.#hear(text, receive)),
    };
    this.#server = serve(firstContract, handlers, port, { allows: () => !isStopping(), onBug });
  }

  /** Stops answering. Gives the pipe of the page: its first listener hears what was kept, then what comes. */
  handOver(): Port {
    clearTimeout(this.#timer);
    this.#server.close();
    return {
      post: (text) => this.#page.post(text),
      onMessage: (receive) => {
        const stop = this.#page.onMessage(receive);
        // Once the one who listens has all it needs to answer.
        queueMicrotask(() => this.#kept.splice(0).forEach((text) => receive(text)));
        return stop;
      },
    };
  }

  #hear(text: string, answer: (text: string) => void): void {
    const message = readMessage(text);
    if (typeof message !== 'string' && message.kind === 'request' && !Object.hasOwn(firstContract.calls, message.call)) {
      if (this.#kept.length >= MAX_IN_FLIGHT) return this.#page.post(JSON.stringify({ id: message.id, error: 'busy' }));
      this.#kept.push(text);
      return this.#want();
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#want, QUIET_MS);
    answer(text);
  }
}
