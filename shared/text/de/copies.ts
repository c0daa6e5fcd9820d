import type { AccountPart } from '../../contracts/engine/copies.ts';
import { count, list } from '../common.ts';
import type * as english from '../copies.ts';
import { formatBytes, formatCount, formatDate } from '../dates.ts';
import type { Translated } from '../language.ts';

const accounts = (n: number): string => (n === 1 ? '1 Konto' : `${formatCount(n)} Konten`);

const parts: Readonly<Record<AccountPart, string>> = {
  title: 'Titel',
  sign_in: 'Anmeldung',
  client: 'Kunde',
  password: 'Passwort',
  candidate: 'wartendes Passwort',
  codes: 'zweite Faktoren',
  backup_codes: 'Backup-Codes',
  notes: 'Notizen',
  fields: 'Felder',
  history: 'alte Passwörter',
  trash: 'Papierkorb',
  other: 'Eigentümer oder Schlagwörter',
};

/** German of ../copies.ts. */
export const copies: Translated<typeof english> = {
  copiesText: {
    lookInside: 'Hineinsehen',
    lookInsideOf: (when) => `In die Sicherung von ${when} hineinsehen`,
    lookInsideOther: 'In eine andere Kopie dieses Tresors hineinsehen',
    other: 'Eine andere Kopie dieses Tresors',
    otherLead:
      'Eine Datei, die ein Cloud-Ordner Konfliktkopie genannt hat, eine von einem anderen Computer oder eine aufgehobene. Was nur sie hat, kann als neue Konten geholt werden.',
    choose: 'Datei wählen',
    fork: 'Datensätze aus der anderen Kopie holen',
    forkTitle: 'Die andere Kopie wählen',
    forkLead:
      'Das ist die Datei, die getrennt von dieser geändert wurde: oft daneben, mit „Konfliktkopie“ im Namen, oder auf dem anderen Computer. Was dieser Computer zuletzt gespeichert hat, kann in einer Sicherung sein.',
    backups: 'Sicherungen ansehen',
    openedTitle: (kind, when) => (kind === 'backup' ? `Sicherung von ${when ?? 'einem anderen Tag'}` : 'Die andere Kopie'),
    savedLast: (when) => `zuletzt gespeichert ${when}`,
    reading: 'Die Kopie wird gelesen',
    readOnly: 'Sie wird nur gelesen. Nichts darin wird geändert, und hier nichts, bis du etwas holst.',
    ask: 'Die Passphrase, die sie damals hatte',
    askTitle: 'Diese Kopie hat einen anderen Schlüssel',
    askLead:
      'Sie ist mit einem anderen Schlüssel dieses Tresors versiegelt, der inzwischen erneuert wurde. Die Passphrase von damals öffnet sie.',
    askAct: 'Kopie öffnen',
    asking: 'Wird geprüft',
    askSafe: 'Verschlossen lassen',
    damagedTitle: 'Ein Teil dieser Kopie ist nicht lesbar.',
    unfinishedTitle: 'Die letzte Speicherung dieser Kopie ist nicht ganz da.',
    damage: (lostBytes, gaps) => `${gaps > 1 ? `${gaps} Stellen, ` : ''}${formatBytes(lostBytes)} davon waren nicht lesbar.`,
    upTo: 'Die Liste zeigt sie, wie sie vor dieser Stelle war.',
    behind: 'Was dahinter noch steht, ist auch in der Liste: Später entfernte Konten und ältere Stände können darunter sein.',
    missing: (n) => (n === 0 ? '' : `${count(n, 'Speicherung davon fehlt', 'Speicherungen davon fehlen')}.`),
    readBehind: 'Auch hinter der Stelle lesen',
    readingBehind: 'Wird gelesen',
    setAside: (n) => `${accounts(n)} darin ${n === 1 ? 'kann' : 'können'} von dieser Version nicht gelesen werden.`,
    show: 'Zeigen',
    all: 'Alle',
    state: { only_there: 'Nur dort', differs: 'Anders', same: 'Gleich' },
    tab: (label, n) => `${label} ${formatCount(n)}`,
    search: 'In der Kopie suchen',
    list: 'Konten der Kopie',
    changedThere: (day) => `geändert ${day}`,
    changedHere: (day) => `hier ${day}`,
    newerThere: 'dort neuer',
    newerHere: 'hier neuer',
    differ: (which) => `anders: ${list(which.map((part) => parts[part]))}`,
    inTrash: 'dort im Papierkorb',
    inTrashHere: 'hier im Papierkorb',
    brought: 'Geholt',
    nothing: {
      only_there: 'Alles in dieser Kopie ist auch hier.',
      differs: 'Kein Konto ist anders.',
      same: 'Kein Konto ist gleich.',
      all: 'Diese Kopie hat keine Konten, die lesbar sind.',
    },
    nothingFound: (query) => `Nichts in dieser Kopie passt zu „${query}“.`,
    onlyHere: (n) => `${accounts(n)} dieses Tresors ${n === 1 ? 'ist' : 'sind'} nicht in der Kopie.`,
    more: (n) => `${formatCount(n)} weitere zeigen`,
    tick: (title) => `${title} holen`,
    tickAll: 'Alle gezeigten ankreuzen',
    tickNone: 'Kein Konto ankreuzen',
    ticked: (n) => (n === 0 ? 'Kreuze an, was geholt werden soll.' : `${accounts(n)} angekreuzt`),
    most: (n) => `Höchstens ${formatCount(n)} auf einmal.`,
    bringIn: 'Als neue Konten holen',
    bringing: 'Wird geholt',
    lead: (mark) =>
      `Sie kommen neben das, was hier ist, mit „(${mark})“ hinter dem Titel. Nichts wird überschrieben. Leihen kommen nicht mit; was jemand gesehen hat, bleibt offengelegt.`,
    goOnTitle: 'Mit dieser Kopie weitermachen und sie holen?',
    goOnLead:
      'Dieser Tresor wird der, der bleibt, und die angekreuzten Konten kommen als neue hinzu. Die andere Datei bleibt, wie sie ist.',
    goOnAct: 'Weitermachen und holen',
    done: (n, clients) =>
      `${accounts(n)} geholt${clients === 0 ? '' : `, mit ${clients === 1 ? '1 neuen Kunden' : `${clients} neuen Kunden`}`}.`,
    unreadable: (n) => `${count(n, 'Geheimnis war nicht lesbar und fehlt', 'Geheimnisse waren nicht lesbar und fehlen')}.`,
    ownerless: (n) => `Bei ${n} ist der Eigentümer hier nicht bekannt.`,
    strangers: (n) =>
      n === 1
        ? 'Jemand, der hier nicht bekannt ist, hat ein Passwort oder Codes davon gesehen: Ändere, worauf es ankommt.'
        : `${formatCount(n)} Personen, die hier nicht bekannt sind, haben Passwörter oder Codes davon gesehen: Ändere, worauf es ankommt.`,
    showThem: 'Zeigen',
    mark: (kind, at, now) => {
      const from = kind === 'backup' ? 'aus Sicherung' : 'aus anderer Kopie';
      return at === null ? from : `${from} von ${formatDate(at, now)}`;
    },
  },
};
