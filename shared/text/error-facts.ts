import type { ErrorFacts } from '../errors.ts';
import { formatDuration } from './dates.ts';
import { inLanguage } from './language.ts';

/** A number among the facts, or what stands for it when it was not told. */
export function number(facts: ErrorFacts, name: string, otherwise: number): number {
  const value = facts[name];
  return typeof value === 'number' ? value : otherwise;
}

/** A word among the facts, null when it was not told. */
export function word(facts: ErrorFacts, name: string): string | null {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** How long to wait before the next attempt, null when no delay was told. */
export const wait = inLanguage('error-facts.wait', (facts: ErrorFacts): string | null => {
  const seconds = number(facts, 'wait', 0);
  return seconds > 0 ? `Try again in ${formatDuration(seconds)}.` : null;
});
