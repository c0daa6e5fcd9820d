import type { UtilityProcess } from 'electron';

/** Ends a utility process at once, also one that has not started yet. */
export function killUtility(child: UtilityProcess): void {
  if (child.pid === undefined) child.once('spawn', () => end(child));
  else end(child);
}

function end(child: UtilityProcess): void {
  const { pid } = child;
  child.kill();
  // Electron sends SIGTERM, which a process may sit out.
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
