import type { z } from 'zod';
import { MAX_MESSAGE } from '../../shared/limits.ts';
import { bareOf, boundsOf, otherTypes, pick, type Place, placesOf, type Random, typesOf, validOf } from './from-contract.ts';

/** What is wrong with a value that was valid but for this. */
export const FAULTS = [
  'wrong type',
  'extra key',
  'missing key',
  'over the bound',
  'no such value',
  'huge',
  'nested deep',
  'no number',
  'half a surrogate',
  'key twice',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Parameters as the text of their JSON, which no call may take. */
export interface Broken {
  readonly fault: Fault;
  readonly text: string;
}

const HUGE = 800_000;
const MANY = 20_000;
const KEYS = [
  'extra',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  'length',
  'then',
  'id ',
  'ID',
  '\ud800',
];
/** Stands in a value for text that JSON.stringify would not write. */
const RAW = '\u0001raw\u0001';

function nested(depth: number, inner: unknown, random: Random): unknown {
  const array = random() < 0.5;
  let value = inner;
  for (let i = 0; i < depth; i++) value = array ? [value] : { a: value };
  return value;
}

function ofType(type: ReturnType<typeof typesOf>[number], random: Random): unknown {
  const n = Math.floor(random() * 1e9);
  switch (type) {
    case 'string':
      return pick(random, [`${n}`, 'true', 'null', '[]', `x${n}`]);
    case 'number':
      return pick(random, [n, -n, 0, n / 7]);
    case 'boolean':
      return n % 2 === 0;
    case 'null':
      return null;
    case 'array':
      return pick(random, [[], [n], [null, n], [{ n }], [[n]]]);
    case 'object':
      return pick(random, [{}, { n }, { length: n }, { 0: n }, { toJSON: n }]);
  }
}

/** Keeps a key that is no ordinary property, as JSON.parse does. */
function withKey(value: object, key: string, extra: unknown): object {
  const copy = { ...value };
  Object.defineProperty(copy, key, { value: extra, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** A value with another in one place. */
function put(value: unknown, [step, ...rest]: readonly (string | number)[], inner: unknown): unknown {
  if (step === undefined) return inner;
  if (Array.isArray(value)) return value.map((each, i) => (i === step ? put(each, rest, inner) : each));
  return withKey(value as object, String(step), put((value as Record<string, unknown>)[step], rest, inner));
}

/** What stands in a place instead; undefined where this fault cannot be there. `raw` is text in the place of `RAW`. */
type Break = (place: Place, random: Random) => { readonly value: unknown; readonly raw?: string } | undefined;

const bounded: Break = ({ schema, value }, random) => {
  const bare = bareOf(schema, value);
  const { least, most, whole } = boundsOf(bare);
  const step = pick(random, [1, 1, 2, 1000]);
  const above = most < Number.MAX_SAFE_INTEGER;
  const below = least > Number.MIN_SAFE_INTEGER;
  switch (bare._zod.def.type) {
    case 'number':
      if (whole && random() < 0.3) return { value: (value as number) + 0.5 };
      if (above && (random() < 0.5 || !below)) return { value: most + step };
      return below ? { value: least - step } : undefined;
    case 'string':
      if (above && most <= HUGE && random() < 0.7) return { value: 'x'.repeat(most + step) };
      // A text without end is one that no contract may take.
      if (most === Number.POSITIVE_INFINITY && boundsOf(bare).patterns.length === 0) return { value: 'x'.repeat(HUGE) };
      return least > 0 ? { value: 'x'.repeat(least - 1) } : undefined;
    case 'array': {
      const [first] = value as unknown[];
      if (most === Number.POSITIVE_INFINITY) return { value: Array(MANY).fill(first ?? null) };
      if (above && most <= 1000 && first !== undefined) return { value: Array(most + step).fill(first) };
      return least > 0 ? { value: (value as unknown[]).slice(0, least - 1) } : undefined;
    }
    default:
      return undefined;
  }
};

const unknownValue: Break = ({ schema, value }, random) => {
  const bare = bareOf(schema, value);
  const { type } = bare._zod.def;
  const { patterns } = boundsOf(bare);
  const closed = type === 'enum' || (type === 'literal' && typeof value === 'string') || patterns.length > 0;
  if (!closed || typeof value !== 'string') return undefined;
  const others = [`${value}\n`, ` ${value}`, `${value}\0`, '', '%', `../${value}`, `${value}\u202e`, `ü${value}`];
  return {
    value: pick(
      random,
      others.filter((other) => patterns.length === 0 || patterns.some((one) => !isWhole(one) || !one.test(other))),
    ),
  };
};

/** Whether a pattern speaks of all of a text. */
const isWhole = ({ source }: RegExp): boolean => source.startsWith('^') && source.endsWith('$');

const BREAKS: Readonly<Record<Fault, Break>> = {
  'wrong type': ({ schema }, random) => ({ value: ofType(pick(random, otherTypes(schema)), random) }),
  'extra key': ({ value }, random) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const key = pick(random, KEYS);
    const free = key === '__proto__' || !Object.hasOwn(value, key) ? key : 'extra';
    return { value: withKey(value, free, pick(random, [true, null, { polluted: true }, Math.floor(random() * 1e9), 'x'])) };
  },
  'missing key': ({ schema, value }, random) => {
    const { def } = bareOf(schema, value)._zod;
    if (def.type !== 'object') return undefined;
    const needed = Object.keys(def.shape).filter((key) => def.shape[key]?._zod.def.type !== 'optional');
    if (needed.length === 0) return undefined;
    const gone = pick(random, needed);
    return { value: Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== gone)) };
  },
  'over the bound': bounded,
  'no such value': unknownValue,
  huge: ({ schema }, random) => {
    const big = 'x'.repeat(HUGE + Math.floor(random() * 1000));
    if (typesOf(schema).includes('object')) return { value: { [big]: 1 } };
    return { value: typesOf(schema).includes('array') ? [big] : big };
  },
  'nested deep': (_, random) => ({ value: nested(1000 + Math.floor(random() * 50), null, random) }),
  'no number': ({ schema }, random) => {
    const raws = ['1e999', '-1e999', '"NaN"', '"Infinity"', '"0x10"', '"1"', '1e400', '123456789012345678901234567890'];
    return typesOf(schema).includes('number') && !typesOf(schema).includes('string')
      ? { value: RAW, raw: pick(random, raws) }
      : undefined;
  },
  'half a surrogate': ({ schema, value }, random) =>
    typeof value === 'string' && bareOf(schema, value)._zod.def.type !== 'number'
      ? { value: pick(random, ['\ud800', `${value}\udc00`, `\udfff${value}`, '\udc00\ud800']) }
      : undefined,
  // The last of two counts for every reader of JSON here; an empty list is no value of any place with a name.
  'key twice': ({ path, schema, value }, random) => {
    const key = path.at(-1);
    const other = otherTypes(schema);
    if (typeof key !== 'string') return undefined;
    return {
      value: RAW,
      raw: `${JSON.stringify(value)},${JSON.stringify(key)}:${JSON.stringify(ofType(pick(random, other), random))}`,
    };
  },
};

/** Expensive to send: a few are enough. */
const FEW: ReadonlySet<Fault> = new Set(['huge']);

/** So many different texts that are no parameters of a shape, faults in turn; a fault that can be nowhere gives its place to another. */
export function brokenParams(schema: z.core.$ZodType, count: number, random: Random): readonly Broken[] {
  const found = new Map<string, Broken>();
  const wholes = Array.from({ length: 8 + count / 50 }, () => {
    const value = validOf(schema, random);
    return { value, places: placesOf(schema, value) };
  });
  for (let i = 0; found.size < count; i++) {
    if (i > count * 20) throw new Error(`only ${found.size} different texts`);
    const wanted = FAULTS[i % FAULTS.length] ?? 'wrong type';
    const fault = FEW.has(wanted) && i > 10 ? 'wrong type' : wanted;
    const broken =
      breakOne(schema, pick(random, wholes), fault, random) ??
      breakOne(schema, pick(random, wholes), pick(random, ['wrong type', 'extra key']), random);
    if (broken !== null && broken.text.length < MAX_MESSAGE - 1000) found.set(broken.text, broken);
  }
  return [...found.values()];
}

/** A valid value and its places. */
interface Whole {
  readonly value: unknown;
  readonly places: readonly Place[];
}

function breakOne(schema: z.core.$ZodType, { value, places }: Whole, fault: Fault, random: Random): Broken | null {
  const start = Math.floor(random() * places.length);
  let place: Place | undefined;
  let broken: ReturnType<Break>;
  for (let i = 0; i < places.length && broken === undefined; i++) {
    place = places[(start + i) % places.length];
    broken = place === undefined ? undefined : BREAKS[fault](place, random);
  }
  if (place === undefined || broken === undefined) return null;
  const text = JSON.stringify(put(value, place.path, broken.value)).replace(JSON.stringify(RAW), () => broken.raw ?? '');
  // Below a choice between shapes, what is wrong for one may be right for another.
  if (place.choice && (schema as z.ZodType).safeParse(JSON.parse(text)).success) return null;
  return { fault, text };
}

/** Messages that name a call and are none; what is answered is `bad_message`, `too_large` or `unknown_call`. */
export function brokenFrames(call: string, id: number): readonly string[] {
  const name = JSON.stringify(call);
  const good = `{"id":${id},"call":${name},"params":{}}`;
  return [
    good.slice(0, -1),
    good.slice(1),
    `[${good}]`,
    `${good}${good}`,
    `\ufeff${good}`,
    `{"id":0,"call":${name},"params":{}}`,
    `{"id":-1,"call":${name},"params":{}}`,
    `{"id":1.5,"call":${name},"params":{}}`,
    `{"id":"${id}","call":${name},"params":{}}`,
    `{"id":NaN,"call":${name},"params":{}}`,
    `{"id":9007199254740993,"call":${name},"params":{}}`,
    `{"call":${name},"params":{}}`,
    `{"id":${id},"call":${name}}`,
    `{"id":${id},"call":${name},"params":{},"more":1}`,
    `{"id":${id},"call":${name},"params":{},"__proto__":{}}`,
    `{"id":${id},"call":[${name}],"params":{}}`,
    `{"id":${id},"call":null,"params":{}}`,
    `{"id":${id},"call":${JSON.stringify(`${call} `)},"params":{}}`,
    `{"id":${id},"call":${JSON.stringify(call.toUpperCase())},"params":{}}`,
    `{"id":${id},"call":"__proto__","params":{}}`,
    `{"id":${id},"call":"constructor","params":{}}`,
    `{"id":${id},"call":"toString","params":{}}`,
    `{'id':${id},'call':${name},'params':{}}`,
  ];
}
