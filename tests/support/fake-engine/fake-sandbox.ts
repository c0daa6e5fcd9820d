import type { SandboxBeside, SandboxState } from '../../../shared/contracts/engine/sandbox.ts';

/** The sandbox of a fake vault; null outside it. `beside` is what the panel is told of the side that is not shown. */
export type FakeSandbox = {
  who: SandboxState['who'];
  done: SandboxState['done'];
  readonly given: string[];
  beside: Omit<SandboxBeside, 'who' | 'name'>;
};

/** A desk with nothing on it. */
export const EMPTY_DESK: FakeSandbox['beside'] = {
  onTheWay: [],
  waiting: { total: 0, rows: [] },
  accounts: 3,
  loans: { total: 0, rows: [] },
  news: [],
};
