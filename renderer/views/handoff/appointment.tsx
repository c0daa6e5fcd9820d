import { handoffText } from '../../../shared/text/handoff.ts';
import { formatMinutes } from '../../../shared/text/dates.ts';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays, dateWords, type PlainDate } from '../../lib/plain-date.ts';
import type { Appointment as Meeting, HandoffForm } from './handoff-form.ts';
import { dayOf, minuteOf } from './own-zone.ts';

/** Most days ahead an appointment can be: as far as codes reach. */
const REACH = 31;
/** Minutes of the day at which an appointment can begin. */
const quarters = Array.from({ length: 96 }, (_, at) => at * 15);

export type AppointmentProps = {
  readonly form: HandoffForm;
  readonly onChange: (part: Partial<HandoffForm>) => void;
};

/** A quarter or half of an hour in which the person signs in: at once, or at a time agreed. */
export function Appointment({ form, onChange }: AppointmentProps) {
  const { appointment, lastDay } = form;
  const today = dayOf(engineNow());
  const put = (next: Meeting | null): void => onChange({ appointment: next });
  const start = appointment?.start ?? 'now';
  return (
    <div className="row wrap ho-appointment">
      <span className="small strong">{handoffText.appointment}</span>
      <Seg
        label={handoffText.appointmentLength}
        size="small"
        value={appointment === null ? 'none' : appointment.minutes === 15 ? '15' : '30'}
        onChange={(value) => put(value === 'none' ? null : { minutes: value === '15' ? 15 : 30, start })}
        options={[
          { value: 'none', label: handoffText.noAppointment },
          { value: '15', label: handoffText.minutes(15) },
          { value: '30', label: handoffText.minutes(30) },
        ]}
      />
      {appointment !== null && (
        <Seg
          label={handoffText.starts}
          size="small"
          value={start === 'now' ? 'now' : 'later'}
          onChange={(value) => put({ ...appointment, start: value === 'now' ? 'now' : nextHour() })}
          options={[
            { value: 'now', label: handoffText.startsNow },
            { value: 'later', label: handoffText.startsLater },
          ]}
        />
      )}
      {appointment !== null && start !== 'now' && (
        <span className="row ho-start">
          <Select
            label={handoffText.startDay}
            look="chip"
            value={start.day}
            onChange={(day) => put({ ...appointment, start: { ...start, day } })}
            options={daysFrom(today, lastDay, start.day).map((day) => ({
              value: day,
              label: day === today ? handoffText.today : dateWords(day, 'long'),
            }))}
          />
          <Select
            label={handoffText.startTime}
            look="chip"
            value={String(start.minute)}
            onChange={(minute) => put({ ...appointment, start: { ...start, minute: Number(minute) } })}
            options={quarters.map((minute) => ({ value: String(minute), label: formatMinutes(minute) }))}
          />
        </span>
      )}
    </div>
  );
}

/** The next full hour, today or at midnight. */
function nextHour(): { day: PlainDate; minute: number } {
  const at = (Math.floor(engineNow() / 3600) + 1) * 3600;
  return { day: dayOf(at), minute: minuteOf(at) };
}

/** Days an appointment may be on: from today to the last day, and the one chosen even when it is later. */
function daysFrom(today: PlainDate, last: PlainDate, chosen: PlainDate): readonly PlainDate[] {
  const days = Array.from({ length: REACH + 1 }, (_, at) => addDays(today, at)).filter((day) => day <= last);
  return days.includes(chosen) ? days : [...days, chosen].toSorted();
}
