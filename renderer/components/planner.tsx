import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { planText } from '../../shared/text/controls.ts';
import { weekdays } from '../../shared/text/dates.ts';
import { copyToWorkdays, freePlace, move, type PlanWindow, resize, room, step, tidy } from '../lib/plan.ts';
import { dayWords, planWords, type PlanWords } from '../lib/plan-words.ts';
import { Lane } from './lane.tsx';
import { type Drag, dragged, startDrag } from './planner-drag.ts';

export type PlannerWords = PlanWords & {
  /** How the keys work, once, for screen readers. */
  readonly keys: string;
};

export type PlannerProps = {
  readonly label: string;
  readonly windows: readonly PlanWindow[];
  /** The plan after each finished change: sorted, without overlaps. */
  readonly onChange: (windows: PlanWindow[]) => void;
  readonly readOnly?: boolean | undefined;
  readonly words?: PlannerWords | undefined;
};

const hours = [0, 6, 9, 12, 18, 24];

/** The weekly windows for codes, a lane per day: drawn, moved and stretched by pointer or by keys, in steps of 15 minutes. */
export function Planner({ label, windows, onChange, readOnly, words = planText }: PlannerProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [day, setDay] = useState(() => windows[0]?.day ?? 0);
  const [index, setIndex] = useState(0);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState('');
  const shown = drag === null ? windows : [...drag.others, drag.window];
  const on = (of: number): PlanWindow[] => shown.filter((window) => window.day === of);
  const chosen = on(day)[Math.min(index, on(day).length - 1)];

  const say = (of: number, next: readonly PlanWindow[]): void => {
    setSaid(
      `${weekdays('long')[of]}: ${dayWords(
        next.filter((window) => window.day === of),
        words,
      )}`,
    );
  };
  const change = (next: readonly PlanWindow[], now?: PlanWindow): void => {
    const neat = tidy(next);
    const at = neat
      .filter((window) => window.day === day)
      .findIndex((window) => now !== undefined && window.from <= now.from && now.from < window.to);
    setIndex(Math.max(0, at));
    say(day, neat);
    onChange(neat);
  };
  const swap = (make: (window: PlanWindow, within: readonly [number, number]) => PlanWindow): void => {
    if (chosen === undefined) return;
    const next = make(chosen, room(windows, chosen));
    if (next.from === chosen.from && next.to === chosen.to) return;
    change(
      windows.map((window) => (window === chosen ? next : window)),
      next,
    );
  };
  const goTo = (next: number): void => {
    setDay(next);
    setIndex(0);
    grid.current?.querySelectorAll<HTMLElement>('.lane')[next]?.focus();
  };

  const act = (event: KeyboardEvent): boolean => {
    const right = event.key === 'ArrowRight' ? 1 : -1;
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown':
        goTo(Math.min(6, Math.max(0, day + (event.key === 'ArrowDown' ? 1 : -1))));
        return true;
      case 'PageUp':
      case 'PageDown':
        setIndex(Math.min(Math.max(0, on(day).length - 1), Math.max(0, index + (event.key === 'PageDown' ? 1 : -1))));
        return true;
      case 'Escape':
        if (drag === null) return false;
        setDrag(null);
        return true;
    }
    if (readOnly) return false;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        swap((window, within) =>
          event.shiftKey ? resize(window, 'to', right * step, within) : move(window, right * step, within),
        );
        return true;
      case 'Enter': {
        const place = freePlace(windows, day);
        if (place !== null) change([...windows, place], place);
        return true;
      }
      case 'Delete':
      case 'Backspace':
        if (chosen !== undefined) change(windows.filter((window) => window !== chosen));
        return true;
      case 'd':
      case 'D':
        change(copyToWorkdays(windows, day), chosen);
        return true;
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const begin = (of: number, event: PointerEvent<HTMLDivElement>): void => {
    if (readOnly || event.button !== 0) return;
    const started = startDrag(event, of, windows);
    setDay(of);
    setIndex(Math.max(0, on(of).indexOf(started.window)));
    setDrag(started);
    event.currentTarget.setPointerCapture?.(event.pointerId);
  };
  const finish = (): void => {
    if (drag === null) return;
    setDrag(null);
    if (drag.moved) change([...drag.others, drag.window], drag.window);
  };

  return (
    <div>
      <div ref={grid} className="plan" role="grid" tabIndex={-1} aria-label={label} aria-readonly={readOnly} onKeyDown={onKeyDown}>
        <div className="plan-row" aria-hidden="true">
          <span />
          <div className="plan-hours">
            {hours.map((hour) => (
              <i key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
                {hour}
              </i>
            ))}
          </div>
        </div>
        {weekdays('short').map((name, of) => (
          <Lane
            key={name}
            name={name}
            said={`${weekdays('long')[of]}: ${dayWords(on(of), words)}`}
            weekend={of > 4}
            windows={on(of)}
            chosen={of === day ? chosen : undefined}
            stop={of === day}
            alike={of > 0 && dayWords(on(of)) === dayWords(on(of - 1))}
            readOnly={readOnly}
            onFocus={() => setDay(of)}
            onPointerDown={(event) => begin(of, event)}
            onPointerMove={(event) => drag !== null && drag.window.day === of && setDrag(dragged(drag, event))}
            onPointerUp={finish}
            onPointerCancel={() => setDrag(null)}
          />
        ))}
      </div>
      <p className="hole">
        {words.keys} {planWords(windows, words)}
      </p>
      <span className="hole" role="status" aria-live="polite">
        {said}
      </span>
    </div>
  );
}
