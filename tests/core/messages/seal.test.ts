import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { b64u } from '../../../main/core/bytes.ts';
import { accept } from '../../../main/core/messages/accept.ts';
import { readArmor, writeArmor } from '../../../main/core/messages/armor.ts';
import { MESSAGE_MAX } from '../../../main/core/messages/layout.ts';
import type { PayloadOf } from '../../../main/core/messages/payload.ts';
import { randomOrder, seal } from '../../../main/core/messages/seal.ts';
import { isLine, isSecret, isText } from '../../../main/core/messages/text-rules.ts';
import {
  ACCOUNT,
  codeRequest,
  farid,
  handoff,
  item,
  mallory,
  olga,
  openRequest,
  PORTS,
  revoke,
  sealed,
  tess,
  worldOf,
} from './scene.ts';

const lineOf = (bytes: number) => fc.string({ unit: 'binary', maxLength: bytes }).filter((value) => isLine(value, bytes));
const textOf = (bytes: number) => fc.string({ unit: 'binary', maxLength: bytes }).filter((value) => isText(value, bytes));
const secretOf = (bytes: number) => fc.string({ unit: 'binary', maxLength: bytes }).filter((value) => isSecret(value, bytes));

const anyItem = fc.record(
  {
    account: fc.constant(ACCOUNT),
    platform: lineOf(64),
    title: lineOf(120),
    live_codes: fc.boolean(),
    username: lineOf(254),
    password: secretOf(1024),
    backup_codes: fc.array(lineOf(64), { minLength: 1, maxLength: 5 }),
    notes: textOf(400),
    steps: fc.array(textOf(100), { minLength: 1, maxLength: 5 }),
  },
  { requiredKeys: ['account', 'platform', 'title', 'live_codes'] },
);

describe('sealing', () => {
  it('arrives as it was written, through armor, for every recipient', () => {
    let runs = 0;
    fc.assert(
      fc.property(anyItem, fc.subarray([farid, tess, mallory], { minLength: 1 }), (one, to) => {
        const payload = handoff(olga, ...to);
        const sent = { ...payload, body: { ...payload.body, items: [one] } } as PayloadOf<1>;
        const message = readArmor(writeArmor(sealed(sent, olga, ...to)));
        for (const reader of to) {
          const verdict = accept(message ?? new Uint8Array(), worldOf(reader, { contacts: [[olga, 'verified']] }));
          expect('message' in verdict ? verdict.message : verdict.class).toEqual(sent);
        }
        runs += 1;
      }),
      { numRuns: process.env['SLOW'] === '1' ? 1_000 : 100 },
    );
    console.log(`sealing: ${runs} handoffs there and back`);
  });

  it('never makes the same message twice', () => {
    const payload = revoke(olga, farid);
    expect(sealed(payload, olga, farid)).not.toEqual(sealed(payload, olga, farid));
  });

  it('hides how long the payload is within a block of 256 bytes', () => {
    const sizes = new Set<number>();
    for (let length = 1; length <= 100; length++) {
      const payload = revoke(olga, farid);
      sizes.add(sealed({ ...payload, body: { ...payload.body, reason: 'x'.repeat(length) } }, olga, farid).length % 256);
    }
    expect([...sizes]).toEqual([(67 + 80 + 16) % 256]);
  });

  it('keeps to the sizes stated: 675 bytes for a revoke, 80 more for each further recipient', () => {
    const one = sealed(revoke(olga, farid), olga, farid).length;
    expect(one).toBe(675);
    expect(sealed(codeRequest(farid, olga), farid, olga)).toHaveLength(675);
    expect(sealed({ ...revoke(olga, farid, tess) }, olga, farid, tess).length - one).toBe(80);
  });

  it('gives null above 1 MiB', () => {
    const payload = handoff(olga, farid);
    const steps = Array.from({ length: 40 }, () => 'x'.repeat(1000));
    const items = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...item, account: b64u(new Uint8Array(16).fill(i)), steps }));
    const sealedWith = (count: number) =>
      seal({ ...payload, body: { ...payload.body, items: items(count) } }, olga, [farid.card], PORTS);
    expect(sealedWith(25)?.length).toBeLessThanOrEqual(MESSAGE_MAX);
    expect(sealedWith(27)).toBeNull();
  });

  it('throws for a payload nobody would take', () => {
    const payload = handoff(olga, farid);
    expect(() => seal({ ...payload, body: { ...payload.body, items: [] } }, olga, [farid.card], PORTS)).toThrow(TypeError);
    expect(() => seal({ ...payload, body: { ...payload.body, seed: 'x' } } as never, olga, [farid.card], PORTS)).toThrow(TypeError);
    expect(() => seal({ ...payload, id: '\ud800' }, olga, [farid.card], PORTS)).toThrow(TypeError);
  });

  it('throws when sender, recipients and payload name different people', () => {
    expect(() => seal(handoff(olga, farid), farid, [farid.card], PORTS)).toThrow(TypeError);
    expect(() => seal(handoff(olga, farid), olga, [tess.card], PORTS)).toThrow(TypeError);
    expect(() => seal(handoff(olga, farid), olga, [], PORTS)).toThrow(TypeError);
    expect(() => seal(handoff(olga, farid), olga, [farid.card, tess.card], PORTS)).toThrow(TypeError);
    expect(() => seal(handoff(olga, farid), olga, [farid.card, farid.card], PORTS)).toThrow(TypeError);
  });

  it('throws for a number of recipients its kind cannot have', () => {
    expect(() => seal(handoff(olga), olga, [], PORTS)).toThrow(TypeError);
    expect(() => seal({ ...openRequest(olga), to: [farid.fp] }, olga, [farid.card], PORTS)).toThrow(TypeError);
    const two = { ...codeRequest(olga, farid), to: [farid.fp, tess.fp] };
    expect(() => seal(two, olga, [farid.card, tess.card], PORTS)).toThrow(TypeError);
  });
});

describe('the order of stanzas', () => {
  it('is any order, each as likely', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 6_000; i++) {
      const order = randomOrder(3);
      expect(new Set(order)).toEqual(new Set([0, 1, 2]));
      expect(order).toHaveLength(3);
      counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 1000 expected each; seven standard deviations are about 200.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200);
  });
});
