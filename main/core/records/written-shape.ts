import type { z } from 'zod';
import { assertNever } from '../../../shared/errors.ts';
import { fromUtf8, utf8, wholeAt } from '../bytes.ts';
import { plainTo } from '../json-scanner.ts';
import { SeenNames } from '../seen-names.ts';
import type { StatedRecord } from '../vault/record.ts';
import { ID_LENGTH, RECORD_ID, standsRecordIdAt } from '../vault/record-id.ts';
import { isAsLong, type Rule, ruleOf } from './rules.ts';

const [QUOTE, BACKSLASH, MINUS, ZERO, NINE] = [0x22, 0x5c, 0x2d, 0x30, 0x39];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const [LETTER_T, LETTER_F] = [0x74, 0x66];
const [OBJECT, LIST, TEXT, ID, NUMBER, TRUTH, CHOICE] = [0, 1, 2, 3, 4, 5, 6];

/** A rule made ready to be compared with bytes. All have the same fields, so that one piece of machine code serves them. */
class Step {
  readonly kind: number;
  least = 0;
  most = 0;
  /** Keys of an object, each with the colon behind it; texts of a choice. */
  written: readonly Uint8Array[] = [];
  /** What the members of an object, or the items of a list, are to be. */
  inner: readonly Step[] = [];
  isNeeded: readonly boolean[] = [];
  needed = 0;
  pattern: RegExp | null = null;
  /** Texts that the pattern passed. */
  passed: SeenNames | null = null;
  /** Where the members of an object last read begin; null where nobody asks. */
  places: Int32Array | null = null;

  constructor(kind: number) {
    this.kind = kind;
  }
}

function stepOf(rule: Rule): Step {
  switch (rule.kind) {
    case 'object': {
      const step = new Step(OBJECT);
      step.written = rule.members.map(([key]) => utf8(`${JSON.stringify(key).slice(1)}:`));
      step.inner = rule.members.map(([, member]) => stepOf(member));
      step.isNeeded = rule.members.map(([key]) => rule.needed.includes(key));
      step.needed = rule.needed.length;
      return step;
    }
    case 'list': {
      const step = new Step(LIST);
      step.inner = [stepOf(rule.item)];
      return spanned(step, rule);
    }
    case 'text': {
      const isId = rule.pattern?.source === RECORD_ID.source && rule.pattern.flags === RECORD_ID.flags;
      const step = new Step(isId ? ID : TEXT);
      const { pattern } = rule;
      step.pattern = pattern;
      if (pattern !== null && !isId) step.passed = new SeenNames((text) => pattern.test(text));
      return spanned(step, rule);
    }
    case 'number':
      return spanned(new Step(NUMBER), rule);
    case 'truth':
      return new Step(TRUTH);
    case 'choice': {
      if (rule.values.some((value) => typeof value !== 'string')) throw new TypeError('a choice of other things than texts');
      const step = new Step(CHOICE);
      step.written = rule.values.map((value) => utf8(JSON.stringify(value)));
      return step;
    }
    default:
      return assertNever(rule);
  }
}

function spanned(step: Step, { least, most }: { readonly least: number; readonly most: number }): Step {
  step.least = least;
  step.most = most;
  return step;
}

/**
 * Tests the data of records as it is written, without making it, and reads a few members out of it. Answers as the shape does of the
 * data made: reading a large vault would else be mostly that.
 */
export class WrittenShape {
  readonly #shape: Step;
  readonly #head: readonly string[];
  /** Places of those in the shape. */
  readonly #members: readonly number[];
  #bytes: Uint8Array = new Uint8Array();
  #view: DataView = new DataView(new ArrayBuffer(0));

