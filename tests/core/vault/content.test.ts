import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, sameBytes, utf8, utf8Length } from '../../../main/core/bytes.ts';
import { contentBytes, contentOf, type FrameContent, type Op, opText, parseContent } from '../../../main/core/vault/operations.ts';
import { nOf, putBytes, putSize, StatedRecord } from '../../../main/core/vault/record.ts';
import { plainContent } from '../../support/content-oracle.ts';
import { idOf, put, SLOW, vaultVectors } from './support.ts';

const RUNS = SLOW ? 100_000 : 5000;

/** A content as plain JSON, the order of keys in data among it. */
function told(content: FrameContent | null): string | null {
  if (content === null) return null;
  const ops = content.ops.map((op) => (op.op === 'put' ? opText(op) : JSON.stringify(op)));
  return JSON.stringify([content.base, content.part, ops]);
}

function ask(plain: Bytes): FrameContent | null {
  const read = parseContent(plain);
  const expected = told(plainContent(plain));
  if (told(read) !== expected) throw new Error(`they differ on ${Buffer.from(plain).toString('latin1')}`);
  return read;
}

const key = fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,6}$/).filter((text) => text !== 'constructor');
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, '', 'é', '"\\\n', '\u0001', 0, -1),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).any;
const data = fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true });
const id = fc.integer({ min: 0, max: 0xffff }).map(idOf);
const type = fc.stringMatching(/^[a-z][a-z0-9_]{0,31}$/);
const v = fc.integer({ min: 1, max: 65_535 });
const aPut = fc.record({ op: fc.constant('put'), id, type, v, data });
const aDel = fc.record({ op: fc.constant('del'), id });
const aBase = fc.record({ op: fc.constant('base'), frames: fc.integer({ min: 1, max: 9 }), records: fc.nat({ max: 9 }) });
const aPart = fc.record({ op: fc.constant('part'), n: fc.integer({ min: 1, max: 3 }), of: fc.integer({ min: 2, max: 4 }) });
const odd = fc.oneof(
  fc.record({
    op: fc.constantFrom('put', 'del', 'base', 'part', 'Put', 1, null),
    id: fc.oneof(id, fc.constantFrom('', 'x', 'AAAAAAAAAAAAAAAAAAAAAB', 'AAAAAAAAAAAAAAAAAAAAA=', `${idOf(1)}A`, 7, null)),
    type: fc.oneof(type, fc.constantFrom('', 'Note', '1a', 'a-b', 'a'.repeat(33), 7)),
    v: fc.oneof(v, fc.constantFrom<unknown>(0, -1, 65_536, 99_999, '1', null, true)),
    data: fc.oneof(data, fc.constantFrom<unknown>(null, [], 'x', 1)),
  }),
  aPut.map((one) => ({ ...one, more: 1 })),
  aPut.map(({ op, ...rest }) => ({ ...rest, op })),
  aDel.map(({ op, id: of }) => ({ id: of, op })),
  value,
);
const frame = fc.tuple(
  fc.option(fc.oneof(aBase, aPart), { nil: null }),
  fc.array(
    fc.oneof(
      { weight: 12, arbitrary: aPut },
      { weight: 2, arbitrary: aDel },
      { weight: 1, arbitrary: odd },
      { weight: 1, arbitrary: aPart },
    ),
    { maxLength: 4 },
  ),
);
const text = frame.map(([first, ops]) => JSON.stringify(first === null ? ops : [first, ...ops]));

const PIECES = [
  '',
  ' ',
  ',',
  ':',
  '"',
  '{',
  '}',
  '[',
  ']',
  '[]',
  '{}',
  '0',
  '-',
  '1',
  '.0',
  'e1',
  '\\',
  '\\u0041',
  'null',
  '"n":1,',
  '"op":"put",',
];

