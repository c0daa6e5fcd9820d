import type { Translated } from '../language.ts';
import { factsMonth } from '../platforms.ts';
import type * as english from '../platforms.ts';
import type { FileFault } from '../../platforms/read-platforms.ts';

const months = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
];

const faults: Record<FileFault, string> = {
  too_long: 'ist länger, als eine Plattformdatei sein darf: 2 Millionen Zeichen',
  not_json: 'ist kein JSON',
  not_a_platform_file: 'ist keine Plattformdatei: Sie braucht „latchkey“, „version“ und „platforms“ und nichts sonst',
  newer_version: 'ist von einer neueren Version des Formats, als dieses Latchkey liest',
  no_platforms: 'enthält keine Plattform',
  too_many: 'enthält mehr als 200 Plattformen',
  not_an_object: 'ist keine Plattform: Eine Plattform ist ein Objekt mit id und Namen',
  missing: 'fehlt',
  unknown_field: 'ist ein Feld, das das Format nicht hat',
  wrong_kind: 'ist nicht von der Art, die es sein muss',
  not_a_choice: 'ist keins der Wörter, die dort erlaubt sind, oder ein Wert steht neben „unknown“',
  number: 'ist keine Zahl in ihrem Bereich',
  empty: 'ist leer',
  too_many_entries: 'hat zu viele Einträge',
  id: 'ist keine id: kleine Buchstaben, Ziffern und _ nach einem Buchstaben, höchstens 64',
  id_twice: 'ist zwei Plattformen der Datei gegeben',
  name: 'ist kein Name: eine Zeile von bis zu 80 Zeichen, alle sichtbar',
  text: 'ist kein Satz: eine Zeile von bis zu 300 Zeichen, alle sichtbar',
  menu: 'ist kein Menüweg: bis zu zehn Beschriftungen mit „ > “ dazwischen, alle Zeichen sichtbar',
  address: 'ist keine https-Adresse mit einem schlichten Host',
  host: 'ist kein Host in kleinen ASCII-Buchstaben',
  month: 'ist kein Monat wie 2026-08',
  alphabet: 'ist kein Alphabet aus 10 bis 36 Großbuchstaben und Ziffern',
  way: 'braucht „menu“, „say“ oder beides',
  foreign_host: 'führt zu einem Host, der nicht unter den Domains der Plattform ist',
  own_site_host: 'zeigt auf die eigene Seite, doch die Plattform hat Domains',
  two_lowest: 'markiert zwei Stufen eines Bereichs als die niedrigste',
  login_unknown: 'nennt eine Plattform, die niemand kennt',
  login_of_login: 'nennt eine Plattform, die keine eigene Anmeldung hat',
};

/** German of ../platforms.ts. */
export const platforms: Translated<typeof english> = {
  platformText: {
    addedByYou: 'von dir hinzugefügt',
    sure: {
      high: 'bekannt',
      medium: 'ziemlich gewiss',
      low: 'nicht gewiss',
      unknown: 'nicht bekannt',
      not_applicable: 'gibt es hier nicht',
    },
  },
  stayingText: {
    copies: 'Was heruntergeladen, kopiert oder aufgeschrieben wurde, bleibt dort.',
    letIn: 'Apps, Schlüssel und Personen, die hineingelassen wurden, bleiben drin, bis du auch sie entfernst.',
  },
  factsMonth: (checked) => {
    const [year = 0, month = 1] = checked.split('-').map(Number);
    return `${months[month - 1] ?? ''} ${year}`;
  },
  factsText: (checked, age) => {
    const from = `Stand ${factsMonth(checked)}`;
    return age < 12 ? `${from}; Menüs ändern sich.` : `${from}, ${age} Monate alt; die Menüs werden sich geändert haben.`;
  },
  platformFileSentence: ({ fault, platform, field, what }) => {
    const where = platform === null ? 'Die Datei' : typeof platform === 'number' ? `Plattform ${platform}` : platform;
    const about = what === null ? '' : ` (${what})`;
    return `${where}${field === null ? '' : `: „${field}“`} ${faults[fault]}${about}.`;
  },
};
