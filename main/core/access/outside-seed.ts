import type { Data } from '../records/shapes.ts';

/** True while an authenticator counts whose key someone outside holds, alone or beside this vault: they have every code. */
export function hasOutsideSeed({ factors }: Data<'account'>): boolean {
  return factors.some(
    (one) => one.kind === 'authenticator' && one.replaced === undefined && (one.seed === undefined || one.outside !== undefined),
  );
}
