import { MAX_MESSAGE } from '../../../shared/limits.ts';
import type { Peer } from '../../../shared/port.ts';
import { utf8Length } from '../../../shared/wire/message.ts';
import type { Assets } from '../assets.ts';
import { Listeners } from '../listeners.ts';
import { BINDING, DESTINATIONS, type Destination, ISOLATED_SCRIPT, ORIGIN, PAGE_SCRIPT, WORLD } from './bridge-script.ts';
import type { Cdp } from './cdp.ts';
import { interceptRequests } from './interception.ts';
import type { CommandName, Commands, Evaluated } from './protocol.ts';
import type { OnRefused } from './refusals.ts';

const LOAD_MS = 20_000;

/** The window's one page, by its DevTools session. */
export class AppPage {
  /** What the page sends. */
  readonly calls = new Listeners<{ readonly to: Destination; readonly text: string }>();
  /** The page's process ended, and not at our wish. */
  readonly crashed = new Listeners<void>();
  /** The person wants to close the window, which is held. */
  readonly closing = new Listeners<void>();
  /** The page's window was closed, or shows nothing any more. */
  readonly gone = new Listeners<void>();
  readonly frame: string;
  private readonly cdp: Cdp;
  private readonly session: string;
  private readonly onRefused: OnRefused;
  private readonly loads = new Listeners<string>();
  private loaded: string | null = null;
  private world: number | null = null;
  private leaving = true;
  private held = false;
  private armed: Promise<unknown> = Promise.resolve();

  /** A page target's main frame has the target's own id. */
  constructor(cdp: Cdp, session: string, targetId: string, onRefused: OnRefused) {
    this.cdp = cdp;
    this.session = session;
    this.frame = targetId;
    this.onRefused = onRefused;
  }

