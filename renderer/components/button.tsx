import { type ComponentPropsWithRef, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ariaKeys } from '../lib/keys.ts';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { Tooltip } from './tooltip.tsx';

type Native = Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'children' | 'className'>;

export type ButtonProps = Native & {
  readonly children?: ReactNode;
  /** `primary` at most once in a view; `danger` only where something is exposed; `danger primary` for a loss. */
  readonly variant?: 'default' | 'primary' | 'danger' | 'danger primary' | 'quiet' | undefined;
  readonly size?: 'small' | 'large' | undefined;
  readonly icon?: IconName | undefined;
  readonly iconEnd?: IconName | undefined;
  /** Shown as a key cap and told to screen readers; the view binds it. */
  readonly keys?: string | undefined;
  /** The verb in progress, `Sealing`; shown after 150 ms with a turning icon, the width kept, presses ignored meanwhile. */
  readonly busy?: string | null | undefined;
  /** Called by Escape while busy. */
  readonly onCancel?: (() => void) | undefined;
  /** Why it cannot be used now: it looks disabled, stays focusable and says this sentence. */
  readonly why?: string | null | undefined;
  /** Takes the whole width. */
  readonly wide?: boolean | undefined;
};

/** The one button: a verb, at most one icon, at most one key cap. */
export function Button({
  children,
  variant = 'default',
  size,
  icon,
  iconEnd,
  keys,
  busy,
  onCancel,
  why,
  wide,
  ...native
}: ButtonProps) {
  const text = useRef<HTMLSpanElement>(null);
  const { label, width } = useBusy(busy ?? null, text);
  const whyId = useId();
  const blocked = (busy ?? null) !== null || (why ?? null) !== null;
  const names = ['btn', variant !== 'default' && variant, size, wide && 'wide', label !== null && 'is-busy']
    .filter(Boolean)
    .join(' ');
  const shown = label === null ? icon : 'refresh';

  const button = (
    <button
      type="button"
      {...native}
      className={names}
      style={width === null ? native.style : { ...native.style, minWidth: width }}
      aria-disabled={blocked || undefined}
      aria-busy={label !== null || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      aria-describedby={why ? whyId : native['aria-describedby']}
      onClick={(event) => {
        // A submit button has no handler of its own: what is blocked must not send its form either.
        if (blocked) event.preventDefault();
        else native.onClick?.(event);
      }}
      onKeyDown={(event: KeyboardEvent<HTMLButtonElement>) => {
        if (event.key === 'Escape' && busy != null && onCancel) {
          event.stopPropagation();
          onCancel();
        }
        native.onKeyDown?.(event);
      }}
    >
      {shown !== undefined && <Icon name={shown} size={size === 'small' ? 'small' : undefined} />}
      <span ref={text}>{label ?? children}</span>
      {iconEnd !== undefined && label === null && <Icon name={iconEnd} size="small" />}
      {keys !== undefined && label === null && <Kbd keys={keys} hidden />}
    </button>
  );
  if (!why) return button;
  return (
    <>
      <Tooltip text={why}>{button}</Tooltip>
      {/* Beside the button, not in it: a reason is no part of its name. */}
      <span id={whyId} className="hole">
        {why}
      </span>
    </>
  );
}

/** Waits 150 ms before a verb in progress is shown, so that quick work does not flicker, and measures the width to keep. */
function useBusy(busy: string | null, inside: React.RefObject<HTMLElement | null>) {
  const [shown, setShown] = useState<{ width: number } | null>(null);
  const active = busy !== null;
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setShown({ width: inside.current?.closest('button')?.offsetWidth ?? 0 }), 150);
    return () => {
      clearTimeout(timer);
      setShown(null);
    };
  }, [active, inside]);
  return shown === null || busy === null ? { label: null, width: null } : { label: busy, width: shown.width };
}
