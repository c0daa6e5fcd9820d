import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditChain, readChain } from '../../../main/core/audit/chain.ts';
import {
  type AuditEvent,
  type AuditHead,
  type AuditRecord,
  EMPTY_HEAD,
  headAfter,
  recordBytes,
} from '../../../main/core/audit/record.ts';
import { b64u, fromUtf8 } from '../../../main/core/bytes.ts';
import type { Json } from '../../../main/core/strict-json.ts';

interface Step {
  readonly record: string;
  readonly head: AuditHead;
}

const { steps } = JSON.parse(readFileSync(new URL('../../vectors/latchkey/audit.json', import.meta.url), 'utf8')) as {
  readonly steps: readonly Step[];
};
const json = (record: AuditRecord): Json => JSON.parse(JSON.stringify(record)) as Json;

describe('audit chain of audit.json', () => {
  it('writes every record byte for byte and reaches every head', () => {
    console.log(`audit.json: ${steps.length} records`);
    const chain = new AuditChain();
    expect(chain.head).toEqual(EMPTY_HEAD);
    for (const { record, head } of steps) {
      const made = chain.append(JSON.parse(record) as AuditEvent);
      expect(fromUtf8(recordBytes(made))).toBe(record);
      expect(chain.head).toEqual(head);
    }
  });

  it('gives the worked head of a first record', () => {
    const chain = new AuditChain();
    chain.append({ t: 1_790_000_000, what: 'vault-made', who: null, ref: null });
    expect(chain.head).toEqual({ n: 1, h: 'OhTfB7lGz8MJZbGaYRyIC5EwpTWVhJBT2g7MlplYLvI' });
  });

  it('goes on from a head read back', () => {
    const half = new AuditChain(steps[2]?.head);
    const record = half.append(JSON.parse(steps[3]?.record ?? '') as AuditEvent);
    expect(JSON.stringify(record)).toBe(steps[3]?.record);
  });
});

describe('AuditChain', () => {
  const event: AuditEvent = { t: 1, what: 'code-sent', who: null, ref: null };

  it('does not move until a record is saved', () => {
    const chain = new AuditChain();
    const { record, head } = chain.next(event);
    expect(chain.head).toEqual(EMPTY_HEAD);
    chain.advance(record);
    expect(chain.head).toEqual(head);
    expect(() => chain.advance(record)).toThrow('does not follow');
  });

  it.each([
    { ...event, t: 0 },
    { ...event, t: 1.5 },
    { ...event, t: 253_402_300_800 },
    { ...event, what: 'Code-sent' },
    { ...event, what: '' },
    { ...event, what: 'x'.repeat(65) },
    { ...event, what: 'code sent' },
    { ...event, who: 'hunter2' },
    { ...event, who: b64u(new Uint8Array(16)) },
    { ...event, ref: b64u(new Uint8Array(32)) },
    { ...event, ref: '' },
  ])('refuses the event $t $what $who $ref', (bad) => {
    expect(() => new AuditChain().append(bad)).toThrow(TypeError);
  });
});

describe('readChain', () => {
  const anyEvent = fc.record({
    t: fc.integer({ min: 1, max: 253_402_300_799 }),
    what: fc.stringMatching(/^[a-z][a-z0-9-]{0,63}$/),
    who: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => b64u(bytes))),
    ref: fc.option(fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => b64u(bytes))),
  });
  const anyLog = fc.array(anyEvent, { minLength: 2, maxLength: 30 }).map((events) => {
    const chain = new AuditChain();
    return { records: events.map((event) => chain.append(event)), head: chain.head };
  });
  const runs = process.env.SLOW === '1' ? 2_000 : 100;

  it('reads back what was appended, with every head', () => {
    console.log(`readChain: ${runs} random logs, and as many tampered ones`);
    fc.assert(
      fc.property(anyLog, ({ records, head }) => {
        const read = readChain(records.map(json));
        expect(read.ok && read.records).toEqual(records);
        expect(read.ok && read.heads).toEqual([EMPTY_HEAD, ...records.map(headAfter)]);
        expect(read.ok && read.heads.at(-1)).toEqual(head);
      }),
      { numRuns: runs },
    );
  });

  it('names the first record that does not belong', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'edit', 'extra', 'order'), ({ records }, at, how) => {
        const list = records.map(json);
        const last = list.length - 1;
        const i = at % last;
        const here = { ...records[i] } as { [key: string]: Json };
        switch (how) {
          case 'drop':
            list.splice(i, 1);
            break;
          case 'double':
            list.splice(i, 0, list[i] as Json);
            break;
          case 'swap':
            list.splice(i, 2, list[i + 1] as Json, list[i] as Json);
            break;
          case 'edit':
            list[i] = { ...here, t: (here.t as number) === 5 ? 6 : 5 };
            break;
          case 'extra':
            list[i] = { ...here, note: 'x' };
            break;
          case 'order': {
            const { prev, ...rest } = here;
            list[i] = { prev: prev as Json, ...rest };
            break;
          }
        }
        const bad = how === 'edit' || how === 'double' ? i + 2 : i + 1;
        expect(readChain(list)).toEqual({ ok: false, bad });
      }),
      { numRuns: runs },
    );
  });

  it.each([null, 1, 'x', [], {}])('refuses %j as a record', (value) => {
    expect(readChain([value as Json])).toEqual({ ok: false, bad: 1 });
  });
});
