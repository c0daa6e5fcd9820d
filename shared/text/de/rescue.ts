import { count } from '../common.ts';
import { formatBytes, formatCount } from '../dates.ts';
import type { Translated } from '../language.ts';
import type * as english from '../rescue.ts';

/** German of ../rescue.ts. */
export const rescue: Translated<typeof english> = {
  rescueText: {
    title: 'Sicherungen und Rettung',
    line: (name) => `von ${name}`,
    backups: 'Sicherungen dieses Tresors',
    none: 'Auf diesem Computer gibt es keine Sicherung dieses Tresors.',
    looking: 'Sicherungen werden gesucht',
    restore: 'Wiederherstellen',
    restoreOf: (when) => `Die Sicherung von ${when} wiederherstellen`,
    ask: (when) => `Den Tresor von ${when} zurücklegen?`,
    askLead: 'Er tritt an die Stelle der Datei, die dort liegt; diese bleibt daneben.',
    act: 'Wiederherstellen',
    acting: 'Wird wiederhergestellt',
    restored: 'Die Sicherung ist an der Stelle des Tresors und offen.',
    salvage: 'Nehmen, was lesbar ist',
    salvageLead: 'Liest jeden noch ganzen Teil der Datei in einen neuen Tresor. Die beschädigte Datei wird nur gelesen.',
    salvageAsk: 'Was lesbar ist in einen neuen Tresor nehmen?',
    salvageAskLead: 'Das kann eine Weile dauern. Der neue Tresor öffnet mit derselben Passphrase.',
    name: 'Name des neuen Tresors',
    suggested: (name) => `${name} gerettet`.slice(0, 64),
    nameEmpty: 'Gib dem neuen Tresor einen Namen.',
    passphrase: 'Die Passphrase, die er damals hatte',
    salvagePassphrase: 'Passphrase des beschädigten Tresors',
    salvageAct: 'Lesen, was da ist',
    salvaging: 'Wird gelesen',
    reportTitle: 'Was lesbar war',
    report: (records, frames) =>
      `${records === 1 ? '1 Datensatz' : `${formatCount(records)} Datensätze`} aus ${count(frames, 'Speicherung', 'Speicherungen')}`,
    whole: 'Nichts in der Datei war unlesbar.',
    gaps: (gaps, bytes) =>
      `${count(gaps, 'Stelle', 'Stellen')} der Datei, ${formatBytes(bytes)}, ${gaps === 1 ? 'war' : 'waren'} nicht lesbar`,
    runs: (n) => `bei ${n === 1 ? '1 Speicherung' : `${n} Speicherungen`} in mehreren Teilen fehlten Teile`,
    untouched: 'Die beschädigte Datei ist, wie sie war. Behalte sie, bis du den neuen Tresor durchgesehen hast.',
    open: 'Neuen Tresor öffnen',
  },
};
