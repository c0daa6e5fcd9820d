import { planText } from '../../shared/text/controls.ts';
import { formatMinutes, weekdays } from '../../shared/text/dates.ts';
import type { PlanWindow } from './plan.ts';

/** The small words between times and days. */
export type PlanWords = { readonly to: string; readonly and: string; readonly none: string };

/** The windows of one day in words: `9:00 to 12:00 and 14:00 to 18:00`. */
export function dayWords(windows: readonly PlanWindow[], words: PlanWords = planText): string {
  if (windows.length === 0) return words.none;
  return windows.map((window) => `${formatMinutes(window.from)} ${words.to} ${formatMinutes(window.to)}`).join(` ${words.and} `);
}

/** A whole plan in words, neighbouring days alike taken together: `Monday to Friday 9:00 to 18:00, Saturday 10:00 to 13:00`. */
export function planWords(windows: readonly PlanWindow[], words: PlanWords = planText, style: 'long' | 'short' = 'long'): string {
  const names = weekdays(style);
  const perDay = names.map((_, day) =>
    dayWords(
      windows.filter((window) => window.day === day),
      words,
    ),
  );
  const parts: string[] = [];
  for (let day = 0; day < 7; day++) {
    const said = perDay[day];
    if (said === words.none) continue;
    const first = day;
    while (perDay[day + 1] === said) day++;
    const days = day === first ? names[first] : `${names[first]} ${words.to} ${names[day]}`;
    parts.push(`${days} ${said}`);
  }
  return parts.length === 0 ? words.none : parts.join(', ');
}
