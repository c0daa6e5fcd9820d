import type { RunKind, Step } from '../../../shared/contracts/engine/runs.ts';
import type { Data } from '../records/shapes.ts';

/** The act a step is. */
export type StepId = Step['id'];
/** Why a step cannot be ticked yet. */
export type Blocked = NonNullable<Step['blocked']>;

/** One step as its run's record keeps it. */
export type RunStep = Data<'run'>['steps'][number];

/** What a step is about, its own before its run's. */
export interface Subject {
  readonly kind: RunKind;
  readonly account: string | null;
  readonly grant: string | null;
  readonly member: string | null;
  /** The person whose access ends or begins; null where none is named. */
  readonly contact: string | null;
}

/** The name of a step within its run. */
export function keyOf({ id, account, grant, of }: Pick<RunStep, 'id' | 'account' | 'grant' | 'of'>): string {
  const own = of ?? grant ?? account;
  return own === undefined ? id : `${id}:${own}`;
}

/** What a step of a run is about. */
export function subjectOf(run: Data<'run'>, step: Pick<RunStep, 'account' | 'grant' | 'of'>): Subject {
  return {
    kind: run.kind,
    account: step.account ?? run.account ?? null,
    grant: step.grant ?? run.grant ?? null,
    member: step.of ?? null,
    contact: run.contact ?? null,
  };
}
