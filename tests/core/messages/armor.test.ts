import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameBytes } from '../../../main/core/bytes.ts';
import { PASTE_MAX, readArmor, writeArmor } from '../../../main/core/messages/armor.ts';
import { base64, vectors } from './vectors.ts';
import { leastSpent } from '../../support/spent.ts';

interface GoodArmor {
  readonly name: string;
  readonly bytes: string;
  readonly text: string;
  readonly read_only?: true;
  readonly before?: readonly [string, number];
}
type BadArmor = Omit<GoodArmor, 'bytes'>;

const file = vectors<{ good: GoodArmor[]; bad: BadArmor[] }>('armor.json');
const pasted = ({ before, text }: BadArmor): string => (before === undefined ? '' : before[0].repeat(before[1])) + text;

describe('known armor', () => {
  it.each(file.good)('reads: $name', (vector) => {
    expect(readArmor(pasted(vector))).toEqual(base64(vector.bytes));
  });

  it.each(file.good.filter((one) => one.read_only === undefined))('writes: $name', (vector) => {
    expect(writeArmor(base64(vector.bytes))).toBe(vector.text);
  });

  it.each(file.bad)('refuses: $name', (vector) => {
    expect(readArmor(pasted(vector))).toBeNull();
  });

  it('counts what was read', () => {
    console.log(`armor: ${file.good.length} read, ${file.bad.length} refused`);
    expect([file.good.length, file.bad.length]).toEqual([59, 46]);
  });
});

const wrapped = (columns: number) => (text: string) => text.replaceAll('\n', '').replace(new RegExp(`.{${columns}}`, 'g'), '$&\n');
const every = (step: number, mark: string) => (text: string) => text.replace(new RegExp(`.{${step}}`, 'gs'), `$&${mark}`);
const lines =
  (start: string, end = '\n') =>
  (text: string) =>
    text
      .split('\n')
      .map((line) => start + line)
      .join(end);
const around = (before: string, after: string) => (text: string) => before + text + after;

// What chats, mail programs and phones have been seen to do to a long pasted text.
const MANGLINGS: Readonly<Record<string, (text: string) => string>> = {
  'quoted once': lines('> '),
  'quoted five deep': lines('>>>>> '),
  'quoted, CRLF': lines('> ', '\r\n'),
  'quoted with a no-break space': lines('>\u00a0'),
  'line breaks lost': (text) => text.replaceAll('\n', ''),
  'line breaks to spaces': (text) => text.replaceAll('\n', ' '),
  'line breaks to two spaces and a break': (text) => text.replaceAll('\n', '  \n'),
  'line breaks tripled': (text) => text.replaceAll('\n', '\n\n\n'),
  'line breaks to form feeds': (text) => text.replaceAll('\n', '\f'),
  'line breaks to CR': (text) => text.replaceAll('\n', '\r'),
  'wrapped at 20': wrapped(20),
  'wrapped at 72': wrapped(72),
  'wrapped at 998': wrapped(998),
  'zero-width space at 30': every(30, '\u200b'),
  'zero-width joiner everywhere': every(1, '\u200d'),
  'zero-width non-joiner at 5': every(5, '\u200c'),
  'word joiner at 9': every(9, '\u2060'),
  'byte order mark at 50': every(50, '\ufeff'),
  'soft hyphen at 10': every(10, '\u00ad'),
  'soft hyphen and break at 60': every(60, '\u00ad\n'),
  'no-break space at 17': every(17, '\u00a0'),
  'tab at 33': every(33, '\t'),
  'a space between all characters': every(1, ' '),
  'indented by a tab': lines('\t'),
  'sentence before': around('Here is the handoff for the shop, until Friday: ', ''),
  'sentence after': around('', 'Paste all of it. Tell me when it works.'),
  'dashes around it': around('— – ‒ ― ‑ - ', ' — – ‒ ― ‑ -'),
  'typographic quotes around it': around('“‘«„', '“’»”'),
  'straight quotes around it': around('"\'', '\'"'),
  'ellipses around it': around('… ... ', ' … ...'),
  'bold and italic marks around it': around('**_~', '~_**'),
  'code fence around it': around('```text\n', '\n```'),
  'rule lines around it': around('----------\n', '\n__________'),
  'HTML around it': around('<div class="x"><br>', '</div>'),
  'a signature below': around('', '\n-- \nOlga Owner | Shop GmbH'),
  'a forwarded header above': around('---- Forwarded ----\nFrom: "Olga" <olga@example.com>\nDate: Mon, 1 Jan\n\n', ''),
  'a chat stamp above': around('[12:55, 22/11/2026] Olga Owner: ', ''),
  'emoji around it': around('👩‍💼🔑 ', ' 🇩🇪👍🏽'),
  'right-to-left text around it': around('\u200fمرحبا، هذا هو ', ' شكرا\u200f'),
  'accents in two forms around it': around('Zoé Zoe\u0301 ', ' Ångström A\u030a'),
  'a bracketed link after': around('', ' (see https://example.com/help?x=1&y=2#top)'),
  'the word END before': around('THE END. .END of talk\n', ''),
  'the end mark again after': around('', '\n.END .END'),
  'lower-case label before': around('Paste from latchkey1. on: ', ''),
  'a base64 picture after': around('', '\ndata:image/png;base64,iVBORw0KGgo='),
  'null and control characters around it': around('\u0000\u0007\u001b[0m', '\u0000'),
  'lone surrogates around it': around('\ud83d ', ' \udd11'),
  'a card above': around('LATCHKEYCARD1.bGsx.END\n', ''),
};

