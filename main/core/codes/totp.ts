import { hotpCode, type OtpSettings } from './hotp.ts';

/** How time-based codes are made of a seed; `period` in seconds, 10..300. */
export interface TotpSettings extends OtpSettings {
  readonly period: number;
}

/** The step an instant lies in: floor(Unix seconds / period), RFC 6238 section 4.2 with T0 = 0. */
export function stepAt(instant: number, period: number): number {
  return Math.floor(instant / period);
}

/** First instant of a step, in Unix seconds; the step lasts until `stepStart(step + 1, period)`. */
export function stepStart(step: number, period: number): number {
  return step * period;
}

/** The TOTP code of an instant in Unix seconds (RFC 6238). Seed as raw bytes, 1..128; throws for another length or an instant before 1970. */
export function totpCode(seed: Uint8Array, settings: TotpSettings, instant: number): string {
  return hotpCode(seed, settings, stepAt(instant, settings.period));
}
