import { expect } from 'vitest';
import { StatedRecord } from '../../main/core/vault/record.ts';

/** What a record holds, and that it is a put where the other side says so; anything else as it is. */
function told(value: unknown, beside: unknown): unknown {
  if (!(value instanceof StatedRecord)) return value;
  const isPut = typeof beside === 'object' && beside !== null && !(beside instanceof StatedRecord) && 'op' in beside;
  return isPut ? { ...value.toJSON(), op: value.op } : value.toJSON();
}

// A record that was read makes its data when asked: without this two would be equal whatever their data.
expect.addEqualityTesters([
  function byWhatTheyHold(a, b, testers) {
    if (!(a instanceof StatedRecord || b instanceof StatedRecord)) return undefined;
    return this.equals(told(a, b), told(b, a), testers);
  },
]);
