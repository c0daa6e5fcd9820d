import { inLanguage } from './language.ts';

/** Words for reading a secret aloud, character by character: letters by the ICAO alphabet, symbols by their names. */
export const spellingText = inLanguage('spelling.spellingText', {
  letters: {
    ...{ a: 'Alfa', b: 'Bravo', c: 'Charlie', d: 'Delta', e: 'Echo', f: 'Foxtrot', g: 'Golf', h: 'Hotel', i: 'India' },
    ...{ j: 'Juliett', k: 'Kilo', l: 'Lima', m: 'Mike', n: 'November', o: 'Oscar', p: 'Papa', q: 'Quebec', r: 'Romeo' },
    ...{ s: 'Sierra', t: 'Tango', u: 'Uniform', v: 'Victor', w: 'Whiskey', x: 'X-ray', y: 'Yankee', z: 'Zulu' },
  },
  symbols: {
    ...{ ' ': 'space', '!': 'exclamation mark', '"': 'quotation mark', '#': 'hash', $: 'dollar', '%': 'per cent', '&': 'and sign' },
    ...{ "'": 'apostrophe', '(': 'opening bracket', ')': 'closing bracket', '*': 'asterisk', '+': 'plus', ',': 'comma' },
    ...{ '-': 'hyphen', '.': 'dot', '/': 'slash', ':': 'colon', ';': 'semicolon', '<': 'less than', '=': 'equals' },
    ...{ '>': 'greater than', '?': 'question mark', '@': 'at sign', '[': 'opening square bracket', '\\': 'backslash' },
    ...{ ']': 'closing square bracket', '^': 'caret', _: 'underscore', '`': 'backtick', '{': 'opening brace', '|': 'bar' },
    ...{ '}': 'closing brace', '~': 'tilde' },
  },
  capital: (word: string) => `capital ${word}`,
  digit: (digit: string) => `digit ${digit}`,
  at: (place: number, said: string) => `${place}: ${said}`,
} as const);

/** How one character is read aloud: `capital Sierra`, `digit 7`, `hyphen`; one that has no name here is itself. */
export function spelled(character: string): string {
  const { letters, symbols, capital, digit } = spellingText;
  const named = (names: Readonly<Record<string, string>>, key: string): string | null =>
    Object.hasOwn(names, key) ? (names[key] ?? null) : null;
  const letter = named(letters, character.toLowerCase());
  if (letter !== null) return character === character.toLowerCase() ? letter : capital(letter);
  if (/^\d$/.test(character)) return digit(character);
  return named(symbols, character) ?? character;
}
