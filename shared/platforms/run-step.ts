/** The acts of the end-of-access run; the same words as in the contract. */
export const RUN_STEPS = ['tell', 'password', 'authenticator', 'devices', 'backup_codes', 'apps', 'recovery'] as const;
export type RunStepId = (typeof RUN_STEPS)[number];

/** How sure a fact about a platform is; `unknown` facts are never written as if they were known. */
export type Sure = 'high' | 'medium' | 'low' | 'unknown';

/** Where one act of a run is done on a platform. */
export interface RunStep {
  readonly id: RunStepId;
  readonly title: string;
  /** Menu words in their order; empty when they are not known. */
  readonly path: readonly string[];
  /** An https page to open; null when there is none to trust. */
  readonly link: string | null;
  readonly sure: Sure;
  /** One or two sentences on what to do there. */
  readonly advice: string;
}
