import { type Browser, chromium, type Page } from 'playwright';
import type { Port } from '../../shared/port.ts';
import { Cdp } from '../../main/shell/chromium/cdp.ts';
import { Listeners } from '../../main/shell/listeners.ts';

interface Message {
  id?: number;
  method?: string;
  params?: { sessionId?: string; targetInfo?: { type: string } };
  sessionId?: string;
  result?: { sessionId?: string };
}

interface Client {
  readonly root: string;
  /** Sessions that events of this client's own targets bring. */
  readonly sessions: Set<string>;
  readonly base: number;
  readonly heard: Listeners<string>;
}

// Command ids are 32-bit; each client has its own range of them, the host the first.
const RANGE = 100_000_000;

/**
 * Lets test clients share the host's own DevTools pipe, so that not even a test opens a port. Give `through` to the host; then each
 * client has a browser session of its own, and sees nothing of the host's sessions.
 */
export class SharedPipe {
  private pipe: Port | null = null;
  private readonly toHost = new Listeners<string>();
  private readonly attaching = new Map<number, (session: string) => void>();
  private readonly clients: Client[] = [];
  private made = 0;
  private readonly ends: (() => void)[] = [];

  readonly through = (pipe: Port): Port => {
    this.pipe = pipe;
    pipe.onMessage((text) => this.route(text));
    return { post: (text) => pipe.post(text), onMessage: (receive) => this.toHost.add(receive) };
  };

  /** A further client of the browser. */
  async client(): Promise<Port> {
    const pipe = this.pipe;
    if (pipe === null) throw new Error('no browser yet');
    const base = RANGE * ++this.made;
    const root = await new Promise<string>((done) => {
      this.attaching.set(base, done);
      pipe.post(JSON.stringify({ id: base, method: 'Target.attachToBrowserTarget' }));
    });
    const client: Client = { root, sessions: new Set([root]), base, heard: new Listeners() };
    this.clients.push(client);
    return {
      post: (text) => {
        const message = JSON.parse(text) as Message;
        pipe.post(JSON.stringify({ ...message, id: base + (message.id ?? 0), sessionId: message.sessionId ?? root }));
      },
      onMessage: (receive) => client.heard.add(receive),
    };
  }

  /** A further client that speaks the protocol in our types. */
  async cdp(): Promise<Cdp> {
    return new Cdp(await this.client());
  }

  /** Playwright, as a further client. */
  async playwright(): Promise<Browser> {
    const port = await this.client();
    const transport: {
      onmessage?: (message: object) => void;
      onclose?: (reason?: string) => void;
      send(message: object): void;
      close(): void;
    } = {
      send: (message: object) => port.post(JSON.stringify(message)),
      close() {},
    };
    // One message per task: Playwright counts on it, and else waits for ever.
    port.onMessage((text) => void setImmediate(() => transport.onmessage?.(JSON.parse(text) as object)));
    this.ends.push(() => transport.onclose?.());
    return chromium.connectOverCDP(transport, { noDefaults: true });
  }

  /** Tells Playwright that the browser is gone; only then it removes the folder it made for what it might download. */
  end(): void {
    for (const end of this.ends.splice(0)) end();
  }

  /** Playwright's view of the host's window. */
  async page(): Promise<Page> {
    const page = (await this.playwright()).contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('no window');
    return page;
  }

  private route(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message.id !== undefined && message.id >= RANGE) return this.answer(message, message.id);
    const client = this.clients.find((one) => message.sessionId !== undefined && one.sessions.has(message.sessionId));
    // Tells the host of the client's own browser session, which is none of the host's affairs.
    const ofClient = message.method === 'Target.attachedToTarget' && message.params?.targetInfo?.type === 'browser';
    if (client === undefined) return ofClient ? undefined : this.toHost.tell(text);
    const child = message.params?.sessionId;
    if (message.method === 'Target.attachedToTarget' && child !== undefined) client.sessions.add(child);
    this.give(client, message);
    if (message.method === 'Target.detachedFromTarget' && child !== undefined) client.sessions.delete(child);
  }

  private answer(message: Message, id: number): void {
    const base = id - (id % RANGE);
    const attached = this.attaching.get(id);
    if (attached !== undefined) {
      this.attaching.delete(id);
      return attached(message.result?.sessionId ?? '');
    }
    const client = this.clients.find((one) => one.base === base);
    if (client !== undefined) this.give(client, { ...message, id: id - base });
  }

  private give(client: Client, { sessionId, ...message }: Message): void {
    const own = sessionId === undefined || sessionId === client.root;
    client.heard.tell(JSON.stringify(own ? message : { ...message, sessionId }));
  }
}
