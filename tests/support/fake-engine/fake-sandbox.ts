import type { SandboxState } from '../../../shared/contracts/engine/sandbox.ts';

/** The sandbox of a fake vault; null outside it. */
export type FakeSandbox = { who: SandboxState['who']; done: SandboxState['done']; readonly given: string[] };
