import type { PointerEvent } from 'react';
import { draw, move, type PlanWindow, resize, room } from '../lib/plan.ts';

/** A drag under way: what is held, where the press was, and the window as it would be if let go now. */
export type Drag = {
  readonly held: 'window' | 'from' | 'to' | 'nothing';
  readonly pressed: number;
  /** The window before the drag; for a new one, nothing yet. */
  readonly before: PlanWindow;
  readonly window: PlanWindow;
  readonly others: readonly PlanWindow[];
  readonly moved: boolean;
};

const dayMinutes = 1440;

function minutesAt(event: PointerEvent<HTMLElement>): number {
  const lane = event.currentTarget.getBoundingClientRect();
  return lane.width === 0 ? 0 : ((event.clientX - lane.left) / lane.width) * dayMinutes;
}

/** What a press on a lane takes hold of: an end of a window, a window, or empty time where one is drawn. */
export function startDrag(event: PointerEvent<HTMLElement>, day: number, windows: readonly PlanWindow[]): Drag {
  const pressed = minutesAt(event);
  const target = event.target as HTMLElement;
  const from = target.closest<HTMLElement>('[data-from]')?.dataset['from'];
  const window = windows.find((other) => other.day === day && String(other.from) === from);
  if (window === undefined) {
    const fresh = draw(day, pressed, pressed);
    return { held: 'nothing', pressed, before: fresh, window: fresh, others: windows, moved: false };
  }
  const edge = target.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
  const held = edge === 'from' || edge === 'to' ? edge : 'window';
  return { held, pressed, before: window, window, others: windows.filter((other) => other !== window), moved: false };
}

/** The drag with the pointer where it is now. */
export function dragged(drag: Drag, event: PointerEvent<HTMLElement>): Drag {
  const at = minutesAt(event);
  const by = at - drag.pressed;
  const within = room([...drag.others, drag.before], drag.before);
  const window = heldWindow(drag, at, by, within);
  return { ...drag, window, moved: drag.moved || window.from !== drag.before.from || window.to !== drag.before.to };
}

function heldWindow(drag: Drag, at: number, by: number, within: readonly [number, number]): PlanWindow {
  switch (drag.held) {
    case 'window':
      return move(drag.before, by, within);
    case 'from':
    case 'to':
      return resize(drag.before, drag.held, by, within);
    case 'nothing':
      return draw(drag.before.day, drag.pressed, at);
  }
}
