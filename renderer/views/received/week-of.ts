import type { Span } from '../../../shared/contracts/engine/common.ts';
import { type PlanWindow, tidy } from '../../lib/plan.ts';

/** A moment in the week that shows it: Monday 0, and minutes after midnight in the system's zone. */
export interface WeekTime {
  readonly day: number;
  readonly minutes: number;
}

/** Where an instant lies in its week. */
export function weekTimeOf(unix: number): WeekTime {
  const at = new Date(unix * 1000);
  return { day: (at.getDay() + 6) % 7, minutes: at.getHours() * 60 + at.getMinutes() };
}

/** The parts of spans of time that fall into the week of `now`, a window for each day they touch. Unix seconds, the system's zone. */
export function weekOf(spans: readonly Span[], now: number): PlanWindow[] {
  const midnights = midnightsOf(now);
  const windows = spans.flatMap(({ from, until }) =>
    Array.from({ length: 7 }, (_, day): PlanWindow | null => {
      const [begins = 0, ends = 0] = [midnights[day], midnights[day + 1]];
      if (until <= begins || from >= ends) return null;
      return {
        day,
        from: from <= begins ? 0 : weekTimeOf(from).minutes,
        to: until >= ends ? 1440 : weekTimeOf(until).minutes,
      };
    }).filter((window) => window !== null && window.to > window.from),
  );
  return tidy(windows.filter((window) => window !== null));
}

/** The eight midnights from Monday to the Monday after it. A day of a clock change is as long as it is. */
function midnightsOf(now: number): number[] {
  const at = new Date(now * 1000);
  const { day } = weekTimeOf(now);
  return Array.from(
    { length: 8 },
    (_, index) => new Date(at.getFullYear(), at.getMonth(), at.getDate() - day + index).getTime() / 1000,
  );
}
