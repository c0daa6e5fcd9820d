import { inLanguage } from './language.ts';

/** From how many bits a password is enough where a site keeps its list slowly hashed, and where it keeps it badly. */
const enough = 50;
const ample = 80;

/** Words of making a password by chance. */
export const generatorText = inLanguage('generator.generatorText', {
  title: 'Make a password',
  kind: 'What it is made of',
  kinds: { characters: 'Characters', words: 'Words', spoken: 'Syllables' },
  made: 'The password',
  making: 'drawing one',
  again: 'Draw another',
  use: 'Use this one',
  copyName: 'Password',
  length: 'Length',
  count: 'Words',
  groups: 'Groups of five letters',
  lower: 'a to z',
  upper: 'A to Z',
  digits: '0 to 9',
  symbols: 'Symbols',
  clear: 'Without those that look alike: l, I, 1, O, 0',
  rules: 'What the site asks for',
  allowed: 'Symbols it takes',
  letterFirst: 'Begins with a letter',
  noRepeats: 'No character twice in a row',
  separator: 'Between the words',
  separators: { ' ': 'Space', '-': 'Hyphen', '.': 'Dot', _: 'Underscore' },
  capitals: 'Capitals',
  digit: 'A digit at the end',
  impossible: 'No password fits this. Choose one kind of character at least.',
  bits: (bits: number) => {
    const by = `${Math.floor(bits)} bits by chance`;
    if (bits < enough) return `${by}: few. Make it longer if the site lets you.`;
    if (bits < ample) return `${by}: enough where a site keeps its passwords well.`;
    return `${by}: out of reach even where a site keeps its passwords badly.`;
  },
} as const);
