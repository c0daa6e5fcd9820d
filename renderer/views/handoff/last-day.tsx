import type { HandoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import { formatDay, formatMinutes, formatTime } from '../../../shared/text/dates.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import { zonePlace } from '../../../shared/text/zoned.ts';
import { Calendar } from '../../components/calendar.tsx';
import { Select } from '../../components/select.tsx';
import { Tag } from '../../components/tag.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays } from '../../lib/plain-date.ts';
import type { HandoffForm } from './handoff-form.ts';
import { dayOf, instantAt } from './own-zone.ts';

/** Days ahead that codes reach, and that any loan may. */
const CODES_REACH = 31;
const REACH = 365;
const END = 1440;
const NOON = 720;

const hours = [...Array.from({ length: 23 }, (_, at) => (at + 1) * 60), END];

export type LastDayProps = {
  readonly form: HandoffForm;
  readonly plan: HandoffPreview | null;
  readonly zone: string;
  readonly theirZone: string | null;
  readonly problem: string | null;
  readonly onChange: (part: Partial<HandoffForm>) => void;
};

/** The last day of the loan, the hour it ends at, and the days that have codes. */
export function LastDay({ form, plan, zone, theirZone, problem, onChange }: LastDayProps) {
  const today = dayOf(engineNow());
  const { lastDay, untilMinute } = form;
  const lit = daysOf(plan?.windows ?? []);
  const shown = formatDay(instantAt(lastDay, NOON), engineNow());
  const theirs = plan === null || theirZone === null ? null : theirEnd(plan.until, zone, theirZone, shown);
  return (
    <div className="ho-last">
      <span className="small strong">{handoffText.lastDay}</span>
      <div className="row wrap">
        <Tag size="large">{shown}</Tag>
        <Select
          label={handoffText.endsAt}
          look="chip"
          value={String(untilMinute)}
          onChange={(value) => onChange({ untilMinute: Number(value) })}
          options={hours.map((minute) => ({
            value: String(minute),
            label: minute === END ? handoffText.endOfDay : formatMinutes(minute),
          }))}
        />
      </div>
      {theirZone !== null && theirs !== null && <p className="small soft">{handoffText.theirTime(theirs, zonePlace(theirZone))}</p>}
      <Calendar
        label={handoffText.lastDay}
        today={today}
        last={lastDay}
        onLast={(day) => onChange({ lastDay: day })}
        litOn={(day) => (form.codes && lit.has(day) ? 'on' : null)}
        min={today}
        max={addDays(today, form.codes ? CODES_REACH : REACH)}
      />
      {problem !== null && (
        <p className="hint error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The end on their clock, with its day when that is not the one shown for the owner; null where both clocks say the same. */
function theirEnd(until: number, zone: string, theirZone: string, shown: string): string | null {
  const time = formatTime(until, { zone: theirZone });
  if (time === formatTime(until, { zone })) return null;
  const day = formatDay(until, engineNow(), { zone: theirZone });
  return day === shown ? time : `${day}, ${time}`;
}

/** The days of this computer's calendar that any of the windows touches. */
function daysOf(windows: readonly { readonly from: number; readonly until: number }[]): ReadonlySet<string> {
  const days = new Set<string>();
  for (const { from, until } of windows) {
    const last = dayOf(until - 1);
    for (let day = dayOf(from); day <= last; day = addDays(day, 1)) days.add(day);
  }
  return days;
}
