import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMigration, readMigration } from '../../../main/core/codes/migration.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/fixtures/otp/google-migration');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.expected.json')) : [];
const START = 'otpauth-migration://offline?data=';

interface Expected {
  readonly uris: readonly {
    readonly uri: string;
    readonly items: readonly {
      type: string;
      issuer: string;
      account: string;
      secret_hex: string;
      algorithm: string;
      digits: number;
    }[];
  }[];
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const uri = (...bytes: number[]): string => START + encodeURIComponent(Buffer.from(bytes).toString('base64'));
/** A key of ten zero bytes with these fields after it. */
const key = (...fields: number[]): string => uri(0x0a, 12 + fields.length, 0x0a, 10, ...Array(10).fill(0), ...fields);

describe('the code Google Authenticator hands keys over in', () => {
  it('is refused when a counter is no number', () => {
    // Type 2 is a key by a counter; field 7, the counter, stated as bytes.
    expect(readMigration(key(0x30, 1, 0x3a, 1, 0x05))).toBe('counter');
    expect(readMigration(key(0x30, 1, 0x38, 5))).toMatchObject({ keys: [{ kind: 'hotp', counter: 5 }] });
  });

  (files.length === 0 ? it.skip : it)('reads as other readers of it do', () => {
    let read = 0;
    for (const file of files) {
      const { uris } = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Expected;
      for (const one of uris) {
        const made = readMigration(one.uri);
        if (typeof made === 'string') throw new Error(`${file}: ${made}`);
        const { keys, part } = made;
        expect(part).toBeNull();
        const seen = keys.map(({ kind, seed, algorithm, digits, issuer = '', label = '' }) => [
          kind,
          hex(seed),
          algorithm,
          digits,
          issuer,
          label,
        ]);
        expect(seen).toEqual(
          one.items.map((item) => [
            item.type,
            item.secret_hex,
            item.algorithm.toLowerCase(),
            item.digits,
            item.issuer ?? '',
            item.account,
          ]),
        );
        read += keys.length;
      }
    }
    console.log(`${read} keys of ${files.length} exports`);
    expect(read).toBeGreaterThan(3);
  });

  it('reads the settings of a key, those left out being the usual ones', () => {
    const plain = { kind: 'totp', seed: new Uint8Array(10), algorithm: 'sha1', digits: 6, period: 30 };
    expect(readMigration(key())).toEqual({ keys: [plain], part: null });
    expect(readMigration(key(0x20, 3, 0x28, 2, 0x30, 2))).toEqual({
      keys: [{ ...plain, algorithm: 'sha512', digits: 8 }],
      part: null,
    });
    expect(readMigration(key(0x30, 1, 0x38, 0x96, 0x01))).toEqual({
      keys: [{ ...plain, kind: 'hotp', counter: 150 }],
      part: null,
    });
  });

  it('says which of several codes it is, whatever the number of the transfer', () => {
    const part = (text: string) => (readMigration(text) as { part: unknown }).part;
    const batch = (...fields: number[]) => uri(0x0a, 12, 0x0a, 10, ...Array(10).fill(0), 0x10, 1, ...fields);
    expect(part(batch(0x18, 3, 0x28, 7))).toEqual({ id: '7', at: 0, of: 3 });
    expect(part(batch(0x18, 3, 0x20, 2, 0x28, 7))).toEqual({ id: '7', at: 2, of: 3 });
    const negative = [0x28, 0xeb, 0xe0, 0x92, 0x8a, 0xfb, 0xff, 0xff, 0xff, 0xff, 0x01];
    expect(part(batch(0x18, 2, 0x20, 1, ...negative))).toEqual({ id: '18446744072388653163', at: 1, of: 2 });
    expect(part(batch(0x18, 1, 0x20, 0, 0x28, 7))).toBeNull();
    expect(part(batch(0x18, 0))).toBeNull();
    for (const fields of [
      [0x18, 3, 0x20, 3],
      [0x18, 101],
      [0x18, 3, 0x22, 1, 0],
      [0x1a, 1, 3],
      [0x18, 3, 0x20, ...negative.slice(1)],
    ])
      expect(readMigration(batch(...fields))).toBe('encoding');
  });

  it.each([
    ['MD5', key(0x20, 4), 'algorithm'],
    ['digits of no kind', key(0x28, 3), 'digits'],
    ['a kind that is none', key(0x30, 3), 'kind'],
    ['a counter no number holds', key(0x30, 1, 0x38, ...Array(9).fill(0xff), 0x01), 'counter'],
    ['a name of two lines', key(0x12, 3, 0x61, 0x0a, 0x62), 'name'],
    ['no key at all', uri(0x10, 1), 'seed_missing'],
    ['a key without a seed', uri(0x0a, 2, 0x20, 1), 'seed_missing'],
    ['a field that ends behind the message', uri(0x0a, 0x40, 0x0a), 'encoding'],
    ['a number without an end', uri(0x10, ...Array(11).fill(0xff)), 'encoding'],
    ['what is no base64', `${START}***`, 'encoding'],
    ['a percent sign cut off', `${START}%E`, 'encoding'],
    ['another address', 'otpauth-migration://online?data=AAAA', 'not_otpauth'],
  ])('refuses %s', (_name, text, fault) => {
    expect(isMigration(text)).toBe(true);
    expect(readMigration(text)).toBe(fault);
  });

  it('reads anything at all to keys or to a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const read = readMigration(uri(0x0a, bytes.length, ...bytes));
        if (typeof read !== 'string') for (const { seed } of read.keys) expect(seed.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
