/** What a code looks like: decimal digits, or Steam's 26 characters. */
export interface CodeShape {
  readonly alphabet: 'decimal' | 'steam';
  readonly digits: number;
}

/** Steam Guard's characters, in the order of their values. */
export const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';

const radix = ({ alphabet }: CodeShape): number => (alphabet === 'steam' ? STEAM_ALPHABET.length : 10);

/** How many different codes a shape has: every value lies below it. */
export function codeLimit(shape: CodeShape): number {
  return radix(shape) ** shape.digits;
}

/** Bits one code takes inside a code pass: 20 up to 6 digits, 24 for 7 digits and for Steam, 27 for 8. */
export function bitsPerCode(shape: CodeShape): number {
  if (shape.alphabet === 'steam' || shape.digits === 7) return 24;
  return shape.digits < 7 ? 20 : 27;
}

/** The code as people read it, the first character weighing most. Throws RangeError for a value the shape does not have. */
export function codeText(value: number, shape: CodeShape): string {
  if (!Number.isInteger(value) || value < 0 || value >= codeLimit(shape)) throw new RangeError('no code of this shape');
  if (shape.alphabet === 'decimal') return String(value).padStart(shape.digits, '0');
  let text = '';
  for (let rest = value, i = 0; i < shape.digits; i++, rest = Math.floor(rest / STEAM_ALPHABET.length)) {
    text = STEAM_ALPHABET.charAt(rest % STEAM_ALPHABET.length) + text;
  }
  return text;
}

/** The number a code stands for; null when it has another length or other characters. */
export function codeValue(text: string, shape: CodeShape): number | null {
  if (text.length !== shape.digits) return null;
  const characters = shape.alphabet === 'steam' ? STEAM_ALPHABET : '0123456789';
  let value = 0;
  for (const character of text) {
    const digit = characters.indexOf(character);
    if (digit < 0) return null;
    value = value * characters.length + digit;
  }
  return value;
}
