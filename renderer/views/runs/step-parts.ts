import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { Device } from '../../../shared/contracts/engine/devices.ts';
import type { RunDetail, Step } from '../../../shared/contracts/engine/runs.ts';
import { otherStepText } from '../../../shared/text/runs.ts';
import { go, replace, type Route } from '../../lib/route.ts';

/** What the content of a step is made from. */
export type StepContentProps = {
  readonly step: Step;
  readonly run: RunDetail;
  /** The account the step is about; undefined until it is known. */
  readonly account: AccountDetail | undefined;
  readonly onWorked: () => void;
  readonly onDevice: (device: Device | null) => void;
};

/** Leads to another place of the window, and back to this step. */
export function leaveFor(run: string, step: string, there: Route): void {
  replace({ view: 'runs', run, step });
  go(there);
}

/** What is noted of the ways back into an account. */
export function recoveryOf({ recoveryMail, recoveryPhone }: AccountDetail): string {
  const lines = [
    recoveryMail === null ? null : otherStepText.recoveryMail(recoveryMail),
    recoveryPhone === null ? null : otherStepText.recoveryPhone(recoveryPhone),
  ].filter((line) => line !== null);
  return lines.length === 0 ? otherStepText.recoveryNone : lines.join(' ');
}
