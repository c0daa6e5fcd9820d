import { describe, expect, it } from 'vitest';
import { codeValue } from '../../../main/core/codes/code-shape.ts';
import { matchesTyped, nextOpening, passCode, passEnd, seedCode, typedDrift } from '../../../main/core/codes/live-code.ts';
import { type CodePass, packCodes } from '../../../main/core/codes/pass.ts';
import { stepStart, type TotpSettings, totpCode } from '../../../main/core/codes/totp.ts';

const seed = new TextEncoder().encode('12345678901234567890');
const settings: TotpSettings = { alphabet: 'decimal', digits: 6, period: 30, algorithm: 'sha1' };
const codeOf = (step: number): string => totpCode(seed, settings, stepStart(step, 30));

function passOver(...windows: CodePass['windows']): CodePass {
  const steps = windows.flatMap((w) => Array.from({ length: w.count }, (_, i) => w.first_step + i));
  const codes = packCodes(
    steps.map((step) => codeValue(codeOf(step), settings) ?? -1),
    settings,
  );
  return { account: 'Anp0MWfAYDuKUI3PEg8TUw', alphabet: 'decimal', digits: 6, period: 30, windows, codes };
}

describe('seedCode', () => {
  it('gives the code with its end, and the next one in the last 5 s only', () => {
    expect(seedCode(seed, settings, 3000)).toEqual({ code: codeOf(100), endsAt: 3030, next: null });
    expect(seedCode(seed, settings, 3024.9)).toEqual({ code: codeOf(100), endsAt: 3030, next: null });
    expect(seedCode(seed, settings, 3025)).toEqual({ code: codeOf(100), endsAt: 3030, next: codeOf(101) });
    expect(seedCode(seed, settings, 3029.9)).toEqual({ code: codeOf(100), endsAt: 3030, next: codeOf(101) });
    expect(seedCode(seed, settings, 3030)).toEqual({ code: codeOf(101), endsAt: 3060, next: null });
  });
});

describe('passCode', () => {
  const pass = passOver({ first_step: 100, count: 2 }, { first_step: 110, count: 1 });

  it('gives nothing before, between and after the windows', () => {
    for (const now of [0, 2999.9, 3060, 3299, 3330, 1e9]) expect(passCode(pass, now)).toBeNull();
  });

  it('gives the code inside, and the next one in its last 5 s only when the pass holds it', () => {
    expect(passCode(pass, 3000)).toEqual({ code: codeOf(100), endsAt: 3030, next: null });
    expect(passCode(pass, 3026)).toEqual({ code: codeOf(100), endsAt: 3030, next: codeOf(101) });
    expect(passCode(pass, 3059)).toEqual({ code: codeOf(101), endsAt: 3060, next: null });
    expect(passCode(pass, 3329)).toEqual({ code: codeOf(110), endsAt: 3330, next: null });
  });

  it('does not show the first code before its window opens', () => {
    expect(passCode(pass, 2996)).toBeNull();
  });
});

describe('nextOpening and passEnd', () => {
  const pass = passOver({ first_step: 100, count: 2 }, { first_step: 110, count: 1 });

  it('names the next window, and nothing while one is open or none is left', () => {
    expect([0, 2999, 3000, 3059, 3060, 3299, 3300, 3330].map((now) => nextOpening(pass, now))).toEqual([
      3000,
      3000,
      null,
      null,
      3300,
      3300,
      null,
      null,
    ]);
  });

  it('ends after the last step', () => {
    expect(passEnd(pass)).toBe(3330);
    expect(passEnd({ ...pass, windows: [] })).toBeNull();
  });
});

describe('typedDrift and matchesTyped', () => {
  it('accepts the step now, the one before and the one after, and no other', () => {
    expect([98, 99, 100, 101, 102].map((step) => typedDrift(seed, settings, codeOf(step), 3015))).toEqual([null, -1, 0, 1, null]);
    expect(matchesTyped(seed, settings, codeOf(99), 3015)).toBe(true);
    expect(matchesTyped(seed, settings, codeOf(98), 3015)).toBe(false);
  });

  it('drops spaces, and reads Steam codes in either case', () => {
    const code = codeOf(100);
    expect(matchesTyped(seed, settings, ` ${code.slice(0, 3)} ${code.slice(3)}\n`, 3000)).toBe(true);
    const steam: TotpSettings = { ...settings, alphabet: 'steam', digits: 5 };
    expect(matchesTyped(seed, steam, totpCode(seed, steam, 3000).toLowerCase(), 3000)).toBe(true);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('refuses %j', (typed) => {
    expect(matchesTyped(seed, settings, typed, 3000)).toBe(false);
  });

  it('does not look before 1970', () => {
    expect(typedDrift(seed, settings, codeOf(1), 0)).toBe(1);
  });
});
