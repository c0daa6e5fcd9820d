import { MAX_MESSAGE } from '../../../shared/limits.ts';
import { BRIDGE, type Peer } from '../../../shared/port.ts';
import { ACTIVE_MS, ACTIVITIES } from '../activity.ts';

/** The page's invented origin: a reserved name, so that no network could ever answer for it (RFC 6761, section 6.4). */
export const ORIGIN = 'https://app.invalid';

/** The isolated world of our own scripts: it shares the page's DOM and none of its JavaScript. */
export const WORLD = 'latchkey-host';

/** The function by which the isolated world calls the host; it exists in no other world. */
export const BINDING = 'latchkeyCall';

/** Where a call of the isolated world wants to go: to a peer of the page, or to the host, to tell that files were dropped or somebody is there. */
export type Destination = Peer | 'dropped' | 'active';
export const DESTINATIONS: readonly Destination[] = ['engine', 'shell', 'dropped', 'active'];

// Never dispatched again once the page's own scripts run, so the name need not be secret.
const HANDOVER = 'latchkey:handover';

// SECURITY: both scripts do nothing in sub-frames and in documents of any other origin.
const GUARD = `if (window !== window.top || location.origin !== '${ORIGIN}' || location.protocol !== 'https:') return;`;

/**
 * The half of the bridge in the page's own world: receives one end of a channel from the isolated world and leaves nothing behind
 * but the frozen bridge. Worlds share event targets, so the port is the one object both can hold. Must be added before ISOLATED.
 */
export const PAGE_SCRIPT = `(() => {
  ${GUARD}
  addEventListener('${HANDOVER}', (event) => {
    event.stopImmediatePropagation();
    const port = event.ports[0];
    const send = port.postMessage.bind(port);
    let listeners = [];
    port.onmessage = ({ data: [from, text] }) => {
      for (const receive of listeners) try { receive(from, text); } catch (error) { reportError(error); }
    };
    const bridge = {
      post(to, text) {
        if ((to !== 'engine' && to !== 'shell') || typeof text !== 'string') throw new TypeError('post(peer, text)');
        if (text.length > ${MAX_MESSAGE}) throw new RangeError('message too long');
        send([to, text]);
      },
      onMessage(receive) {
        const entry = (from, text) => receive(from, text);
        listeners = [...listeners, entry];
        return () => { listeners = listeners.filter((other) => other !== entry); };
      },
    };
    Object.defineProperty(window, '${BRIDGE}', { value: Object.freeze(bridge), enumerable: true });
  }, { once: true, capture: true });
})()`;

/** The half of the bridge in the isolated world. The host calls its \`latchkeyDeliver\`, \`latchkeyDropped\` and \`latchkeyHold\`. */
export const ISOLATED_SCRIPT = `(() => {
  ${GUARD}
  const call = globalThis.${BINDING};
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: [to, text] }) => {
    if ((to === 'engine' || to === 'shell') && typeof text === 'string' && text.length <= ${MAX_MESSAGE}) call(to + ' ' + text);
  };
  globalThis.latchkeyDeliver = (from, text) => port1.postMessage([from, text]);
  window.dispatchEvent(new MessageEvent('${HANDOVER}', { ports: [port2] }));

  let dropped = [];
  const hasFiles = (event) => event.dataTransfer !== null && event.dataTransfer.types.includes('Files');
  addEventListener('dragover', (event) => { if (hasFiles(event)) event.preventDefault(); }, true);
  addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    // SECURITY: an event made by a script is not a person's gesture.
    if (!event.isTrusted) return;
    dropped = [...event.dataTransfer.files];
    call('dropped ');
  }, true);
  globalThis.latchkeyDropped = () => dropped.splice(0);

  // Chromium asks before it takes a document away only where one of its listeners objects.
  const stay = (event) => event.preventDefault();
  globalThis.latchkeyHold = (on) => (on ? addEventListener : removeEventListener)('beforeunload', stay);
  // Loading anew is told like closing, and is of no use here.
  addEventListener('keydown', (event) => {
    if (event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r')) event.preventDefault();
  }, true);

  let told = -Infinity;
  const active = (event) => {
    // SECURITY: only what a person does holds the lock off; the timer is this world's own, not the page's.
    if (!event.isTrusted || performance.now() - told < ${ACTIVE_MS}) return;
    told = performance.now();
    call('active ');
  };
  for (const type of ${JSON.stringify(ACTIVITIES)}) addEventListener(type, active, { capture: true, passive: true });
})()`;
