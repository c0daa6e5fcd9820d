/** A secret to look for. Its name may be printed, its spellings never are. */
export interface Canary {
  readonly name: string;
  /** As people and JSON write it. */
  readonly texts?: readonly string[];
  /** As memory and files hold it. */
  readonly bytes?: readonly Uint8Array[];
}

/** Where a canary was found: its name with the spelling, and how often. */
export type Hits = Map<string, number>;

interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Shorter ones would turn up by chance. */
const SHORTEST = 8;

/** Every spelling that is looked for: UTF-8, UTF-16LE, hex in both cases, base64 in both alphabets at each of its three offsets. */
function spell({ name, texts = [], bytes = [] }: Canary): Needle[] {
  const raw = [...texts.map((text) => Buffer.from(text, 'utf8')), ...bytes.map((each) => Buffer.from(each))];
  const spelled = [
    ...raw.map((each) => ({ name: `${name} as it is`, bytes: each })),
    ...texts.map((text) => ({ name: `${name} in UTF-16`, bytes: Buffer.from(text, 'utf16le') })),
    ...raw.flatMap((each) => {
      const hex = each.toString('hex');
      return [hex, hex.toUpperCase()].map((text) => ({ name: `${name} in hex`, bytes: Buffer.from(text) }));
    }),
    ...raw.flatMap((each) =>
      [0, 1, 2].flatMap((offset) =>
        base64At(each, offset).map((text) => ({ name: `${name} in base64`, bytes: Buffer.from(text) })),
      ),
    ),
  ];
  for (const each of spelled) if (each.bytes.length < SHORTEST) throw new RangeError(`${each.name} is too short to look for`);
  return spelled;
}

/** The characters of base64 that depend on these bytes alone when they stand at an offset in something longer; both alphabets. */
function base64At(bytes: Buffer, offset: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const sure = whole.toString('base64').slice([0, 2, 3][offset], Math.floor((whole.length * 8) / 6));
  const url = sure.replaceAll('+', '-').replaceAll('/', '_');
  return sure === url ? [sure] : [sure, url];
}

/**
 * Looks for all spellings of many secrets in one pass: Wu and Manber, "A fast algorithm for multi-pattern searching" (1994), with
 * blocks of two bytes.
 */
export class Finder {
  /** Bytes by which pieces of one whole must overlap. */
  readonly overlap: number;
  readonly spellings: number;
  readonly #shortest: number;
  readonly #shift: Uint8Array;
  readonly #ending = new Map<number, Needle[]>();

  constructor(canaries: readonly Canary[]) {
    const needles = canaries.flatMap(spell);
    this.spellings = needles.length;
    this.overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
    const shortest = Math.min(255, ...needles.map(({ bytes }) => bytes.length));
    this.#shortest = shortest;
    this.#shift = new Uint8Array(65_536).fill(shortest - 1);
    for (const needle of needles) {
      for (let at = 1; at < shortest; at++) {
        const block = needle.bytes.readUInt16BE(at - 1);
        this.#shift[block] = Math.min(this.#shift[block] ?? 0, shortest - 1 - at);
        if (at === shortest - 1) this.#ending.set(block, [...(this.#ending.get(block) ?? []), needle]);
      }
    }
  }

  /** Adds what is found in `bytes`, of which the first `known` were looked at before. */
  find(bytes: Buffer, hits: Hits, known = 0): void {
    const shift = this.#shift;
    for (let end = this.#shortest - 1; end < bytes.length; ) {
      const block = ((bytes[end - 1] ?? 0) << 8) | (bytes[end] ?? 0);
      const by = shift[block] ?? 0;
      if (by > 0) {
        end += by;
        continue;
      }
      const start = end - this.#shortest + 1;
      for (const needle of this.#ending.get(block) ?? []) {
        const stop = start + needle.bytes.length;
        if (stop <= known || stop > bytes.length) continue;
        if (bytes.compare(needle.bytes, 0, needle.bytes.length, start, stop) === 0)
          hits.set(needle.name, (hits.get(needle.name) ?? 0) + 1);
      }
      end++;
    }
  }
}

/** Hits as lines to print, the most frequent first. */
export function tellHits(hits: Hits): string[] {
  return [...hits].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name}: ${count}`);
}
