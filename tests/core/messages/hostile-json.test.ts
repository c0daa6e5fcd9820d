import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../../main/core/bytes.ts';
import { accept } from '../../../main/core/messages/accept.ts';
import { readPayload } from '../../../main/core/messages/payload.ts';
import { farid, forFarid, forged, handoff, olga, openRequest, revoke, worldOf } from './scene.ts';
import { leastSpent } from '../../support/spent.ts';

const payload = JSON.stringify(handoff(olga, farid));
const request = JSON.stringify(openRequest(olga));

const before = Object.getOwnPropertyNames(Object.prototype);
function judge(text: string | Uint8Array): string {
  const result = forFarid(forged(1, typeof text === 'string' ? utf8(text) : text, olga, farid));
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  return result;
}

/** The same text with something put after each `{`, one place at a time. */
function inEachObject(text: string, put: string): string[] {
  return [...text.matchAll(/\{/g)].map(({ index }) => `${text.slice(0, index + 1)}${put},${text.slice(index + 1)}`);
}

describe('keys that reach for a prototype', () => {
  const keys = ['__proto__', 'constructor', 'prototype', '0', '17', '00', '999999999999'];
  const values = ['{"polluted":true}', 'true', 'null', '1', '"x"', '[]', '{"prototype":{"polluted":true}}'];

  it('are refused in every object of a payload', () => {
    let tried = 0;
    for (const text of [payload, request]) {
      for (const key of keys) {
        for (const value of values) {
          for (const hostile of inEachObject(text, `"${key}":${value}`)) {
            expect(judge(hostile), hostile.slice(0, 80)).toBe('json');
            tried += 1;
          }
        }
      }
    }
    console.log(`hostile keys: ${tried} payloads refused`);
    expect(tried).toBeGreaterThan(300);
  });

  it('are refused written with escapes', () => {
    for (const key of ['\\u005f_proto__', '__proto\\u005f_', 'c\\u006fnstructor']) {
      for (const hostile of inEachObject(payload, `"${key}":{"polluted":true}`)) expect(judge(hostile)).toBe('json');
    }
  });

  it('are no shape when they only look alike', () => {
    for (const key of ['__proto', 'toString', 'hasOwnProperty', '__defineGetter__', 'then', 'toJSON', 'valueOf', '']) {
      for (const hostile of inEachObject(payload, `"${key}":1`)) expect(judge(hostile)).toBe('schema');
    }
  });
});

describe('text that is not the one spelling', () => {
  const wrong: Readonly<Record<string, string>> = {
    'a space': payload.replace(':', ': '),
    'a line end at the end': `${payload}\n`,
    'a key twice': payload.replace('"v":1', '"v":1,"v":1'),
    'a number with a point': payload.replace('"v":1', '"v":1.0'),
    'a number with an exponent': payload.replace('"v":1', '"v":1e0'),
    'minus zero': payload.replace('"n":0', '"n":-0'),
    'a leading zero': payload.replace('"n":0', '"n":00'),
    'a number above 2^53 - 1': payload.replace('"n":0', '"n":9007199254740992'),
    'a huge number': payload.replace('"n":0', '"n":1e400'),
    'a fraction': payload.replace('"n":0', '"n":0.5'),
    'not a number': payload.replace('"n":0', '"n":NaN'),
    infinity: payload.replace('"n":0', '"n":Infinity'),
    'a lone surrogate, escaped': payload.replace('Shop', '\\ud800'),
    'a needless escape': payload.replace('Shop', '\\u0053hop'),
    'an escaped solidus': payload.replace('Shop', 'a\\/b'),
    'a raw control character': payload.replace('Shop', 'a\tb'),
    'a comment': payload.replace('"v":1', '/**/"v":1'),
    'a trailing comma': payload.replace('"v":1', '"v":1,'),
    'single quotes': payload.replaceAll('"', "'"),
    'a byte order mark': `\ufeff${payload}`,
    'two values': payload + payload,
    nothing: '',
    'nine levels': payload.replace('"n":0', `"n":${'['.repeat(7)}${']'.repeat(7)}`),
    'a hundred thousand levels': '['.repeat(100_000) + ']'.repeat(100_000),
    'levels never closed': '['.repeat(1_000_000),
  };
  it.each(Object.entries(wrong))('is refused: %s', (_, text) => {
    expect(text).not.toBe(payload);
    expect(judge(text)).toBe('json');
  });

  it('is refused when it is not UTF-8', () => {
    const [head, tail] = payload.split('Shop').map(utf8);
    if (head === undefined || tail === undefined) throw new Error('no title');
    const bad = ['ff', 'c080', 'eda080', 'e282', 'f8888080', 'f4908080', '80', 'c3', 'fe'];
    for (const hex of bad) expect(judge(concat(head, new Uint8Array(Buffer.from(hex, 'hex')), tail)), hex).toBe('json');
  });

  it('is taken at eight levels', () => {
    const eight = payload.replace('"n":0', `"n":${'['.repeat(6)}${']'.repeat(6)}`);
    expect(judge(eight)).toBe('schema');
    expect(judge(payload)).toBe('accepted');
  });
});

describe('a payload of 1 MiB', () => {
  const filled = (start: string, unit: string, end: string): Uint8Array => {
    const room = 1_040_000 - start.length - end.length;
    return utf8(start + unit.repeat(Math.floor(room / unit.length)).replace(/,$/, '') + end);
  };
  const large: Readonly<Record<string, Uint8Array>> = {
    'a list of numbers for items': filled(payload.replace(/"items":.*/, '"items":['), '1,', ']}}'),
    'a list of empty items': filled(payload.replace(/"items":.*/, '"items":['), '{},', ']}}'),
    'a list of numbers for recipients': filled(payload.replace(/"to":.*/, '"to":['), '1,', ']}'),
    'one long title': filled(payload.replace(/Shop.*/, ''), 'x', '"}]}}'),
    'numbers nested to the limit': filled('[[[[[[[', '1,', ']]]]]]]'),
    'many unknown keys': utf8(`{${Array.from({ length: 90_000 }, (_, i) => `"k${i}":1`).join(',')}}`),
    'one long base64': filled(payload.replace(/"account":"[^"]*.*/, '"account":"'), 'A', '"}]}}'),
  };

  it.each(Object.entries(large))('is refused within a second: %s', (_, bytes) => {
    const message = forged(1, bytes, olga, farid);
    const context = worldOf(farid, { contacts: [[olga, 'verified']] });
    const spent = leastSpent(() => expect(accept(message, context).class).toBe('schema'), 1_000);
    expect(spent).toBeLessThan(1_000);
  });
});

describe('what a reader makes of good bytes', () => {
  it('is a copy that shares nothing and holds only known keys', () => {
    const read = readPayload(utf8(JSON.stringify(revoke(olga, farid))));
    if ('fault' in read) throw new Error(read.fault);
    expect(Object.keys(read.payload).toSorted()).toEqual(['body', 'exp', 'from', 'iat', 'id', 'kind', 'log', 'to', 'v']);
  });
});
