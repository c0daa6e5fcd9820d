import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

export type ControlProps = {
  /** Its name, above it; `labelHidden` keeps it for screen readers only. */
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  /** A quiet button at the right of the label, such as `Suggest words`. */
  readonly labelEnd?: ReactNode;
  /** A sentence under it. */
  readonly hint?: ReactNode;
  /** What is wrong, in one sentence; what was typed stays. */
  readonly error?: string | null | undefined;
  /** A brass sentence, such as Caps Lock. */
  readonly warning?: string | null | undefined;
};

/** What every field has around it: its label above, one sentence under it, and the attributes that tie both to the control. */
export function useControl({ label, labelHidden, labelEnd, hint, error, warning }: ControlProps) {
  const id = useId();
  const under = `${id}-under`;
  const sentence = error ?? warning ?? hint;
  const has = sentence !== undefined && sentence !== null;
  const control = {
    ...{ id, 'aria-invalid': error ? (true as const) : undefined, 'aria-describedby': has ? under : undefined },
    ...(labelHidden ? { 'aria-label': label } : {}),
  };
  const frame = (inner: ReactNode) => (
    <div className="control">
      {!labelHidden && (
        <div className="control-label">
          <label htmlFor={id}>{label}</label>
          {labelEnd}
        </div>
      )}
      {inner}
      {has && (
        <div
          id={under}
          className={error ? 'hint error' : warning ? 'hint warn' : 'hint'}
          role={error || warning ? 'alert' : undefined}
        >
          {!error && warning && <Icon name="info" size="small" />}
          {sentence}
        </div>
      )}
    </div>
  );
  return { control, frame };
}
