import { AUDIT_KINDS, type AuditKind } from '../audit-kinds.ts';
import { firstName } from './common.ts';

/** What a log record says beyond its kind: who it was about or came from, and the name of the thing. */
export interface LogFacts {
  readonly what: string;
  readonly who: { readonly contact: string | null; readonly name: string } | null;
  readonly about: string | null;
}

type Sentence = (who: string, about: string) => string;

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
  'client-saved': (_, about) => `You saved the client ${about}`,
  'client-removed': (_, about) => `You removed the client ${about}; its accounts stayed`,
  'account-added': (_, about) => `You added ${about}`,
  'account-changed': (_, about) => `You changed ${about}`,
  'account-trashed': (_, about) => `You put ${about} in the trash`,
  'account-restored': (_, about) => `You took ${about} out of the trash`,
  'password-set': (_, about) => `You wrote down the password of ${about}`,
  'password-changed': (_, about) => `You changed the password of ${about}`,
  'password-revealed': (_, about) => `You showed the password of ${about}`,
  'password-copied': (_, about) => `You copied the password of ${about}`,
  'secret-revealed': (_, about) => `You showed a secret of ${about}`,
  'secret-copied': (_, about) => `You copied a secret of ${about}`,
  'backup-codes-changed': (_, about) => `You wrote down new backup codes of ${about}`,
  'backup-code-used': (_, about) => `You marked a backup code of ${about} as used`,
  'code-shown': (_, about) => `A code of ${about} was shown`,
  'code-copied': (_, about) => `You copied a code of ${about}`,
  'authenticator-added': (_, about) => `You added the authenticator of ${about}; its code fitted`,
  'authenticator-added-unconfirmed': (_, about) => `You added the authenticator of ${about}, not compared with a phone`,
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
  'run-started': (who, about) => `You started the end-of-access run of ${about} for ${who}`,
  'run-step-done': (_, about) => `You finished a step of the run of ${about}`,
  'run-step-skipped': (_, about) => `You skipped a step of the run of ${about}, with a reason`,
  'run-step-reopened': (_, about) => `You opened a step of the run of ${about} again`,
  'candidate-made': (_, about) => `You made a new password for ${about}`,
  'candidate-copied': (_, about) => `You copied the new password of ${about}`,
  'candidate-dropped': (_, about) => `You dropped the new password of ${about}; the present one stays`,
  'device-saved': (_, about) => `You noted a device signed in to ${about}`,
  'device-signed-out': (_, about) => `You signed a device out of ${about}`,
  'device-removed': (_, about) => `You took a device of ${about} off the list`,
  'clock-back': () => 'The clock of this computer went back',
  'changes-rescued': () => 'Changes that an earlier lock found unsaved were saved',
};

function isKind(what: string): what is AuditKind {
  return (AUDIT_KINDS as readonly string[]).includes(what);
}

/** A plain sentence for a record of the log, without a full stop; a kind of a newer version is said to be unknown. */
export function logSentence({ what, who, about }: LogFacts): string {
  if (!isKind(what)) return 'Something this version of Latchkey has no words for';
  const name = who === null ? 'someone' : who.contact === null ? 'you' : firstName(who.name);
  return capital(sentences[what](name, about ?? 'something removed since'));
}

function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('en') + sentence.slice(1);
}
