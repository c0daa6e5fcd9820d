/** One signed-in session as a platform's own words describe it. */
export interface DeviceLine {
  readonly name: string;
  readonly place: string | null;
  readonly seen: string | null;
  /** The platform says that it is the one looked from. */
  readonly isThis: boolean;
}

/** Characters of each part, and devices of a list. */
const LONGEST = 120;
const MOST = 200;

const DEVICE =
  /\b(?:iphone|ipad|ipod|mac(?:book|os| ?os)?|imac|apple (?:tv|watch)|windows|pc|laptop|desktop|computer|linux|ubuntu|chrome ?(?:book|os)?|android|pixel|galaxy|samsung|redmi|xiaomi|huawei|oneplus|nokia|motorola|sony|xperia|phone|tablet|tv|firefox|safari|edge|opera|brave|vivaldi|browser|app|unknown device|thinkpad|surface)\b/i;
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAY = 'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const TIME = new RegExp(
  [
    String.raw`^(?:active |last (?:seen|active|used|login|activity)[: ]*)?(?:right )?now$`,
    String.raw`\b(?:today|yesterday|ago|last (?:seen|active|used|login|activity)|active|online|just now)\b`,
    String.raw`\b\d{1,2}[:.]\d{2}\b`,
    String.raw`\b\d+ ?(?:s|sec|seconds?|m|min|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)\b`,
    String.raw`\b(?:19|20)\d{2}\b`,
    String.raw`\b\d{1,2}\.? (?:${MONTH})\b`,
    String.raw`\b(?:${MONTH}) \d{1,2}\b`,
    String.raw`^(?:${WEEKDAY})\b`,
  ].join('|'),
  'i',
);
const THIS = /\b(?:this (?:device|browser|computer|phone|session)|current (?:session|device)|your current)\b/i;
/** Words of buttons and headings that are copied along. */
const NOISE =
  /^(?:log ?out|sign ?out|remove|see (?:more|all|details)|show (?:more|all)|details|more|edit|revoke|not you\??|where you.?re (?:logged|signed) in|devices?|sessions?|active sessions|your devices|manage devices|[·•|,;-]+)$/i;

/** Understands the list of devices as copied from a platform: lines in blocks, tables, or one device a line; at most 200. */
export function readDeviceText(text: string): DeviceLine[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll(/[^\S\t]+/g, ' ').trim())
    .filter((line) => !NOISE.test(line));
  return blocksOf(rows)
    .map(deviceOf)
    .filter((device) => device !== null)
    .slice(0, MOST);
}

type Part = { readonly text: string; readonly is: 'device' | 'time' | 'this' | 'place' };

/** Lines that belong together: those between empty lines, or, where none are empty, those from one device to the next. */
function blocksOf(lines: readonly string[]): Part[][] {
  const blocks: Part[][] = [];
  let block: Part[] = [];
  const end = (): void => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  for (const line of lines) {
    if (line === '') {
      end();
      continue;
    }
    const parts = partsOf(line);
    const isRow = parts.length > 1 && !parts.every(({ is }) => is === 'time');
    const startsAnew = parts[0]?.is === 'device' && block.some(({ is }) => is === 'device');
    const isFull = block.some(({ is }) => is === 'time') && parts.every(({ is }) => is !== 'time' && is !== 'this');
    // A whole device on one line is followed by another, unless what follows only says when or that it is this one.
    if (startsAnew || isFull || (isRow && block.length > 1 && parts[0]?.is !== 'place')) end();
    block.push(...parts);
  }
  end();
  return blocks;
}

function partsOf(line: string): Part[] {
  const split = line.includes('\t') ? line.split('\t') : line.split(/\s*[·•|;]\s*|,\s+| [–—-] /);
  return split
    .map((part) => part.trim())
    .filter((part) => part !== '' && !NOISE.test(part))
    .map((text): Part => ({ text: cut(text), is: kindOf(text) }));
}

function kindOf(text: string): Part['is'] {
  if (THIS.test(text) && !DEVICE.test(text.replace(THIS, ''))) return 'this';
  if (TIME.test(text) && !DEVICE.test(text.replaceAll(/\blast (?:seen|active|used|login|activity)\b/gi, ''))) return 'time';
  return DEVICE.test(text) ? 'device' : 'place';
}

function deviceOf(parts: readonly Part[]): DeviceLine | null {
  const named = parts.find(({ is }) => is === 'device') ?? parts.find(({ is }) => is === 'place') ?? parts[0];
  if (named === undefined) return null;
  const rest = parts.filter((part) => part !== named);
  const join = (kind: Part['is'][]): string | null => {
    const text = rest
      .filter(({ is }) => kind.includes(is))
      .map((part) => part.text)
      .join(', ');
    return text === '' ? null : cut(text);
  };
  const isThis = parts.some(({ is, text }) => is === 'this' || THIS.test(text));
  return { name: named.text, place: join(['place', 'device']), seen: join(['time']) ?? (isThis ? 'now' : null), isThis };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : text.slice(0, LONGEST).toWellFormed();
}

type Kinds = readonly (readonly [RegExp, string])[];

const BROWSERS: Kinds = [
  [/chrome(?! ?(?:book|os))/i, 'chrome'],
  [/firefox/i, 'firefox'],
  [/safari/i, 'safari'],
  [/\bedge\b/i, 'edge'],
  [/opera/i, 'opera'],
  [/brave/i, 'brave'],
];
const MACHINES: Kinds = [
  [/windows|\bpc\b/i, 'windows'],
  [/mac(?:book|os| ?os)?\b|imac/i, 'mac'],
  [/iphone|\bios\b/i, 'iphone'],
  [/ipad/i, 'ipad'],
  [/android|pixel|galaxy|samsung|redmi|xiaomi|huawei|oneplus/i, 'android'],
  [/linux|ubuntu/i, 'linux'],
  [/chrome ?(?:book|os)/i, 'chromebook'],
];

/**
 * How well a line of a list fits the words in which a device was promised, 0 to 1. Nothing in common is 0, and so is another browser or
 * another machine than the one promised; a line that names less than the promise may still be it.
 */
export function fitOf(promised: string, line: Pick<DeviceLine, 'name' | 'place'>): number {
  const words = `${line.name} ${line.place ?? ''}`;
  const parts = [BROWSERS, MACHINES].map((kinds) => ({ wanted: kindsIn(promised, kinds), found: kindsIn(words, kinds) }));
  const wanted = parts.flatMap((part) => part.wanted);
  if (wanted.length === 0) return bare(promised) !== '' && bare(words).includes(bare(promised)) ? 1 : 0;
  const differs = ({ wanted: asked, found }: (typeof parts)[number]): boolean =>
    asked.length > 0 && found.length > 0 && !found.some((kind) => asked.includes(kind));
  if (parts.some(differs)) return 0;
  return parts.flatMap(({ wanted: asked, found }) => asked.filter((kind) => found.includes(kind))).length / wanted.length;
}

function kindsIn(words: string, kinds: Kinds): string[] {
  return kinds.filter(([pattern]) => pattern.test(words)).map(([, kind]) => kind);
}

/** True when two descriptions are of one device as far as words tell. */
export function isSame(a: Pick<DeviceLine, 'name' | 'place'>, b: Pick<DeviceLine, 'name' | 'place'>): boolean {
  return bare(a.name) === bare(b.name) && (a.place === null || b.place === null || bare(a.place) === bare(b.place));
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
