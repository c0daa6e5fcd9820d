import type { z } from 'zod';

/** How many: characters of a text, as Unicode code points, items of a list, or what a number is worth; both ends included. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** What a record shape asks of a value, in the few kinds shapes are made of. */
export type Rule =
  | {
      readonly kind: 'object';
      readonly members: readonly (readonly [key: string, rule: Rule])[];
      /** Keys that must be there. No key but those of the members may. */
      readonly needed: readonly string[];
    }
  | ({ readonly kind: 'list'; readonly item: Rule } & Span)
  | ({ readonly kind: 'text'; readonly pattern: RegExp | null } & Span)
  | ({ readonly kind: 'number' } & Span)
  | { readonly kind: 'truth' }
  | { readonly kind: 'choice'; readonly values: readonly unknown[] };

/** True when a text has as many characters as a rule asks; as zod counts them. */
export function isAsLong(text: string, { least, most }: Span): boolean {
  // A character is one or two UTF-16 units.
  const length = text.length > most || text.length < 2 * least ? codePoints(text) : text.length;
  return length >= least && length <= most;
}

function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}

type Def = z.core.$ZodTypes['_zod']['def'];
type Checks = readonly z.core.$ZodCheck<never>[] | undefined;

/** The rule of a zod schema. Throws TypeError for a schema with anything else in it, so that none is ever tested by half. */
export function ruleOf(schema: z.core.$ZodType): Rule {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'object':
      return strictObject(def);
    case 'array':
      return { kind: 'list', item: ruleOf(def.element), ...lengthOf(def.checks) };
    case 'string':
      return textOf(def);
    case 'number':
      return numberOf(def);
    case 'boolean':
      return { kind: 'truth' };
    case 'enum':
      return { kind: 'choice', values: Object.values(def.entries) };
    case 'optional':
      // Left out, not undefined: with `exactOptional` a key that is there has a value.
      return schema._zod.traits.has('ZodExactOptional') ? ruleOf(def.innerType) : unknown(def);
    default:
      return unknown(def);
  }
}

function strictObject(def: z.core.$ZodObjectDef): Rule {
  if (def.catchall?._zod.def.type !== 'never') return unknown(def);
  const members = Object.entries(def.shape);
  return {
    kind: 'object',
    members: members.map(([key, schema]) => [key, ruleOf(schema)]),
    needed: members.filter(([, schema]) => schema._zod.optin === undefined).map(([key]) => key),
  };
}

function textOf(def: z.core.$ZodStringDef & { readonly format?: string }): Rule {
  if (def.format !== undefined || def.coerce === true) return unknown(def);
  const { checks } = def;
  const patterns = (checks ?? []).flatMap((check) => {
    const format = check._zod.def as z.core.$ZodCheckStringFormatDef;
    if (format.check !== 'string_format') return [];
    // A pattern that remembers where it stopped would answer differently the second time.
    if (format.pattern === undefined || format.pattern.global || format.pattern.sticky) return unknown(format);
    return [format.pattern];
  });
  if (patterns.length > 1) return unknown({ type: 'string of two patterns' });
  const lengths = checks?.filter((check) => check._zod.def.check !== 'string_format');
  return { kind: 'text', pattern: patterns[0] ?? null, ...lengthOf(lengths) };
}

function numberOf(def: z.core.$ZodNumberDef & { readonly format?: string }): Rule {
  if (def.format !== 'safeint') return unknown(def);
  let [least, most] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  for (const check of def.checks ?? []) {
    const limit = check._zod.def as z.core.$ZodCheckGreaterThanDef | z.core.$ZodCheckLessThanDef;
    if (limit.check === 'greater_than' && limit.inclusive) least = Math.max(least, Number(limit.value));
    else if (limit.check === 'less_than' && limit.inclusive) most = Math.min(most, Number(limit.value));
    else return unknown(limit);
  }
  return { kind: 'number', least, most };
}

function lengthOf(checks: Checks): Span {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const check of checks ?? []) {
    const def = check._zod.def as z.core.$ZodCheckMinLengthDef | z.core.$ZodCheckMaxLengthDef | z.core.$ZodCheckLengthEqualsDef;
    if (def.check === 'min_length') least = Math.max(least, def.minimum);
    else if (def.check === 'max_length') most = Math.min(most, def.maximum);
    else if (def.check === 'length_equals') [least, most] = [Math.max(least, def.length), Math.min(most, def.length)];
    else return unknown(def);
  }
  return { least, most };
}

function unknown(def: { readonly type?: string; readonly check?: string } | Def): never {
  throw new TypeError(`a record shape made of what is not known here: ${JSON.stringify(def)}`);
}
