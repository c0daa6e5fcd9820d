import type { ReactNode } from 'react';
import type { CommandId } from '../../../shared/commands.ts';
import type { AccountRow } from '../../../shared/contracts/engine/accounts.ts';
import type { ReceivedRow } from '../../../shared/contracts/engine/grants.ts';
import type { paletteGroupText } from '../../../shared/text/palette.ts';

/** A login whose code and password can be had: one of the vault's accounts, or one lent to us. */
export type Login = { readonly side: 'own'; readonly row: AccountRow } | { readonly side: 'lent'; readonly row: ReceivedRow };

/** What a row does. One that is `quiet` needs no window, as copying; it says whether it was done. The other shows something. */
export type Act =
  | { readonly kind: 'quiet'; readonly run: () => Promise<boolean> }
  | { readonly kind: 'shows'; readonly run: () => void };

export type GroupName = keyof typeof paletteGroupText;

/** One row of the palette. */
export interface Result {
  readonly id: string;
  readonly mark: ReactNode;
  readonly title: string;
  readonly two?: string | undefined;
  readonly act: Act;
  /** The command it is, for its key. */
  readonly command?: CommandId | undefined;
  /** A login has more to do with than its main act. */
  readonly login?: Login | undefined;
}

/** Rows under one heading. */
export interface ResultGroup {
  readonly name: string;
  readonly rows: readonly Result[];
}
