// Letters of other alphabets, and digits, that are drawn like a Latin letter; after Unicode's confusables (Technical Report 39), the common ones.
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    в: 'b',
    е: 'e',
    ё: 'e',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    у: 'y',
    х: 'x',
  },
  ...{
    ѕ: 's',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    һ: 'h',
    ӏ: 'i',
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'm',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
  },
  ...{
    τ: 't',
    υ: 'u',
    χ: 'x',
    ɑ: 'a',
    ɡ: 'g',
    ı: 'i',
    ł: 'i',
    ø: 'o',
    đ: 'd',
    ß: 'ss',
    '0': 'o',
    '1': 'i',
    l: 'i',
    '3': 'e',
    '5': 's',
  },
};

/** A name as it is compared with others: no accents, no case, no punctuation, nothing unseen, lookalike letters as the Latin ones. */
export function foldedName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]|[\u115f\u1160\u3164\uffa0]/gu, '');
  return [...letters].map((letter) => LOOKALIKES[letter] ?? letter).join('');
}

/** True when one letter more, less, other, or two changed about make one text of the other. */
function isOneSlipAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  const at = short.findIndex((letter, i) => letter !== long[i]);
  if (at < 0) return true;
  const rest = (text: readonly string[], from: number): string => text.slice(from).join('');
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, at + 2) === rest(long, at + 2);
  return swapped || rest(short, at + 1) === rest(long, at + 1);
}

/** Shortest folded name in which one slip does not make another name. */
const SLIP_FROM = 5;

/** True when two names are the same to a hurried reader: equal or one slip apart once folded, or one begins the other as a first name does. */
export function namesResemble(a: string, b: string): boolean {
  const [x, y] = [foldedName(a), foldedName(b)];
  if (x === '' || y === '') return false;
  const [first, second] = [foldedName(a.trim().split(/\s/u)[0] ?? ''), foldedName(b.trim().split(/\s/u)[0] ?? '')];
  if (x.startsWith(y) || y.startsWith(x) || (first === second && first.length >= 3)) return true;
  return Math.min(x.length, y.length) >= SLIP_FROM && isOneSlipAway(x, y);
}
