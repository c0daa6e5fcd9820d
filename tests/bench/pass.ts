import { createGuardrails, generateSync } from 'otplib';
import { makePass } from '../../main/core/codes/make-pass.ts';
import { codeAtStep, MAX_CODES } from '../../main/core/codes/pass.ts';
import { NativeCrypto } from '../../main/engine/native-crypto.ts';

// One fresh process of the bench: the largest code pass, computed in chunks as the engine does it. As one line of JSON, times in ms.

const FIRST = 58_000_000;
const COMPARED = 2000;
const settings = { alphabet: 'decimal', digits: 6, period: 30, algorithm: 'sha1' } as const;
const seed = new Uint8Array(20).map((_, i) => i * 11 + 3);
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 128 });

let since = performance.now();
let stretch = 0;
const start = since;
const order = { account: 'A'.repeat(22), windows: [{ first_step: FIRST, count: MAX_CODES }] };
const pause = async (): Promise<void> => {
  stretch = Math.max(stretch, performance.now() - since);
  await new Promise((next) => setImmediate(next));
  since = performance.now();
};
const pass = await makePass(seed.slice(), settings, order, pause, new NativeCrypto());
const whole = performance.now() - start;

const begun = performance.now();
for (let i = 0; i < COMPARED; i++) {
  const step = FIRST + Math.floor((i * MAX_CODES) / COMPARED);
  const theirs = generateSync({ strategy: 'hotp', secret: seed, algorithm: 'sha1', counter: step, digits: 6, guardrails });
  if (codeAtStep(pass, step) !== theirs) throw new Error(`another code at step ${step}`);
}
const theirs = ((performance.now() - begun) * MAX_CODES) / COMPARED;
console.log(JSON.stringify({ codes: MAX_CODES, whole, stretch, compared: COMPARED, theirs }));
