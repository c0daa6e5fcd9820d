import type { HandoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { firstName } from '../../../shared/text/common.ts';
import { firstWindowText, handoffText } from '../../../shared/text/handoff.ts';
import { zonePlace } from '../../../shared/text/zoned.ts';
import { Card } from '../../components/card.tsx';
import { Planner } from '../../components/planner.tsx';
import { Seg } from '../../components/seg.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { Appointment } from './appointment.tsx';
import { type HandoffForm, presetOf, withPreset } from './handoff-form.ts';
import { LastDay } from './last-day.tsx';

export type WhenProps = {
  readonly form: HandoffForm;
  readonly plan: HandoffPreview | null;
  /** Whether the account has an authenticator. */
  readonly can: boolean;
  readonly zone: string;
  readonly person: Contact | null;
  readonly onChange: (part: Partial<HandoffForm>) => void;
  readonly problems: { readonly windows: string | null; readonly lastDay: string | null };
};

/** The windows in which codes can be made, and the last day of everything. */
export function When({ form, plan, can, zone, person, onChange, problems }: WhenProps) {
  const now = engineNow();
  return (
    <Card caption={handoffText.when} className="ho-when">
      {form.codes && can && <Appointment form={form} onChange={onChange} />}
      {form.codes && can ? (
        <div>
          <div className="row wrap ho-row">
            <span className="small strong grow">{handoffText.windows}</span>
            <Seg
              label={handoffText.windowsPreset}
              size="small"
              value={presetOf(form, now)}
              onChange={(preset) => onChange(withPreset(form, preset, now))}
              options={[
                { value: 'none', label: handoffText.clear },
                { value: 'today', label: handoffText.today },
                { value: 'week', label: handoffText.workWeek },
              ]}
            />
          </div>
          <Planner label={handoffText.windows} windows={form.lanes} onChange={(lanes) => onChange({ lanes })} />
          {problems.windows === null ? (
            <Times plan={plan} zone={zone} person={person} now={now} />
          ) : (
            <p className="hint error" role="alert">
              {problems.windows}
            </p>
          )}
        </div>
      ) : (
        <p className="small soft pretty">{can ? handoffText.codesOff : handoffText.noCodesHere}</p>
      )}
      <LastDay
        form={form}
        plan={plan}
        zone={zone}
        theirZone={person?.zone ?? null}
        problem={problems.lastDay}
        onChange={onChange}
      />
    </Card>
  );
}

type TimesProps = Pick<WhenProps, 'plan' | 'zone' | 'person'> & { readonly now: number };

/** Whose clock the windows follow, and the first of them by both clocks. */
function Times({ plan, zone, person, now }: TimesProps) {
  const own = handoffText.ownTime(zonePlace(zone));
  const [first] = plan?.windows ?? [];
  const their = { zone: person?.zone ?? null, name: person === null ? '' : firstName(person.name) };
  const words = first === undefined ? null : firstWindowText(first, now, zone, their);
  return (
    <p className="hint pretty">
      {own} {words?.own} {words !== null && words.theirs !== null && <b>{words.theirs}</b>}
    </p>
  );
}