describe('the content of a frame', { timeout: 600_000 }, () => {
  it('reads as the plain reader has it, whatever operations stand there', () => {
    let taken = 0;
    fc.assert(
      fc.property(text, (json) => {
        if (ask(utf8(json)) !== null) taken += 1;
      }),
      { numRuns: RUNS },
    );
    console.log(`contents: ${RUNS}, ${taken} of them good`);
    expect(taken).toBeGreaterThan(RUNS / 4);
  });

  it('reads so after one edit, of a byte or of a piece', () => {
    let taken = 0;
    const piece = fc.oneof(fc.constantFrom(...PIECES).map(utf8), fc.uint8Array({ minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 2 }), piece, (json, where, cut, put) => {
        const plain = utf8(json);
        const at = where % (plain.length + 1);
        if (ask(new Uint8Array([...plain.subarray(0, at), ...put, ...plain.subarray(at + cut)])) !== null) taken += 1;
      }),
      { numRuns: RUNS },
    );
    console.log(`edited contents: ${RUNS}, ${taken} of them good`);
    expect(taken).toBeGreaterThan(RUNS / 100);
  });

  it('reads so with any byte at any place', () => {
    const plain = contentBytes([opText(put(1, 'a')), opText({ op: 'del', id: idOf(2) }), opText(put(3, 'é'))]);
    let taken = 0;
    for (let at = 0; at < plain.length; at++) {
      for (let byte = 0; byte < 256; byte += SLOW ? 1 : 3) {
        const edited = plain.slice();
        edited[at] = byte;
        if (ask(edited) !== null) taken += 1;
      }
    }
    console.log(`contents with one other byte: ${taken} good ones`);
    expect(taken).toBeGreaterThan(plain.length);
  });

  it('holds a put to its id, type, version and data, each by itself', () => {
    const [id, type, v, data] = [`"${idOf(1)}"`, '"note"', '1', '{"a":1}'];
    const taken = (...parts: readonly string[]): boolean => {
      const [of, is, version, holds] = parts;
      return ask(utf8(`[{"op":"put","id":${of},"type":${is},"v":${version},"data":${holds}}]`)) !== null;
    };
    expect(taken(id, type, v, data)).toBe(true);
    for (const good of ['1', '9', '10', '65535']) expect(taken(id, type, good, data)).toBe(true);
    for (const bad of ['0', '-1', '65536', '99999', '01', '1.0', '1e2', '"1"', 'null', '[1]', ''])
      expect(taken(id, type, bad, data)).toBe(false);
    for (const bad of ['[]', '"x"', '1', 'null', 'true', '{"A":1}', '{"a":1,"a":2}', '{"a":-0}', ''])
      expect(taken(id, type, v, bad)).toBe(false);
    for (const good of ['{}', '{"a":{}}', '{"a":[null,true,"é"]}']) expect(taken(id, type, v, good)).toBe(true);
    for (const bad of ['""', '"Note"', '"1a"', `"${'a'.repeat(33)}"`, '"a-b"', '"\\n"', '"é"', '1', 'null'])
      expect(taken(id, bad, v, data)).toBe(false);
    for (const good of ['"a"', `"${'a'.repeat(32)}"`, '"a_1"']) expect(taken(id, good, v, data)).toBe(true);
    const bare = id.slice(1, -1);
    for (const bad of ['', bare.slice(1), `${bare}A`, `${bare.slice(0, -1)}B`, `${bare.slice(0, -2)}é`, `+${bare.slice(1)}`])
      expect(taken(`"${bad}"`, type, v, data)).toBe(false);
  });

  it('takes the keys of a put in any order, and every one of them', () => {
    const members = [`"op":"put"`, `"id":"${idOf(1)}"`, '"type":"note"', '"v":1', '"data":{"a":{"b":[1]}}'];
    const orders = (left: readonly string[]): string[][] =>
      left.length === 0 ? [[]] : left.flatMap((one) => orders(left.filter((other) => other !== one)).map((rest) => [one, ...rest]));
    const all = orders(members);
    expect(all).toHaveLength(120);
    for (const order of all) {
      expect(ask(utf8(`[{${order.join()}},{${members.join()}}]`))?.ops).toHaveLength(2);
      expect(ask(utf8(`[{${order.slice(1).join()}}]`))).toBeNull();
      expect(ask(utf8(`[{${order.join()},"more":1}]`))).toBeNull();
      expect(ask(utf8(`[{${order.join()}]`))).toBeNull();
      expect(ask(utf8(`[{${order.join()},{${members.join()}}]`))).toBeNull();
    }
  });

  it('is refused when any text in it is not UTF-8', () => {
    const plain = contentBytes([opText(put(1, 'abcdefgh'))]);
    const start = plain.length - '"abcdefgh"}}]'.length;
    for (let at = start + 1; at < start + 9; at++) {
      for (const byte of [0x80, 0x85, 0x9f, 0xa0, 0xbf, 0xc0, 0xc3, 0xff]) {
        const edited = plain.slice();
        edited[at] = byte;
        expect(ask(edited)).toBeNull();
      }
    }
  });

  it('reads so in the known answers', () => {
    for (const frame of vaultVectors.flatMap(({ frames }) => frames)) expect(ask(utf8(frame))).not.toBeNull();
  });

  it('nests as deep as the format lets it', () => {
    const nested = (depth: number): Bytes =>
      utf8(`[{"op":"put","id":"${idOf(1)}","type":"note","v":1,"data":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}]`);
    expect(ask(nested(13))?.ops[0]).toBeInstanceOf(StatedRecord);
    expect(ask(nested(14))).toBeNull();
    expect(ask(utf8(`[${'['.repeat(20)}${']'.repeat(20)}]`))).toBeNull();
  });
});