  /**
   * Arms the page while it is still empty. Nothing is waited for: `load` does, and tells what went wrong.
   * SECURITY: no file of ours is given out before all of it is in force, and what the browser was told before, `told`, as well.
   */
  arm(assets: Assets, told: Promise<unknown>): void {
    this.followWorld();
    this.followCalls();
    this.followDocument();
    this.armed = Promise.all([
      told,
      this.send('Page.enable', {}),
      this.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      this.send('Runtime.enable', {}),
      // SECURITY: with a world's name the binding exists in that world only; the page's own scripts cannot find it.
      this.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_SCRIPT }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: ISOLATED_SCRIPT, worldName: WORLD }),
      this.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      // SECURITY: workers and frames in other processes attach stopped, and are closed before they run a line.
      this.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      this.send('Runtime.runIfWaitingForDebugger', {}),
    ]);
    this.armed.catch(() => {});
    interceptRequests(this.cdp, this.session, this.frame, assets, this.armed, this.onRefused);
  }

  /** Loads our document and waits until it has; throws when it does not within 20 s, or when the page could not be armed. */
  async load(): Promise<void> {
    const [{ loaderId, errorText }] = await Promise.all([this.send('Page.navigate', { url: `${ORIGIN}/` }), this.armed]);
    if (errorText !== undefined || loaderId === undefined) throw new Error(`the page did not load: ${errorText ?? 'no document'}`);
    await new Promise<void>((settle, fail) => {
      const end = (error?: Error): void => {
        stop();
        clearTimeout(timer);
        if (error === undefined) settle();
        else fail(error);
      };
      const timer = setTimeout(() => end(new Error('the page did not load in time')), LOAD_MS);
      const stop = this.loads.add((loader) => void (loader === loaderId && end()));
      if (this.loaded === loaderId) end();
    });
    this.leaving = false;
  }

  /**
   * While held, the window of this document does not close before the host closes it. Closing and loading anew look the same, so both
   * count as closing.
   */
  async hold(on: boolean): Promise<void> {
    this.held = on;
    await this.run(`() => latchkeyHold(${on})`, []);
  }

  /** Shows an empty document of no origin, in a process of its own. */
  async blank(): Promise<void> {
    this.leaving = true;
    this.held = false;
    await this.send('Page.navigate', { url: 'data:text/html,' });
  }

  /** Gives a text to the page; a page that is not there drops it. */
  deliver(from: Peer, text: string): void {
    if (this.world === null) return;
    this.run('(from, text) => latchkeyDeliver(from, text)', [from, text]).catch(() => {});
  }

  /** Calls a function in the isolated world as if a person had just clicked, and gives its value or a handle. Throws what it throws. */
  async run(source: string, args: readonly string[], returnByValue = true): Promise<Evaluated['result']> {
    if (this.world === null) throw new Error('no page');
    const { result, exceptionDetails } = await this.send('Runtime.callFunctionOn', {
      functionDeclaration: source,
      arguments: args.map((value) => ({ value })),
      executionContextId: this.world,
      awaitPromise: true,
      returnByValue,
      userGesture: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  }

  /** Sends a command to this page. */
  send<M extends CommandName>(method: M, params: Commands[M]['params']): Promise<Commands[M]['result']> {
    return this.cdp.send(method, params, this.session);
  }

  private followWorld(): void {
    this.cdp.on('Runtime.executionContextCreated', ({ session, params: { context } }) => {
      if (session !== this.session || context.name !== WORLD || context.auxData?.frameId !== this.frame) return;
      if (context.origin === ORIGIN) this.world = context.id;
    });
    this.cdp.on('Runtime.executionContextDestroyed', ({ session, params }) => {
      if (session === this.session && params.executionContextId === this.world) this.world = null;
    });
    this.cdp.on('Runtime.executionContextsCleared', ({ session }) => {
      if (session === this.session) this.world = null;
    });
  }

  private followCalls(): void {
    this.cdp.on('Runtime.bindingCalled', ({ session, params: { name, payload, executionContextId } }) => {
      if (session !== this.session || name !== BINDING) return;
      const space = payload.indexOf(' ');
      const to = DESTINATIONS.find((known) => known === payload.slice(0, space));
      const text = payload.slice(space + 1);
      // SECURITY: sub-frames have the isolated world too; only the one of our document in the main frame is heard.
      if (executionContextId !== this.world || to === undefined || utf8Length(text) > MAX_MESSAGE) {
        return this.onRefused({ what: 'call', detail: payload.slice(0, 32) });
      }
      this.calls.tell({ to, text });
    });
  }

  private followDocument(): void {
    this.cdp.on('Inspector.targetCrashed', ({ session }) => {
      if (session !== this.session) return;
      this.world = null;
      if (!this.leaving) this.crashed.tell();
    });
    this.cdp.on('Target.detachedFromTarget', ({ params }) => void (params.sessionId === this.session && this.gone.tell()));
    this.cdp.on('Page.lifecycleEvent', ({ session, params: { frameId, loaderId, name } }) => {
      if (session !== this.session || frameId !== this.frame || name !== 'load') return;
      this.loaded = loaderId;
      this.loads.tell(loaderId);
    });
    this.cdp.on('Page.frameNavigated', ({ session, params: { frame } }) => {
      if (session !== this.session || frame.id !== this.frame || frame.url.startsWith(`${ORIGIN}/`) || this.leaving) return;
      // SECURITY: about:blank and blob: need no request that could be refused, so the page is brought back.
      this.onRefused({ what: 'navigation', detail: frame.url });
      this.load().catch(() => this.gone.tell());
    });
    this.cdp.on('Page.javascriptDialogOpening', ({ session, params: { type } }) => {
      if (session !== this.session) return;
      if (type !== 'beforeunload') this.onRefused({ what: 'dialog', detail: type });
      // A document that asks for itself not to be left is left.
      this.cdp.tell('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' && !this.held }, session);
      if (type === 'beforeunload' && this.held) this.closing.tell();
    });
  }
}
