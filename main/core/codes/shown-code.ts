import type { LiveCode } from '../../../shared/contracts/engine/common.ts';
import type { Hmac } from './hotp.ts';
import { NEXT_SHOWN, passCode, seedCode } from './live-code.ts';
import type { CodePass } from './pass.ts';
import type { TotpSettings } from './totp.ts';

/** The code of a seed as the page shows it at `now`, Unix seconds; `crypto` as for `hotpValue`. */
export function shownCode(seed: Uint8Array, settings: TotpSettings, now: number, crypto?: Hmac): LiveCode {
  const { code, endsAt, next } = seedCode(seed, settings, now, crypto);
  return { code, from: endsAt - settings.period, until: endsAt, period: settings.period, next, nextFrom: endsAt - NEXT_SHOWN };
}

/** The code of a received pass as the page shows it at `now`; null outside its windows. */
export function shownPassCode(pass: CodePass, now: number): LiveCode | null {
  const live = passCode(pass, now);
  if (live === null) return null;
  const { code, endsAt, next } = live;
  return { code, from: endsAt - pass.period, until: endsAt, period: pass.period, next, nextFrom: endsAt - NEXT_SHOWN };
}
