import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromB64u } from '../../../main/core/bytes.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { fingerprintWords } from '../../../main/core/crypto/words.ts';
import { fingerprint } from '../../../main/core/people/fingerprint.ts';
import { identityOf, newIdentitySeed } from '../../../main/core/people/identity.ts';

interface IdentityVector {
  readonly seed_hex: string;
  readonly sign_pk_hex: string;
  readonly sign_seed_hex: string;
  readonly box_pk_hex: string;
  readonly box_sk_hex: string;
  readonly fp_hex: string;
  readonly fp: string;
  readonly words: string;
}
const file = path.resolve(import.meta.dirname, '../../vectors/latchkey/identity.json');
const { identities } = JSON.parse(readFileSync(file, 'utf8')) as { identities: IdentityVector[] };
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

describe('an identity', () => {
  it.each(identities)('has the known keys, fingerprint and words: $words', (vector) => {
    const identity = identityOf(hex(vector.seed_hex));
    expect(identity.sign.publicKey).toEqual(hex(vector.sign_pk_hex));
    expect(identity.sign.privateKey.slice(0, 32)).toEqual(hex(vector.sign_seed_hex));
    expect(identity.box.publicKey).toEqual(hex(vector.box_pk_hex));
    expect(identity.box.privateKey).toEqual(hex(vector.box_sk_hex));
    expect(identity.fp).toBe(vector.fp);
    expect(fingerprint(identity.sign.publicKey, identity.box.publicKey)).toEqual(hex(vector.fp_hex));
    expect(fingerprintWords(fromB64u(identity.fp) ?? new Uint8Array())).toBe(vector.words);
  });

  it('comes of exactly 32 bytes', () => {
    for (const length of [0, 31, 33]) expect(() => identityOf(new Uint8Array(length))).toThrow(RangeError);
  });

  it('starts from a seed the port draws', () => {
    expect(newIdentitySeed((length) => new Uint8Array(length).fill(9))).toEqual(new Uint8Array(32).fill(9));
    expect(newIdentitySeed(randomBytes)).not.toEqual(newIdentitySeed(randomBytes));
  });

  it('has another fingerprint when either key is another', () => {
    const [a, b] = [identityOf(new Uint8Array(32).fill(1)), identityOf(new Uint8Array(32).fill(2))];
    expect(fingerprint(a.sign.publicKey, b.box.publicKey)).not.toEqual(fingerprint(a.sign.publicKey, a.box.publicKey));
    expect(fingerprint(b.sign.publicKey, a.box.publicKey)).not.toEqual(fingerprint(a.sign.publicKey, a.box.publicKey));
  });
});
