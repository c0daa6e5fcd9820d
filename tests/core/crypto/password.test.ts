import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../main/core/bytes.ts';
import { directKdf, isWithinKdfBounds, KDF_PRESETS, passwordBytes } from '../../../main/core/crypto/kdf.ts';
import { checkNewPassword } from '../../../main/core/crypto/new-password.ts';

describe('a new password', () => {
  it.each([
    ['', 'password_short'],
    ['elevenchars', 'password_short'],
    ['🔑'.repeat(11), 'password_short'],
    // Twelve code points before NFC, six after.
    ['e\u0301'.repeat(6), 'password_short'],
    ['xyz'.repeat(342), 'password_long'],
    ['🔑'.repeat(257), 'password_long'],
    ['unassigned \u0378 point', 'password_characters'],
    ['lone \ud800 surrogate', 'password_characters'],
    ['Password1234', 'password_common'],
    ['aaaaaaaaaaaaaaaa', 'password_common'],
    ['abababababab', 'password_common'],
  ])('%j is refused', (password, code) => {
    expect(checkNewPassword(password)).toBe(code);
  });

  it.each(['twelve chars', 'Zoe\u0308s gru\u0308ner Schlu\u0308ssel 🔑', '日本語のパスワードを十二'])('%j is taken', (password) => {
    expect(checkNewPassword(password)).toBeNull();
  });
});

describe('the KDF', () => {
  it('takes a password in NFC, and refuses one by its length only', () => {
    expect(passwordBytes('Zoe\u0308')).toEqual(utf8('Zo\u00eb'));
    expect(passwordBytes('')).toBeNull();
    expect(passwordBytes('x'.repeat(1024))).toHaveLength(1024);
    expect(passwordBytes('x'.repeat(1025))).toBeNull();
    // NFC may be shorter than what was typed.
    expect(passwordBytes('e\u0301'.repeat(512))).toHaveLength(1024);
  });

  it('has two presets within the bounds, and bounds on both sides', () => {
    for (const preset of Object.values(KDF_PRESETS)) expect(isWithinKdfBounds(preset)).toBe(true);
    expect(isWithinKdfBounds({ ops: 10, memKib: 1024 * 1024 })).toBe(true);
    for (const [ops, memKib] of [
      [2, 65_536],
      [11, 65_536],
      [3, 65_535],
      [3, 1_048_577],
      [3.5, 65_536],
      [Number.NaN, 65_536],
      [3, Infinity],
    ]) {
      expect(isWithinKdfBounds({ ops: ops ?? 0, memKib: memKib ?? 0 })).toBe(false);
    }
  });

  it('throws out of bounds instead of deriving', async () => {
    const derive = (salt: number, ops: number, memKib: number) => directKdf.derive(utf8('x'), new Uint8Array(salt), ops, memKib);
    await expect(derive(16, 2, 65_536)).rejects.toThrow(RangeError);
    await expect(derive(16, 3, 8)).rejects.toThrow(RangeError);
    await expect(derive(15, 3, 65_536)).rejects.toThrow(RangeError);
  });
});
