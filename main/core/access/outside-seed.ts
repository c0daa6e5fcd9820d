import type { Data } from '../records/shapes.ts';

/** True while an authenticator is noted whose key this vault does not hold: whoever does hold it has every code. */
export function hasOutsideSeed({ factors }: Data<'account'>): boolean {
  return factors.some((one) => one.kind === 'authenticator' && one.seed === undefined && one.replaced === undefined);
}
