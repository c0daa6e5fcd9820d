import type * as english from '../certificate.ts';
import { count } from '../common.ts';
import type { Translated } from '../language.ts';

const of = (title: string | null): string => (title === null ? '' : ` von ${title}`);
const changedTo = { password: 'Passwort', codes: 'Authenticator-Schlüssel', backup_codes: 'Backup-Codes' } as const;
const names = { password: 'Das Passwort', codes: 'Codes, die schon geschickt sind,', backup_codes: 'Die Backup-Codes' } as const;

/** German of ../certificate.ts. */
export const certificate: Translated<typeof english> = {
  certificateText: {
    title: (client) => `Abschlusszeugnis: ${client}`,
    head: (vault, by) => `Aus dem Tresor ${vault}, gemacht von ${by}`,
    verdict: (all, open) => {
      if (all === 0) return 'Nichts dieses Kunden war je verliehen.';
      if (open === 0)
        return all === 1
          ? 'Die eine Leihe dieses Kunden ist abgeschlossen.'
          : `Alle ${all} Leihen dieses Kunden sind abgeschlossen.`;
      return `Nicht alles ist zurück: ${open} von ${count(all, 'Leihe', 'Leihen')} nicht abgeschlossen, zuerst aufgeführt.`;
    },
    notClosed: 'Nicht abgeschlossen',
    closed: 'Abgeschlossen',
    lent: (what, from, until) => `Verliehen: ${what}, ${from} bis ${until}`,
    declined: (day) => `Abgelehnt ${day}; nichts wurde angenommen, laut der anderen App`,
    running: (day) => `Läuft noch, bis ${day}`,
    ended: (day) => `Beendet ${day}`,
    returned: (day) => `Zurückgegeben ${day}: Geheimnisse dort entfernt, laut der anderen App, Quittung signiert`,
    expired: (day) => `Dort beendet ${day}, laut der anderen App, Quittung signiert`,
    noReceipt: 'Keine Quittung kam von der anderen App; was gelesen wurde, kann noch bekannt sein',
    changed: (secret, title, day) => `${changedTo[secret]}${of(title)} geändert ${day}`,
    ranOut: (title, day) => `Codes${of(title)} abgelaufen ${day}, durch Kryptografie gehalten`,
    exposed: (secret, title, day) =>
      `${names[secret]}${of(title)}, gesehen ${day}: seither nicht geändert, offengelegt, bis du es änderst`,
    signedOut: (device, day) => `Abgemeldet ${day}: ${device}`,
    stillIn: (device) => `Nicht abgemeldet: ${device}`,
    kept: (device) => `Angemeldet behalten: ${device}`,
    stillAt: (centre, level) => `Noch bei ${centre} als ${level}: dort nicht herausgenommen`,
    takenOut: (centre, level) => `Aus ${centre} herausgenommen, dort als ${level}`,
    takenOutOn: (centre, level, day) => `Aus ${centre} herausgenommen ${day}, dort als ${level}`,
    skipped: (step, reason) => `Übersprungen: ${step}${reason === null ? '' : `. Grund: ${reason}`}`,
    closedOn: (day) => `Abgeschlossen ${day}`,
    notClosedYet: 'Beendet, nicht abgeschlossen: Der Durchgang zum Ende ist nicht erledigt',
    nothingToClose: 'Abgelehnt, und nichts davon ist offengelegt',
    foot: [
      'Auf dieser Seite steht kein Geheimnis. Sie sagt, was der Tresor, der sie gemacht hat, damals wusste; die Plattformen führen ihr eigenes Protokoll.',
      'Was die App einer anderen Person sagt, gilt laut dieser App. Ein geändertes Passwort oder ein geänderter Schlüssel beendet, was davon gesehen wurde, von der Plattform gehalten.',
    ],
    log: (n, hash) => `Das Protokoll des Tresors stand bei Eintrag ${n}, ${hash}.`,
  },
};
