import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AuditChain } from '../../../main/core/audit/chain.ts';
import { checkExport, writeExport } from '../../../main/core/audit/export.ts';
import type { AuditEvent, AuditHead } from '../../../main/core/audit/record.ts';
import { fromUtf8, utf8 } from '../../../main/core/bytes.ts';
import { deriveKey, signPair } from '../../../main/core/crypto/sodium.ts';
import { readCardField } from '../../../main/core/people/card.ts';

interface Case {
  readonly name: string;
  readonly export: string;
  readonly witnessed: readonly AuditHead[];
  readonly expect: { readonly class: string; readonly bad: number };
}

const file = JSON.parse(readFileSync(new URL('../../vectors/latchkey/audit.json', import.meta.url), 'utf8')) as {
  readonly identity_seed_hex: string;
  readonly steps: readonly { readonly record: string }[];
  readonly exports: readonly Case[];
};
const signKey = signPair(deriveKey(32, 1, 'lk1ident', Buffer.from(file.identity_seed_hex, 'hex'))).privateKey;
const whole = file.exports[0] as Case;
const fields = (): Record<string, unknown> => JSON.parse(whole.export) as Record<string, unknown>;

describe('audit exports of audit.json', () => {
  console.log(`audit.json: ${file.exports.length} exports`);

  it.each(file.exports)('$name: $expect.class $expect.bad', (one) => {
    const verdict = checkExport(utf8(one.export), one.witnessed);
    expect({ class: verdict.class, bad: 'bad' in verdict ? verdict.bad : 0 }).toEqual(one.expect);
  });

  it('writes the whole export byte for byte', () => {
    const chain = new AuditChain();
    const records = file.steps.map(({ record }) => chain.append(JSON.parse(record) as AuditEvent));
    const card = readCardField(String(fields().card));
    if (card === null) throw new Error('the export carries a card');
    expect(fromUtf8(writeExport(records, card, signKey, Number(fields().iat)))).toBe(whole.export);
    const verdict = checkExport(utf8(whole.export), []);
    expect(verdict.class === 'whole' && verdict.records).toEqual(records);
    expect(fromUtf8(writeExport([], card, signKey, 1_790_000_000))).toBe(
      file.exports.find(({ name }) => name === 'empty log')?.export,
    );
  });
});

describe('checkExport', () => {
  it.each([
    ['an extra key', { note: 'x' }],
    ['a negative number', { n: -1 }],
    ['a short hash', { h: 'AAAA' }],
    ['time 0', { iat: 0 }],
    ['a card that is none', { card: 'AAAA' }],
    ['a signature of 63 bytes', { sig: 'A'.repeat(84) }],
    ['a number as card', { card: 1 }],
  ])('refuses %s as form', (_, change) => {
    expect(checkExport(utf8(JSON.stringify({ ...fields(), ...change })), [])).toEqual({ class: 'form' });
  });

  it('refuses a missing key as form and takes keys in any order', () => {
    const { sig, ...rest } = fields();
    expect(checkExport(utf8(JSON.stringify(rest)), [])).toEqual({ class: 'form' });
    expect(checkExport(utf8(JSON.stringify({ sig, ...rest })), []).class).toBe('whole');
  });

  it('names the earliest witnessed head that differs', () => {
    const h = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE';
    expect(
      checkExport(
        utf8(whole.export),
        [5, 2, 9].map((n) => ({ n, h })),
      ),
    ).toEqual({ class: 'witness', bad: 2 });
  });

  it('never calls a log whole after any one character changed', () => {
    const step = process.env.SLOW === '1' ? 1 : 7;
    let tried = 0;
    for (let at = 0; at < whole.export.length; at += step) {
      const old = whole.export.charAt(at);
      const text = whole.export.slice(0, at) + (old === 'A' ? 'B' : 'A') + whole.export.slice(at + 1);
      expect(checkExport(utf8(text), []).class, `character ${at}`).not.toBe('whole');
      tried += 1;
    }
    console.log(`checkExport: ${tried} altered exports`);
  });
});
