import { writeFileSync } from 'node:fs';

/**
 * Leaves the memory out of what the system writes down when this process, or one it starts from now on, crashes. Linux: the filter of
 * core(5) is inherited. Elsewhere nothing is done; never throws.
 */
export function emptyCoreDumps(): void {
  if (process.platform !== 'linux') return;
  try {
    // SECURITY: no kind of mapping at all; a dump of the engine would hold the keys.
    writeFileSync('/proc/self/coredump_filter', '0x0');
  } catch {
    // A kernel that dumps nothing has no filter either.
  }
}
