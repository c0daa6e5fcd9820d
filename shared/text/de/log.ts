import { AUDIT_KINDS, type AuditKind } from '../../audit-kinds.ts';
import type { RunKind } from '../../contracts/engine/runs.ts';
import { firstName } from '../common.ts';
import type { Translated } from '../language.ts';
import type { LogFacts } from '../log.ts';
import type * as english from '../log.ts';
import { capital } from './grammar.ts';

/** Somebody in the three cases a sentence needs: oneself, somebody without a name, or a first name, which stays as it is. */
interface Who {
  readonly is: string;
  /** After für and an. */
  readonly whom: string;
  /** After von, mit and the like. */
  readonly to: string;
  readonly has: 'hast' | 'hat';
}

const YOU: Who = { is: 'du', whom: 'dich', to: 'dir', has: 'hast' };
const SOMEONE: Who = { is: 'jemand', whom: 'jemanden', to: 'jemandem', has: 'hat' };
const named = (name: string): Who => ({ is: name, whom: name, to: name, has: 'hat' });

type Sentence = (who: Who, about: string, facts: LogFacts) => string;

const runs: Readonly<Record<RunKind, (who: Who, about: string) => string>> = {
  end_of_access: (_, about) => `das Ende des Zugangs zu ${about}`,
  put_authenticator: (_, about) => `den Durchgang, der ${about} einen Authenticator gibt`,
  before_handoff: (_, about) => `den Durchgang vor einer Übergabe von ${about}`,
  sign_in_appointment: (who, about) => `den Durchgang der Anmeldung von ${who.to} bei ${about}`,
  after_handoff: (_, about) => `den Durchgang nach einer Übergabe von ${about}`,
  leaver: (who) => `das Ende von allem, was bei ${who.to} liegt`,
  account_recovery: (_, about) => `die Wiederherstellung von ${about}`,
};

/** A run as what is begun or finished. */
const runOf = (who: Who, about: string, { run }: LogFacts): string =>
  run === undefined || run === null ? `einen Durchgang von ${about}` : runs[run](who, about);

const runNames: Readonly<Record<RunKind, (who: Who, about: string) => string>> = {
  end_of_access: (_, about) => `dem Ende des Zugangs zu ${about}`,
  put_authenticator: (_, about) => `dem Durchgang, der ${about} einen Authenticator gibt`,
  before_handoff: (_, about) => `dem Durchgang vor einer Übergabe von ${about}`,
  sign_in_appointment: (who, about) => `dem Durchgang der Anmeldung von ${who.to} bei ${about}`,
  after_handoff: (_, about) => `dem Durchgang nach einer Übergabe von ${about}`,
  leaver: (who) => `dem Ende von allem, was bei ${who.to} liegt`,
  account_recovery: (_, about) => `der Wiederherstellung von ${about}`,
};

/** A step; of someone’s leaving also which account it was for. */
function stepOf(who: Who, about: string, facts: LogFacts): string {
  const { run } = facts;
  const one =
    run === 'leaver' && facts.about !== null && facts.about !== facts.who?.name ? `einen Schritt bei ${about}` : 'einen Schritt';
  return `${one} von ${run === undefined || run === null ? `einem Durchgang von ${about}` : runNames[run](who, about)}`;
}

const centreOf = ({ about }: LogFacts): string => about ?? 'einem inzwischen entfernten Business-Center';

/** Someone at a business centre: by their card, else as they were noted. */
const memberOf = (who: Who, { who: known, part }: LogFacts): string => (known === null ? (part ?? who.is) : who.is);

/** An ad code by its post, and for whom it is. */
function adCodeOf(who: Who, about: string, { who: known, part }: LogFacts): string {
  const code = part === undefined || part === null ? 'einen Anzeigencode' : `den Anzeigencode „${part}“`;
  return `${code} von ${about}${known === null ? '' : ` für ${who.whom}`}`;
}

