/** What this host turns away: a request, a document or other target nobody asked for, a call from a foreign context. */
export interface Refusal {
  readonly what: 'request' | 'target' | 'navigation' | 'call' | 'dialog';
  /** For tests; may hold an address of the page's choosing, so it is never logged. */
  readonly detail: string;
}
/** Is told of each. */
export type OnRefused = (refusal: Refusal) => void;
