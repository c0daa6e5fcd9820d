import type * as english from '../strength.ts';
import type { Translated } from '../language.ts';
import { count } from '../common.ts';
import { aboutTime } from '../strength.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

const units = [
  [YEAR, 'Jahr', 'Jahre'],
  [MONTH, 'Monat', 'Monate'],
  [DAY, 'Tag', 'Tage'],
  [HOUR, 'Stunde', 'Stunden'],
  [MINUTE, 'Minute', 'Minuten'],
  [1, 'Sekunde', 'Sekunden'],
] as const;

/** Rounds down to two figures, as in English. */
function rounded(n: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return Math.floor(n / step) * step;
}

/** German of ../strength.ts. */
export const strength: Translated<typeof english> = {
  aboutTime: (seconds) => {
    if (seconds < 1) return 'weniger als eine Sekunde';
    if (seconds >= 1e9 * YEAR) return 'mehr als eine Milliarde Jahre';
    if (seconds >= 1e6 * YEAR) return 'mehr als eine Million Jahre';
    if (seconds >= 1e4 * YEAR) return 'Tausende von Jahren';
    const [length, one, many] = units.find(([unit]) => seconds >= unit) ?? units[5];
    return `etwa ${count(rounded(seconds / length), one, many)}`;
  },
  strengthText: {
    label: 'Stärke',
    judging: 'Wird geschätzt …',
    failed: 'Die Stärke war nicht zu schätzen.',
    later: 'Jetzt nicht beurteilt',
    laterWhy: 'In der letzten Stunde wurden viele Passwörter gespeichert. Dieses folgt, spätestens nach dem nächsten Entsperren.',
    verdict: (score) => ['Sehr schwach.', 'Schwach.', 'Mäßig.', 'Gut.', 'Stark.'][score] ?? '',
    warning: {
      common: 'Es steht auf den Listen der Passwörter, die zuerst versucht werden.',
      word: 'Ein Wort oder zwei werden zuerst versucht.',
      name: 'Namen werden zuerst versucht.',
      own: 'Es enthält einen Namen, der daneben steht.',
      date: 'Daten und Jahre werden zuerst versucht.',
      repeat: 'Wiederholen bringt fast nichts.',
      sequence: 'Folgen wie abc oder 6543 werden zuerst versucht.',
      keyboard: 'Tastenreihen werden zuerst versucht.',
    },
    needs: (against, seconds) =>
      against === 'site'
        ? `Würden die Passwörter der Seite gestohlen, wäre es erraten in: ${aboutTime(seconds)}.`
        : `Mit dieser Datei und 100 Grafikkarten bräuchte ein Angreifer: ${aboutTime(seconds)}.`,
    account: (score, seconds) => {
      const time = aboutTime(seconds);
      if (score < 2) return `Schwach, Dauer des Erratens: ${time}`;
      if (score === 2) return `Mäßig, Dauer des Erratens: ${time}`;
      return `${score === 3 ? 'Gut' : 'Stark'}, Dauer des Erratens: ${time}`;
    },
    assumed: 'wenn die Liste der Seite gestohlen wird',
    reused: (n) => `Auch bei ${n === 1 ? '1 anderen Konto' : `${n} anderen Konten`} benutzt`,
    more: (n) => `und ${n} weitere`,
  },
};
