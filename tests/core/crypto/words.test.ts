import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fingerprintWords,
  fitsFingerprint,
  mnemonic,
  pagePassphrase,
  readMnemonic,
  readPagePassphrase,
  readRecoveryWords,
  readWords,
  recoveryWords,
} from '../../../main/core/crypto/words.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

interface WordsVectors {
  readonly fingerprint: readonly { fp_hex: string; words: string }[];
  readonly recovery: readonly { entropy_hex: string; words: string }[];
  readonly typed_recovery: readonly { name: string; typed: string; entropy_hex?: string; expect?: string }[];
  readonly page_passphrase: readonly { random_hex: string; words: string }[];
}
const vectors = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../vectors/latchkey/words.json'), 'utf8'),
) as WordsVectors;

describe('known answers', () => {
  it.each(vectors.fingerprint)('spells a fingerprint: $words', ({ fp_hex, words }) => {
    expect(fingerprintWords(hex(fp_hex))).toBe(words);
    expect(fitsFingerprint(words, hex(fp_hex))).toBe(true);
  });

  it.each(vectors.recovery)('spells and reads recovery words of $entropy_hex', ({ entropy_hex, words }) => {
    expect(recoveryWords(hex(entropy_hex))).toBe(words);
    expect(readRecoveryWords(words)).toEqual({ entropy: hex(entropy_hex) });
  });

  it.each(vectors.typed_recovery)('reads typed recovery words: $name', ({ typed, entropy_hex, expect: fault }) => {
    expect(readRecoveryWords(typed)).toEqual(fault === undefined ? { entropy: hex(entropy_hex ?? '') } : { fault });
  });

  it.each(vectors.page_passphrase)('spells a page passphrase: $words', ({ random_hex, words }) => {
    expect(pagePassphrase(hex(random_hex))).toBe(words);
    expect(readPagePassphrase(words)).toEqual({ words });
  });
});

const published = path.resolve(import.meta.dirname, '../../../../shared/fixtures/vectors/bip39');
describe.skipIf(!existsSync(published))('published BIP39 vectors', () => {
  const load = (): [string, string][] => JSON.parse(readFileSync(path.join(published, 'vectors.english.json'), 'utf8'));

  it('gives and reads all 24 mnemonics', () => {
    const all = load();
    for (const [entropy, words] of all) {
      expect(mnemonic(hex(entropy))).toBe(words);
      expect(readMnemonic(words, words.split(' ').length)).toEqual({ entropy: hex(entropy) });
    }
    console.log(`BIP39: ${all.length} published mnemonics both ways`);
    expect(all).toHaveLength(24);
  });

  it('has the published word list', () => {
    const list = readFileSync(path.join(published, 'english.txt'), 'utf8').trim().split('\n');
    expect(list).toHaveLength(2048);
    const bits = new Uint8Array(11);
    for (const [place, word] of list.entries()) {
      bits[0] = place >> 3;
      bits[1] = (place & 7) << 5;
      expect(fingerprintWords(bits).split(' ')[0]).toBe(word);
      const short = word.slice(0, 4);
      expect(readWords(`${short} ${word.toUpperCase()}`, 2)).toEqual({ words: `${word} ${word}` });
    }
  });
});

describe('typed words', () => {
  it('read back whatever was spelled', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (entropy) => {
        expect(readRecoveryWords(recoveryWords(entropy))).toEqual({ entropy: new Uint8Array(entropy) });
      }),
    );
  });

  it('never read after one word is changed, but for one change in 256', () => {
    const words = recoveryWords(new Uint8Array(32).fill(7)).split(' ');
    let read = 0;
    for (let place = 0; place < 2048; place++) {
      const bits = new Uint8Array(11);
      bits[0] = place >> 3;
      bits[1] = (place & 7) << 5;
      const other = fingerprintWords(bits).split(' ')[0] ?? '';
      const changed = readRecoveryWords([...words.slice(0, 5), other, ...words.slice(6)].join(' '));
      if ('entropy' in changed) read += 1;
      else expect(changed.fault).toBe('word_checksum');
    }
    expect(read).toBeLessThan(40);
  });

  it('split at ASCII white space of any kind, and at nothing else', () => {
    expect(readWords('\tabandon\n\v\f\rzoo  ', 2)).toEqual({ words: 'abandon zoo' });
    expect(readWords('abandon\u200bzoo', 2)).toEqual({ fault: 'word_count' });
    expect(readWords('abandon\u2028zoo', 2)).toEqual({ fault: 'word_count' });
  });

  it('count letters after completing nothing: a list word of three letters stands for itself', () => {
    expect(readWords('act', 1)).toEqual({ words: 'act' });
    expect(readWords('acti', 1)).toEqual({ words: 'action' });
    expect(readWords('ac', 1)).toEqual({ fault: 'unknown_word' });
  });

  it('report the count before an unknown word, and that before the checksum', () => {
    expect(readRecoveryWords('latchkey')).toEqual({ fault: 'word_count' });
    expect(readRecoveryWords(`${'zoo '.repeat(23)}latchkey`)).toEqual({ fault: 'unknown_word' });
    expect(readRecoveryWords('zoo '.repeat(24))).toEqual({ fault: 'word_checksum' });
  });

  it('are compared with a fingerprint as a whole', () => {
    const fp = hex('a3568dcc38c1880c561370af24f16239c91184dfa28e41ade2f98657ea5f3c3e');
    expect(fitsFingerprint('PERS refu indo imme blus aler flam host', fp)).toBe(true);
    expect(fitsFingerprint('refuse person indoor immense blush alert flame host', fp)).toBe(false);
    expect(fitsFingerprint('person refuse indoor immense blush alert flame', fp)).toBe('word_count');
    expect(fitsFingerprint('person refuse indoor immense blush alert flame hos', fp)).toBe('unknown_word');
  });
});

describe('spelling', () => {
  it('refuses entropy of another length', () => {
    for (const length of [0, 15, 17, 36]) expect(() => mnemonic(new Uint8Array(length))).toThrow(RangeError);
    expect(() => recoveryWords(new Uint8Array(16))).toThrow(RangeError);
    expect(() => pagePassphrase(new Uint8Array(9))).toThrow(RangeError);
  });

  it('changes a word when any of the first 88 bits changes, and none after', () => {
    const fp = new Uint8Array(32).fill(0x5a);
    const words = fingerprintWords(fp);
    for (let bit = 0; bit < 256; bit++) {
      const other = fp.slice();
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
      expect(fingerprintWords(other) === words, toHex(other)).toBe(bit >= 88);
    }
  });
});
