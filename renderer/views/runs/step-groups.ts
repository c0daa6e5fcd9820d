import { orderText, phaseText } from '../../../shared/text/run-steps.ts';
import type { StepFacts } from './step-facts.ts';

/** Steps under one heading; null for steps that need none. */
export interface StepGroup {
  readonly heading: string | null;
  readonly steps: readonly StepFacts[];
}

/** How a long run is ordered: by what comes first, or account by account. */
export type Order = 'urgency' | 'account';

/** Steps of a run with several accounts, in groups; those of a run about one stay together. */
export function stepGroups(steps: readonly StepFacts[], order: Order | null): readonly StepGroup[] {
  if (order === null) return [{ heading: null, steps }];
  const groups = new Map<string, StepFacts[]>();
  for (const facts of steps) {
    const heading = order === 'urgency' ? phaseOf(facts) : accountOf(facts);
    const group = groups.get(heading);
    if (group === undefined) groups.set(heading, [facts]);
    else group.push(facts);
  }
  let number = 0;
  return [...groups].map(([heading, of]) => ({ heading, steps: of.map((facts) => ({ ...facts, number: ++number })) }));
}

/** What a step is called under its heading, and for those who cannot see where it stands. */
export function stepName({ title, account }: StepFacts, order: Order | null): { readonly shown: string; readonly whole: string } {
  if (account === null || order === null) return { shown: title, whole: title };
  const of = accountName(account);
  return { shown: order === 'urgency' ? of : title, whole: `${of}: ${title}` };
}

function phaseOf({ step: { id } }: StepFacts): string {
  return Object.entries(phaseText).find(([phase]) => phase === id)?.[1] ?? orderText.whole;
}

function accountOf({ account, step }: StepFacts): string {
  if (account !== null) return accountName(account);
  return step.member === null ? orderText.whole : orderText.centres;
}

function accountName({ title, username }: NonNullable<StepFacts['account']>): string {
  return username === null ? title : `${title}, ${username}`;
}