describe('a paste', () => {
  const message = Uint8Array.from({ length: 1443 }, (_, i) => (i * 89 + (i >> 3)) % 256);
  const text = writeArmor(message);
  const all = Object.entries(MANGLINGS);

  it.each(all)('reads with %s', (_, mangle) => {
    expect(readArmor(mangle(text))).toEqual(message);
  });

  it('reads with any two of them, one after the other', () => {
    const failed: string[] = [];
    let tried = 0;
    for (const [first, one] of all) {
      for (const [second, two] of all) {
        const read = readArmor(two(one(text)));
        if (read === null || !sameBytes(read, message)) failed.push(`${first}, then ${second}`);
        tried += 1;
      }
    }
    expect(failed).toEqual([]);
    console.log(`armor: ${all.length} manglings, ${tried} pairs of them, all read`);
    expect(all.length).toBeGreaterThanOrEqual(40);
  });

  it('gives back any bytes written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
        expect(readArmor(writeArmor(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('is nothing when no byte is inside', () => {
    expect(readArmor(writeArmor(new Uint8Array()))).toBeNull();
  });

  it('loses nothing silently: any character of the block changed or dropped reads as other bytes or not at all', () => {
    for (let at = 0; at < text.length; at++) {
      if (text[at] === '\n') continue;
      for (const put of ['', '*', '-', '\u2014', 'A']) {
        if (put === text[at]) continue;
        expect(readArmor(text.slice(0, at) + put + text.slice(at + 1))).not.toEqual(message);
      }
    }
  });
});

describe('a hostile paste of 2 MiB', () => {
  const fill = (unit: string): string => unit.repeat(Math.floor(PASTE_MAX / Buffer.byteLength(unit)));
  const hostile: Readonly<Record<string, string>> = {
    'labels only': fill('LATCHKEY1.'),
    'begun labels': fill('LATCHKEY'),
    'quote marks': fill('>'),
    'noise and letters in turn': fill('> A'),
    'zero-width spaces': fill('\u200b'),
    'end marks': fill('.END'),
    'one label, then ends begun': `LATCHKEY1.${fill('.EN').slice(10)}`,
    'one label, no end': `LATCHKEY1.${fill('A').slice(10)}`,
    'one label, padding': `LATCHKEY1.${fill('=').slice(14)}.END`,
    'one label, then letters, then a label': `LATCHKEY1.${fill('A').slice(24)}.ENDLATCHKEY1.`,
    'one character too many': `${fill('A')}A`,
    'twice as much, in emoji': fill('🔑').repeat(2),
    'lone surrogates': fill('\ud800'),
  };

  it.each(Object.entries(hostile))('is refused in well under a second: %s', (_, paste) => {
    expect(leastSpent(() => expect(readArmor(paste)).toBeNull(), 500)).toBeLessThan(500);
  });

  it('costs no more than its size when it reads', () => {
    const bytes = new Uint8Array(1_500_000).fill(0xa5);
    const spent = leastSpent(() => expect(readArmor(writeArmor(bytes).replaceAll('\n', ''))?.length).toBe(bytes.length), 1_000);
    console.log(`armor: 1.5 MB written and read for ${spent.toFixed(0)} ms of processor`);
    expect(spent).toBeLessThan(1_000);
  });
});
