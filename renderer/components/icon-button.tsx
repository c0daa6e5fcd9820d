import { type ComponentPropsWithRef, useId } from 'react';
import { ariaKeys } from '../lib/keys.ts';
import { Icon, type IconName } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

type Native = Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'children' | 'className' | 'aria-label'>;

export type IconButtonProps = Native & {
  readonly icon: IconName;
  /** Its name, read aloud and shown as the tip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly size?: 'small' | undefined;
  readonly variant?: 'quiet' | 'default' | 'primary' | undefined;
  /** Why it cannot be used now; it stays focusable and its tip says this. */
  readonly why?: string | null | undefined;
};

/** A square button of one icon, quiet unless told otherwise. */
export function IconButton({ icon, label, keys, size, variant = 'quiet', why, ...native }: IconButtonProps) {
  const whyId = useId();
  const names = ['btn icon', variant !== 'default' && variant, size].filter(Boolean).join(' ');
  return (
    <Tooltip text={why ?? label} keys={why ? undefined : keys}>
      <button
        type="button"
        {...native}
        className={names}
        aria-label={label}
        aria-disabled={why ? true : undefined}
        aria-describedby={why ? whyId : native['aria-describedby']}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        onClick={(event) => {
          if (why) event.preventDefault();
          else native.onClick?.(event);
        }}
      >
        <Icon name={icon} size={size} />
        {why ? (
          <span id={whyId} className="hole">
            {why}
          </span>
        ) : null}
      </button>
    </Tooltip>
  );
}
