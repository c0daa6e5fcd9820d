import { AUDIT_KINDS, type AuditKind } from '../audit-kinds.ts';
import type { RunKind } from '../contracts/engine/runs.ts';
import { firstName } from './common.ts';
import { inLanguage } from './language.ts';

/** What a log record says beyond its kind: who it was about or came from, the name of the thing, what of it, and the kind of a run. */
export interface LogFacts {
  readonly what: string;
  readonly who: { readonly contact: string | null; readonly name: string } | null;
  readonly about: string | null;
  readonly part?: string | null;
  readonly run?: RunKind | null;
}

type Sentence = (who: string, about: string, facts: LogFacts) => string;

/** A run by its kind, as one speaks of it. */
const runs: Readonly<Record<RunKind, (who: string, about: string) => string>> = {
  end_of_access: (_, about) => `the end of access of ${about}`,
  put_authenticator: (_, about) => `the run that puts an authenticator on ${about}`,
  before_handoff: (_, about) => `the run before a handoff of ${about}`,
  sign_in_appointment: (who, about) => `the run of ${who}’s sign-in to ${about}`,
  after_handoff: (_, about) => `the run after a handoff of ${about}`,
  leaver: (who) => `the end of everything ${who} has`,
  account_recovery: (_, about) => `the recovery of ${about}`,
};

const runOf = (who: string, about: string, { run }: LogFacts): string =>
  run === undefined || run === null ? `a run of ${about}` : runs[run](who, about);

/** A step; of someone’s leaving also which account it was for. */
function stepOf(who: string, about: string, facts: LogFacts): string {
  const one = facts.run === 'leaver' && facts.about !== null && facts.about !== facts.who?.name ? `a step at ${about}` : 'a step';
  return `${one} of ${runOf(who, about, facts)}`;
}

const centreOf = ({ about }: LogFacts): string => about ?? 'a business centre removed since';

/** Someone at a business centre: by their card, else as they were noted. */
const memberOf = (who: string, { who: known, part }: LogFacts): string => (known === null ? (part ?? who) : who);

/** An ad code by its post, and for whom it is. */
function adCodeOf(name: string, about: string, { who, part }: LogFacts): string {
  const code = part === undefined || part === null ? 'an ad authorisation code' : `the ad authorisation code “${part}”`;
  return `${code} of ${about}${who === null ? '' : ` for ${name}`}`;
}

