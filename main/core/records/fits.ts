import type { z } from 'zod';

/** A test of JSON data: true when it fits. */
export type Fits = (value: unknown) => boolean;

type Def = z.core.$ZodTypes['_zod']['def'];
type Checks = readonly z.core.$ZodCheck<never>[] | undefined;

/**
 * Makes of a zod schema a test that answers the same for JSON and copies nothing: reading a large vault is mostly this. Knows what the
 * record shapes are made of; throws TypeError for a schema with anything else in it, so that none is ever tested by half.
 */
export function fitsOf(schema: z.core.$ZodType): Fits {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'object':
      return strictObject(def);
    case 'array': {
      const [item, most] = [fitsOf(def.element), lengthOf(def.checks)];
      return (value) => Array.isArray(value) && most(value) && value.every(item);
    }
    case 'string':
      return textOf(def);
    case 'number':
      return numberOf(def);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum': {
      const allowed = new Set<unknown>(Object.values(def.entries));
      return (value) => allowed.has(value);
    }
    case 'optional':
      // Left out, not undefined: with `exactOptional` a key that is there has a value.
      if (!schema._zod.traits.has('ZodExactOptional')) return unknown(def);
      return fitsOf(def.innerType);
    default:
      return unknown(def);
  }
}

function strictObject(def: z.core.$ZodObjectDef): Fits {
  if (def.catchall?._zod.def.type !== 'never') return unknown(def);
  const keys = Object.entries(def.shape);
  const tests = new Map(keys.map(([key, schema]) => [key, fitsOf(schema)]));
  const needed = keys.filter(([, schema]) => schema._zod.optin === undefined).map(([key]) => key);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const held = value as Readonly<Record<string, unknown>>;
    // Data has no prototype, or the plain one: no key of the shapes is inherited.
    for (const key in held) if (!(tests.get(key)?.(held[key]) ?? false)) return false;
    for (const key of needed) if (held[key] === undefined) return false;
    return true;
  };
}

function textOf(def: z.core.$ZodStringDef & { readonly format?: string }): Fits {
  if (def.format !== undefined || def.coerce === true) return unknown(def);
  const { checks } = def;
  const fitsLength = lengthOf(checks?.filter((check) => check._zod.def.check !== 'string_format'));
  const patterns = (checks ?? []).flatMap((check) => {
    const format = check._zod.def as z.core.$ZodCheckStringFormatDef;
    if (format.check !== 'string_format') return [];
    // A pattern that remembers where it stopped would answer differently the second time.
    if (format.pattern === undefined || format.pattern.global || format.pattern.sticky) return unknown(format);
    return [format.pattern];
  });
  const [only] = patterns;
  if (patterns.length > 1) return unknown({ type: 'string of two patterns' });
  if (only === undefined) return (value) => typeof value === 'string' && fitsLength(value);
  return (value) => typeof value === 'string' && fitsLength(value) && only.test(value);
}

function numberOf(def: z.core.$ZodNumberDef & { readonly format?: string }): Fits {
  if (def.format !== 'safeint') return unknown(def);
  let [least, most] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  for (const check of def.checks ?? []) {
    const limit = check._zod.def as z.core.$ZodCheckGreaterThanDef | z.core.$ZodCheckLessThanDef;
    if (limit.check === 'greater_than' && limit.inclusive) least = Math.max(least, Number(limit.value));
    else if (limit.check === 'less_than' && limit.inclusive) most = Math.min(most, Number(limit.value));
    else return unknown(limit);
  }
  return (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function lengthOf(checks: Checks): (value: { readonly length: number }) => boolean {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const check of checks ?? []) {
    const def = check._zod.def as z.core.$ZodCheckMinLengthDef | z.core.$ZodCheckMaxLengthDef | z.core.$ZodCheckLengthEqualsDef;
    if (def.check === 'min_length') least = Math.max(least, def.minimum);
    else if (def.check === 'max_length') most = Math.min(most, def.maximum);
    else if (def.check === 'length_equals') [least, most] = [Math.max(least, def.length), Math.min(most, def.length)];
    else return unknown(def);
  }
  return ({ length }) => length >= least && length <= most;
}

function unknown(def: { readonly type?: string; readonly check?: string } | Def): never {
  throw new TypeError(`a record shape made of what is not known here: ${JSON.stringify(def)}`);
}
