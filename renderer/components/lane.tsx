import type { ComponentProps } from 'react';
import { formatMinutes } from '../../shared/text/dates.ts';
import type { PlanWindow } from '../lib/plan.ts';

export type LaneProps = Pick<
  ComponentProps<'div'>,
  'onFocus' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
> & {
  readonly name: string;
  /** The day and its windows in words. */
  readonly said: string;
  readonly weekend: boolean;
  readonly windows: readonly PlanWindow[];
  /** The window the keys act on. */
  readonly chosen: PlanWindow | undefined;
  /** Whether Tab stops here. */
  readonly stop: boolean;
  /** The same as the day above, so its times are not written again unless it is looked at. */
  readonly alike: boolean;
  readonly readOnly: boolean | undefined;
};

const percent = (minutes: number): string => `${(minutes / 1440) * 100}%`;

/** One day of the planner, from 0 to 24. */
export function Lane({ name, said, weekend, windows, chosen, stop, alike, readOnly, ...pointer }: LaneProps) {
  return (
    <div className="plan-row" role="row">
      <b className={weekend ? 'off' : undefined} role="rowheader">
        {name}
      </b>
      <div className={alike ? 'lane alike' : 'lane'} role="gridcell" tabIndex={stop ? 0 : -1} aria-disabled={readOnly} {...pointer}>
        <span className="hole">{said}</span>
        {windows.map((window) => (
          <span
            key={window.from}
            aria-hidden="true"
            className={window === chosen ? 'lane-window current' : 'lane-window'}
            data-from={window.from}
            style={{ left: percent(window.from), width: percent(window.to - window.from) }}
          >
            {!readOnly && <i className="lane-grip from" data-edge="from" />}
            <span>{`${formatMinutes(window.from)} – ${formatMinutes(window.to)}`}</span>
            {!readOnly && <i className="lane-grip to" data-edge="to" />}
          </span>
        ))}
      </div>
    </div>
  );
}
