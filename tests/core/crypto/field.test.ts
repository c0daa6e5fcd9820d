import { describe, expect, it } from 'vitest';
import { b64u, utf8 } from '../../../main/core/bytes.ts';
import { fieldAt, isSealedField, openField, sealField } from '../../../main/core/crypto/field.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { parseStrictJson } from '../../../main/core/strict-json.ts';

const key = randomBytes(32);
const id = b64u(randomBytes(16));
const plain = utf8('hunter2');

describe('a sealed field', () => {
  const field = sealField(key, id, 'factors/abc/seed', 3, plain, randomBytes);

  it('opens at its own place and version, and nowhere else', () => {
    expect(openField(key, id, 'factors/abc/seed', field)).toEqual(plain);
    expect(openField(key, b64u(randomBytes(16)), 'factors/abc/seed', field)).toBeNull();
    expect(openField(key, id, 'factors/abd/seed', field)).toBeNull();
    expect(openField(key, id, 'factors/abc/seed', { ...field, ver: 4 })).toBeNull();
    expect(openField(randomBytes(32), id, 'factors/abc/seed', field)).toBeNull();
  });

  it('that is malformed does not open', () => {
    const bits = `${field.sealed.slice(0, -1)}*`;
    for (const sealed of ['', 'AAAA', bits, `${field.sealed}=`, 'A'.repeat(52)]) {
      expect(openField(key, id, 'factors/abc/seed', { ver: 3, sealed })).toBeNull();
    }
    for (const ver of [0, -1, 1.5, 2 ** 32]) expect(openField(key, id, 'factors/abc/seed', { ...field, ver })).toBeNull();
  });

  it('is sealed with a new nonce each time', () => {
    expect(sealField(key, id, 'password', 1, plain, randomBytes)).not.toEqual(
      sealField(key, id, 'password', 1, plain, randomBytes),
    );
  });

  it('needs a place: an id, a path without NUL, a version from 1', () => {
    const seal = (id: string, path: string, ver: number) => () => sealField(key, id, path, ver, plain, randomBytes);
    expect(seal('AAAA', 'password', 1)).toThrow(RangeError);
    expect(seal(id, '', 1)).toThrow(RangeError);
    expect(seal(id, 'a\0b', 1)).toThrow(RangeError);
    expect(seal(id, 'password', 0)).toThrow(RangeError);
    expect(seal(id, 'password', 2 ** 32)).toThrow(RangeError);
  });
});

describe('finding a sealed field', () => {
  const text = '{"password":{"ver":1,"sealed":"AA"},"list":[{"id":"one","code":{"ver":2,"sealed":"BB"}}],"half":{"ver":1}}';
  const data = parseStrictJson(utf8(text), 8) as Parameters<typeof fieldAt>[0];

  it('follows keys, and the ids of list elements', () => {
    expect(fieldAt(data, 'password')).toEqual({ ver: 1, sealed: 'AA' });
    expect(fieldAt(data, 'list/one/code')).toEqual({ ver: 2, sealed: 'BB' });
    for (const path of ['', 'list', 'list/0/code', 'list/two/code', 'half', 'password/ver', 'toString', '__proto__']) {
      expect(fieldAt(data, path)).toBeNull();
    }
    expect(fieldAt({}, 'toString')).toBeNull();
  });

  it('knows exactly the two keys', () => {
    expect(isSealedField({ ver: 1, sealed: '' })).toBe(true);
    for (const not of [
      null,
      [],
      'x',
      {},
      { ver: 1 },
      { ver: '1', sealed: '' },
      { ver: 1, sealed: 2 },
      { ver: 1, sealed: '', x: 1 },
      { ver: 0, sealed: '' },
    ]) {
      expect(isSealedField(not)).toBe(false);
    }
  });
});
