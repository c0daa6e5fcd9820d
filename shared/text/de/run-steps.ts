import { ofName } from '../common.ts';
import type { Translated } from '../language.ts';
import { blockedText } from '../run-steps.ts';
import type * as english from '../run-steps.ts';

/** German of ../run-steps.ts. */
export const runSteps: Translated<typeof english> = {
  blockedText: {
    no_candidate: 'Erzeuge zuerst ein neues Passwort.',
    candidate_waits: 'Sag zuerst, ob das neue Passwort angenommen wurde.',
    devices_open: 'Einige Geräte sind weder behalten noch abgemeldet.',
    codes_open: 'Codes, die schon geschickt sind, gelten noch. Richte den Authenticator neu ein, mit einem anderen Schlüssel.',
    outside_seed:
      'Jemand außerhalb hat den Schlüssel des Authenticators und damit jeden Code. Richte ihn hier neu ein, mit einem anderen Schlüssel.',
    backup_open: 'Die Backup-Codes, die gesehen wurden, gelten noch. Schreib zuerst die neuen auf.',
    password_first: 'Setze zuerst das neue Passwort.',
    others_outdated: 'Jemand, der bleibt, hat noch das alte Passwort.',
    grant_live: 'Es läuft noch. Beende es zuerst.',
    no_list: 'Noch ist kein Gerät aufgeschrieben. Füge die Liste ein, oder nimm sie einzeln auf.',
    promised_missing: 'Das angekündigte Gerät stand noch nicht auf der Liste.',
    no_factor: 'Noch ist kein Schlüssel hier.',
    not_confirmed: 'Der Schlüssel ist hier, aber noch kein Code davon wurde mit der Plattform verglichen.',
  },
  blockedSentence: (why) =>
    Object.entries(blockedText).find(([known]) => known === why)?.[1] ?? 'Sieh dir den Schritt noch einmal an.',
  ownStepText: {
    tell: (person) => `${person} sagen, dass es beendet ist`,
    send_anew: () => 'Denen, die bleiben, das neue Passwort schicken',
    end_grant: () => 'Die Leihe beenden',
    member: (centre) => `Aus ${centre} herausnehmen`,
    whose_device: (person) => `Sagen, welches ${ofName(person)} Gerät ist`,
  },
  ownAdvice: {
    send_anew: 'Der Zugang besteht noch, aber das bekannte Passwort öffnet nichts mehr. Versiegle das neue für jede Person.',
    end_grant:
      'Das Latchkey dort entfernt, was es hält, sobald das Wort eingefügt ist. Was kopiert wurde, bleibt kopiert, bis du es änderst.',
    member: (name, level) => `${name} ist dort als ${level}. Entferne die Person auf der Plattform und hake das dann ab.`,
  },
  phaseText: {
    list_access: 'Zuerst',
    end_grant: 'Was noch benutzt werden kann',
    password: 'Passwörter, das am längsten bekannte zuerst',
    send_anew: 'Die, die bleiben',
    authenticator: 'Codes',
    devices: 'Geräte',
    roles: 'Rollen und Business-Center',
    backup_codes: 'Backup-Codes',
    apps: 'Verbundene Apps',
    recovery: 'Mail und Telefon zur Wiederherstellung',
    tell: 'Zuletzt',
  },
  orderText: {
    label: 'Reihenfolge',
    byUrgency: 'Was zuerst kommt',
    byAccount: 'Nach Konto',
    whole: 'Für alles',
    centres: 'Business-Center',
  },
  endGrantText: {
    end: 'Jetzt beenden',
    endAll: (n) => `Alle ${n} jetzt beenden`,
    ending: 'Wird beendet',
    reason: 'Der Zugang ist beendet.',
    over: (day) => `Beendet ${day}.`,
    asked: (n, person) => (n === 1 ? `Für ${person} beenden?` : `Alle ${n} für ${person} beenden?`),
    body: 'Jedes Ende wird als Wort versiegelt. Passwörter, die gesehen wurden, bleiben offengelegt, bis du sie änderst.',
    keep: 'Laufen lassen',
  },
  tellText: {
    make: 'Nachricht versiegeln',
    making: 'Wird versiegelt',
    none: (person) => `Noch ist nichts von ${person} beendet.`,
    copy: 'Wort kopieren',
    copied: 'Kopiert. Schick es über euren Chat.',
    copyAll: (n) => `Alle ${n} kopieren`,
    notSealed: 'noch nicht versiegelt',
    sealedOn: (when) => `versiegelt ${when}`,
    receipt: {
      opened: 'einmal geöffnet · Quittung signiert',
      declined: 'abgelehnt · Quittung signiert',
      purged: 'von der App dort entfernt · Quittung signiert',
      expired: 'von der App dort beendet · Quittung signiert',
    },
    noReceipt: 'noch keine Quittung',
  },
  sendAnewText: {
    nobody: 'Niemand, der bleibt, hat ein altes Passwort.',
    seal: 'Versiegeln',
    sealing: 'Wird versiegelt',
    copy: 'Nachricht kopieren',
    copied: 'Kopiert. Schick es über euren Chat.',
    unverifiedTitle: (person) => `Die Wörter von ${person} wurden nicht verglichen`,
    unverifiedBody: 'Wer die Karte geschickt hat, ist vielleicht nicht, wer du denkst. Das Passwort ginge an diese Karte.',
    unverifiedSafe: 'Nicht versiegeln',
    unverifiedAct: 'Trotzdem versiegeln',
  },
};
