import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatDayTime } from '../../../shared/text/dates.ts';
import { deviceText } from '../../../shared/text/devices.ts';
import { otherStepText } from '../../../shared/text/runs.ts';
import { Button } from '../../components/button.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import type { Route } from '../../lib/route.ts';
import { AroundContent } from './around-content.tsx';
import { DeviceStep } from './device-step.tsx';
import { EndGrantStep } from './end-grant-step.tsx';
import { NewPassword } from './new-password.tsx';
import { SendAnewStep } from './send-anew-step.tsx';
import { leaveFor, recoveryOf, type StepContentProps } from './step-parts.ts';
import { TellStep } from './tell-step.tsx';

/** What a step needs beside the way to it: a new password, the devices, the key set up again. */
export function StepContent(props: StepContentProps) {
  const { step, run, account, onWorked, onDevice } = props;
  const { kind, person } = run.row;
  if (kind !== 'end_of_access' && kind !== 'leaver') return <AroundContent {...props} />;
  const readOnly = run.row.finished !== null;
  const name = firstName(person?.name ?? '');
  const leave = (there: Route): void => leaveFor(run.row.id, step.key, there);
  if (step.id === 'tell') return <TellStep grants={run.grants} person={name} readOnly={readOnly} />;
  if (step.id === 'end_grant') return <EndGrantStep grant={step.grant ?? ''} live={liveOf(run)} person={name} />;
  if (account === undefined) return null;
  switch (step.id) {
    case 'password':
      return <NewPassword account={account} isChanged={step.blocked === null} onWorked={onWorked} />;
    case 'send_anew':
      return <SendAnewStep account={account.id} leaving={person?.contact ?? null} />;
    case 'devices':
      return <DeviceStep account={account.id} person={person} readOnly={readOnly} lead={deviceText.how} onDevice={onDevice} />;
    case 'authenticator':
      return (
        <>
          <p className="small run-fact">{codesOf(account, person?.contact ?? null)}</p>
          <Button icon="shield" onClick={() => leave({ view: 'factor', account: account.id })}>
            {otherStepText.enrol}
          </Button>
        </>
      );
    case 'backup_codes':
      return (
        <Button icon="edit" onClick={() => leave({ view: 'edit', account: account.id, client: account.client })}>
          {otherStepText.writeCodes}
        </Button>
      );
    case 'recovery':
      return <p className="small run-fact">{recoveryOf(account)}</p>;
    default:
      return null;
  }
}

function liveOf({ grants }: RunDetail): RunDetail['grants'] {
  return grants.filter(({ row: { state } }) => state === 'offered' || state === 'active' || state === 'ending');
}

function codesOf({ exposures, factors }: AccountDetail, contact: string | null): string {
  if (factors.some(({ outside }) => outside)) return otherStepText.codesOutside;
  const codes = exposures.find(({ secret, seenBy }) => secret === 'codes' && (contact === null || seenBy.contact === contact));
  return codes === undefined || codes.until === null
    ? otherStepText.codesOver
    : otherStepText.codesOut(firstName(codes.seenBy.name), formatDayTime(codes.until, engineNow()));
}
