/**
 * Ends this process with a code. While a native call hangs Node waits for its thread before it exits, for minutes where the system asks
 * the person something; then the process is killed, which nothing can be lost by once the app is closed.
 */
export function endProcess(hanging: boolean, exit: () => void): void {
  if (hanging) process.kill(process.pid, 'SIGKILL');
  exit();
}