describe('a record that was read', { timeout: 600_000 }, () => {
  const read = (op: Op): StatedRecord => {
    const found = parseContent(contentBytes([opText(put(9, 'before')), opText(op)]))?.ops[1];
    if (!(found instanceof StatedRecord)) throw new Error('not stated');
    return found;
  };

  it('gives back the bytes it was stated with, as one made of its data does', () => {
    fc.assert(
      fc.property(id, type, v, data, (...[of, is, version, holds]) => {
        const op = { op: 'put' as const, id: of, type: is, v: version, data: holds as never };
        const record = read(op);
        const made = { id: of, type: is, v: version, data: record.data };
        expect(sameBytes(putBytes(record), utf8(opText(op)))).toBe(true);
        expect(sameBytes(putBytes(made), putBytes(record))).toBe(true);
        expect([putSize(record), putSize(made)]).toEqual([utf8Length(opText(op)), putBytes(record).length]);
        expect(parseContent(contentOf([putBytes(record), putBytes(made)]))?.ops).toEqual([record, made]);
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('makes its data once, without prototypes', () => {
    const record = read({ op: 'put', id: idOf(1), type: 'note', v: 1, data: { a: { b: [{ c: 1 }] } } });
    expect(record.data).toBe(record.data);
    const { a } = record.data as { a: { b: object[] } };
    for (const one of [record.data, a, a.b[0]]) expect(Object.getPrototypeOf(one)).toBeNull();
  });

  it.each([{ n: 7 }, { n: 0, b: 1 }, { b: 1, n: 7 }, { n: -7 }, { n: '7' }, { n: null }, { nn: 7 }, {}, { n: 2 ** 53 - 1 }])(
    'tells the n of %j',
    (holds) => {
      const op = { op: 'put' as const, id: idOf(1), type: 'audit', v: 1, data: holds };
      expect(nOf(read(op))).toBe((holds as { n?: unknown }).n);
      expect(nOf(op)).toBe((holds as { n?: unknown }).n);
    },
  );

  it('is compared by what it holds', () => {
    const [one, other] = [put(1, 'a'), put(1, 'b')].map(read);
    expect(one).toEqual(read(put(1, 'a')));
    expect(one).not.toEqual(other);
    expect(new Map([[1, one]])).not.toEqual(new Map([[1, other]]));
    expect(one).toEqual({ id: idOf(1), type: 'note', v: 1, data: { text: 'a' } });
    expect(one).not.toEqual({ id: idOf(1), type: 'note', v: 1, data: { text: 'b' } });
    expect(JSON.stringify(one)).toBe(JSON.stringify({ id: idOf(1), type: 'note', v: 1, data: { text: 'a' } }));
  });
});
