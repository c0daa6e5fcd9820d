import fc from 'fast-check';
import type { z } from 'zod';

// What a contract's shapes say of a value, read from zod's own description of them.

/** JSON's types. */
const TYPES = ['string', 'number', 'boolean', 'null', 'array', 'object'] as const;
type JsonType = (typeof TYPES)[number];

/** A random number from 0 to 1, the same series for the same seed (mulberry32, public domain). */
export type Random = () => number;
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

/** A place in a valid value: the way to it, what is there, and the shape it has. `choice` lies below a choice between shapes. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly schema: z.core.$ZodTypes;
  readonly value: unknown;
  readonly choice: boolean;
}

/** What a shape says of lengths, sizes and patterns. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly patterns: readonly RegExp[];
}

export function boundsOf(schema: z.core.$ZodTypes): Bounds {
  const { def } = schema._zod;
  const bounds = {
    least: Number.NEGATIVE_INFINITY,
    most: Number.POSITIVE_INFINITY,
    whole: def.type === 'number' && 'format' in def && def.format === 'safeint',
    patterns: [] as RegExp[],
  };
  for (const check of 'checks' in def ? (def.checks ?? []) : []) {
    const told = (check as z.core.$ZodChecks)._zod.def;
    if (told.check === 'min_length') bounds.least = told.minimum;
    else if (told.check === 'max_length') bounds.most = told.maximum;
    else if (told.check === 'length_equals') bounds.least = bounds.most = told.length;
    else if (told.check === 'greater_than') bounds.least = Number(told.value);
    else if (told.check === 'less_than') bounds.most = Number(told.value);
    else if (told.check === 'string_format' && told.pattern !== undefined) bounds.patterns.push(told.pattern);
  }
  return bounds;
}

const as = (schema: z.core.$ZodType): z.core.$ZodTypes => schema as z.core.$ZodTypes;

/** Types of JSON a shape takes. Throws for a shape that takes anything, which no contract may have. */
export function typesOf(schema: z.core.$ZodTypes): readonly JsonType[] {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'array':
    case 'object':
      return [def.type];
    case 'enum':
      return ['string'];
    case 'literal':
      return [...new Set(def.values.map(typeOf))];
    case 'nullable':
      return [...typesOf(as(def.innerType)), 'null'];
    case 'optional':
      return typesOf(as(def.innerType));
    case 'union':
      return def.options.flatMap((option) => typesOf(as(option)));
    default:
      throw new Error(`a shape of a kind no contract has: ${def.type}`);
  }
}

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return TYPES.find((type) => type === typeof value) ?? 'object';
}

/** All types but those. */
export function otherTypes(schema: z.core.$ZodTypes): readonly JsonType[] {
  const taken = typesOf(schema);
  return TYPES.filter((type) => !taken.includes(type));
}

const matching = new Map<string, readonly string[]>();
function textLike(random: Random, { least, most, patterns }: Bounds): string {
  const [pattern] = patterns;
  if (pattern === undefined) return 'ab c'.repeat(64).slice(0, Math.max(0, least, Math.min(most, Math.floor(random() * 12))));
  const known = matching.get(pattern.source) ?? fc.sample(fc.stringMatching(pattern), { seed: 1, numRuns: 24 });
  matching.set(pattern.source, known);
  const fit = known.filter((text) => text.length <= most && patterns.every((one) => one.test(text)));
  return pick(random, fit);
}

function numberIn(random: Random, { least, most, whole }: Bounds): number {
  const low = Math.max(least, -1000);
  const high = Math.min(most, Math.max(low, 0) + 1000);
  const value = pick(random, [low, high, low + random() * (high - low)]);
  return whole ? Math.floor(value) : value;
}

/** A value of a shape. Throws where a shape can have none that is found by what it says of itself. */
export function validOf(schema: z.core.$ZodType, random: Random): unknown {
  for (let i = 0; i < 50; i++) {
    const value = draw(as(schema), random);
    if ((schema as z.ZodType).safeParse(value).success) return value;
  }
  throw new Error('no value of this shape was found');
}

function draw(schema: z.core.$ZodTypes, random: Random): unknown {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return textLike(random, boundsOf(schema));
    case 'number':
      return numberIn(random, boundsOf(schema));
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    case 'enum':
      return pick(random, Object.values(def.entries));
    case 'literal':
      return pick(random, def.values);
    case 'nullable':
      return random() < 0.3 ? null : draw(as(def.innerType), random);
    case 'optional':
      return random() < 0.3 ? undefined : draw(as(def.innerType), random);
    case 'union':
      return draw(as(pick(random, def.options)), random);
    case 'array': {
      const { least, most } = boundsOf(schema);
      const length = Math.max(0, least, Math.min(most, Math.floor(random() * 3)));
      return Array.from({ length }, () => draw(as(def.element), random));
    }
    case 'object': {
      const drawn = Object.entries(def.shape).map(([key, each]) => [key, draw(as(each), random)] as const);
      return Object.fromEntries(drawn.filter(([, value]) => value !== undefined));
    }
    default:
      throw new Error(`a shape of a kind no contract has: ${def.type}`);
  }
}

/** Every place of a value, itself first. */
export function placesOf(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly (string | number)[] = [],
  choice = false,
): readonly Place[] {
  const here = { path, schema: as(schema), value, choice };
  const { def } = as(schema)._zod;
  switch (def.type) {
    case 'nullable':
    case 'optional':
      return [here, ...(value === null ? [] : placesOf(def.innerType, value, path, choice).slice(1))];
    case 'union': {
      const option = def.options.find((one) => (one as z.ZodType).safeParse(value).success);
      return option === undefined ? [here] : [here, ...placesOf(option, value, path, true).slice(1)];
    }
    case 'array':
      return [here, ...(value as unknown[]).flatMap((each, i) => placesOf(def.element, each, [...path, i], choice))];
    case 'object': {
      const fields = Object.entries(value as object);
      return [
        here,
        ...fields.flatMap(([key, each]) => {
          const shape = def.shape[key];
          return shape === undefined ? [] : placesOf(shape, each, [...path, key], choice);
        }),
      ];
    }
    default:
      return [here];
  }
}

/** The shape a value has under what may be null or left out, or under the option of a choice that fits. */
export function bareOf(schema: z.core.$ZodTypes, value: unknown): z.core.$ZodTypes {
  const { def } = schema._zod;
  if (def.type === 'nullable' || def.type === 'optional') return value === null ? schema : bareOf(as(def.innerType), value);
  if (def.type !== 'union') return schema;
  const option = def.options.find((one) => (one as z.ZodType).safeParse(value).success);
  return option === undefined ? schema : bareOf(as(option), value);
}
