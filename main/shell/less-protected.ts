import type { SettingsChange } from '../../shared/contracts/settings.ts';
import { FREE_LOCK_MINUTES, type Settings } from '../../shared/settings.ts';
import { type Question, questions } from '../../shared/text/question.ts';

/** What to ask the person before settings are changed: a question for each protection that would be off, or late, and is not yet. */
export function lessProtected(change: SettingsChange, now: Settings): Question[] {
  // SECURITY: what a page switches off stays off for those who come after it, and would tell nobody.
  const asks: Question[] = [];
  if (isLate(change.lockMinutes) && change.lockMinutes !== now.lockMinutes) asks.push(questions.lateLock);
  if (change.lockOnSuspend === false && now.lockOnSuspend) asks.push(questions.noAwayLock);
  if (change.clipboardSeconds === null && now.clipboardSeconds !== null) asks.push(questions.noClearing);
  if (change.protectWindow === false && now.protectWindow) asks.push(questions.capturable);
  return asks;
}

/** Whether an idle lock would come later than a page may decide by itself; 0 is never. */
function isLate(minutes: number | undefined): boolean {
  return minutes === 0 || (minutes ?? 0) > FREE_LOCK_MINUTES;
}
