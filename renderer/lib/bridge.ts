import { BRIDGE, type Bridge, type Peer, type Port } from '../../shared/port.ts';

function isBridge(value: unknown): value is Bridge {
  return typeof value === 'object' && value !== null && 'post' in value && 'onMessage' in value;
}

/** The bridge the host put on the window; null when the page runs outside Latchkey. */
export function findBridge(): Bridge | null {
  const found = (window as unknown as Record<string, unknown>)[BRIDGE];
  return isBridge(found) ? found : null;
}

/** One of the bridge's two pipes. */
export function pipeTo(bridge: Bridge, peer: Peer): Port {
  return {
    post: (text) => bridge.post(peer, text),
    onMessage: (receive) => bridge.onMessage((from, text) => from === peer && receive(text)),
  };
}
