import { platformIcon } from '../lib/platform-icon.ts';
import { Icon, type IconName } from './icon.tsx';

export type MarkProps = {
  /** A platform of the catalogue, whose line icon is shown, or an icon of your own. */
  readonly platform?: string | undefined;
  readonly icon?: IconName | undefined;
  /** 24, 32 (when left out) or 44 px. */
  readonly size?: 'small' | 'big' | undefined;
};

/** The square mark of a platform or an event at the start of a row. */
export function Mark({ platform = '', icon = platformIcon(platform), size }: MarkProps) {
  return (
    <span className={size === undefined ? 'mark' : `mark ${size}`} aria-hidden="true">
      <Icon name={icon} />
    </span>
  );
}
