import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type BannerProps = {
  /** Brass `look` (the default), madder `exposed` for what failed, verdigris `sealed` for what is well again. */
  readonly tone?: 'look' | 'exposed' | 'sealed' | undefined;
  readonly icon?: IconName | undefined;
  /** What happened. */
  readonly title: ReactNode;
  /** Whether the data is safe, and what to do. */
  readonly children?: ReactNode;
  /** At most two buttons. */
  readonly actions?: ReactNode;
  /** The whole width under the bar, for the state of the vault. */
  readonly flush?: boolean | undefined;
};

const icons = { look: 'warning', exposed: 'warning', sealed: 'check' } as const;

/** What happened, whether the data is safe, what to do. A failure interrupts a screen reader, the rest waits its turn. */
export function Banner({ tone = 'look', icon = icons[tone], title, children, actions, flush }: BannerProps) {
  const names = ['banner', tone !== 'look' && tone, flush && 'flush'].filter(Boolean).join(' ');
  return (
    <div className={names} role={tone === 'exposed' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <p>
        <b>{title}</b> {children !== undefined && <span className="soft">{children}</span>}
      </p>
      {actions !== undefined && <div className="acts">{actions}</div>}
    </div>
  );
}
