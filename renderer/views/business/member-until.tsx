import { memberText } from '../../../shared/text/business.ts';
import { Seg } from '../../components/seg.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { dayOf } from '../handoff/own-zone.ts';
import type { MemberForm } from './member-form.ts';

export type MemberUntilProps = { readonly form: MemberForm; readonly onChange: (part: Partial<MemberForm>) => void };

/** Until when: a last day or none, but one of the two is to be said. */
export function MemberUntil({ form, onChange }: MemberUntilProps) {
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
        <TextInput
          type="date"
          label={memberText.lastDay}
          value={form.lastDay}
          min={dayOf(engineNow())}
          max="9999-12-31"
          onChange={(lastDay) => onChange({ lastDay })}
        />
      )}
    </div>
  );
}
