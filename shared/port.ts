/** Ends a subscription; calling it twice is harmless. */
export type Unsubscribe = () => void;

/** One end of a pipe of text messages, in order, with nothing else known about it. */
export interface Port {
  post(text: string): void;
  onMessage(receive: (text: string) => void): Unsubscribe;
}

/** Who stands at the other end of a page's pipe. */
export type Peer = 'engine' | 'shell';

/** What the host puts on the page's `window`: two pipes behind one pair of functions. */
export interface Bridge {
  post(to: Peer, text: string): void;
  onMessage(receive: (from: Peer, text: string) => void): Unsubscribe;
}

/** The bridge's name on `window`. */
export const BRIDGE = 'latchkey';
