import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Waits until none of the processes exists, `ms` milliseconds at most; gives those that still do. */
export async function whenGone(pids: readonly number[], ms: number): Promise<number[]> {
  const end = performance.now() + ms;
  let left = pids.filter(isAlive);
  while (left.length > 0 && performance.now() < end) {
    await sleep(5);
    left = left.filter(isAlive);
  }
  return left;
}
