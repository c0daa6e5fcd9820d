import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { accountText } from '../../../shared/text/accounts.ts';
import { keyLine } from '../../../shared/text/pictures.ts';

/** How an authenticator makes its codes, or that nobody has compared one yet. */
export function keySettingsLine(authenticator: AccountDetail['earlierKeys'][number]['authenticator']): string {
  const { type, digits, period, counter, confirmed } = authenticator;
  if (!confirmed) return accountText.unconfirmed;
  return type === 'totp' ? accountText.settings(digits, period) : keyLine(type, digits, counter);
}