  /** `head` names the members to be read: texts, and numbers from 0 on. Throws TypeError for a schema `ruleOf` does not know. */
  constructor(schema: z.core.$ZodType, head: readonly string[] = []) {
    const rule = ruleOf(schema);
    if (rule.kind !== 'object') throw new TypeError('data is an object');
    this.#shape = stepOf(rule);
    if (head.length > 0) this.#shape.places = new Int32Array(rule.members.length);
    this.#head = head;
    this.#members = head.map((name) => {
      const member = rule.members.findIndex(([key]) => key === name);
      const of = rule.members[member]?.[1];
      if (of?.kind !== 'text' && !(of?.kind === 'number' && of.least >= 0)) throw new TypeError(`${name} cannot be read`);
      return member;
    });
  }

  /** True when a record's data fits. */
  fits(record: StatedRecord): boolean {
    const { plain } = record;
    if (plain !== this.#bytes) this.#view = new DataView(plain.buffer, plain.byteOffset, plain.length);
    this.#bytes = plain;
    return this.#over(this.#shape, record.dataFrom) >= 0;
  }

  /** The members named, of the data that was just found to fit; one that is left out there is left out. */
  head(): Record<string, string | number> {
    const head: Record<string, string | number> = {};
    for (let i = 0; i < this.#head.length; i++) {
      const at = this.#shape.places?.[this.#members[i] ?? -1] ?? -1;
      if (at >= 0) head[this.#head[i] ?? ''] = this.#bytes[at] === QUOTE ? this.#textAt(at) : (wholeAt(this.#bytes, at) ?? 0);
    }
    return head;
  }

  // These give the offset behind the value at an offset, -1 when it does not fit. The bytes are known to be strict JSON.

  #over(step: Step, at: number): number {
    switch (step.kind) {
      case OBJECT:
        return this.#object(step, at);
      case LIST:
        return this.#list(step, at);
      case TEXT:
      case ID:
        return this.#text(step, at);
      case NUMBER:
        return this.#number(step, at);
      case CHOICE:
        return this.#choice(step, at);
      default:
        return this.#bytes[at] === LETTER_T ? at + 4 : this.#bytes[at] === LETTER_F ? at + 5 : -1;
    }
  }

  #object(step: Step, from: number): number {
    const bytes = this.#bytes;
    const { written, inner, places } = step;
    if (bytes[from] !== OPEN_OBJECT) return -1;
    places?.fill(-1);
    let missing = step.needed;
    if (bytes[from + 1] === CLOSE_OBJECT) return missing === 0 ? from + 2 : -1;
    // Most are written in the shape's order.
    for (let at = from + 1, next = 0; ; at++) {
      const member = this.#memberAt(written, next, at + 1);
      const what = inner[member];
      if (what === undefined) return -1;
      const value = at + 1 + (written[member]?.length ?? 0);
      at = this.#over(what, value);
      if (at < 0) return -1;
      // Strict JSON has no key twice.
      if (step.isNeeded[member] === true) missing -= 1;
      if (places !== null) places[member] = value;
      if (bytes[at] === CLOSE_OBJECT) return missing === 0 ? at + 1 : -1;
      next = member + 1;
    }
  }

  #memberAt(written: readonly Uint8Array[], next: number, at: number): number {
    for (let member = next; member < written.length; member++) if (this.#stands(written[member], at)) return member;
    for (let member = 0; member < next; member++) if (this.#stands(written[member], at)) return member;
    return -1;
  }

  #stands(expected: Uint8Array | undefined, at: number): boolean {
    const bytes = this.#bytes;
    if (expected === undefined) return false;
    for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
    return true;
  }

  #list({ inner, least, most }: Step, from: number): number {
    const bytes = this.#bytes;
    const [item] = inner;
    if (bytes[from] !== OPEN_LIST || item === undefined) return -1;
    if (bytes[from + 1] === CLOSE_LIST) return least === 0 ? from + 2 : -1;
    for (let at = from + 1, count = 1; count <= most; at++, count++) {
      at = this.#over(item, at);
      if (at < 0) return -1;
      if (bytes[at] === CLOSE_LIST) return count >= least ? at + 1 : -1;
    }
    return -1;
  }

  #text(step: Step, from: number): number {
    const bytes = this.#bytes;
    const { kind, pattern, passed } = step;
    if (bytes[from] !== QUOTE) return -1;
    const end = plainTo(this.#view, from + 1);
    if (bytes[end] !== QUOTE) {
      const text = this.#textAt(from);
      return isAsLong(text, step) && (pattern === null || pattern.test(text)) ? this.#textEnd(from) : -1;
    }
    const length = end - from - 1;
    if (length < step.least || length > step.most) return -1;
    if (kind === ID) return length === ID_LENGTH && standsRecordIdAt(bytes, from + 1) ? end + 1 : -1;
    if (passed === null) return end + 1;
    passed.tidy();
    return passed.numberAt(bytes, from + 1) >= 0 ? end + 1 : -1;
  }

  #number({ least, most }: Step, from: number): number {
    const bytes = this.#bytes;
    const isBelow = bytes[from] === MINUS;
    let at = isBelow ? from + 1 : from;
    let value = 0;
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) value = value * 10 + (byte - ZERO);
    if (isBelow) value = -value;
    return at === from || value < least || value > most ? -1 : at;
  }

  #choice({ written }: Step, at: number): number {
    for (const text of written) if (this.#stands(text, at)) return at + text.length;
    return -1;
  }

  #textEnd(from: number): number {
    for (let at = from + 1; ; at++) {
      at = plainTo(this.#view, at);
      if (this.#bytes[at] === QUOTE) return at + 1;
      if (this.#bytes[at] === BACKSLASH) at += 1;
    }
  }

  #textAt(from: number): string {
    const end = plainTo(this.#view, from + 1);
    if (this.#bytes[end] === QUOTE) return fromUtf8(this.#bytes.subarray(from + 1, end)) ?? '';
    return JSON.parse(fromUtf8(this.#bytes.subarray(from, this.#textEnd(from))) ?? '') as string;
  }
}
