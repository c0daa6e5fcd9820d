import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { OwnStep } from '../../../shared/contracts/engine/platforms.ts';
import type { RunAccount, RunDetail, RunMember, Step } from '../../../shared/contracts/engine/runs.ts';
import { type Catalogue, signInOf } from '../../../shared/platforms/known-platform.ts';
import { labelsOf } from '../../../shared/platforms/plain.ts';
import type { Piece, RunStep } from '../../../shared/platforms/run-step.ts';
import { runStepsFor } from '../../../shared/platforms/run-steps.ts';
import { firstName } from '../../../shared/text/common.ts';
import { ownAdvice, ownStepText } from '../../../shared/text/run-steps.ts';
import { type Link, linkOf } from '../../lib/link.ts';

/** A step of a run with what the catalogue knows of it on its platform. */
export interface StepFacts {
  readonly step: Step;
  readonly number: number;
  readonly title: string;
  /** The account it is about, where a run has several. */
  readonly account: RunAccount | null;
  readonly path: readonly string[];
  readonly sure: RunStep['sure'];
  readonly advice: readonly Piece[];
  /** The page to open; null when there is none to trust, or the way leads through the platform's app. */
  readonly link: Link | null;
  /** Whether it has a place at the platform that a person may note for their own account; only of the account at hand. */
  readonly canNote: boolean;
  /** What was noted of it. */
  readonly own: OwnStep | null;
}

/** What is known of the account a run is at: its facts, and where it has the steps itself. */
export interface AtHand {
  readonly account: AccountDetail | undefined;
  readonly own: readonly OwnStep[];
}

/** The steps of a run in its order, with what is known of their platforms. */
export function stepFacts(run: RunDetail, { account, own }: AtHand, platforms: Catalogue): StepFacts[] {
  const accounts = new Map(run.accounts.map((one) => [one.id, one]));
  const members = new Map(run.members.map((one) => [one.id, one]));
  const person = firstName(run.row.person?.name ?? '');
  return run.steps.map((step, index) => {
    const about = accounts.get(step.account ?? '') ?? null;
    const member = members.get(step.member ?? '') ?? null;
    const platform = member?.platform ?? run.row.grant?.platform ?? about?.platform ?? '';
    const facts = platforms.get(platform) ?? null;
    const steps: readonly RunStep[] = runStepsFor(facts, run.row.kind);
    const known = steps.find(({ id }) => id === step.id);
    const at = account?.id === step.account ? account : undefined;
    const hasPlace = known !== undefined && !placeless(known);
    const address = at?.address ?? (facts === null ? null : signInOf(facts.own));
    const noted = at === undefined || !hasPlace ? null : (own.find((one) => one.step === step.id) ?? null);
    return {
      step,
      number: index + 1,
      account: run.row.account === null ? about : null,
      title: titleOf(step, known, person, member),
      path: known?.path ?? [],
      sure: known?.sure ?? 'not_applicable',
      advice: adviceOf(step, known, member),
      link: hasPlace ? linkFor(known, address) : null,
      canNote: at !== undefined && hasPlace && member === null,
      own: noted,
      ...(noted === null ? {} : placeOf(noted)),
    };
  });
}

/** A person's own word for where a step is, in place of the catalogue's. */
function placeOf({ path, link }: OwnStep): Pick<StepFacts, 'path' | 'link' | 'sure'> {
  return { path: path === null ? [] : labelsOf(path), link: link === null ? null : linkOf(link), sure: 'high' };
}

function titleOf(step: Step, known: RunStep | undefined, person: string, member: RunMember | null): string {
  if (step.id === 'tell') return ownStepText.tell(person);
  if (step.id === 'end_grant') return ownStepText.end_grant();
  if (step.id === 'send_anew') return ownStepText.send_anew();
  if (step.id === 'whose_device') return ownStepText.whose_device(person);
  return member === null ? (known?.title ?? step.id) : ownStepText.member(member.centre);
}

function adviceOf({ id }: Step, known: RunStep | undefined, member: RunMember | null): readonly Piece[] {
  if (id === 'send_anew' || id === 'end_grant') return [ours(ownAdvice[id])];
  const pieces = known?.pieces ?? [];
  if (member === null) return pieces;
  const own = ownAdvice.member(member.name, member.level);
  return pieces.length === 0 ? [ours(own)] : [ours(`${own} `), ...pieces];
}

function ours(text: string): Piece {
  return { text, theirs: false };
}

/** True for a step that is done here, or by talking: nothing is to be opened for it. */
function placeless({ path, link, sure }: RunStep): boolean {
  return path.length === 0 && link === null && sure !== 'unknown';
}

/** A step's own page; where the way is not known at all, the account's sign-in page to begin from. */
function linkFor(known: RunStep, address: string | null): Link | null {
  if (known.link !== null) return linkOf(known.link);
  if (known.path.length > 0) return null;
  return address === null ? null : linkOf(address);
}
