import { type ReactNode, useId } from 'react';

export type RadioOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
};

export type RadioGroupProps<Value extends string> = {
  readonly legend: string;
  readonly legendHidden?: boolean | undefined;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly RadioOption<Value>[];
};

/** One choice of several, each with room for a sentence. */
export function RadioGroup<Value extends string>({ legend, legendHidden, value, onChange, options }: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className={legendHidden ? 'hole' : undefined}>{legend}</legend>
      {options.map((option) => {
        const id = `${name}-${option.value}`;
        return (
          <div className="choice" key={option.value}>
            <input
              className="radio"
              type="radio"
              id={id}
              name={name}
              checked={option.value === value}
              disabled={option.disabled}
              aria-describedby={option.hint === undefined ? undefined : `${id}-hint`}
              onChange={() => onChange(option.value)}
            />
            <div className="grow">
              <label htmlFor={id}>{option.label}</label>
              {option.hint !== undefined && <p id={`${id}-hint`}>{option.hint}</p>}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