const sentences: Readonly<Record<AuditKind, Sentence>> = {
  'vault-made': () => 'You made this vault',
  'vault-opened': () => 'The vault was unlocked',
  'vault-opened-by-recovery': () => 'The vault was unlocked with the recovery words',
  'vault-opened-by-device': () => 'The vault was unlocked by this device’s keychain',
  'master-password-changed': () => 'You changed the passphrase of this vault',
  'recovery-renewed': () => 'You made a new recovery sheet',
  'recovery-tested': () => 'You tested the recovery sheet',
  'key-rotated': () => 'You changed the key of this vault; passphrase, sheet and device were set anew',
  'device-remembered': () => 'You let this device open the vault by its keychain',
  'device-forgotten': () => 'You took the key of this device away',
  'vault-repaired': () => 'The end of the file was torn and repaired; the old bytes were kept aside',
  'record-set-aside': () => 'A record could not be read and was set aside',
  'record-removed': () => 'You removed a record that could not be read',
  'client-saved': (_, about) => `You saved the client ${about}`,
  'client-removed': (_, about) => `You removed the client ${about}; its accounts stayed`,
  'account-added': (_, about) => `You added ${about}`,
  'account-changed': (_, about) => `You changed ${about}`,
  'account-trashed': (_, about) => `You put ${about} in the trash`,
  'account-restored': (_, about) => `You took ${about} out of the trash`,
  'account-purged': (_, about) => `${about} left the vault for good`,
  'account-brought-in': (_, about) => `You brought in ${about} as a new account from another copy of this vault`,
  'password-set': (_, about) => `You wrote down the password of ${about}`,
  'password-changed': (_, about) => `You changed the password of ${about}`,
  'password-restored': (_, about) => `You put back an earlier password of ${about}`,
  'password-revealed': (_, about) => `You showed the password of ${about}`,
  'password-copied': (_, about) => `You copied the password of ${about}`,
  'secret-revealed': (_, about) => `You showed a secret of ${about}`,
  'secret-copied': (_, about) => `You copied a secret of ${about}`,
  'notes-restored': (_, about) => `You put back earlier notes of ${about}`,
  'backup-codes-restored': (_, about) => `You put back earlier backup codes of ${about}`,
  'field-restored': (_, about) => `You put back what a field of ${about} held before`,
  'backup-codes-changed': (_, about) => `You wrote down new backup codes of ${about}`,
  'backup-code-used': (_, about) => `You marked a backup code of ${about} as used`,
  'code-shown': (_, about) => `A code of ${about} was shown`,
  'code-copied': (_, about) => `You copied a code of ${about}`,
  'authenticator-added': (_, about) => `You added the authenticator of ${about}; its code fitted`,
  'authenticator-added-unconfirmed': (_, about) => `You added the authenticator of ${about}, not compared with a phone`,
  'authenticator-restored': (_, about) => `You put back an earlier authenticator of ${about}`,
  'authenticator-deleted': (_, about) => `You deleted the key of an earlier authenticator of ${about}`,
  'factor-noted': (_, about) => `You noted how ${about} asks for a code`,
  'factor-removed': (_, about) => `You removed a second factor of ${about}`,
  'card-added': (who) => `You added ${who}’s card`,
  'contact-verified': (who) => `You compared words with ${who}; they fitted`,
  'contact-removed': (who) => `You removed ${who}`,
  'words-differed': (who) => `The words typed for ${who} did not fit`,
  'handoff-sealed': (who, about) => `You sealed a handoff of ${about} for ${who}`,
  'handoff-sealed-unverified': (who, about) => `You sealed a handoff of ${about} for ${who} without comparing words`,
  'handoff-read': (who, about) => `A handoff of ${about} came from ${who}`,
  'handoff-accepted': (who, about) => `You took up ${about}, lent by ${who}`,
  'handoff-declined': (who, about) => `You declined ${about} from ${who}`,
  'secrets-opened-unverified': (who) => `You opened secrets from ${who} without comparing words`,
  'received-password-used': (who, about) => `You used the password of ${about}, lent by ${who}`,
  'received-code-shown': (who, about) => `A code of ${about}, lent by ${who}, was shown`,
  'given-back': (who, about) => `You gave ${about} back to ${who}`,
  'receipt-opened': (who, about) => `${who} opened the handoff of ${about}`,
  'receipt-declined': (who, about) => `${who} declined the handoff of ${about}`,
  'receipt-purged': (who, about) => `${who}’s app removed the secrets of ${about}`,
  'receipt-expired': (who, about) => `${who}’s app ended ${about} on its last day`,
  'request-read': (who, about) => `${who} asked for ${about}`,
  'code-request-read': (who, about) => `${who} asked for a code of ${about}`,
  'revoke-sealed': (who, about) => `You sealed an end of ${about} for ${who}`,
  'revoke-read': (who, about) => `${who} ended ${about}; it is still known to whoever read it`,
  'grant-ended': (who, about) => `The last day of ${about} for ${who} was over`,
  'grant-closed': (who, about) => `You closed ${about} for ${who}`,
  'received-ended': (who, about) => `${about}, lent by ${who}, ended here`,
  'received-purged': (who, about) => `The secrets of ${about}, lent by ${who}, were removed from this vault`,
  'run-started': (who, about, facts) => `You started ${runOf(who, about, facts)}`,
  'run-step-done': (who, about, facts) => `You finished ${stepOf(who, about, facts)}`,
  'run-step-skipped': (who, about, facts) => `You skipped ${stepOf(who, about, facts)}, with a reason`,
  'run-step-reopened': (who, about, facts) => `You opened ${stepOf(who, about, facts)} again`,
  'candidate-made': (_, about) => `You made a new password for ${about}`,
  'candidate-copied': (_, about) => `You copied the new password of ${about}`,
  'candidate-dropped': (_, about) => `You dropped the new password of ${about}; the present one stays`,
  'device-saved': (_, about) => `You noted a device signed in to ${about}`,
  'device-signed-out': (_, about) => `You signed a device out of ${about}`,
  'device-removed': (_, about) => `You took a device of ${about} off the list`,
  'request-made': (who, about) => `You asked ${who} for ${about}`,
  'request-made-open': (_, about) => `You made an open request for ${about}`,
  'request-given-out-again': (who, about) => `You gave the request for ${about} out again, for ${who}`,
  'request-closed': (_, about) => `You closed the request for ${about}`,
  'request-answered': (who, about) => `You answered ${who}’s request for ${about}`,
  'request-refused': (who, about) => `You refused ${who}’s request for ${about}`,
  'refusal-read': (who, about) => `${who} refused your request for ${about}`,
  'steps-sealed': (who, about) => `You answered ${who} with steps for a role at ${about}`,
  'steps-sealed-unverified': (who, about) => `You answered ${who} with steps for a role at ${about} without comparing words`,
  'code-asked': (who, about) => `You asked ${who} for a code of ${about}`,
  'code-request-closed': (who, about) => `You closed your request for a code of ${about}, asked of ${who}`,
  'code-sent': (who, about) => `You sent ${who} a few minutes of codes of ${about}`,
  'code-typed-sent': (who, about) => `You sent ${who} a code of ${about} that you typed in`,
  'code-denied': (who, about) => `You refused ${who} a code of ${about}`,
  'code-read': (who, about) => `A code of ${about} came from ${who}`,
  'code-requests-muted': (who, about) => `Requests for codes of ${about} from ${who} are muted`,
  'code-requests-unmuted': (who, about) => `You let ${who} ask for codes of ${about} again`,
  'grant-extended': (who, about) => `You extended ${about} for ${who}`,
  'grant-reduced': (who, about) => `You lowered ${about} for ${who}`,
  'grant-ended-early': (who, about) => `You ended ${about} for ${who} before its last day`,
  'secret-sent-anew': (who, about) => `You sealed the new secret of ${about} for ${who}`,
  'pass-sealed': (who, about) => `You sealed new codes of ${about} for ${who}`,
  'pass-read': (who, about) => `New codes of ${about} came from ${who}`,
  'receipt-made': (who, about) => `You made a receipt of ${about} for ${who}`,
  'run-closed': (who, about, facts) => `You finished ${runOf(who, about, facts)}`,
  'own-step-saved': (_, about) => `You wrote down where ${about} has a setting`,
  'device-listed': (_, about) => `You compared the devices of ${about} with what the platform shows`,
  'centre-saved': (_, about, facts) =>
    facts.about === null ? 'You saved a business centre removed since' : `You saved the business centre ${about}`,
  'centre-removed': () => 'You removed a business centre',
  'asset-saved': (_, __, facts) =>
    facts.part ? `You saved ${facts.part} at ${centreOf(facts)}` : `You saved what ${centreOf(facts)} owns or may use`,
  'asset-removed': (_, __, facts) => `You removed something from ${centreOf(facts)}`,
  'member-saved': (who, _, facts) => `You noted what ${memberOf(who, facts)} may do at ${centreOf(facts)}`,
  'member-removed': (who, _, facts) => `You noted that ${memberOf(who, facts)} is no longer at ${centreOf(facts)}`,
  'ad-code-saved': (who, about, facts) => `You noted ${adCodeOf(who, about, facts)}`,
  'ad-code-ended': (who, about, facts) => `You noted that ${adCodeOf(who, about, facts)} has ended`,
  'ids-saved': (who) => `You noted numbers of ${who}`,
  'review-started': () => 'You started a review',
  'review-answered': (who, about) => `You answered in a review: ${about} for ${who}`,
  'review-finished': () => 'You finished a review',
  'reminder-snoozed': (_, about, facts) => (facts.about === null ? 'You put a reminder off' : `You put a reminder of ${about} off`),
  'report-made': () => 'You made a report',
  'certificate-made': (_, about) => `You made a closing certificate of ${about}`,
  'log-exported': () => 'You exported the log',
  'catalogue-saved': () => 'You changed the platforms you added',
  'clock-back': () => 'The clock of this computer went back',
  'changes-rescued': () => 'Changes that an earlier lock found unsaved were saved',
};

function isKind(what: string): what is AuditKind {
  return (AUDIT_KINDS as readonly string[]).includes(what);
}

/** A plain sentence for a record of the log, without a full stop; a kind of a newer version is said to be unknown. */
export const logSentence = inLanguage('log.logSentence', (facts: LogFacts): string => {
  const { what, who, about } = facts;
  if (!isKind(what)) return 'Something this version of Latchkey has no words for';
  const name = who === null ? 'someone' : who.contact === null ? 'you' : firstName(who.name);
  return capital(sentences[what](name, about ?? 'something removed since', facts));
});

function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('en') + sentence.slice(1);
}
