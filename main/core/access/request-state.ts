import type { RequestState } from '../../../shared/contracts/engine/requests.ts';
import type { Data } from '../records/shapes.ts';

/** Where a request stands at an instant. */
export function requestStateOf({ state, exp }: Data<'request'>, now: number): RequestState {
  return state === 'waiting' && now >= exp ? 'expired' : state;
}
