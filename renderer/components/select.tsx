import { Select as Base } from '@base-ui/react/select';
import { type ReactNode, useId } from 'react';
import { English } from './english.tsx';
import { Icon, type IconName } from './icon.tsx';

export type SelectOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** The label is a platform's own word, which is English in every language of the window. */
  readonly english?: boolean | undefined;
  /** Our own word behind it. */
  readonly note?: string | undefined;
};

export type SelectProps<Value extends string> = {
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly SelectOption<Value>[];
  /** A full field with its label above (the default), a filter chip, or a quiet word in a list head. */
  readonly look?: 'input' | 'chip' | 'quiet' | undefined;
};

const looks = { input: 'select-input', chip: 'chip', quiet: 'btn quiet small' } as const;

/** One choice from a list that opens. */
export function Select<Value extends string>({ label, labelHidden, value, onChange, options, look = 'input' }: SelectProps<Value>) {
  const id = useId();
  const bare = labelHidden || look !== 'input';
  const chosen = options.find((option) => option.value === value);
  const list = (
    <Base.Root<Value> items={[...options]} value={value} onValueChange={(next) => next !== null && onChange(next)} modal={false}>
      <Base.Trigger id={id} className={looks[look]} aria-label={bare ? label : undefined}>
        <Base.Value>{chosen === undefined ? null : wordsOf(chosen)}</Base.Value>
        <Icon name="down" size="small" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="float" sideOffset={4} align="start" alignItemWithTrigger={false}>
          <Base.Popup className="menu">
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className="menu-item">
                {option.icon !== undefined && <Icon name={option.icon} />}
                <Base.ItemText className="grow">{wordsOf(option)}</Base.ItemText>
                <Base.ItemIndicator>
                  <Icon name="check" size="small" />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
  if (bare) return list;
  return (
    <div className="control">
      <div className="control-label">
        <label htmlFor={id}>{label}</label>
      </div>
      {list}
    </div>
  );
}

function wordsOf({ label, english, note }: SelectOption<string>): ReactNode {
  const words = english === true ? <English>{label}</English> : label;
  return note === undefined ? (
    words
  ) : (
    <>
      {words} · {note}
    </>
  );
}
