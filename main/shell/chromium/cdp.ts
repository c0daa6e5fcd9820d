import type { Port, Unsubscribe } from '../../../shared/port.ts';
import { Listeners } from '../listeners.ts';
import type { CommandName, Commands, EventName, Events } from './protocol.ts';

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Pending {
  readonly method: CommandName;
  readonly settle: (result: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** What an event brings, and the session of the target it came from; null for the browser itself. */
export interface Heard<E extends EventName> {
  readonly params: Events[E];
  readonly session: string | null;
}

/** A client of the DevTools protocol on a pipe of its messages. */
export class Cdp {
  private readonly port: Port;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Map<string, Listeners<Heard<never>>>();
  private next = 1;
  private ended = false;

  constructor(port: Port) {
    this.port = port;
    port.onMessage((text) => this.receive(JSON.parse(text) as Incoming));
  }

  /** Sends a command to a target's session, or to the browser. Throws what the browser refuses, and when it is gone. */
  send<M extends CommandName>(
    method: M,
    params: Commands[M]['params'],
    session: string | null = null,
  ): Promise<Commands[M]['result']> {
    if (this.ended) return Promise.reject(new Error(`${method}: the browser is gone`));
    const id = this.next++;
    return new Promise((settle, fail) => {
      this.pending.set(id, { method, settle: (result) => settle(result as Commands[M]['result']), fail });
      this.port.post(JSON.stringify(session === null ? { id, method, params } : { id, method, params, sessionId: session }));
    });
  }

  /** Sends a command whose failure changes nothing: its target may be gone by now. */
  tell<M extends CommandName>(method: M, params: Commands[M]['params'], session: string | null = null): void {
    this.send(method, params, session).catch(() => {});
  }

  on<E extends EventName>(event: E, receive: (heard: Heard<E>) => void): Unsubscribe {
    const list = this.listeners.get(event) ?? new Listeners<Heard<never>>();
    this.listeners.set(event, list);
    return list.add(receive as (heard: Heard<never>) => void);
  }

  /** The browser is gone: fails everything under way and to come. */
  end(): void {
    this.ended = true;
    for (const { method, fail } of this.pending.values()) fail(new Error(`${method}: the browser is gone`));
    this.pending.clear();
  }

  private receive(message: Incoming): void {
    if (message.method !== undefined) {
      this.listeners.get(message.method)?.tell({ params: message.params as never, session: message.sessionId ?? null });
    }
    const waiting = message.id === undefined ? undefined : this.pending.get(message.id);
    if (message.id === undefined || waiting === undefined) return;
    this.pending.delete(message.id);
    if (message.error === undefined) waiting.settle(message.result);
    else waiting.fail(new Error(`${waiting.method}: ${message.error.message}`));
  }
}
