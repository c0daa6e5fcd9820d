import type * as english from '../generator.ts';
import type { Translated } from '../language.ts';

/** German of ../generator.ts. */
export const generator: Translated<typeof english> = {
  generatorText: {
    title: 'Passwort erzeugen',
    kind: 'Woraus es besteht',
    kinds: { characters: 'Zeichen', words: 'Wörter', spoken: 'Silben' },
    made: 'Das Passwort',
    making: 'wird gezogen',
    again: 'Anderes ziehen',
    use: 'Dieses nehmen',
    copyName: 'Passwort',
    length: 'Länge',
    count: 'Wörter',
    groups: 'Gruppen zu fünf Buchstaben',
    lower: 'a bis z',
    upper: 'A bis Z',
    digits: '0 bis 9',
    symbols: 'Sonderzeichen',
    clear: 'Ohne die, die sich ähneln: l, I, 1, O, 0',
    rules: 'Was die Seite verlangt',
    allowed: 'Sonderzeichen, die sie nimmt',
    letterFirst: 'Beginnt mit einem Buchstaben',
    noRepeats: 'Kein Zeichen zweimal hintereinander',
    separator: 'Zwischen den Wörtern',
    separators: { ' ': 'Leerzeichen', '-': 'Bindestrich', '.': 'Punkt', _: 'Unterstrich' },
    capitals: 'Großbuchstaben',
    digit: 'Eine Ziffer am Ende',
    impossible: 'So passt kein Passwort. Wähle mindestens eine Art von Zeichen.',
    bits: (bits) => {
      const by = `${Math.floor(bits)} Bit Zufall`;
      if (bits < 50) return `${by}: wenig. Mach es länger, wenn die Seite es erlaubt.`;
      if (bits < 80) return `${by}: genug, wo eine Seite ihre Passwörter gut verwahrt.`;
      return `${by}: nicht zu erraten, auch wo eine Seite ihre Passwörter schlecht verwahrt.`;
    },
  },
};
