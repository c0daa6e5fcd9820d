import { describe, expect, it } from 'vitest';
import type { RecordData } from '../../../main/core/vault/record.ts';
import { isKnownType, lastChange, ownName, whyAside } from '../../../main/core/records/why-aside.ts';

const client = { name: 'Harbour Bakery', colour: 1, archived: false };
const record = (data: RecordData, type = 'client', v = 1) => ({ id: 'A'.repeat(22), type, v, data });

describe('why a record is set aside', () => {
  it.each([
    ['a kind this version does not know', record(client, 'note_card'), { why: 'unknown_kind', field: null }],
    ['a name of every object', record(client, 'constructor'), { why: 'unknown_kind', field: null }],
    ['a later version', record(client, 'client', 2), { why: 'newer_version', field: null }],
    ['a part that is not of the shape', record({ ...client, hue: 3 }), { why: 'unknown_field', field: null }],
    ['a part that is missing', record({ colour: 1, archived: false }), { why: 'missing_field', field: 'name' }],
    ['a part of another form', record({ ...client, colour: 'red' }), { why: 'unfit_field', field: 'colour' }],
  ] as const)('is %s', (_, given, why) => expect(whyAside(given)).toEqual(why));

  it('is nothing for a record that fits', () => expect(whyAside(record(client))).toBeNull());

  it('never names a part by a name that stands only in the record', () => {
    const told = whyAside(record({ ...client, password_is_hunter: 1 }));
    expect(JSON.stringify(told)).not.toContain('hunter');
  });
});

describe('what is known of a record set aside', () => {
  it('knows the types of this version by their own names alone', () => {
    expect(['client', 'account', 'constructor', 'toString', 'note_card'].map(isKnownType)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('takes the latest time it tells of, where that can be read', () => {
    expect(lastChange(record({ made: 5, changed: 9 }, 'account'))).toBe(9);
    expect(lastChange(record({ made: 5, changed: 'late' }, 'account'))).toBe(5);
    expect(lastChange(record({ made: -5 }, 'account'))).toBeNull();
    expect(lastChange(record({ made: 5 }, 'note_card'))).toBeNull();
  });

  it('takes its name only when that much is sound', () => {
    expect(ownName(record({ name: 'Ana' }, 'contact'))).toBe('Ana');
    expect(ownName(record({ title: '' }, 'account'))).toBeNull();
    expect(ownName(record({ title: 'x'.repeat(500) }, 'account'))).toBeNull();
    expect(ownName(record({ name: 'Ana' }, 'note_card'))).toBeNull();
  });
});
