import { randomInt, randomBytes as systemRandom } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, le } from '../../../main/core/bytes.ts';

import { accept } from '../../../main/core/messages/accept.ts';
import { MESSAGE_FAULTS } from '../../../main/core/messages/fault.ts';
import { fixedHeader, MESSAGE_MAX } from '../../../main/core/messages/layout.ts';
import { sealBytes } from '../../../main/core/messages/seal.ts';
import {
  bodyUnder,
  farid,
  forFarid,
  handoff,
  headerFor,
  mallory,
  olga,
  openRequest,
  PORTS,
  revoke,
  sealed,
  tess,
  worldOf,
} from './scene.ts';

// Node's own source: libsodium's JS build takes some 2 ms for a kilobyte, which thousands of messages would feel.
const randomBytes = (length: number): Bytes => new Uint8Array(systemRandom(length));
const randomBelow = (bound: number): number => randomInt(bound);

const ROUNDS = process.env['SLOW'] === '1' ? 100_000 : 10_000;
const real = sealed(revoke(olga, farid), olga, farid);
const open = sealed(openRequest(olga), olga);

function withByte(message: Bytes, at: number, value: number): Bytes {
  const other = message.slice();
  other[at] = value;
  return other;
}

// Ways to make a message that is none, each from fresh random bytes.
const MAKERS: Readonly<Record<string, () => Bytes>> = {
  'random bytes': () => randomBytes(randomBelow(2_000)),
  'random bytes after the magic': () => concat(real.subarray(0, 8), randomBytes(randomBelow(2_000))),
  'random bytes after a header': () => concat(fixedHeader(randomBelow(9), randomBelow(18)), randomBytes(randomBelow(2_000))),
  'right length, random inside': () => {
    const n = 1 + randomBelow(16);
    return concat(fixedHeader(1, n), randomBytes(80 * n + 56 + 16 + 256 * (1 + randomBelow(4))));
  },
  'no stanza': () => withByte(real, 10, 0),
  'more stanzas than there are': () => withByte(real, 10, 2 + randomBelow(254)),
  'seventeen stanzas, all there': () => concat(fixedHeader(1, 17), randomBytes(80 * 17), real.subarray(91)),
  'a random byte changed': () => {
    const at = randomBelow(real.length);
    return withByte(real, at, (real[at] ?? 0) ^ (1 + randomBelow(255)));
  },
  'a run of bytes changed': () => {
    const at = randomBelow(real.length - 16);
    return concat(real.subarray(0, at), randomBytes(16), real.subarray(at + 16));
  },
  'bytes left out': () => {
    const at = randomBelow(real.length - 1);
    return concat(real.subarray(0, at), real.subarray(at + 1 + randomBelow(real.length - at)));
  },
  'bytes put in': () => {
    const at = randomBelow(real.length);
    return concat(real.subarray(0, at), randomBytes(1 + randomBelow(300)), real.subarray(at));
  },
  'the inside says another length': () => lie(randomBelow(2) === 0 ? 1_073_741_824 : randomBelow(5_000)),
  'an open request that says another length': () => {
    const length = randomBelow(2) === 0 ? 1_073_741_824 : randomBelow(400);
    return concat(open.subarray(0, 11), le(length, 4), open.subarray(15));
  },
  'sealed to me, random inside': () => sealBytes(1, randomBytes(randomBelow(600)), olga, [farid.box.publicKey], PORTS),
};

/** Sealed to Farid with the length before the payload set to something false. */
function lie(length: number): Bytes {
  const inside = open.slice(11);
  const honest = inside.length - 4 - 64;
  inside.set(le(length === honest ? length + 1 : length, 4));
  const { header, key } = headerFor(1, farid);
  return bodyUnder(header, inside, key);
}

describe('a message that is none', () => {
  it('is refused in every way it can be made, without an exception', () => {
    const makers = Object.entries(MAKERS);
    const found = new Map<string, number>();
    let accepted = 0;
    let tried = 0;
    for (let i = 0; i < ROUNDS; i++) {
      const [name, make] = makers[i % makers.length] ?? [];
      if (make === undefined) throw new Error('no maker');
      const result = forFarid(make());
      tried += 1;
      if (result === 'accepted' || result === 'unverified') accepted += 1;
      else expect(MESSAGE_FAULTS, name).toContain(result);
      found.set(result, (found.get(result) ?? 0) + 1);
    }
    console.log(`malformed: ${tried} messages, ${accepted} accepted`, Object.fromEntries(found));
    expect(accepted).toBe(0);
    expect(tried).toBe(ROUNDS);
  });

  it('keeps its inside to the length it states', () => {
    for (const length of [0, 1, open.length, 4_294_967_295, 1_073_741_824]) expect(forFarid(lie(length))).toBe('inner_length');
    for (let length = 0; length < 68; length++) {
      const { header, key } = headerFor(1, farid);
      expect(forFarid(bodyUnder(header, new Uint8Array(length), key))).toBe('inner_length');
    }
  });

  it('takes no memory for a length of 1 GiB it merely claims', () => {
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 200; i++) expect(forFarid(lie(1_073_741_824))).toBe('inner_length');
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('is refused by its size before anything is read of it', () => {
    const large = new Uint8Array(MESSAGE_MAX + 1);
    large.set(real);
    expect(forFarid(large)).toBe('too_large');
    expect(forFarid(new Uint8Array(MESSAGE_MAX))).toBe('magic');
    expect(forFarid(new Uint8Array())).toBe('magic');
  });
});

describe.each([
  ['a revoke', real],
  ['an open request', open],
])('%s', (_, message) => {
  const judge = (bytes: Bytes) => accept(bytes, worldOf(farid, { contacts: [[olga, 'verified']] })).class;

  it('is refused with any single bit flipped', () => {
    let accepted = 0;
    for (let bit = 0; bit < message.length * 8; bit++) {
      const at = bit >> 3;
      const result = judge(withByte(message, at, (message[at] ?? 0) ^ (1 << (bit & 7))));
      if (result === 'accepted' || result === 'unverified') accepted += 1;
    }
    console.log(`bit flips: ${message.length * 8}, ${accepted} accepted`);
    expect(judge(message)).toBe('accepted');
    expect(accepted).toBe(0);
  });

  it('is refused cut at any byte', () => {
    let accepted = 0;
    for (let length = 0; length < message.length; length++) {
      const result = judge(message.slice(0, length));
      if (result === 'accepted' || result === 'unverified') accepted += 1;
    }
    console.log(`truncations: ${message.length}, ${accepted} accepted`);
    expect(accepted).toBe(0);
  });
});

describe('random people', () => {
  it('open only what was sealed to them by someone they know, in 1 000 mixes', () => {
    const people = [olga, farid, tess, mallory];
    let accepted = 0;
    for (let i = 0; i < 1_000; i++) {
      const from = people[randomBelow(4)] ?? olga;
      const to = people.filter(() => randomBelow(2) === 0);
      const reader = people[randomBelow(4)] ?? olga;
      const known = people.filter(() => randomBelow(2) === 0);
      if (to.length === 0) continue;
      const message = sealed(handoff(from, ...to), from, ...to);
      const result = accept(message, worldOf(reader, { contacts: known.map((one) => [one, 'verified']) })).class;
      const expected = !to.includes(reader) ? 'not_for_me' : known.includes(from) ? 'accepted' : 'unknown_sender';
      expect(result).toBe(expected);
      if (result === 'accepted') accepted += 1;
    }
    console.log(`mixes: 1000, ${accepted} accepted as they should be`);
    expect(accepted).toBeGreaterThan(100);
  });
});
