import { memberText } from '../../../shared/text/business.ts';
import { DayField } from '../../components/day-field.tsx';
import { Seg } from '../../components/seg.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays } from '../../lib/plain-date.ts';
import { dayOf } from '../handoff/own-zone.ts';
import type { MemberForm } from './member-form.ts';

/** Farthest ahead a last day may be, in days: ten years. */
const REACH = 3653;

export type MemberUntilProps = { readonly form: MemberForm; readonly onChange: (part: Partial<MemberForm>) => void };

/** Until when: a last day or none, but one of the two is to be said. */
export function MemberUntil({ form, onChange }: MemberUntilProps) {
  const today = dayOf(engineNow());
  return (
    <div className="biz-pair">
      <div className="control">
        <div className="control-label">
          <span>{memberText.until}</span>
        </div>
        <Seg
          label={memberText.until}
          value={form.end}
          onChange={(end) => onChange({ end })}
          options={[
            { value: 'day', label: memberText.hasEnd },
            { value: 'none', label: memberText.noEnd },
          ]}
        />
      </div>
      {form.end === 'day' && (
        <DayField
          label={memberText.lastDay}
          value={form.lastDay}
          today={today}
          min={today}
          max={addDays(today, REACH)}
          onChange={(lastDay) => onChange({ lastDay })}
        />
      )}
    </div>
  );
}
