import { factsText } from '../text/platforms.ts';

/** How old a platform's facts are. */
export interface FactsAge {
  /** Whole calendar months, in UTC; 0 for a month that is not over or lies ahead. */
  readonly months: number;
  readonly sentence: string;
}

/** The age of facts of a month (`2026-08`) at an instant in Unix seconds. From a year on the sentence says so. */
export function factsAge(checked: string, now: number): FactsAge {
  const [year = 0, month = 1] = checked.split('-').map(Number);
  const today = new Date(now * 1000);
  const months = Math.max(0, (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() - (month - 1));
  return { months, sentence: factsText(checked, months) };
}
