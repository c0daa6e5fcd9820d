/** A weekly window for codes: a day from Monday 0 to Sunday 6, and minutes after midnight, `from` before `to`, at most 1440. */
export type PlanWindow = { readonly day: number; readonly from: number; readonly to: number };

/** The planner's grain and the shortest window, in minutes. */
export const step = 15;
const end = 1440;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Rounds minutes to the planner's grain, inside the day. */
export function snap(minutes: number): number {
  return clamp(Math.round(minutes / step) * step, 0, end);
}

/** Sorts windows and joins those of a day that touch or overlap. */
export function tidy(windows: readonly PlanWindow[]): PlanWindow[] {
  const sorted = [...windows].sort((a, b) => a.day - b.day || a.from - b.from || a.to - b.to);
  const kept: PlanWindow[] = [];
  for (const window of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && last.day === window.day && window.from <= last.to) {
      kept[kept.length - 1] = { ...last, to: Math.max(last.to, window.to) };
    } else {
      kept.push(window);
    }
  }
  return kept;
}

/** The minutes between which one window of a plan may move or grow: the day, or one step short of its neighbours. */
export function room(windows: readonly PlanWindow[], window: PlanWindow): readonly [low: number, high: number] {
  const others = windows.filter((other) => other.day === window.day && other !== window);
  const low = Math.max(0, ...others.filter((other) => other.from < window.from).map((other) => other.to + step));
  const high = Math.min(end, ...others.filter((other) => other.from > window.from).map((other) => other.from - step));
  return [low, high];
}

/** The window moved by some minutes, stopped by the room it has, its length kept. */
export function move(window: PlanWindow, by: number, [low, high]: readonly [number, number] = [0, end]): PlanWindow {
  const length = window.to - window.from;
  const from = clamp(snap(window.from + by), low, Math.max(low, high - length));
  return { ...window, from, to: from + length };
}

/** The window with its start or end moved inside the room it has, never shorter than one step. */
export function resize(
  window: PlanWindow,
  edge: 'from' | 'to',
  by: number,
  [low, high]: readonly [number, number] = [0, end],
): PlanWindow {
  if (edge === 'from') return { ...window, from: clamp(snap(window.from + by), low, window.to - step) };
  return { ...window, to: clamp(snap(window.to + by), window.from + step, high) };
}

/** A window drawn between two points of a lane, in either direction, at least one step long. */
export function draw(day: number, a: number, b: number): PlanWindow {
  const from = clamp(snap(Math.min(a, b)), 0, end - step);
  return { day, from, to: clamp(snap(Math.max(a, b)), from + step, end) };
}

/** A free place for a new window of a day, an hour where there is room, from 9:00 on and then anywhere; null on a full day. */
export function freePlace(windows: readonly PlanWindow[], day: number): PlanWindow | null {
  const taken = windows.filter((window) => window.day === day);
  const free = (from: number, to: number): boolean => taken.every((window) => to < window.from || from > window.to);
  for (const length of [60, step]) {
    for (const start of [540, 0]) {
      for (let from = start; from + length <= end; from += step) {
        if (free(from, from + length)) return { day, from, to: from + length };
      }
    }
  }
  return null;
}

/** The plan with one day's windows put on every other day from Monday to Friday, in place of what was there. */
export function copyToWorkdays(windows: readonly PlanWindow[], day: number): PlanWindow[] {
  const model = windows.filter((window) => window.day === day);
  const weekend = windows.filter((window) => window.day > 4 && window.day !== day);
  const workdays = [0, 1, 2, 3, 4]
    .filter((other) => other !== day)
    .flatMap((other) => model.map((window) => ({ ...window, day: other })));
  return tidy([...model, ...weekend, ...workdays]);
}
