import type { HandoffPreview } from '../../../shared/contracts/engine/handoff.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';
import { errorLine, errorText } from '../../../shared/text/errors.ts';
import { handoffText } from '../../../shared/text/handoff.ts';
import type { Failure } from '../../lib/act.ts';

type Problem = NonNullable<HandoffPreview['problem']>;

/** A part of the form. */
export type FormPart = 'travels' | 'windows' | 'lastDay';

const places = {
  nothing_to_send: 'travels',
  no_seed: 'travels',
  codes_by_counter: 'travels',
  no_windows: 'windows',
  too_many_codes: 'windows',
  ends_in_past: 'lastDay',
  too_far_ahead: 'lastDay',
} as const satisfies Record<Problem, FormPart>;

/** What stands in the way of sealing, as a sentence, when this part of the form causes it. */
export function problemAt(part: FormPart, plan: HandoffPreview | null): string | null {
  const problem = plan?.problem ?? null;
  return problem !== null && places[problem] === part ? errorLine(problem) : null;
}

/** Why nothing can be sealed now; null when it can, or when it is not known yet. */
export function blockOf(person: Contact | null, plan: HandoffPreview | null, failure: Failure | null): string | null {
  if (person === null) return handoffText.choosePersonFirst;
  if (failure !== null) return errorText(failure.code, failure.facts).what;
  return plan === null || plan.problem === null ? null : errorText(plan.problem).what;
}
