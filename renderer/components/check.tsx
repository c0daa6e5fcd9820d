import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

export type CheckProps = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Its words; without them give `label` for screen readers. */
  readonly children?: ReactNode;
  readonly label?: string | undefined;
  /** A second line under the words. */
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
};

/** A box to tick: the native control, drawn as ours. */
export function Check({ checked, onChange, children, label, hint, disabled }: CheckProps) {
  const id = useId();
  const box = (
    <span className="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <Icon name="check" />
    </span>
  );
  if (children === undefined) return box;
  return (
    <div className="choice">
      {box}
      <div className="grow">
        <label htmlFor={id}>{children}</label>
        {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
      </div>
    </div>
  );
}
