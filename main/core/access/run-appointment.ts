import type { RunStart } from '../../../shared/contracts/engine/runs.ts';
import { type Refused, refuse } from '../../../shared/errors.ts';
import { calendarWords } from '../../../shared/text/appointment.ts';
import { type CalendarEvent, writeCalendar } from '../calendar/ics.ts';
import { isZone } from '../codes/zone.ts';
import { unfitLine } from '../messages/unfit.ts';
import type { Data } from '../records/shapes.ts';
import { knownZone } from './giving.ts';

type Appointment = NonNullable<Data<'run'>['appointment']>;
type Form = Extract<RunStart, { kind: 'sign_in_appointment' }>;

/** Farthest ahead an appointment may be, in seconds. */
const REACH = 366 * 86_400;
/** Minutes before it at which a calendar reminds. */
const REMIND = 10;
/** Steps that are to be done again when the time changes. */
const OF_THE_TIME: readonly string[] = ['agree_time', 'calendar'];

/** What was agreed, as a record keeps it; `before` is what was agreed until now. */
export function appointmentOf(form: Form, now: number, before: Appointment | undefined): Appointment | Refused {
  if (!isZone(form.zone)) return refuse('text_unfit');
  if (form.from + form.minutes * 60 <= now) return refuse('ends_in_past');
  if (form.from > now + REACH) return refuse('too_far_ahead');
  for (const [text, most] of [
    [form.place, 254],
    [form.device, 120],
    [form.standsBy, 120],
  ] as const) {
    const unfit = text === null ? null : unfitLine(text, most);
    if (unfit !== null) return unfit;
  }
  const isMoved = before !== undefined && (before.from !== form.from || before.minutes !== form.minutes);
  return {
    from: form.from,
    minutes: form.minutes,
    zone: form.zone,
    moved: (before?.moved ?? 0) + Number(isMoved),
    ...(form.place === null ? {} : { place: form.place }),
    ...(form.device === null ? {} : { device: form.device }),
    ...(form.standsBy === null ? {} : { stands_by: form.standsBy }),
  };
}

/** A run with its appointment put at another time: that time is to be agreed on, and to be sent, once more. */
export function movedTo(run: Data<'run'>, appointment: Appointment): Data<'run'> {
  if (appointment.moved === run.appointment?.moved) return { ...run, appointment };
  const steps = run.steps.map((step) => (OF_THE_TIME.includes(step.id) ? { id: step.id, state: 'todo' as const } : step));
  return { ...run, appointment, steps };
}

interface AppointmentAbout {
  readonly platform: string;
  readonly person: string;
  readonly theirZone: string | undefined;
}

/** An appointment as a calendar is told of it: when, where and with whom, and nothing that opens anything. */
export function appointmentEvent(run: string, at: Appointment, about: AppointmentAbout): CalendarEvent {
  const words = calendarWords({
    ...{ platform: about.platform, person: about.person, from: at.from, minutes: at.minutes },
    ...{ zone: at.zone, theirZone: knownZone(about.theirZone) },
    ...{ device: at.device ?? null, standsBy: at.stands_by ?? null },
  });
  return {
    ...words,
    uid: `${run}@latchkey`,
    sequence: at.moved,
    from: at.from,
    until: at.from + at.minutes * 60,
    place: at.place ?? null,
    remindBefore: REMIND,
  };
}

/** The calendar file of one appointment. */
export function appointmentFile(run: string, at: Appointment, about: AppointmentAbout, now: number): string {
  return writeCalendar([appointmentEvent(run, at, about)], now);
}
