import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatDayTime } from '../../../shared/text/dates.ts';
import { runPromiseText as text, whenDone } from '../../../shared/text/runs.ts';
import { Edge } from '../../components/promise-mark.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { deviceStateOf } from './device-state.ts';

export type RunPromisesProps = { readonly run: RunDetail; readonly grant: GrantDetail };

/** What has ended, what was changed, and what may still be in: exposed last, never folded away. */
export function RunPromises({ run, grant }: RunPromisesProps) {
  const lines = [codes(run, grant), password(run, grant), backupCodes(run, grant), devices(run), adCodes(run)].filter(
    (line) => line !== null,
  );
  const exposed = lines.filter(({ kind }) => kind === 'exposed');
  const rest = lines.filter(({ kind }) => kind !== 'exposed');
  return (
    <div className="run-promises">
      {[...rest, ...exposed].map(({ kind, label, body }) => (
        <Edge key={label} strong kind={kind} kept={kind === 'platform'} label={label}>
          {body}
        </Edge>
      ))}
    </div>
  );
}

interface Line {
  readonly kind: 'sealed' | 'platform' | 'exposed';
  readonly label: string;
  readonly body: string;
}

const person = (run: RunDetail): string => firstName(run.row.person?.name ?? '');
/** What the person the run is about has seen of a secret; others who stay may know it as well. */
const seen = (run: RunDetail, secret: 'password' | 'codes' | 'backup_codes') =>
  run.exposures.find((one) => one.secret === secret && one.seenBy.contact === run.row.person?.contact);

function codes(run: RunDetail, { what, row, windows }: GrantDetail): Line | null {
  if (!what.includes('codes')) return null;
  const now = engineNow();
  const until = seen(run, 'codes')?.until ?? null;
  if (until !== null) return { kind: 'exposed', label: text.codesStill, body: text.codesStillBody(formatDayTime(until, now)) };
  const last = Math.min(row.until, ...[windows.at(-1)?.until ?? row.until]);
  return { kind: 'sealed', label: text.codesEnded, body: text.codesEndedBody(formatDayTime(last, now)) };
}

function password(run: RunDetail, { what }: GrantDetail): Line | null {
  if (!what.includes('password')) return null;
  if (seen(run, 'password') !== undefined)
    return { kind: 'exposed', label: text.passwordStill, body: text.passwordStillBody(person(run)) };
  const when = whenDone(run.passwordChanged ?? run.row.started, engineNow());
  return { kind: 'platform', label: text.passwordChanged, body: text.passwordChangedBody(person(run), when) };
}

function backupCodes(run: RunDetail, { what }: GrantDetail): Line | null {
  if (!what.includes('backup_codes')) return null;
  return seen(run, 'backup_codes') === undefined
    ? { kind: 'platform', label: text.backupChanged, body: text.backupChangedBody(person(run)) }
    : { kind: 'exposed', label: text.backupStill, body: text.backupStillBody(person(run)) };
}

function devices(run: RunDetail): Line | null {
  const step = run.steps.find(({ id }) => id === 'devices');
  const hot = run.devices.filter((device) => deviceStateOf(device) === 'hot').length;
  if (hot > 0) return { kind: 'exposed', label: text.devicesIn(hot), body: text.devicesWhy };
  if (step === undefined) return null;
  if (step.state === 'done' && step.at !== null) {
    return { kind: 'platform', label: text.devicesOut, body: text.devicesOutBody(whenDone(step.at, engineNow())) };
  }
  return { kind: 'exposed', label: text.devicesMaybe, body: step.state === 'skipped' ? text.devicesSkipped : text.devicesWhy };
}

function adCodes({ adCodes: live }: RunDetail): Line | null {
  return live === 0 ? null : { kind: 'exposed', label: text.adCodes(live), body: text.adCodesBody };
}
