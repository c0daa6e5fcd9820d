import { constants } from 'node:os';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Ends this process in good order when it is told to: `end` runs first, then the process exits with 128 and the signal's number, as
 * shells have it. A second signal does not wait.
 */
export function endOnSignals(end: () => Promise<void>): void {
  let told = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      process.exitCode = 128 + constants.signals[signal];
      if (told) process.exit();
      told = true;
      void end().finally(() => process.exit());
    });
  }
}
