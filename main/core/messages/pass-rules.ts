import { type CodePass, lastStep, MAX_CODES, passCodeCount, passIsSound } from '../codes/pass.ts';
import type { When } from './code-request.ts';
import { allDiffer } from './fields.ts';

/** Most codes of an answer to a code request, and most seconds from the start of its first step to the start of its last. */
const RELAY_CODES = 31;
const RELAY_SPAN = 900;

/** Every pass of a message keeps its own rules, no account has two, each account is one of `accounts`, and the codes of all stay below the cap. */
export function passesAreSound(passes: readonly CodePass[], accounts: ReadonlySet<string>, iat: number, useUntil: number): boolean {
  return (
    allDiffer(passes.map((pass) => pass.account)) &&
    passes.every((pass) => accounts.has(pass.account)) &&
    passes.reduce((sum, pass) => sum + passCodeCount(pass), 0) <= MAX_CODES &&
    passes.every((pass) => passIsSound(pass, { iat, useUntil }))
  );
}

/** Second at which the last step of a pass is over; the last window is taken to be the latest, which `passIsSound` checks. */
export function passEnd(pass: Pick<CodePass, 'windows' | 'period'>): number {
  return ((lastStep(pass) ?? -1) + 1) * pass.period;
}

/** The pass that answers a code request: sound, for the account asked for, small, and within the time asked for. */
export function relayPassIsSound(
  pass: CodePass,
  asked: { readonly account: string; readonly when: When; readonly useUntil: number },
  iat: number,
): boolean {
  const first = pass.windows[0]?.first_step;
  const last = lastStep(pass);
  if (first === undefined || last === null || pass.account !== asked.account) return false;
  if (!passIsSound(pass, { iat, useUntil: asked.useUntil })) return false;
  if (passCodeCount(pass) > RELAY_CODES || (last - first) * pass.period > RELAY_SPAN) return false;
  const stepOf = (second: number): number => Math.floor(second / pass.period);
  if ('now' in asked.when) return first <= stepOf(iat) + 1;
  return first >= stepOf(asked.when.from) && last <= stepOf(asked.when.to);
}
