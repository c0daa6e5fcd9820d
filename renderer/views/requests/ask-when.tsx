import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { firstName } from '../../../shared/text/common.ts';
import { askText } from '../../../shared/text/requests.ts';
import { zonePlace } from '../../../shared/text/zoned.ts';
import { Calendar } from '../../components/calendar.tsx';
import { Card } from '../../components/card.tsx';
import { Select } from '../../components/select.tsx';
import { Tag } from '../../components/tag.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays, dateWords } from '../../lib/plain-date.ts';
import { dayOf, ownZone } from '../handoff/own-zone.ts';
import type { AskForm } from './ask-form.ts';

const REACH = 365;

export type AskWhenProps = {
  readonly form: AskForm;
  readonly person: Contact | null;
  readonly onChange: (part: Partial<AskForm>) => void;
};

/** The last day, by whose clock it ends, and the device that will be used. */
export function AskWhen({ form, person, onChange }: AskWhenProps) {
  const today = dayOf(engineNow());
  const own = ownZone();
  const theirs = person?.zone ?? null;
  const zones = [...new Set([own, form.zone, ...(theirs === null ? [] : [theirs])])];
  const nameOf = (zone: string): string | null =>
    zone === theirs && zone !== own && person !== null ? firstName(person.name) : null;
  return (
    <Card caption={askText.until} pad className="ask-when">
      <div className="stack">
        <div className="row wrap">
          <Tag size="large">{dateWords(form.lastDay, 'long')}</Tag>
          {zones.length > 1 && (
            <Select
              label={askText.zone}
              look="chip"
              value={form.zone}
              onChange={(zone) => onChange({ zone })}
              options={zones.map((zone) => ({ value: zone, label: askText.zoneOf(zonePlace(zone), nameOf(zone)) }))}
            />
          )}
          {zones.length === 1 && <span className="small soft">{askText.zoneOf(zonePlace(own), null)}</span>}
        </div>
        <Calendar
          label={askText.until}
          today={today}
          last={form.lastDay}
          onLast={(lastDay) => onChange({ lastDay })}
          litOn={() => null}
          min={today}
          max={addDays(today, REACH)}
        />
      </div>
      <TextInput
        label={askText.device}
        placeholder={askText.deviceHint}
        hint={askText.deviceWhy}
        value={form.device}
        onChange={(device) => onChange({ device })}
        maxLength={120}
      />
    </Card>
  );
}
