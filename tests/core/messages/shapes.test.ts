import { describe, expect, it } from 'vitest';
import { b64u, utf8 } from '../../../main/core/bytes.ts';
import { readPayload } from '../../../main/core/messages/payload.ts';
import {
  ACCOUNT,
  codeRequest,
  farid,
  GRANT,
  handoff,
  head,
  item,
  log,
  newId,
  NOW,
  olga,
  openRequest,
  request,
  revoke,
} from './scene.ts';

const answers = { re: newId(), reh: log.h };
const pass = {
  account: ACCOUNT,
  alphabet: 'decimal',
  digits: 6,
  period: 30,
  windows: [{ first_step: 1, count: 1 }],
  codes: 'AAAA',
};
const base: Readonly<Record<string, Record<string, unknown>>> = {
  0: openRequest(farid),
  1: handoff(olga, farid),
  2: { ...head(farid, olga), kind: 2, log, body: request },
  3: codeRequest(farid, olga),
  4: { ...head(olga, farid), kind: 4, ...answers, log, body: { typed: '123456' } },
  5: { ...head(farid, olga), kind: 5, ...answers, log, body: { event: 'opened', at: NOW } },
  6: revoke(olga, farid),
  7: { ...head(olga, farid), kind: 7, log, body: { grant: GRANT, use_until: NOW, passes: [pass] } },
};
const refusal = { ...base[1], ...answers, body: { refused: true } };

const reads = (payload: unknown): boolean => {
  const read = readPayload(utf8(JSON.stringify(payload)));
  if ('fault' in read) expect(read.fault).toBe('schema');
  return 'payload' in read;
};

