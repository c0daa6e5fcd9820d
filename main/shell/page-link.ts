import type { EventData, EventName } from '../../shared/contract.ts';
import { type ShellContract, shellContract } from '../../shared/contracts/shell.ts';
import type { Port } from '../../shared/port.ts';
import { type Handlers, type Server, serve } from '../../shared/wire/serve.ts';

/**
 * The shell's end of the page pipe over the lives of many pages. Pages number their calls from 1, so an answer that comes late must
 * not reach the next page, where it would look like the answer to another call.
 */
export class PageLink {
  readonly #port: Port;
  readonly #handlers: Handlers<ShellContract>;
  readonly #onBug: (call: string, error: unknown) => void;
  #server: Server<ShellContract>;
  #end: () => void = () => undefined;

  constructor(port: Port, handlers: Handlers<ShellContract>, onBug: (call: string, error: unknown) => void) {
    this.#port = port;
    this.#handlers = handlers;
    this.#onBug = onBug;
    this.#server = this.#serve();
  }

  /** Forgets the page that was: what is still under way for it is answered to nobody. */
  renew(): void {
    this.#end();
    this.#server = this.#serve();
  }

  /** Tells the current page. */
  emit<N extends EventName<ShellContract>>(event: N, data: EventData<ShellContract, N>): void {
    this.#server.emit(event, data);
  }

  end(): void {
    this.#end();
  }

  #serve(): Server<ShellContract> {
    let live = true;
    const port: Port = {
      post: (text) => {
        if (live) this.#port.post(text);
      },
      onMessage: (receive) => this.#port.onMessage(receive),
    };
    const server = serve(shellContract, this.#handlers, port, { allows: () => true, onBug: this.#onBug });
    this.#end = () => {
      live = false;
      server.close();
    };
    return server;
  }
}
