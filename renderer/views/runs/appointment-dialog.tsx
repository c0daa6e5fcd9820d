import { type FormEvent, useState } from 'react';
import type { Appointment, RunAccount } from '../../../shared/contracts/engine/runs.ts';
import { appointmentText as text, bothSpans } from '../../../shared/text/appointment.ts';
import { commonText, firstName } from '../../../shared/text/common.ts';
import { formatMinutes } from '../../../shared/text/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays, dateWords } from '../../lib/plain-date.ts';
import { useAsk } from '../../lib/query.ts';
import { dayOf, instantAt, minuteOf, ownZone } from '../handoff/own-zone.ts';
import { useStartRun } from './use-start-run.ts';

/** Days ahead that can be chosen. */
const REACH = 60;
/** Minutes of the day at which it can begin. */
const quarters = Array.from({ length: 96 }, (_, at) => at * 15);
const lengths = ['15', '30', '60'] as const;

export type AppointmentDialogProps = {
  readonly account: Pick<RunAccount, 'id' | 'title'>;
  /** Who signs in; null to choose. */
  readonly contact: string | null;
  /** What was agreed until now; null for nothing yet. */
  readonly agreed: Appointment | null;
  readonly onClose: () => void;
};

/** When, where, on what and with whom a first sign-in is to be, the hour in both zones. Mounted while it is open. */
export function AppointmentDialog({ account, contact, agreed, onClose }: AppointmentDialogProps) {
  const people = (useAsk('people.list', {}).data?.people ?? []).filter(({ state }) => state !== 'retired');
  const [chosen, setChosen] = useState(contact);
  const [day, setDay] = useState(() => dayOf(agreed?.from ?? nextHour()));
  const [minute, setMinute] = useState(() => minuteOf(agreed?.from ?? nextHour()));
  const [minutes, setMinutes] = useState(agreed?.minutes ?? 30);
  const [place, setPlace] = useState(agreed?.place ?? '');
  const [device, setDevice] = useState(agreed?.device ?? '');
  const [standsBy, setStandsBy] = useState(agreed?.standsBy ?? '');
  const { start, busy } = useStartRun();
  const person = people.find(({ id }) => id === (chosen ?? people[0]?.id)) ?? null;
  const from = instantAt(day, minute);
  const isPast = from + minutes * 60 <= engineNow();
  const [own, theirs] = bothSpans({ from, minutes, zone: ownZone(), theirZone: person?.zone ?? null });
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (person === null || isPast) return;
    const form = { place: blankToNull(place), device: blankToNull(device), standsBy: blankToNull(standsBy) };
    const about = { kind: 'sign_in_appointment' as const, account: account.id, contact: person.id };
    if (await start({ ...about, from, minutes, zone: ownZone(), ...form })) onClose();
  };
  const why = person === null ? text.nobody : isPast ? text.past : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title(account.title)}
      lead={text.lead}
      safe={commonText.cancel}
      act={{ label: text.agree, onAct: () => void submit(), busy: busy ? text.agreeing : null, why }}
    >
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {contact === null && person !== null && (
          <Select
            label={text.who}
            value={person.id}
            onChange={setChosen}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div className="run-two">
          <Select label={text.day} value={day} onChange={setDay} options={daysFrom(day)} />
          <Select
            label={text.time}
            value={String(minute)}
            onChange={(value) => setMinute(Number(value))}
            options={[...new Set([...quarters, minute])]
              .toSorted((a, b) => a - b)
              .map((at) => ({ value: String(at), label: formatMinutes(at) }))}
          />
        </div>
        <div className="control">
          <div className="control-label">
            <span>{text.length}</span>
          </div>
          <Seg
            label={text.length}
            value={String(minutes)}
            onChange={(value) => setMinutes(Number(value))}
            options={lengths.map((value) => ({ value: value as string, label: text.minutes(Number(value)) }))}
          />
        </div>
        <dl className="run-times" aria-live="polite">
          <dt>{text.yours}</dt>
          <dd>{own}</dd>
          {theirs !== undefined && person !== null && (
            <>
              <dt>{text.theirs(firstName(person.name))}</dt>
              <dd>{theirs}</dd>
            </>
          )}
        </dl>
        {person !== null && person.zone === null && <p className="hint">{text.theirZoneUnknown(firstName(person.name))}</p>}
        {isPast && (
          <p className="hint error" role="alert">
            {text.past}
          </p>
        )}
        <TextInput label={text.device} value={device} onChange={setDevice} maxLength={120} hint={text.deviceHint} />
        <TextInput label={text.place} value={place} onChange={setPlace} maxLength={254} hint={text.placeHint} />
        <TextInput label={text.standsBy} value={standsBy} onChange={setStandsBy} maxLength={120} hint={text.standsByHint} />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

function daysFrom(chosen: string): { value: string; label: string }[] {
  const today = dayOf(engineNow());
  const days = Array.from({ length: REACH }, (_, at) => addDays(today, at));
  const all = days.includes(chosen) ? days : [chosen, ...days].toSorted();
  return all.map((day) => ({ value: day, label: dateWords(day, 'long') }));
}

function nextHour(): number {
  return (Math.floor(engineNow() / 3600) + 1) * 3600;
}

function blankToNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}
