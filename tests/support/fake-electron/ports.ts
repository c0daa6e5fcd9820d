import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** A port as the main process and utility processes hold it. Node's own channel carries, clones and queues. */
export class FakePortMain extends EventEmitter implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'> {
  #port: MessagePort | null;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.unref();
    port.on('close', () => this.emit('close'));
  }

  // Page "MessagePortMain", start: "Messages will be queued until this method is called."
  start(): void {
    const port = this.#held();
    port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    port.unref();
  }

  postMessage(message: unknown): void {
    this.#held().postMessage(message);
  }

  close(): void {
    this.#port?.close();
  }

  /** Gives the port to another process: here it can no longer be used (MDN "Transferable objects", as page "MessagePorts" refers to). */
  take(): MessagePort {
    const port = this.#held();
    this.#port = null;
    return port;
  }

  #held(): MessagePort {
    if (this.#port === null) throw new Error('the port was transferred');
    return this.#port;
  }
}

/** Page "MessageChannelMain": two entangled ports, new at each construction. */
export class FakeChannelMain {
  readonly port1: FakePortMain;
  readonly port2: FakePortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePortMain(port1);
    this.port2 = new FakePortMain(port2);
  }
}
