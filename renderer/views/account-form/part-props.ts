import type { AccountDraft } from './account-draft.ts';

/** How a part of the editor sees and changes the draft. */
export type PartProps = {
  readonly draft: AccountDraft;
  readonly change: (part: Partial<AccountDraft>) => void;
};
