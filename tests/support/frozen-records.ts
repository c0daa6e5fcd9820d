import { StatedRecord } from '../../main/core/vault/record.ts';

/** Freezes a value and all it holds, once. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

// A set-up file: code that changes a record's data in memory, where no save knows of it, throws in every unit test.
const described = Object.getOwnPropertyDescriptor(StatedRecord.prototype, 'data');
const made: unknown = described && Reflect.get(described, 'get');
if (typeof made !== 'function') throw new Error('the data of a record is made by a getter');
Object.defineProperty(StatedRecord.prototype, 'data', {
  configurable: true,
  get(this: StatedRecord): unknown {
    return deepFreeze<unknown>(Reflect.apply(made, this, []));
  },
});
