import { vi } from 'vitest';

/** Milliseconds something waited for may take: a busy machine is slow, not wrong. */
const PATIENCE_MS = 15_000;

const { waitFor } = vi;
// What is waited for without a limit of its own gets a second by default, which a machine with other things to do may take for nothing.
vi.waitFor = (act, options = PATIENCE_MS) => waitFor(act, options);
