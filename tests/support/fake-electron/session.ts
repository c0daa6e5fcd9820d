import { EventEmitter } from 'node:events';
import { whenReady } from './readiness.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;
type Answered<T> = ((...args: never[]) => T) | null;

/** Page "Session": what a page of it may load and use. Handlers not set are Electron's defaults, which allow. */
export class FakeSession extends EventEmitter {
  readonly partition: string;
  readonly options: unknown;
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (granted: boolean) => void, details?: unknown) => void)
    | null = null;
  permissionCheck: Answered<boolean> = null;
  devicePermission: Answered<boolean> = null;
  spellChecker = true;
  readonly handlers = new Map<string, Handler>();
  #beforeRequest: BeforeRequest | null = null;

  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => {
      // Page "protocol", handle: registering a scheme that is handled already throws.
      if (this.handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
      this.handlers.set(scheme, handler);
    },
  };

  readonly webRequest = {
    // Page "WebRequest": only the last attached listener is used; passing null unsubscribes.
    onBeforeRequest: (listener: BeforeRequest | null): void => {
      this.#beforeRequest = listener;
    },
  };

  constructor(partition: string, options: unknown) {
    super();
    this.partition = partition;
    this.options = options;
  }

  setPermissionRequestHandler(handler: FakeSession['permissionRequest']): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: Answered<boolean>): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: Answered<boolean>): void {
    this.devicePermission = handler;
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable;
  }

  /** Whether a request would be let out. */
  lets(url: string): boolean {
    let cancelled = false;
    this.#beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return !cancelled;
  }

  /** Loads as a page's own requests do: first the filter, then the scheme's handler. */
  async load(url: string, method = 'GET'): Promise<Response> {
    if (!this.lets(url)) throw new Error(`ERR_BLOCKED_BY_CLIENT loading '${url}'`);
    const handler = this.handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) throw new Error(`ERR_UNKNOWN_URL_SCHEME loading '${url}'`);
    return handler(new Request(url, { method }));
  }
}

const sessions = new Map<string, FakeSession>();

/** Page "session": one object per partition; the module can only be used once the app is ready. */
export const fakeSession = {
  fromPartition(partition: string, options?: unknown): FakeSession {
    whenReady.must('session');
    const session = sessions.get(partition) ?? new FakeSession(partition, options);
    sessions.set(partition, session);
    return session;
  },
  get defaultSession(): FakeSession {
    return fakeSession.fromPartition('');
  },
};
