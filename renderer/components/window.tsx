import type { ReactNode } from 'react';
import { desktop } from '../lib/keys.ts';

export type WindowProps = {
  readonly rail: ReactNode;
  readonly children: ReactNode;
  /** Something covers all of it, and nothing in it can be used. */
  readonly covered?: boolean | undefined;
};

/** The whole window of an open vault: the rail beside one view. */
export function Window({ rail, children, covered }: WindowProps) {
  return (
    <div className="win" data-desktop={desktop()} inert={covered}>
      {rail}
      {children}
    </div>
  );
}

export type ViewProps = {
  /** A `Bar`. */
  readonly bar: ReactNode;
  /** A flush `Banner` on the state of the vault, or null. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
};

/** One view: its bar, what is wrong with the vault if anything is, its content. */
export function View({ bar, banner, children }: ViewProps) {
  const warned = banner !== undefined && banner !== null && banner !== false;
  return (
    <main className={warned ? 'view has-banner' : 'view'}>
      {bar}
      {warned && banner}
      {children}
    </main>
  );
}
