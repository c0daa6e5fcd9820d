import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** Who keeps a promise: cryptography, the app, the platform, or nobody until the secret is changed. */
export type PromiseKind = 'sealed' | 'courtesy' | 'platform' | 'exposed';

const icons = { sealed: 'sealed', courtesy: 'courtesy', platform: 'people', exposed: 'exposed' } as const satisfies Record<
  PromiseKind,
  IconName
>;

export type PromiseMarkProps = {
  readonly kind: PromiseKind;
  /** A tick in verdigris in place of the kind's ring: this is now done. */
  readonly kept?: boolean | undefined;
  readonly strong?: boolean | undefined;
  readonly children: ReactNode;
};

/** A promise in one line: the ring that says who keeps it, and its words. */
export function PromiseMark({ kind, kept, strong, children }: PromiseMarkProps) {
  return (
    <span className={['promise', kept ? 'sealed' : kind, strong && 'strong'].filter(Boolean).join(' ')}>
      <Icon name={kept ? 'check' : icons[kind]} />
      {children}
    </span>
  );
}

export type EdgeProps = PromiseMarkProps & {
  readonly label: ReactNode;
};

/** A promise with its sentence, behind a line whose shape says who keeps it. */
export function Edge({ label, children, ...mark }: EdgeProps) {
  return (
    <div className={`edge ${mark.kind}`}>
      <PromiseMark {...mark}>{label}</PromiseMark>
      {children !== undefined && children !== null && <p className="text">{children}</p>}
    </div>
  );
}
