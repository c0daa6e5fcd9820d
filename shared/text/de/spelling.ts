import type * as english from '../spelling.ts';
import type { Translated } from '../language.ts';

/** German of ../spelling.ts: towns, as DIN 5009 has them. */
export const spelling: Translated<typeof english> = {
  spellingText: {
    letters: {
      ...{ a: 'Aachen', b: 'Berlin', c: 'Chemnitz', d: 'Düsseldorf', e: 'Essen', f: 'Frankfurt', g: 'Goslar', h: 'Hamburg' },
      ...{ i: 'Ingelheim', j: 'Jena', k: 'Köln', l: 'Leipzig', m: 'München', n: 'Nürnberg', o: 'Offenbach', p: 'Potsdam' },
      ...{ q: 'Quickborn', r: 'Rostock', s: 'Salzwedel', t: 'Tübingen', u: 'Unna', v: 'Völklingen', w: 'Wuppertal' },
      ...{ x: 'Xanten', y: 'Ypsilon', z: 'Zwickau' },
    },
    symbols: {
      ...{ ' ': 'Leerzeichen', '!': 'Ausrufezeichen', '"': 'Anführungszeichen', '#': 'Raute', $: 'Dollar', '%': 'Prozent' },
      ...{ '&': 'Und-Zeichen', "'": 'Apostroph', '(': 'Klammer auf', ')': 'Klammer zu', '*': 'Stern', '+': 'Plus' },
      ...{ ',': 'Komma', '-': 'Bindestrich', '.': 'Punkt', '/': 'Schrägstrich', ':': 'Doppelpunkt', ';': 'Strichpunkt' },
      ...{ '<': 'kleiner als', '=': 'gleich', '>': 'größer als', '?': 'Fragezeichen', '@': 'At-Zeichen' },
      ...{ '[': 'eckige Klammer auf', '\\': 'umgekehrter Schrägstrich', ']': 'eckige Klammer zu', '^': 'Zirkumflex' },
      ...{ _: 'Unterstrich', '`': 'Gravis', '{': 'geschweifte Klammer auf', '|': 'senkrechter Strich' },
      ...{ '}': 'geschweifte Klammer zu', '~': 'Tilde' },
    },
    capital: (word) => `groß ${word}`,
    digit: (digit) => `Ziffer ${digit}`,
    at: (place, said) => `${place}: ${said}`,
  },
};
