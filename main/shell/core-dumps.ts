import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Far more than it takes, in ms. */
const PATIENCE = 2000;

/**
 * Keeps what the system writes down when this process, or one it starts from now on, crashes from holding memory. Linux: no core file at all,
 * where util-linux's `prlimit` is there to say so; the filter of core(5) for those who catch dumps through a pipe, where that limit does not
 * count. Both are inherited. Elsewhere nothing is done; never throws.
 */
export function emptyCoreDumps(): void {
  if (process.platform !== 'linux') return;
  try {
    // SECURITY: no kind of mapping at all; a dump of the engine would hold the keys.
    writeFileSync('/proc/self/coredump_filter', '0x0');
  } catch {
    // A kernel that dumps nothing has no filter either.
  }
  // SECURITY: an empty dump still holds the registers of every thread, and a text that was being copied stands in them.
  spawnSync('prlimit', ['--core=0:0', '--pid', String(process.pid)], { stdio: 'ignore', timeout: PATIENCE });
}
