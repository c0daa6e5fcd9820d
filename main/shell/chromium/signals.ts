import { constants } from 'node:os';
import { endProcess } from '../end-process.ts';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Ends this process in good order when it is told to: `end` runs first, then the process exits with 128 and the signal's number, as
 * shells have it. A second signal does not wait. `hanging` tells whether the exit would wait for a native call.
 */
export function endOnSignals(end: () => Promise<void>, hanging: () => boolean = () => false): void {
  let told = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      process.exitCode = 128 + constants.signals[signal];
      if (told) endProcess(hanging(), () => process.exit());
      told = true;
      void end().finally(() => endProcess(hanging(), () => process.exit()));
    });
  }
}