/** The payload with a value put at a path of its body; undefined leaves the key out. */
function put(payload: Record<string, unknown>, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(payload);
  let at = copy['body'] as Record<string, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

const x = (length: number): string => 'x'.repeat(length);
const many = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const LINE = {
  good: ['x', ' ', '<b>', '\u202e', 'é'],
  bad: ['', 'a\nb', 'a\tb', 'a\u0000', 'a\u001f', 'a\u007f', 'a\u009f', 'a\u2028', 'a\u2029', 1, null, [], true],
};
const TEXT = { good: ['a\nb', 'a\tb', ' '], bad: ['', 'a\rb', 'a\u000b', 'a\u0085', 'a\u2029', 7, null] };
const TIME = { good: [1, NOW, 253_402_300_799], bad: [0, -1, 253_402_300_800, '1', null, true] };
const ID = {
  good: [GRANT],
  bad: [
    '',
    GRANT.slice(1),
    `${GRANT}A`,
    `${GRANT.slice(0, 21)}B`,
    `${GRANT.slice(0, 21)}=`,
    GRANT.replace('E', '+'),
    'f'.repeat(32),
    1,
    null,
  ],
};
const FLAG = { good: [true, false], bad: [0, 1, 'true', null] };

const sized = (bytes: number, like: typeof LINE | typeof TEXT) => ({
  good: [...like.good, x(bytes), 'é'.repeat(Math.floor(bytes / 2))],
  bad: [...like.bad, x(bytes + 1), 'é'.repeat(Math.floor(bytes / 2) + 1), '🔑'.repeat(Math.floor(bytes / 4) + 1)],
});
const listOf = <T>(high: number, value: T) => ({
  good: [[value], many(high, value)],
  bad: [[], many(high + 1, value), value, null, {}, [null]],
});

type Case = readonly [
  kind: string,
  path: readonly (string | number)[],
  values: { readonly good: readonly unknown[]; readonly bad: readonly unknown[] },
];
const CASES: readonly Case[] = [
  ['0', ['request', 'platform'], sized(64, LINE)],
  ['0', ['card'], { good: [b64u(olga.card.bytes)], bad: ['', x(200), b64u(olga.card.bytes.slice(1)), null] }],
  ['1', ['grant'], ID],
  ['1', ['use_until'], TIME],
  ['1', ['use_from'], { good: [undefined, 1, NOW], bad: [NOW + 15 * 86_400, 0, null] }],
  ['1', ['level'], sized(120, LINE)],
  ['1', ['note'], sized(4000, TEXT)],
  ['1', ['items'], { good: [], bad: [[], [item, item], many(51, item), {}, null] }],
  ['1', ['items', 0, 'account'], ID],
  ['1', ['items', 0, 'platform'], sized(64, LINE)],
  ['1', ['items', 0, 'title'], sized(120, LINE)],
  ['1', ['items', 0, 'live_codes'], FLAG],
  ['1', ['items', 0, 'username'], sized(254, LINE)],
  [
    '1',
    ['items', 0, 'password'],
    {
      good: [undefined, ' ', '\n\r\t\u2028\u0001', x(1024), 'é'.repeat(512)],
      bad: ['', x(1025), 'é'.repeat(513), 'a\u0000', null, 1],
    },
  ],
  ['1', ['items', 0, 'backup_codes'], listOf(32, x(64))],
  ['1', ['items', 0, 'links'], listOf(8, x(2048))],
  ['1', ['items', 0, 'notes'], sized(4000, TEXT)],
  ['1', ['items', 0, 'rules'], listOf(32, x(254))],
  ['1', ['items', 0, 'steps'], listOf(40, `a\n${x(998)}`)],
  ['1', ['passes'], listOf(50, pass)],
  ['1', ['card'], { good: [undefined, b64u(olga.card.bytes)], bad: ['', 'card', null] }],
  ['2', ['account'], sized(254, LINE)],
  ['2', ['role'], sized(120, LINE)],
  ['2', ['why'], sized(2000, TEXT)],
  ['2', ['until'], TIME],
  ['2', ['device'], sized(120, LINE)],
  ['2', ['ids'], listOf(8, { name: x(64), value: x(254) })],
  ['3', ['account'], ID],
  ['3', ['why'], sized(254, LINE)],
  [
    '3',
    ['when'],
    {
      good: [{ now: true }, { from: 1, to: 2, zone: 'UTC' }],
      bad: [{}, { now: false }, { from: 2, to: 2, zone: 'UTC' }, { from: 1, to: 2 }, { now: true, zone: 'UTC' }, null, 'now'],
    },
  ],
  [
    '4',
    ['typed'],
    { good: ['1234', '12 345 678', x(12), '!~!~'], bad: ['123', x(13), ' 1234', '1234 ', 'é234', '12\t34', 123456, null] },
  ],
  ['5', ['event'], { good: ['opened', 'declined', 'purged', 'expired'], bad: ['seen', 'Opened', '', null] }],
  ['5', ['at'], TIME],
  ['6', ['reason'], { ...sized(500, TEXT), bad: [...sized(500, TEXT).bad, undefined] }],
  ['6', ['supersedes'], { ...ID, good: [undefined, GRANT] }],
  ['7', ['passes'], listOf(50, pass)],
  ['7', ['passes', 0, 'digits'], { good: [4, 8], bad: [3, 9, '6', undefined] }],
  ['7', ['passes', 0, 'period'], { good: [10, 300], bad: [9, 301, 0, undefined] }],
  ['7', ['passes', 0, 'alphabet'], { good: ['decimal', 'steam'], bad: ['hex', '', undefined] }],
  ['7', ['passes', 0, 'windows'], listOf(256, { first_step: 0, count: 92_000 })],
  ['7', ['passes', 0, 'windows', 0, 'count'], { good: [1, 92_000], bad: [0, 92_001, -1, undefined] }],
  ['7', ['passes', 0, 'windows', 0, 'first_step'], { good: [0, Number.MAX_SAFE_INTEGER], bad: [-1, '0', undefined] }],
  ['7', ['passes', 0, 'codes'], { good: ['AA', 'A'.repeat(414_000)], bad: ['', 'A', 'AB', 'AA==', 'A'.repeat(414_002)] }],
];

describe('a field of a body', () => {
  it.each(CASES)('kind %s %j keeps to its shape', (kind, path, { good, bad }) => {
    const payload = base[kind] ?? {};
    expect(reads(payload)).toBe(true);
    for (const value of good) expect(reads(put(payload, path, value)), JSON.stringify(value)?.slice(0, 60)).toBe(true);
    for (const value of bad) expect(reads(put(payload, path, value)), JSON.stringify(value)?.slice(0, 60)).toBe(false);
  });
});

describe('a payload', () => {
  it('has no place for a seed or any other key, at any depth', () => {
    for (const payload of [...Object.values(base), refusal]) {
      for (const key of ['seed', 'secret', 'otpauth', 'totp', 'counter', 'v2']) {
        expect(reads({ ...payload, [key]: 'x' })).toBe(false);
        expect(reads(put(payload, [key], 'JBSWY3DPEHPK3PXP'))).toBe(false);
      }
    }
    expect(reads(put(base[1] ?? {}, ['items', 0, 'seed'], 'JBSWY3DPEHPK3PXP'))).toBe(false);
    expect(reads(put(base[7] ?? {}, ['passes', 0, 'seed'], 'JBSWY3DPEHPK3PXP'))).toBe(false);
  });

  it('carries log, re and reh just where its kind does', () => {
    for (const [kind, payload] of Object.entries(base)) {
      const { log: _, re: __, reh: ___, ...bare } = payload;
      const open = kind === '0';
      expect(reads(bare), kind).toBe(open);
      expect(reads({ ...bare, log }), kind).toBe(!open && kind !== '4' && kind !== '5');
      expect(reads({ ...bare, log, ...answers }), kind).toBe(['1', '4', '5', '7'].includes(kind));
      expect(reads({ ...bare, log, re: answers.re }), kind).toBe(false);
      expect(reads({ ...bare, log, reh: answers.reh }), kind).toBe(false);
    }
  });

  it('is a refusal only as the answer to something, with nothing given', () => {
    expect(reads(refusal)).toBe(true);
    expect(reads({ ...refusal, body: { refused: true, reason: 'No', card: b64u(olga.card.bytes) } })).toBe(true);
    expect(reads({ ...base[1], body: { refused: true } })).toBe(false);
    for (const more of [{ grant: GRANT }, { items: [item] }, { use_until: NOW }]) {
      expect(reads({ ...refusal, body: { refused: true, ...more } })).toBe(false);
    }
  });

  it('is read by its own kind alone', () => {
    for (const [kind, payload] of Object.entries(base)) {
      for (const other of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, '1', null]) {
        expect(reads({ ...payload, kind: other }), `${kind} as ${other}`).toBe(String(other) === kind && typeof other === 'number');
      }
    }
  });
});
