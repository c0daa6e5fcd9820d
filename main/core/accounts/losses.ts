import type { AccountForm } from '../../../shared/contracts/engine/accounts.ts';
import type { Data } from '../records/shapes.ts';

type Account = Data<'account'>;

/**
 * Kinds of what a form writes over in an account that is there: its password, its notes, its backup codes, its secret fields, and its title with how one
 * signs in. 0 for a new one. SECURITY: told from what the form states, not from whether a secret differs: else being counted would tell that a guess was right.
 */
export function overwrittenBy(account: Account | null, form: AccountForm): number {
  if (account === null) return 0;
  const lost = [
    form.password !== undefined && account.password !== undefined,
    form.notes !== undefined && account.notes !== undefined,
    form.backupCodes !== undefined && account.backup_codes.length > 0,
    statesSecretFields(account, form),
    differs(account.title, form.title) ||
      differs(account.username, form.username) ||
      differs(account.recovery_mail, form.recoveryMail) ||
      differs(account.recovery_phone, form.recoveryPhone) ||
      differs(account.address, form.address),
  ];
  return lost.filter(Boolean).length;
}

/** True when a form makes a secret field a plain one and with it shows what it holds. */
export function showsSecrets(account: Account | null, { fields }: AccountForm): boolean {
  if (account === null || fields === undefined) return false;
  const plain = new Set(
    fields.flatMap(({ id, secret, value }) => (id !== undefined && !secret && value === undefined ? [id] : [])),
  );
  return account.fields.some(({ id, secret }) => secret !== undefined && plain.has(id));
}

/** True when taking a second factor away deletes the key of an authenticator for good. */
export function deletesKey(account: Account | null, factor: string): boolean {
  return account?.factors.some(({ id, seed, replaced }) => id === factor && seed !== undefined && replaced !== undefined) === true;
}

function statesSecretFields(account: Account, { fields }: AccountForm): boolean {
  if (fields === undefined) return false;
  return account.fields.some(({ id, secret }) => {
    if (secret === undefined) return false;
    const stated = fields.find((one) => one.id === id);
    return stated === undefined || stated.value !== undefined;
  });
}

function differs(before: string | undefined, now: string | null): boolean {
  return before !== undefined && before !== now;
}
