import { Popover } from '@base-ui/react/popover';
import { useRef, useState } from 'react';
import { dayFieldText as text } from '../../shared/text/common.ts';
import { dayText, type PlainDate } from '../lib/plain-date.ts';
import { Button } from './button.tsx';
import { Calendar, dayAtHand } from './calendar.tsx';
import { type ControlProps, useControl } from './control.tsx';
import { Icon } from './icon.tsx';

export type DayFieldProps = Pick<ControlProps, 'label' | 'hint' | 'error'> & {
  /** Null while no day is chosen. */
  readonly value: PlainDate | null;
  readonly onChange: (day: PlainDate) => void;
  /** Takes the day away again, for a field that may be empty. */
  readonly onClear?: (() => void) | undefined;
  readonly today: PlainDate;
  /** First and last day that may be chosen. */
  readonly min: PlainDate;
  readonly max: PlainDate;
  /** What stands there while no day is chosen; `Choose a day` when left out. */
  readonly none?: string | undefined;
  /** A full field with its label above (the default), or a filter chip with its label inside. */
  readonly look?: 'input' | 'chip' | undefined;
};

const WEEKS = 6;

/** One day, said in words and chosen from a calendar that opens. */
export function DayField(props: DayFieldProps) {
  const { label, value, onChange, onClear, today, min, max, none = text.choose, look = 'input' } = props;
  const { control, frame } = useControl(props);
  const [open, setOpen] = useState(false);
  const popup = useRef<HTMLDivElement>(null);
  const shown = value === null ? none : dayText(value, today);
  const close = (act: () => void): void => {
    act();
    setOpen(false);
  };
  const isChip = look === 'chip';
  const field = (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        {...control}
        type="button"
        className={isChip ? 'chip day-field' : props.error ? 'select-input day-field is-error' : 'select-input day-field'}
        // A chip has both in it.
        aria-label={isChip ? undefined : `${label}: ${shown}`}
      >
        {isChip && <span>{`${label}: `}</span>}
        <span className={value === null ? 'faint' : undefined}>{shown}</span>
        <Icon name="calendar" size="small" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="float" sideOffset={4} align="start">
          <Popover.Popup
            ref={popup}
            className="menu day-pop"
            aria-label={label}
            // The calendar only: a press of the mouse that opened it would otherwise leave the focus on the popup.
            initialFocus={() => dayAtHand(popup.current)}
          >
            <Calendar
              label={label}
              today={today}
              last={value}
              onLast={(day) => close(() => onChange(day))}
              litOn={() => null}
              min={min}
              max={max}
              weeks={WEEKS}
              words={text.calendar}
            />
            {onClear !== undefined && value !== null && (
              <Button variant="quiet" size="small" onClick={() => close(onClear)}>
                {text.clear}
              </Button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
  return isChip ? field : frame(field);
}
