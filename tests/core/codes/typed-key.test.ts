import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../main/core/bytes.ts';
import { fromBase32, toBase32 } from '../../../main/core/codes/base32.ts';
import { readTypedKey } from '../../../main/core/codes/typed-key.ts';

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('RFC 4648, section 10: %j is %j', (text, base32) => {
    expect(toBase32(utf8(text))).toBe(base32);
    expect(fromBase32(base32)).toEqual(utf8(text));
  });

  it('comes back from any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      }),
    );
  });

  it('drops bits that fill no byte, as authenticators do', () => {
    expect(fromBase32('ABCDEFG')).toEqual(new Uint8Array([0x00, 0x44, 0x32, 0x14]));
    expect(fromBase32('JDDK4U6G3BJLEQ')).toEqual(new Uint8Array(Buffer.from('48c6ae53c6d852b2', 'hex')));
  });

  it.each(['0', '1', '8', '9', 'a', '=', ' ', 'MY=', 'É', '🙂'])('refuses %j', (text) => expect(fromBase32(text)).toBeNull());
});

describe('readTypedKey', () => {
  const key = utf8('Hello!1234');
  const plain = toBase32(key);
  const groups = plain.match(/.{1,4}/gu) ?? [];

  it.each([
    plain,
    plain.toLowerCase(),
    groups.join(' '),
    groups.join('-'),
    groups.join(' – ').toLowerCase(),
    ` ${groups.join('\u00a0')}\n`,
    `\ufeff${groups.join('\u200b')}`,
    `${plain}======`,
    groups.join('\t'),
  ])('reads %j', (text) => expect(readTypedKey(text)).toEqual(key));

  it('reads the longest seed and refuses the next longer', () => {
    expect(readTypedKey(toBase32(new Uint8Array(128).fill(7)))).toHaveLength(128);
    expect(readTypedKey(toBase32(new Uint8Array(129).fill(7)))).toBe('seed_too_long');
    expect(readTypedKey(' '.repeat(1025))).toBe('seed_too_long');
  });

  it.each([
    ['', 'seed_missing'],
    [' - ', 'seed_missing'],
    ['A', 'seed_missing'],
    ['====', 'seed_missing'],
    ['JBSW0DPE', 'seed_letters'],
    ['JBSW1DPE', 'seed_letters'],
    ['JBSW8DPE', 'seed_letters'],
    ['JBSW=DPE', 'seed_letters'],
    ['JBSW_DPE', 'seed_letters'],
    ['JBSW.DPE', 'seed_letters'],
    ['JBſWDPEH', 'seed_letters'],
    ['ＪＢＳＷ', 'seed_letters'],
  ])('refuses %j as %s', (text, fault) => expect(readTypedKey(text)).toBe(fault));
});