const sentences: Partial<Readonly<Record<AuditKind, Sentence>>> = {
  'vault-made': () => 'Du hast diesen Tresor angelegt',
  'vault-opened': () => 'Der Tresor wurde entsperrt',
  'vault-opened-by-recovery': () => 'Der Tresor wurde mit den Wiederherstellungswörtern entsperrt',
  'vault-opened-by-device': () => 'Der Tresor wurde über den Schlüsselbund dieses Computers entsperrt',
  'master-password-changed': () => 'Du hast die Passphrase dieses Tresors geändert',
  'recovery-renewed': () => 'Du hast ein neues Wiederherstellungsblatt gemacht',
  'recovery-tested': () => 'Du hast das Wiederherstellungsblatt erprobt',
  'key-rotated': () => 'Du hast den Schlüssel dieses Tresors geändert; Passphrase, Blatt und Gerät wurden neu gesetzt',
  'device-remembered': () => 'Du lässt diesen Computer den Tresor über seinen Schlüsselbund öffnen',
  'device-forgotten': () => 'Du hast den Schlüssel dieses Computers weggenommen',
  'vault-repaired': () => 'Das Ende der Datei war abgerissen und wurde repariert; die alten Bytes liegen daneben',
  'record-set-aside': () => 'Ein Datensatz war nicht lesbar und wurde zur Seite gelegt',
  'record-removed': () => 'Du hast einen Datensatz entfernt, der nicht lesbar war',
  'client-saved': (_, about) => `Du hast den Kunden ${about} gespeichert`,
  'client-removed': (_, about) => `Du hast den Kunden ${about} entfernt; die Konten blieben`,
  'account-added': (_, about) => `Du hast ${about} hinzugefügt`,
  'account-changed': (_, about) => `Du hast ${about} geändert`,
  'account-trashed': (_, about) => `Du hast ${about} in den Papierkorb gelegt`,
  'account-restored': (_, about) => `Du hast ${about} aus dem Papierkorb geholt`,
  'account-purged': (_, about) => `${about} hat den Tresor endgültig verlassen`,
  'account-brought-in': (_, about) => `Du hast ${about} als neues Konto aus einer anderen Kopie dieses Tresors geholt`,
  'password-set': (_, about) => `Du hast das Passwort von ${about} aufgeschrieben`,
  'password-changed': (_, about) => `Du hast das Passwort von ${about} geändert`,
  'password-restored': (_, about) => `Du hast ein früheres Passwort von ${about} zurückgeholt`,
  'password-revealed': (_, about) => `Du hast das Passwort von ${about} gezeigt`,
  'password-copied': (_, about) => `Du hast das Passwort von ${about} kopiert`,
  'secret-revealed': (_, about) => `Du hast ein Geheimnis von ${about} gezeigt`,
  'secret-copied': (_, about) => `Du hast ein Geheimnis von ${about} kopiert`,
  'notes-restored': (_, about) => `Du hast frühere Notizen von ${about} zurückgeholt`,
  'backup-codes-restored': (_, about) => `Du hast frühere Backup-Codes von ${about} zurückgeholt`,
  'field-restored': (_, about) => `Du hast zurückgeholt, was in einem Feld von ${about} stand`,
  'backup-codes-changed': (_, about) => `Du hast neue Backup-Codes von ${about} aufgeschrieben`,
  'backup-code-used': (_, about) => `Du hast einen Backup-Code von ${about} als benutzt vermerkt`,
  'code-shown': (_, about) => `Ein Code von ${about} wurde gezeigt`,
  'code-copied': (_, about) => `Du hast einen Code von ${about} kopiert`,
  'authenticator-added': (_, about) => `Du hast den Authenticator von ${about} hinzugefügt; sein Code passte`,
  'authenticator-added-unconfirmed': (_, about) =>
    `Du hast den Authenticator von ${about} hinzugefügt, mit keinem Telefon verglichen`,
  'authenticator-restored': (_, about) => `Du hast einen früheren Authenticator von ${about} zurückgeholt`,
  'authenticator-deleted': (_, about) => `Du hast den Schlüssel eines früheren Authenticators von ${about} gelöscht`,
  'factor-noted': (_, about) => `Du hast vermerkt, wie ${about} nach einem Code fragt`,
  'factor-removed': (_, about) => `Du hast einen zweiten Faktor von ${about} entfernt`,
  'card-added': (who) => `Du hast die Karte von ${who.to} hinzugefügt`,
  'contact-verified': (who) => `Du hast mit ${who.to} Wörter verglichen; sie passten`,
  'contact-removed': (who) => `Du hast ${who.whom} entfernt`,
  'words-differed': (who) => `Die für ${who.whom} getippten Wörter passten nicht`,
  'handoff-sealed': (who, about) => `Du hast eine Übergabe von ${about} für ${who.whom} versiegelt`,
  'handoff-sealed-unverified': (who, about) =>
    `Du hast eine Übergabe von ${about} für ${who.whom} versiegelt, ohne Wörter zu vergleichen`,
  'handoff-read': (who, about) => `Eine Übergabe von ${about} kam von ${who.to}`,
  'handoff-accepted': (who, about) => `Du hast ${about} angenommen, geliehen von ${who.to}`,
  'handoff-declined': (who, about) => `Du hast ${about} von ${who.to} abgelehnt`,
  'secrets-opened-unverified': (who) => `Du hast Geheimnisse von ${who.to} geöffnet, ohne Wörter zu vergleichen`,
  'received-password-used': (who, about) => `Du hast das Passwort von ${about} benutzt, geliehen von ${who.to}`,
  'received-code-shown': (who, about) => `Ein Code von ${about}, geliehen von ${who.to}, wurde gezeigt`,
  'given-back': (who, about) => `Du hast ${about} an ${who.whom} zurückgegeben`,
  'receipt-opened': (who, about) => `${who.is} ${who.has} die Übergabe von ${about} geöffnet`,
  'receipt-declined': (who, about) => `${who.is} ${who.has} die Übergabe von ${about} abgelehnt`,
  'receipt-purged': (who, about) => `Die App von ${who.to} hat die Geheimnisse von ${about} entfernt`,
  'receipt-expired': (who, about) => `Die App von ${who.to} hat ${about} am letzten Tag beendet`,
  'request-read': (who, about) => `${who.is} ${who.has} um ${about} gebeten`,
  'code-request-read': (who, about) => `${who.is} ${who.has} um einen Code von ${about} gebeten`,
  'revoke-sealed': (who, about) => `Du hast ein Ende von ${about} für ${who.whom} versiegelt`,
  'revoke-read': (who, about) => `${who.is} ${who.has} ${about} beendet; wer es gelesen hat, kennt es noch`,
  'grant-ended': (who, about) => `Der letzte Tag von ${about} für ${who.whom} war vorbei`,
  'grant-closed': (who, about) => `Du hast ${about} für ${who.whom} abgeschlossen`,
  'received-ended': (who, about) => `${about}, geliehen von ${who.to}, endete hier`,
  'received-purged': (who, about) => `Die Geheimnisse von ${about}, geliehen von ${who.to}, wurden aus diesem Tresor entfernt`,
  'run-started': (who, about, facts) => `Du hast ${runOf(who, about, facts)} begonnen`,
  'run-step-done': (who, about, facts) => `Du hast ${stepOf(who, about, facts)} erledigt`,
  'run-step-skipped': (who, about, facts) => `Du hast ${stepOf(who, about, facts)} übersprungen, mit einem Grund`,
  'run-step-reopened': (who, about, facts) => `Du hast ${stepOf(who, about, facts)} wieder geöffnet`,
  'candidate-made': (_, about) => `Du hast ein neues Passwort für ${about} erzeugt`,
  'candidate-copied': (_, about) => `Du hast das neue Passwort von ${about} kopiert`,
  'candidate-dropped': (_, about) => `Du hast das neue Passwort von ${about} verworfen; das jetzige bleibt`,
  'device-saved': (_, about) => `Du hast ein bei ${about} angemeldetes Gerät vermerkt`,
  'device-signed-out': (_, about) => `Du hast ein Gerät von ${about} abgemeldet`,
  'device-removed': (_, about) => `Du hast ein Gerät von ${about} von der Liste genommen`,
  'request-made': (who, about) => `Du hast ${who.whom} um ${about} gebeten`,
  'request-made-open': (_, about) => `Du hast eine offene Anfrage nach ${about} gemacht`,
  'request-given-out-again': (who, about) => `Du hast die Anfrage nach ${about} noch einmal ausgegeben, für ${who.whom}`,
  'request-closed': (_, about) => `Du hast die Anfrage nach ${about} geschlossen`,
  'request-answered': (who, about) => `Du hast die Anfrage von ${who.to} nach ${about} beantwortet`,
  'request-refused': (who, about) => `Du hast die Anfrage von ${who.to} nach ${about} abgelehnt`,
  'refusal-read': (who, about) => `${who.is} ${who.has} deine Anfrage nach ${about} abgelehnt`,
  'steps-sealed': (who, about) => `Du hast ${who.to} mit Schritten für eine Rolle bei ${about} geantwortet`,
  'steps-sealed-unverified': (who, about) =>
    `Du hast ${who.to} mit Schritten für eine Rolle bei ${about} geantwortet, ohne Wörter zu vergleichen`,
  'code-asked': (who, about) => `Du hast ${who.whom} um einen Code von ${about} gebeten`,
  'code-request-closed': (who, about) => `Du hast deine Anfrage an ${who.whom} nach einem Code von ${about} geschlossen`,
  'code-sent': (who, about) => `Du hast ${who.to} ein paar Minuten Codes von ${about} geschickt`,
  'code-typed-sent': (who, about) => `Du hast ${who.to} einen Code von ${about} geschickt, den du eingetippt hast`,
  'code-denied': (who, about) => `Du hast ${who.to} einen Code von ${about} verweigert`,
  'code-read': (who, about) => `Ein Code von ${about} kam von ${who.to}`,
  'code-requests-muted': (who, about) => `Anfragen von ${who.to} nach Codes von ${about} sind stumm`,
  'code-requests-unmuted': (who, about) => `Du lässt ${who.whom} wieder nach Codes von ${about} fragen`,
  'grant-extended': (who, about) => `Du hast ${about} für ${who.whom} verlängert`,
  'grant-reduced': (who, about) => `Du hast ${about} für ${who.whom} verringert`,
  'grant-ended-early': (who, about) => `Du hast ${about} für ${who.whom} vor dem letzten Tag beendet`,
  'secret-sent-anew': (who, about) => `Du hast das neue Geheimnis von ${about} für ${who.whom} versiegelt`,
  'pass-sealed': (who, about) => `Du hast neue Codes von ${about} für ${who.whom} versiegelt`,
  'pass-read': (who, about) => `Neue Codes von ${about} kamen von ${who.to}`,
  'receipt-made': (who, about) => `Du hast eine Quittung über ${about} für ${who.whom} gemacht`,
  'run-closed': (who, about, facts) => `Du hast ${runOf(who, about, facts)} abgeschlossen`,
  'own-step-saved': (_, about) => `Du hast aufgeschrieben, wo ${about} eine Einstellung hat`,
  'device-listed': (_, about) => `Du hast die Geräte von ${about} mit dem verglichen, was die Plattform zeigt`,
  'centre-saved': (_, about, facts) =>
    facts.about === null
      ? 'Du hast ein inzwischen entferntes Business-Center gespeichert'
      : `Du hast das Business-Center ${about} gespeichert`,
  'centre-removed': () => 'Du hast ein Business-Center entfernt',
  'asset-saved': (_, __, facts) =>
    facts.part
      ? `Du hast ${facts.part} bei ${centreOf(facts)} gespeichert`
      : `Du hast gespeichert, was ${centreOf(facts)} gehört oder dient`,
  'asset-removed': (_, __, facts) => `Du hast etwas aus ${centreOf(facts)} entfernt`,
  'member-saved': (who, _, facts) => `Du hast vermerkt, was ${memberOf(who, facts)} bei ${centreOf(facts)} darf`,
  'member-removed': (who, _, facts) => `Du hast vermerkt, dass ${memberOf(who, facts)} nicht mehr bei ${centreOf(facts)} ist`,
  'ad-code-saved': (who, about, facts) => `Du hast ${adCodeOf(who, about, facts)} vermerkt`,
  'ad-code-ended': (who, about, facts) => `Du hast ${adCodeOf(who, about, facts)} als beendet vermerkt`,
  'ids-saved': (who) => `Du hast Nummern von ${who.to} vermerkt`,
  'review-started': () => 'Du hast eine Prüfung begonnen',
  'review-answered': (who, about) => `Du hast in einer Prüfung geantwortet: ${about} für ${who.whom}`,
  'review-finished': () => 'Du hast eine Prüfung abgeschlossen',
  'reminder-snoozed': (_, about, facts) =>
    facts.about === null ? 'Du hast eine Erinnerung aufgeschoben' : `Du hast eine Erinnerung an ${about} aufgeschoben`,
  'report-made': () => 'Du hast einen Bericht gemacht',
  'certificate-made': (_, about) => `Du hast ein Abschlusszeugnis von ${about} gemacht`,
  'log-exported': () => 'Du hast das Protokoll ausgegeben',
  'catalogue-saved': () => 'Du hast die Plattformen geändert, die du hinzugefügt hast',
  'clock-back': () => 'Die Uhr dieses Computers ging zurück',
  'changes-rescued': () => 'Änderungen, die beim Sperren ungespeichert waren, wurden gespeichert',
};

const UNKNOWN = 'Etwas, wofür diese Version von Latchkey keine Worte hat';

/** German of ../log.ts. */
export const log: Translated<typeof english> = {
  logSentence: (facts) => {
    const { what, who, about } = facts;
    const kind = AUDIT_KINDS.find((one) => one === what);
    const sentence = kind === undefined ? undefined : sentences[kind];
    if (sentence === undefined) return UNKNOWN;
    const whom = who === null ? SOMEONE : who.contact === null ? YOU : named(firstName(who.name));
    return capital(sentence(whom, about ?? 'etwas inzwischen Entferntem', facts));
  },
};
