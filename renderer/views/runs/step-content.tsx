import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { Device, RunDetail, Step } from '../../../shared/contracts/engine/runs.ts';
import { assertNever } from '../../../shared/errors.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatDayTime } from '../../../shared/text/dates.ts';
import { deviceText, otherStepText } from '../../../shared/text/runs.ts';
import { Button } from '../../components/button.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { go, replace, type Route } from '../../lib/route.ts';
import { DeviceGrid } from './device-grid.tsx';
import { NewPassword } from './new-password.tsx';

export type StepContentProps = {
  readonly id: Step['id'];
  readonly run: RunDetail;
  readonly account: AccountDetail | undefined;
  readonly onWorked: () => void;
  readonly onDevice: (device: Device | null) => void;
};

/** What a step needs beside the way to it: a new password, the devices, the key set up again. */
export function StepContent({ id, run, account, onWorked, onDevice }: StepContentProps) {
  const { grant } = run.row;
  const readOnly = run.row.finished !== null;
  const leaveFor = (there: Route): void => {
    replace({ view: 'runs', run: run.row.id, step: id });
    go(there);
  };
  switch (id) {
    case 'password':
      return <NewPassword run={run} hasOld={account?.password !== null} onWorked={onWorked} />;
    case 'devices':
      return (
        <>
          <p className="small run-fact">{deviceText.how}</p>
          <DeviceGrid devices={run.devices} readOnly={readOnly} onAdd={() => onDevice(null)} onEdit={onDevice} />
        </>
      );
    case 'authenticator': {
      const codes = run.exposures.find(({ secret }) => secret === 'codes');
      return (
        <>
          <p className="small run-fact">
            {codes === undefined || codes.until === null
              ? otherStepText.codesOver
              : otherStepText.codesOut(firstName(codes.seenBy.name), formatDayTime(codes.until, engineNow()))}
          </p>
          <Button icon="shield" onClick={() => leaveFor({ view: 'factor', account: grant.account })}>
            {otherStepText.enrol}
          </Button>
        </>
      );
    }
    case 'backup_codes':
      return (
        <Button icon="edit" onClick={() => leaveFor({ view: 'edit', account: grant.account, client: account?.client ?? null })}>
          {otherStepText.writeCodes}
        </Button>
      );
    case 'recovery':
      return account === undefined ? null : <p className="small run-fact">{recoveryOf(account)}</p>;
    case 'tell':
    case 'apps':
      return null;
    default:
      return assertNever(id);
  }
}

function recoveryOf({ recoveryMail, recoveryPhone }: AccountDetail): string {
  const lines = [
    recoveryMail === null ? null : otherStepText.recoveryMail(recoveryMail),
    recoveryPhone === null ? null : otherStepText.recoveryPhone(recoveryPhone),
  ].filter((line) => line !== null);
  return lines.length === 0 ? otherStepText.recoveryNone : lines.join(' ');
}
