import { type Hmac, hotpCode } from './hotp.ts';
import { type CodePass, codeAtStep, lastStep } from './pass.ts';
import { stepAt, stepStart, type TotpSettings } from './totp.ts';

/** The next code is shown only this many seconds before its step begins. */
export const NEXT_SHOWN = 5;

/** A code as shown at one instant; times in Unix seconds, `endsAt` the first instant it is no longer good, `next` null unless due. */
export interface LiveCode {
  readonly code: string;
  readonly endsAt: number;
  readonly next: string | null;
}

function liveAt(now: number, period: number, codeOf: (step: number) => string | null): LiveCode | null {
  const step = stepAt(now, period);
  const code = codeOf(step);
  if (code === null) return null;
  const endsAt = stepStart(step + 1, period);
  return { code, endsAt, next: endsAt - now <= NEXT_SHOWN ? codeOf(step + 1) : null };
}

/** The code of an own seed at `now`, and the next one in its last 5 s. */
export function seedCode(seed: Uint8Array, settings: TotpSettings, now: number, crypto?: Hmac): LiveCode {
  const live = liveAt(now, settings.period, (step) => hotpCode(seed, settings, step, crypto));
  if (live === null) throw new Error('a seed has a code for every step');
  return live;
}

/** The code of a received pass at `now`, and the next one in its last 5 s when the pass holds it; null outside the windows. */
export function passCode(pass: CodePass, now: number): LiveCode | null {
  return liveAt(now, pass.period, (step) => codeAtStep(pass, step));
}

/** When a closed pass next has a code: the first instant of its next window; null when it has one now or never again. */
export function nextOpening(pass: CodePass, now: number): number | null {
  const step = stepAt(now, pass.period);
  for (const { first_step, count } of pass.windows) {
    if (step < first_step) return stepStart(first_step, pass.period);
    if (step < first_step + count) return null;
  }
  return null;
}

/** When a pass is over for good: the instant after its last step; null when it has no windows. */
export function passEnd(pass: CodePass): number | null {
  const last = lastStep(pass);
  return last === null ? null : stepStart(last + 1, pass.period);
}

/**
 * How many steps the code typed from another authenticator of the same seed is away: -1, 0 or 1, or null when it fits none of the three.
 * Spaces are dropped and letters read in either case.
 */
export function typedDrift(seed: Uint8Array, settings: TotpSettings, typed: string, now: number): -1 | 0 | 1 | null {
  const code = typed.replace(/\s/gu, '').toUpperCase();
  const step = stepAt(now, settings.period);
  for (const drift of [0, -1, 1] as const) {
    if (step + drift >= 0 && hotpCode(seed, settings, step + drift) === code) return drift;
  }
  return null;
}

/** True when a code typed from another authenticator fits the seed now, one step earlier or one later. */
export function matchesTyped(seed: Uint8Array, settings: TotpSettings, typed: string, now: number): boolean {
  return typedDrift(seed, settings, typed, now) !== null;
}
