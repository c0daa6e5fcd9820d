import { lentText, list } from '../common.ts';
import type { Translated } from '../language.ts';
import { exposedSince } from '../ledger-words.ts';
import type * as english from '../ledger-words.ts';

/** German of ../ledger-words.ts. */
export const ledgerWords: Translated<typeof english> = {
  lentWords: ({ what, level }) => {
    const words = what.map((one) => (one === 'role' && level !== null ? `Rolle: ${level}` : lentText[one])).join(', ');
    return words === '' ? 'Nichts Geheimes' : words.charAt(0).toUpperCase() + words.slice(1);
  },
  exposedSince: (exposed, dates) => list(exposed.map(({ secret, since }) => `${lentText[secret]}, gesehen ${dates.day(since)}`)),
  reportText: {
    title: 'Wer was hat, bis wann',
    received: 'Mir geliehen, bis wann',
    head: (vault, by) => `Aus dem Tresor ${vault}, gemacht von ${by}`,
    asOf: (time, zone) => `Stand ${time} (${zone})`,
    onlyClient: (client) => `Nur Leihen von Konten des Kunden ${client}.`,
    onlyPerson: (person) => `Nur Leihen an ${person}.`,
    nothing: 'Keine Leihen.',
    meaning:
      'Offengelegt: Die Leihe ist vorbei, und ein Geheimnis daraus gilt noch, bis es geändert wird. Codes hält Kryptografie, Passwörter und Backup-Codes die App, Rollen die Plattform.',
    foot: 'Auf dieser Seite steht kein Geheimnis. Sie sagt, was der Tresor wusste, als sie gemacht wurde.',
    columns: ['Konto', 'Kunde', 'Wer', 'Was', 'Von', 'Letzter Tag', 'Jetzt'],
  },
  standing: ({ state, grant, until, closed, givenBack, exposed }, dates) => {
    if (state === 'exposed') return `beendet ${dates.lastDay(until)}; noch offengelegt: ${exposedSince(exposed, dates)}`;
    if (state === 'ended') return `beendet ${dates.lastDay(until)}; nicht abgeschlossen`;
    if (state !== 'closed') return `läuft bis ${dates.lastDay(until)}`;
    if (givenBack !== null) return `zurückgegeben ${dates.day(givenBack)}`;
    if (closed !== null) return `abgeschlossen ${dates.day(closed)}`;
    return grant === 'refused' ? `abgelehnt ${dates.day(until)}` : `beendet ${dates.lastDay(until)}`;
  },
};
