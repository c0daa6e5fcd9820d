import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import { appointmentText, bothSpans } from '../../../shared/text/appointment.ts';
import { firstName } from '../../../shared/text/common.ts';
import { deviceText } from '../../../shared/text/devices.ts';
import { stillText } from '../../../shared/text/runs.ts';
import { Edge } from '../../components/promise-mark.tsx';
import { useAsk } from '../../lib/query.ts';
import { RunPromises } from './run-promises.tsx';

/** What stands beside the steps of a run: what has ended and what has not, or what was agreed. */
export function RunPanel({ run }: { readonly run: RunDetail }) {
  const { grant, kind, person } = run.row;
  const given = useAsk('grants.get', { id: grant?.id ?? '' }, { when: grant !== null && kind === 'end_of_access' }).data;
  const name = firstName(person?.name ?? '');
  if (kind === 'end_of_access') return given === undefined ? null : <RunPromises run={run} grant={given} />;
  if (run.still !== null) return <Still still={run.still} person={name} />;
  if (run.appointment !== null) return <Hours appointment={run.appointment} person={name} />;
  if (kind !== 'after_handoff' || person === null) return null;
  const expected = run.promised === null ? deviceText.expectAny(person.name) : deviceText.expectOne(run.promised, person.name);
  return <p className="small run-panel">{expected}</p>;
}

function Hours({ appointment, person }: { readonly appointment: NonNullable<RunDetail['appointment']>; readonly person: string }) {
  const [own, theirs] = bothSpans(appointment);
  return (
    <dl className="run-times run-panel">
      <dt>{appointmentText.yours}</dt>
      <dd>{own}</dd>
      {theirs !== undefined && (
        <>
          <dt>{appointmentText.theirs(person)}</dt>
          <dd>{theirs}</dd>
        </>
      )}
    </dl>
  );
}

interface Line {
  readonly kind: 'courtesy' | 'platform' | 'exposed';
  readonly label: string;
  readonly body: string;
}

function Still({ still, person }: { readonly still: NonNullable<RunDetail['still']>; readonly person: string }) {
  const { grants, codes, passwords, backupCodes, devices, members, adCodes } = still;
  const open = (n: number, label: (n: number) => string, body: string): Line | null =>
    n === 0 ? null : { kind: 'exposed', label: label(n), body };
  const over = (n: number, kind: Line['kind'], label: string, body: string): Line | null => (n > 0 ? null : { kind, label, body });
  const lines: readonly (Line | null)[] = [
    over(grants, 'courtesy', stillText.grantsOver, stillText.grantsOverBody),
    over(passwords, 'platform', stillText.passwordsOver, stillText.passwordsOverBody(person)),
    open(grants, stillText.grants, stillText.grantsBody),
    open(codes, stillText.codes, stillText.codesBody),
    open(passwords, stillText.passwords, stillText.passwordsBody(person)),
    open(backupCodes, stillText.backupCodes, stillText.backupCodesBody),
    open(devices, stillText.devices, stillText.devicesBody),
    open(members, stillText.members, stillText.membersBody),
    open(adCodes, stillText.adCodes, stillText.adCodesBody),
  ];
  return (
    <div className="run-promises">
      {lines
        .filter((line) => line !== null)
        .map(({ kind, label, body }) => (
          <Edge key={label} strong kind={kind} kept={kind !== 'exposed'} label={label}>
            {body}
          </Edge>
        ))}
    </div>
  );
}
