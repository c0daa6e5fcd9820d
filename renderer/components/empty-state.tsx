import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export type EmptyStateProps = {
  /** One drawing, such as `HookArt`. */
  readonly art?: ReactNode;
  readonly title: string;
  /** What belongs here, in a sentence. */
  readonly children?: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
};

/** A place with nothing in it yet: what belongs here, and the way to begin. */
export function EmptyState({ art, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      {art}
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

export type WayProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
  readonly keys?: string | undefined;
  readonly onClick: () => void;
};

/** Another way in beside an empty state, as a quiet card; set them in a `div` of class `ways`. */
export function Way({ icon, title, children, keys, onClick }: WayProps) {
  return (
    <button type="button" className="card way" onClick={onClick}>
      <span className="row">
        <Icon name={icon} size="large" />
        <b>{title}</b>
      </span>
      <span className="text">
        {children} {keys !== undefined && <Kbd keys={keys} />}
      </span>
    </button>
  );
}
