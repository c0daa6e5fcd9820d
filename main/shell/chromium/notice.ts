import type { Notice } from '../../../shared/text/notice.ts';
import { findProgram, runProgram } from './run-program.ts';

/** Milliseconds a desktop has to take a notice; where nobody shows them, the program may wait for ever. */
const NOTICE_MS = 5000;

/** The program by which a desktop is told something to show; null where there is none. */
export function findNotifier(env: NodeJS.ProcessEnv = process.env): string | null {
  return findProgram('notify-send', env);
}

/** Has the desktop show a notice. Rejects when it did not take it. */
export async function showNotice(notifier: string, { title, body }: Notice): Promise<void> {
  const ended = await runProgram(notifier, ['--app-name=Latchkey', '--', title, body], AbortSignal.timeout(NOTICE_MS));
  if (ended.code !== 0) throw new Error('the desktop took no notice');
}
