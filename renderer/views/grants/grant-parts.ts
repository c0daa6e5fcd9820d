import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import type { Contact } from '../../../shared/contracts/engine/people.ts';

/** What was sealed for the one a grant is of. */
export type Change = 'extend' | 'reduce' | 'end' | 'anew';

/** A grant, and what is known of the account and the person it ties together. */
export interface GrantParts {
  readonly grant: GrantDetail;
  /** Null when it is gone for good. */
  readonly account: AccountDetail | null;
  readonly person: Contact | null;
  /** The person's first name. */
  readonly name: string;
}

/** True while its recipient may still use it. */
export function isLiveGrant({ row }: GrantDetail): boolean {
  return row.state === 'offered' || row.state === 'active' || row.state === 'ending';
}

/** The windows that are not over yet. */
export function windowsLeft({ windows }: GrantDetail, now: number): GrantDetail['windows'] {
  return windows.filter(({ until }) => until > now);
}
