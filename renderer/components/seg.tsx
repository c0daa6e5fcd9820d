import { type ReactNode, useId } from 'react';

export type SegProps<Value extends string> = {
  /** What is chosen, for screen readers. */
  readonly label: string;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly size?: 'small' | undefined;
};

/** One choice of a few in a row, a radio group underneath: arrows move, Tab leaves. */
export function Seg<Value extends string>({ label, value, onChange, options, size }: SegProps<Value>) {
  const name = useId();
  return (
    <div className={size === undefined ? 'seg' : `seg ${size}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
