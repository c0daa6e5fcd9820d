import { b64u } from '../bytes.ts';
import { wipe } from '../crypto/sodium.ts';
import { type Hmac, hotpValue } from './hotp.ts';
import { CodePacker, type CodePass, MAX_CODES, type PassWindow, passCodeCount } from './pass.ts';
import type { TotpSettings } from './totp.ts';

/** Codes computed between two pauses: 3 to 6 ms of work. */
export const CODES_PER_CHUNK = 500;

/** Lets other work run and learns how far the pass is; a rejection stops the work. */
export type Pause = (done: number, total: number) => Promise<void>;

/**
 * Computes a code pass for windows given in steps, pausing after every chunk but the last. The seed's bytes are zeroed when it ends,
 * whether it finished, was stopped by `pause`, or threw: pass a copy that nothing else needs. `crypto` as for `hotpValue`.
 * Throws RangeError for no codes at all or more than a message may hold; the windows' limits in time are `stepsOf`'s and `passIsSound`'s.
 */
export async function makePass(
  seed: Uint8Array,
  settings: TotpSettings,
  order: { readonly account: string; readonly windows: readonly PassWindow[] },
  pause: Pause,
  crypto?: Hmac,
): Promise<CodePass> {
  const { alphabet, digits, period } = settings;
  const { account, windows } = order;
  try {
    const total = passCodeCount(order);
    if (total < 1 || total > MAX_CODES) throw new RangeError('no pass of this size');
    const packer = new CodePacker(settings, total);
    let done = 0;
    for (const { first_step, count } of windows) {
      for (let step = first_step; step < first_step + count; step++) {
        packer.add(hotpValue(seed, settings, step, crypto));
        done += 1;
        if (done % CODES_PER_CHUNK === 0 && done < total) await pause(done, total);
      }
    }
    return { account, alphabet, digits, period, windows, codes: b64u(packer.bytes) };
  } finally {
    wipe(seed);
  }
}
