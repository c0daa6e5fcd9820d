import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Planner } from '../../../renderer/components/planner.tsx';
import type { PlanWindow } from '../../../renderer/lib/plan.ts';

let plan: readonly PlanWindow[] = [];
afterEach(cleanup);

function Plan({ start, readOnly }: { start: readonly PlanWindow[]; readOnly?: boolean }) {
  const [windows, setWindows] = useState(start);
  const change = (next: PlanWindow[]): void => {
    plan = next;
    setWindows(next);
  };
  return <Planner label="Code windows" windows={windows} onChange={change} readOnly={readOnly} />;
}

/** Renders a planner holding these windows. */
function show(start: readonly PlanWindow[], readOnly = false): void {
  plan = start;
  render(<Plan start={start} readOnly={readOnly} />);
}

const brief = (): string[] => plan.map((one) => `${one.day} ${one.from}-${one.to}`);
const lane = (name: RegExp): HTMLElement => screen.getByRole('gridcell', { name });

describe('the planner by keyboard', () => {
  it('goes from day to day, draws on Enter, moves, stretches and removes', async () => {
    const user = userEvent.setup();
    show([]);
    await user.tab();
    expect(document.activeElement).toBe(lane(/^Monday/));
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(brief()).toEqual(['2 540-600']);
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(brief()).toEqual(['2 555-615']);
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(brief()).toEqual(['2 555-645']);
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(brief()).toEqual(['2 555-630']);
    expect(lane(/^Wednesday: 9:15 to 10:30$/)).toBe(document.activeElement);
    expect(screen.getByRole('status').textContent).toBe('Wednesday: 9:15 to 10:30');
    await user.keyboard('{Delete}');
    expect(brief()).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('Wednesday: no window');
  });

  it('copies a day to the other workdays on D', async () => {
    const user = userEvent.setup();
    show([{ day: 1, from: 540, to: 1080 }]);
    await user.tab();
    await user.keyboard('d');
    expect(brief()).toEqual([0, 1, 2, 3, 4].map((day) => `${day} 540-1080`));
  });

  it('acts on one window of several, chosen by the page keys, and stops it short of its neighbour', async () => {
    const user = userEvent.setup();
    show([
      { day: 0, from: 540, to: 600 },
      { day: 0, from: 645, to: 720 },
    ]);
    await user.tab();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(brief()).toEqual(['0 570-630', '0 645-720']);
    await user.keyboard('{PageDown}{ArrowRight}');
    expect(brief()).toEqual(['0 570-630', '0 660-735']);
    await user.keyboard('{Backspace}');
    expect(brief()).toEqual(['0 570-630']);
  });

  it('adds a second window to a day that has one', async () => {
    const user = userEvent.setup();
    show([{ day: 0, from: 540, to: 600 }]);
    await user.tab();
    await user.keyboard('{Enter}{ArrowRight}');
    expect(brief()).toEqual(['0 540-600', '0 630-690']);
  });

  it('says the whole plan in words', () => {
    show([0, 1, 2].map((day) => ({ day, from: 540, to: 1080 })));
    expect(document.body.textContent).toContain('Monday to Wednesday 9:00 to 18:00');
  });

  it('changes nothing when it is only read', async () => {
    const user = userEvent.setup();
    show([{ day: 0, from: 540, to: 600 }], true);
    await user.tab();
    await user.keyboard('{Enter}{ArrowRight}{Delete}d');
    expect(brief()).toEqual(['0 540-600']);
  });
});

describe('the planner by pointer', () => {
  // The lane is 1440 px wide here, so a pixel is a minute.
  const wide = (target: HTMLElement): HTMLElement => {
    target.getBoundingClientRect = () => ({
      left: 0,
      right: 1440,
      width: 1440,
      top: 0,
      bottom: 20,
      height: 20,
      x: 0,
      y: 0,
      toJSON: () => '',
    });
    return target;
  };
  const drag = (target: HTMLElement, from: number, to: number): void => {
    fireEvent.pointerDown(target, { clientX: from, button: 0, pointerId: 1 });
    // The lane holds the pointer from then on.
    const holder = target.closest('.lane') ?? target;
    fireEvent.pointerMove(holder, { clientX: to, pointerId: 1 });
    fireEvent.pointerUp(holder, { clientX: to, pointerId: 1 });
  };

  it('draws on an empty lane in either direction, snapped to 15 minutes', () => {
    show([]);
    drag(wide(lane(/^Tuesday/)), 1083, 541);
    expect(brief()).toEqual(['1 540-1080']);
  });

  it('moves a window, and stretches it by its grip', () => {
    show([{ day: 1, from: 540, to: 600 }]);
    wide(lane(/^Tuesday/));
    const held = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector) ?? document.body;
    drag(held('.lane-window'), 570, 632);
    expect(brief()).toEqual(['1 600-660']);
    drag(held('[data-edge="to"]'), 658, 900);
    expect(brief()).toEqual(['1 600-900']);
    drag(held('[data-edge="from"]'), 602, 2000);
    expect(brief()).toEqual(['1 885-900']);
  });

  it('gives a drag up on Escape', () => {
    show([]);
    const target = wide(lane(/^Tuesday/));
    fireEvent.pointerDown(target, { clientX: 540, button: 0, pointerId: 1 });
    fireEvent.pointerMove(target, { clientX: 700, pointerId: 1 });
    fireEvent.keyDown(target, { key: 'Escape' });
    fireEvent.pointerUp(target, { clientX: 700, pointerId: 1 });
    expect(brief()).toEqual([]);
  });
});
