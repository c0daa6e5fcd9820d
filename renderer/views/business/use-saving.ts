import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { type Failure, isKept, useAct } from '../../lib/act.ts';
import type { EngineParams, EngineResult } from '../../lib/engine.ts';
import { showToast } from '../../lib/toast-store.ts';

type Saving =
  | 'business.save'
  | 'business.remove'
  | 'business.saveAsset'
  | 'business.removeAsset'
  | 'business.saveMember'
  | 'business.removeMember'
  | 'business.saveAdCode'
  | 'business.endAdCode'
  | 'business.savePersonNumbers';

/** A change being saved, as a dialog needs it. */
export interface SavingState<N extends Saving> {
  readonly save: (params: EngineParams<N>) => Promise<void>;
  /** The verb while it is being saved. */
  readonly busy: string | null;
  readonly failure: Failure | null;
}

/** Saves a change and says when it is in the vault or kept to be saved later; what was saved is null in the second case. */
export function useSaving<N extends Saving>(call: N, onSaved: (saved: EngineResult<N> | null) => void): SavingState<N> {
  const act = useAct(call);
  const save = async (params: EngineParams<N>): Promise<void> => {
    const reply = await act.run(params);
    if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    if (reply.ok) onSaved(reply.value);
    else if (isKept(reply)) onSaved(null);
  };
  return { save, busy: act.busy ? commonText.saving : null, failure: act.failure };
}

/** The same for a button that stands in no dialog: what stood in the way is said in a toast. */
export function useSavingAloud<N extends Saving>(call: N): (params: EngineParams<N>) => Promise<void> {
  const act = useAct(call);
  return async (params) => {
    const reply = await act.run(params);
    if (!reply.ok && reply.code !== 'busy')
      showToast({ text: isKept(reply) ? commonText.notSavedYet : errorLine(reply.code, reply.facts) });
  };
}
