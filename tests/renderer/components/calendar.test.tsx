import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Calendar } from '../../../renderer/components/calendar.tsx';
import { weekdayOf } from '../../../renderer/lib/plain-date.ts';

afterEach(() => {
  cleanup();
  last = '2026-12-04';
});
let last = '2026-12-04';

function Days() {
  const [day, setDay] = useState('2026-12-04');
  return (
    <Calendar
      label="Last day"
      today="2026-11-24"
      last={day}
      onLast={(date) => {
        last = date;
        setDay(date);
      }}
      litOn={(date) => (weekdayOf(date) < 5 ? 'on' : null)}
      min="2026-11-24"
      max="2026-12-24"
    />
  );
}

const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

describe('the calendar', () => {
  it('says each day with what it is', () => {
    render(<Days />);
    expect(screen.getByRole('gridcell', { name: 'Friday 4 December, has a window, last day' }).getAttribute('aria-selected')).toBe(
      'true',
    );
    expect(screen.getByRole('gridcell', { name: 'Tuesday 24 November, today, has a window' })).toBeDefined();
    expect(screen.getByRole('gridcell', { name: 'Saturday 5 December' })).toBeDefined();
  });

  it('walks by arrows, chooses on Enter, and stops at the last possible day', async () => {
    const user = userEvent.setup();
    render(<Days />);
    screen.getByRole('gridcell', { name: /last day/ }).focus();
    await user.keyboard('{ArrowRight}{ArrowUp}');
    expect(focused()).toContain('Saturday 28 November');
    expect(last).toBe('2026-12-04');
    await user.keyboard('{Enter}');
    expect(last).toBe('2026-11-28');
    await user.keyboard('{PageDown}{PageDown}');
    expect(focused()).toContain('Thursday 24 December');
    await user.keyboard('{ArrowRight}{Enter}');
    expect(last).toBe('2026-12-24');
  });

  it('does not choose a day that is out of reach', async () => {
    const user = userEvent.setup();
    render(<Days />);
    await user.click(screen.getByRole('gridcell', { name: 'Monday 23 November, has a window' }));
    expect(last).toBe('2026-12-04');
  });
});
