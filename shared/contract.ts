import type { z } from 'zod';

/** When a call may be made: whatever the vault's state, only without an open vault, or only with one. */
export type When = 'any' | 'closed' | 'open';

/** One call: shapes of what goes in and what comes out. */
export interface CallSpec {
  readonly params: z.ZodType;
  readonly result: z.ZodType;
  readonly when: When;
}

/** Every call and event between two processes, as one value both ends are derived from. */
export interface Contract {
  readonly calls: Readonly<Record<string, CallSpec>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

/** States one call of a contract. */
export function call<P extends z.ZodType, R extends z.ZodType, W extends When>(when: W, params: P, result: R) {
  return { params, result, when } as const;
}

/** Names and shapes of a contract’s calls. */
export type CallName<C extends Contract> = keyof C['calls'] & string;
export type Params<C extends Contract, N extends CallName<C>> = z.infer<C['calls'][N]['params']>;
export type Result<C extends Contract, N extends CallName<C>> = z.infer<C['calls'][N]['result']>;
/** Names and shapes of a contract’s events. */
export type EventName<C extends Contract> = keyof C['events'] & string;
export type EventData<C extends Contract, N extends EventName<C>> = z.infer<C['events'][N]>;
