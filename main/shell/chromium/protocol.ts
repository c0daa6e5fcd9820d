/** No parameters, or no result. */
type Nothing = Readonly<Record<string, never>>;

interface Command<P, R = Nothing> {
  readonly params: P;
  readonly result: R;
}

/** A page, frame, worker or other part of the browser. */
export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** A value of the page as the protocol tells it: primitives by value, everything else by a handle. */
export interface RemoteObject {
  readonly type: string;
  readonly subtype?: string;
  readonly value?: unknown;
  readonly objectId?: string;
}

/** What running a script gave. */
export interface Evaluated {
  readonly result: RemoteObject;
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** How a refused request fails. */
export type ErrorReason = 'Aborted' | 'AccessDenied';

/**
 * The commands this host sends, a small part of the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/tot/).
 * What comes back is trusted to have these shapes: it is the browser we started, on a pipe nobody else holds.
 */
export interface Commands {
  'Browser.close': Command<Nothing>;
  'Browser.grantPermissions': Command<{ origin: string; permissions: readonly string[] }>;
  'Browser.setDownloadBehavior': Command<{ behavior: 'deny' }>;
  'DOM.getFileInfo': Command<{ objectId: string }, { path: string }>;
  'Emulation.setFocusEmulationEnabled': Command<{ enabled: boolean }>;
  'Fetch.enable': Command<{ patterns: readonly { urlPattern: string }[] }>;
  'Fetch.failRequest': Command<{ requestId: string; errorReason: ErrorReason }>;
  'Fetch.fulfillRequest': Command<{
    requestId: string;
    responseCode: number;
    responseHeaders: readonly { name: string; value: string }[];
    body: string;
  }>;
  'Page.addScriptToEvaluateOnNewDocument': Command<{ source: string; worldName?: string }, { identifier: string }>;
  'Page.createIsolatedWorld': Command<{ frameId: string; worldName: string }, { executionContextId: number }>;
  'Page.enable': Command<Nothing>;
  'Page.handleJavaScriptDialog': Command<{ accept: boolean }>;
  'Page.navigate': Command<{ url: string }, { frameId: string; loaderId?: string; errorText?: string }>;
  'Page.resetNavigationHistory': Command<Nothing>;
  'Page.setLifecycleEventsEnabled': Command<{ enabled: boolean }>;
  'Runtime.addBinding': Command<{ name: string; executionContextName: string }>;
  'Runtime.callFunctionOn': Command<
    {
      functionDeclaration: string;
      arguments: readonly { value: string }[];
      executionContextId: number;
      awaitPromise?: boolean;
      returnByValue?: boolean;
      userGesture?: boolean;
    },
    Evaluated
  >;
  'Runtime.enable': Command<Nothing>;
  'Runtime.getProperties': Command<
    { objectId: string; ownProperties: true },
    { result: readonly { name: string; value?: RemoteObject }[] }
  >;
  'Runtime.releaseObject': Command<{ objectId: string }>;
  'Runtime.runIfWaitingForDebugger': Command<Nothing>;
  'SystemInfo.getProcessInfo': Command<Nothing, { processInfo: readonly { type: string; id: number }[] }>;
  'Target.closeTarget': Command<{ targetId: string }>;
  'Target.setAutoAttach': Command<{
    autoAttach: true;
    waitForDebuggerOnStart: true;
    flatten: true;
    filter?: readonly { type?: string; exclude?: boolean }[];
  }>;
}
/** A command's name. */
export type CommandName = keyof Commands;

/** The events this host hears. */
export interface Events {
  'Fetch.requestPaused': {
    readonly requestId: string;
    readonly frameId: string;
    readonly resourceType: string;
    readonly request: { readonly url: string; readonly method: string };
  };
  'Inspector.targetCrashed': Nothing;
  'Page.frameNavigated': { readonly frame: { readonly id: string; readonly parentId?: string; readonly url: string } };
  'Page.javascriptDialogOpening': { readonly type: string };
  'Page.lifecycleEvent': { readonly frameId: string; readonly loaderId: string; readonly name: string };
  'Runtime.bindingCalled': { readonly name: string; readonly payload: string; readonly executionContextId: number };
  'Runtime.executionContextCreated': {
    readonly context: {
      readonly id: number;
      readonly origin: string;
      readonly name: string;
      readonly auxData?: { readonly isDefault: boolean; readonly frameId: string };
    };
  };
  'Runtime.executionContextDestroyed': { readonly executionContextId: number };
  'Runtime.executionContextsCleared': Nothing;
  'Target.attachedToTarget': { readonly sessionId: string; readonly targetInfo: TargetInfo };
  'Target.detachedFromTarget': { readonly sessionId: string };
}
/** An event's name. */
export type EventName = keyof Events;
