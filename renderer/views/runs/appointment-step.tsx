import { useState } from 'react';
import type { RunDetail, Step } from '../../../shared/contracts/engine/runs.ts';
import { appointmentText as text, bothSpans } from '../../../shared/text/appointment.ts';
import { firstName } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { aroundText } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { useAct } from '../../lib/act.ts';
import { usePlatforms } from '../../lib/platforms.ts';
import { useCapability, useShell } from '../../lib/shell.ts';
import { showToast } from '../../lib/toast-store.ts';
import { AppointmentDialog } from './appointment-dialog.tsx';

export type AppointmentStepProps = { readonly step: Step['id']; readonly run: RunDetail };

/** What a step of a sign-in appointment needs: its times, where it is, who is there, and the file for the calendars. */
export function AppointmentStep({ step, run }: AppointmentStepProps) {
  const { appointment, row } = run;
  if (appointment === null || row.account === null || row.person === null) return null;
  switch (step) {
    case 'agree_time':
      return <Times run={run} />;
    case 'device_and_place':
      return (
        <p className="small run-fact">
          {appointment.device ?? aroundText.noDevice} {appointment.place ?? aroundText.noPlace}
        </p>
      );
    case 'stand_by':
      return <p className="small run-fact">{appointment.standsBy ?? aroundText.nobodyStands}</p>;
    case 'calendar':
      return <CalendarFile run={row.id} platform={row.account.platform} />;
    default:
      return null;
  }
}

function Times({ run }: { readonly run: RunDetail }) {
  const { appointment, row } = run;
  const [changing, setChanging] = useState(false);
  const why = useWhyReadOnly();
  if (appointment === null || row.account === null) return null;
  const name = firstName(row.person?.name ?? '');
  const [own, theirs] = bothSpans(appointment);
  return (
    <>
      <dl className="run-times">
        <dt>{text.yours}</dt>
        <dd>{own}</dd>
        {theirs !== undefined && (
          <>
            <dt>{text.theirs(name)}</dt>
            <dd>{theirs}</dd>
          </>
        )}
      </dl>
      {appointment.theirZone === null && <p className="small soft">{text.theirZoneUnknown(name)}</p>}
      {row.finished === null && (
        <Button size="small" icon="clock" why={why} onClick={() => setChanging(true)}>
          {text.change}
        </Button>
      )}
      {changing && (
        <AppointmentDialog
          account={row.account}
          contact={row.person?.contact ?? null}
          agreed={appointment}
          onClose={() => setChanging(false)}
        />
      )}
    </>
  );
}

function CalendarFile({ run, platform }: { readonly run: string; readonly platform: string }) {
  const shell = useShell();
  const canSave = useCapability('save_dialog');
  const platforms = usePlatforms();
  const save = useAct('runs.saveCalendar');
  if (!canSave) return <p className="small run-fact">{text.noDialog}</p>;
  const pick = async (): Promise<void> => {
    const suggestedName = text.fileName(platforms.name(platform));
    const picked = await shell.call('files.pick', { kind: 'save_calendar', suggestedName });
    if (!picked.ok) return void showToast({ text: errorLine(picked.code, picked.facts) });
    const { file } = picked.value;
    if (file === null) return;
    const reply = await save.run({ run, token: file.token });
    if (reply.ok) showToast({ text: text.saved(file.name) });
    else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <Button icon="calendar" data-autofocus busy={save.busy ? text.saving : null} onClick={() => void pick()}>
      {text.save}
    </Button>
  );
}
