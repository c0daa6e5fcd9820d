import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { RunDetail } from '../../../shared/contracts/engine/runs.ts';
import { deviceText } from '../../../shared/text/devices.ts';
import { aroundText, runKindText } from '../../../shared/text/runs.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import type { Route } from '../../lib/route.ts';
import { AppointmentStep } from './appointment-step.tsx';
import { DeviceStep } from './device-step.tsx';
import { NewPassword } from './new-password.tsx';
import { leaveFor, recoveryOf, type StepContentProps } from './step-parts.ts';
import { useStartRun } from './use-start-run.ts';

/** What the steps around a handoff need, those of an authenticator, of a sign-in and of a recovery. */
export function AroundContent({ step, run, account, onWorked, onDevice }: StepContentProps) {
  const readOnly = run.row.finished !== null;
  const leave = (there: Route): void => leaveFor(run.row.id, step.key, there);
  if (run.row.kind === 'sign_in_appointment') return <AppointmentStep step={step.id} run={run} />;
  if (account === undefined) return null;
  const devices = (lead: string) => (
    <DeviceStep
      account={account.id}
      person={run.row.person}
      welcome={run.row.kind === 'after_handoff' ? step.grant : null}
      readOnly={readOnly}
      lead={lead}
      onDevice={onDevice}
    />
  );
  switch (step.id) {
    case 'type_key':
    case 'confirm_code':
      return <Key account={account} onType={() => leave({ view: 'factor', account: account.id })} />;
    case 'save_backup_codes':
    case 'backup_codes':
      return <Backup account={account} onOpen={leave} />;
    case 'second_step':
      return <SecondStep account={account} />;
    case 'recovery':
    case 'recovery_mail':
    case 'recovery_phone':
      return <p className="small run-fact">{recoveryOf(account)}</p>;
    case 'devices':
      return devices(deviceText.before);
    case 'look_at_devices':
      return devices(expected(run));
    case 'whose_device':
      return devices(expected(run));
    case 'then_take_back':
      return (
        <>
          <NewPassword account={account} isChanged={false} onWorked={onWorked} />
          {devices(deviceText.how)}
        </>
      );
    default:
      return null;
  }
}

function expected({ promised, row }: RunDetail): string {
  const person = row.person?.name ?? '';
  return promised === null ? deviceText.expectAny(person) : deviceText.expectOne(promised, person);
}

function keySentence({ factors }: AccountDetail): string {
  const key = factors.find(({ authenticator }) => authenticator !== null)?.authenticator;
  if (key === undefined || key === null) return aroundText.noKey;
  return key.confirmed ? aroundText.hasKey : aroundText.keyUnproved;
}

function Key({ account, onType }: { readonly account: AccountDetail; readonly onType: () => void }) {
  return (
    <>
      <p className="small run-fact">{keySentence(account)}</p>
      <Button icon="shield" data-autofocus onClick={onType}>
        {aroundText.typeKey}
      </Button>
    </>
  );
}

function Backup({ account, onOpen }: { readonly account: AccountDetail; readonly onOpen: (there: Route) => void }) {
  const left = account.backupCodes.filter(({ used }) => used === null).length;
  return (
    <>
      <p className="small run-fact">{aroundText.backup(left)}</p>
      <Button icon="edit" onClick={() => onOpen({ view: 'edit', account: account.id, client: account.client })}>
        {aroundText.toAccount}
      </Button>
    </>
  );
}

function SecondStep({ account }: { readonly account: AccountDetail }) {
  const { start, busy } = useStartRun();
  const why = useWhyReadOnly();
  const has = account.factors.some(({ authenticator }) => authenticator !== null);
  return (
    <>
      <p className="small run-fact">{keySentence(account)}</p>
      {!has && (
        <Button
          icon="shield"
          why={why}
          busy={busy ? runKindText.put_authenticator.title : null}
          onClick={() => void start({ kind: 'put_authenticator', account: account.id })}
        >
          {aroundText.putOne}
        </Button>
      )}
    </>
  );
}
