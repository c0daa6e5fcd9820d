import { useState } from 'react';
import type { ReceivedDetail } from '../../../shared/contracts/engine/grants.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatMinutes } from '../../../shared/text/dates.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { askText as text } from '../../../shared/text/relay.ts';
import { zonePlace } from '../../../shared/text/zoned.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays, dateWords } from '../../lib/plain-date.ts';
import { dayOf, instantAt, minuteOf, ownZone } from '../handoff/own-zone.ts';

/** Days ahead a code can be asked for, and what an hour of it is at first, in minutes. */
const DAYS = 7;
const HOUR = 60;
const quarters = Array.from({ length: 97 }, (_, at) => at * 15);

export type AskCodeProps = { readonly received: ReceivedDetail; readonly onClose: () => void };

/** Asks the owner for a code, now or for a time by one's own clock. Mounted while it is open. */
export function AskCode({ received: { row }, onClose }: AskCodeProps) {
  const owner = firstName(row.lentBy.name);
  const act = useAct('relay.ask');
  const [later, setLater] = useState(false);
  const [span, setSpan] = useState(() => nextHour(engineNow()));
  const [why, setWhy] = useState('');
  const now = engineNow();
  const when = { from: instantAt(span.day, span.from), to: instantAt(span.day, span.to) };
  const wrong = !later ? null : span.to <= span.from ? text.backwards : when.to <= now ? text.over : null;
  const ask = async (): Promise<void> => {
    const reply = await act.run({
      received: row.id,
      when: later ? when : null,
      zone: ownZone(),
      why: why.trim() === '' ? null : why.trim(),
    });
    if (reply.ok) onClose();
  };
  const today = dayOf(now);
  const minuteOptions = (from: number, to: number) =>
    quarters.slice(from, to).map((minute) => ({ value: String(minute), label: formatMinutes(minute) }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title(row.title, owner)}
      lead={text.lead(owner)}
      safe={text.safe}
      act={{ label: text.make, icon: 'sealed', onAct: () => void ask(), busy: act.busy ? text.making : null, why: wrong }}
    >
      <div className="ask-when">
        <Seg
          label={text.when}
          value={later ? 'later' : 'now'}
          onChange={(value) => setLater(value === 'later')}
          options={[
            { value: 'now', label: text.now },
            { value: 'later', label: text.later },
          ]}
        />
        {later && (
          <div className="row wrap">
            <Select
              label={text.day}
              look="chip"
              value={span.day}
              onChange={(day) => setSpan({ ...span, day })}
              options={Array.from({ length: DAYS + 1 }, (_, at) => addDays(today, at)).map((day) => ({
                value: day,
                label: day === today ? text.today : dateWords(day, 'long'),
              }))}
            />
            <Select
              label={text.from}
              look="chip"
              value={String(span.from)}
              onChange={(value) => {
                const from = Number(value);
                setSpan({ ...span, from, to: span.to > from ? span.to : Math.min(1440, from + HOUR) });
              }}
              options={minuteOptions(0, 96)}
            />
            <Select
              label={text.to}
              look="chip"
              value={String(span.to)}
              onChange={(value) => setSpan({ ...span, to: Number(value) })}
              options={minuteOptions(1, 97)}
            />
          </div>
        )}
        {later && <p className={wrong === null ? 'hint' : 'hint error'}>{wrong ?? text.own(zonePlace(ownZone()))}</p>}
      </div>
      <TextInput label={text.why} value={why} maxLength={200} onChange={setWhy} />
      {act.failure !== null && (
        <p className="hint error" role="alert">
          {errorLine(act.failure.code, act.failure.facts)}
        </p>
      )}
    </Dialog>
  );
}

/** The next full hour and the one after it, on one day. */
function nextHour(now: number): { day: string; from: number; to: number } {
  const at = (Math.floor(now / 3600) + 1) * 3600;
  const from = minuteOf(at);
  return { day: dayOf(at), from, to: Math.min(1440, from + HOUR) };
}
