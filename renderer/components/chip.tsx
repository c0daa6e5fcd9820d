import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type ChipProps = Omit<ComponentPropsWithRef<'button'>, 'className' | 'children'> & {
  /** `on` is chosen or allowed, `no` is forbidden in words, plain is open. */
  readonly kind?: 'on' | 'no' | undefined;
  readonly icon?: IconName | undefined;
  readonly iconEnd?: IconName | undefined;
  /** Set it on a chip that is switched; leave it out on one that only opens something. */
  readonly pressed?: boolean | undefined;
  /** A chip that is only read: a span instead of a button. */
  readonly still?: boolean | undefined;
  readonly children: ReactNode;
};

/** A rule in words, or a filter. */
export function Chip({ kind, icon, iconEnd, pressed, still, children, ...native }: ChipProps) {
  const names = kind === undefined ? 'chip' : `chip ${kind}`;
  const inside = (
    <>
      {icon !== undefined && <Icon name={icon} size="small" />}
      {children}
      {iconEnd !== undefined && <Icon name={iconEnd} size="small" />}
    </>
  );
  if (still) return <span className={names}>{inside}</span>;
  return (
    <button type="button" {...native} className={names} aria-pressed={pressed}>
      {inside}
    </button>
  );
}
