import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { GrantRow } from '../../../shared/contracts/engine/grants.ts';
import type { Step } from '../../../shared/contracts/engine/runs.ts';
import { findPlatform } from '../../../shared/platforms/catalogue.ts';
import type { RunStep } from '../../../shared/platforms/run-step.ts';
import { runStepsFor } from '../../../shared/platforms/run-steps.ts';
import { firstName } from '../../../shared/text/common.ts';
import { stepText } from '../../../shared/text/runs.ts';
import { type Link, linkOf } from '../../lib/link.ts';

/** A step of a run with what the catalogue knows of it on this platform. */
export interface StepFacts {
  readonly step: Step;
  readonly number: number;
  readonly title: string;
  readonly path: readonly string[];
  readonly sure: RunStep['sure'];
  readonly advice: string;
  /** The page to open; null when there is none to trust, or the way leads through the platform's app. */
  readonly link: Link | null;
}

/** The steps of a run in the catalogue's order. */
export function stepFacts(steps: readonly Step[], grant: GrantRow, account: AccountDetail | undefined): StepFacts[] {
  const catalogue = runStepsFor(grant.platform);
  const order = catalogue.map(({ id }) => id);
  const person = firstName(grant.person.name);
  return steps
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((step, index) => {
      const known = catalogue.find(({ id }) => id === step.id);
      return {
        step,
        number: index + 1,
        title: stepText[step.id](person),
        path: known?.path ?? [],
        sure: known?.sure ?? 'unknown',
        advice: known?.advice ?? '',
        link: known === undefined || step.id === 'tell' ? null : linkFor(known, grant.platform, account),
      };
    });
}

/** A step's own page; where the way is not known at all, the account's sign-in page to begin from. */
function linkFor(known: RunStep, platform: string, account: AccountDetail | undefined): Link | null {
  if (known.link !== null) return linkOf(known.link);
  if (known.path.length > 0) return null;
  const address = account?.address ?? findPlatform(platform)?.signIn ?? null;
  return address === null ? null : linkOf(address);
}
