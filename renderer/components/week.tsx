import { weekdays } from '../../shared/text/dates.ts';
import type { PlanWindow } from '../lib/plan.ts';

export type WeekProps = {
  readonly windows: readonly PlanWindow[];
  /** Today, Monday 0, and the minute of the day; drawn as one line. */
  readonly now: { readonly day: number; readonly minutes: number };
  /** The same in words, for a screen reader. */
  readonly label: string;
};

const percent = (minutes: number): string => `${(minutes / 1440) * 100}%`;

/** The windows of a week at a glance: seven short lanes, the open one strong, a line for now. */
export function Week({ windows, now, label }: WeekProps) {
  return (
    <div className="week" role="img" aria-label={label}>
      {weekdays('short').map((name, day) => (
        <span key={name} className={day === now.day ? 'today' : undefined}>
          <span className="week-lane">
            {windows
              .filter((window) => window.day === day)
              .map((window) => (
                <i
                  key={window.from}
                  className={day === now.day && window.from <= now.minutes && now.minutes < window.to ? 'live' : undefined}
                  style={{ left: percent(window.from), width: percent(window.to - window.from) }}
                />
              ))}
            {day === now.day && <em style={{ left: percent(now.minutes) }} />}
          </span>
          {name}
        </span>
      ))}
    </div>
  );
}
