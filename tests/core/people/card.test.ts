import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { b64u, concat, le, utf8 } from '../../../main/core/bytes.ts';
import { sign } from '../../../main/core/crypto/sodium.ts';
import { cardText, makeCard, readCard, readCardField, readCardText } from '../../../main/core/people/card.ts';
import { identityOf } from '../../../main/core/people/identity.ts';

interface GoodCard {
  readonly name: string;
  readonly text: string;
  readonly fp: string;
  readonly read_only?: true;
  readonly seed_hex?: string;
  readonly card_hex?: string;
}
interface BadCard {
  readonly name: string;
  readonly text: string;
  readonly before?: [string, number];
}
const file = path.resolve(import.meta.dirname, '../../vectors/latchkey/card.json');
const vectors = JSON.parse(readFileSync(file, 'utf8')) as { good: GoodCard[]; bad: BadCard[] };
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const own = identityOf(hex('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'));

function signedCard(boxKey: Uint8Array, name: Uint8Array): Uint8Array<ArrayBuffer> {
  const signed = concat(utf8('lk1/card\0'), own.sign.publicKey, boxKey, le(name.length, 4), name);
  return concat(signed, sign(signed, own.sign.privateKey));
}

describe('known cards', () => {
  it.each(vectors.good.filter((one) => one.read_only === undefined))('writes and reads: $name', (vector) => {
    const card = makeCard(identityOf(hex(vector.seed_hex ?? '')), vector.name);
    expect(card.bytes).toEqual(hex(vector.card_hex ?? ''));
    expect(cardText(card)).toBe(vector.text);
    expect(readCard(card.bytes)).toEqual(card);
    expect(readCardField(b64u(card.bytes))).toEqual(card);
    expect(readCardText(vector.text)).toEqual(card);
    expect(card.fp).toBe(vector.fp);
  });

  it.each(vectors.good.filter((one) => one.read_only === true))('reads only: $name', ({ text, fp }) => {
    expect(readCardText(text)?.fp).toBe(fp);
  });

  it.each(vectors.bad)('refuses: $name', ({ text, before }) => {
    expect(readCardText((before === undefined ? '' : before[0].repeat(before[1])) + text)).toBeNull();
  });

  it('counts what was read', () => {
    console.log(`cards: ${vectors.good.length} read, ${vectors.bad.length} refused`);
    expect([vectors.good.length, vectors.bad.length]).toEqual([56, 36]);
  });
});

describe('a card', () => {
  const card = makeCard(own, 'Olga Owner');

  it('does not read after any single bit is flipped', () => {
    for (let bit = 0; bit < card.bytes.length * 8; bit++) {
      const other = card.bytes.slice();
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readCard(other)).toBeNull();
    }
  });

  it('does not read when it is cut or when anything follows', () => {
    for (let length = 0; length < card.bytes.length; length++) expect(readCard(card.bytes.slice(0, length))).toBeNull();
    expect(readCard(concat(card.bytes, new Uint8Array(1)))).toBeNull();
  });

  it('carries a name of 1 to 64 bytes on one line', () => {
    for (const name of ['x', 'é'.repeat(32), 'x'.repeat(64)]) {
      expect(readCard(makeCard(own, name).bytes)?.name).toBe(name);
    }
    for (const name of ['', 'x'.repeat(65), 'é'.repeat(33), 'a\nb', 'a\tb', 'a\u0085b', 'a\u2028b', '\ud800']) {
      expect(() => makeCard(own, name)).toThrow(RangeError);
      expect(readCard(signedCard(own.box.publicKey, utf8(name)))?.name ?? null).toBe(name === '\ud800' ? '\ufffd' : null);
    }
  });

  it('is refused with its signature right and its name no UTF-8', () => {
    expect(readCard(signedCard(own.box.publicKey, utf8('ok')))?.name).toBe('ok');
    expect(readCard(signedCard(own.box.publicKey, new Uint8Array([0xc0, 0x80])))).toBeNull();
  });

  it('keeps its own copy of the bytes it was read from', () => {
    const source = card.bytes.slice();
    const read = readCard(source);
    source.fill(0);
    expect(read).toEqual(card);
  });
});

const wycheproof = path.resolve(import.meta.dirname, '../../../../shared/fixtures/vectors/wycheproof/x25519_test.json');
describe.skipIf(!existsSync(wycheproof))('box keys of low order', () => {
  it('are refused, all that the published list knows', () => {
    interface Test {
      readonly public: string;
      readonly shared: string;
      readonly flags: readonly string[];
    }
    const groups = (JSON.parse(readFileSync(wycheproof, 'utf8')) as { testGroups: { tests: Test[] }[] }).testGroups;
    const weak = groups.flatMap((group) => group.tests).filter((test) => test.shared === '00'.repeat(32));
    for (const test of weak) expect(readCard(signedCard(hex(test.public), utf8('Weak')))).toBeNull();
    console.log(`cards: ${weak.length} box keys of low order refused`);
    expect(weak.length).toBeGreaterThan(20);
  });
});
