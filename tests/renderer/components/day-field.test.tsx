import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DayField, type DayFieldProps } from '../../../renderer/components/day-field.tsx';
import { Dialog } from '../../../renderer/components/dialog.tsx';

afterEach(() => {
  cleanup();
  close.mockClear();
});

const close = vi.fn<() => void>();

function Field({ start, ...more }: { readonly start: string | null } & Partial<DayFieldProps>) {
  const [day, setDay] = useState(start);
  return (
    <Dialog open onClose={close} title="A loan" safe="Cancel" act={{ label: 'Save', onAct: () => undefined }}>
      <DayField
        label="Last day"
        value={day}
        onChange={setDay}
        onClear={() => setDay(null)}
        today="2026-11-24"
        min="2026-11-24"
        max="2027-11-24"
        {...more}
      />
    </Dialog>
  );
}

const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;
const closed = (): Promise<void> => waitFor(() => expect(screen.queryByRole('grid')).toBeNull());

describe('a field for one day', () => {
  it('says its day in words, and that none is chosen', () => {
    render(<Field start="2026-12-04" />);
    expect(screen.getByRole('button', { name: 'Last day: Fri 4 Dec' }).textContent).toBe('Fri 4 Dec');
    cleanup();
    render(<Field start={null} />);
    expect(screen.getByRole('button', { name: 'Last day: Choose a day' })).toBeDefined();
  });

  it.each(['{Enter}', ' '])('opens on %j at its day, moves by arrows, chooses on Enter and has the focus again', async (key) => {
    const user = userEvent.setup();
    render(<Field start="2026-12-04" />);
    await waitFor(() => expect(focused()).toBe('Last day: Fri 4 Dec'));
    await user.keyboard(key);
    await waitFor(() => expect(focused()).toBe('Friday 4 December, chosen'));
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('Saturday 12 December');
    await user.keyboard('{Enter}');
    await closed();
    await waitFor(() => expect(focused()).toBe('Last day: Sat 12 Dec'));
  });

  it('closes on Escape, which leaves the day and the dialog around it as they are', async () => {
    const user = userEvent.setup();
    render(<Field start="2026-12-04" />);
    await user.click(screen.getByRole('button', { name: /^Last day/ }));
    await waitFor(() => expect(focused()).toBe('Friday 4 December, chosen'));
    await user.keyboard('{ArrowRight}{Escape}');
    await closed();
    await waitFor(() => expect(focused()).toBe('Last day: Fri 4 Dec'));
    expect(close).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(close).toHaveBeenCalledOnce();
  });

  it('begins at today without a day, and is emptied only where it may be', async () => {
    const user = userEvent.setup();
    render(<Field start={null} />);
    await user.click(screen.getByRole('button', { name: /^Last day/ }));
    await waitFor(() => expect(focused()).toBe('Tuesday 24 November, today'));
    expect(screen.queryByRole('button', { name: 'No day' })).toBeNull();
    await user.click(screen.getByRole('gridcell', { name: 'Wednesday 25 November' }));
    await user.click(await screen.findByRole('button', { name: 'Last day: Wed 25 Nov' }));
    await user.click(await screen.findByRole('button', { name: 'No day' }));
    await screen.findByRole('button', { name: 'Last day: Choose a day' });
    cleanup();
    render(<Field start="2026-12-04" onClear={undefined} />);
    await user.click(screen.getByRole('button', { name: /^Last day/ }));
    await screen.findByRole('grid');
    expect(screen.queryByRole('button', { name: 'No day' })).toBeNull();
  });

  it('moves by a year with Shift, says the year then, and stays within reach', async () => {
    const user = userEvent.setup();
    render(<Field start="2026-12-04" />);
    await user.click(screen.getByRole('button', { name: /^Last day/ }));
    await waitFor(() => expect(focused()).toBe('Friday 4 December, chosen'));
    await user.keyboard('{Shift>}{PageDown}{/Shift}');
    expect(focused()).toBe('Wednesday 24 November 2027');
    await user.keyboard('{ArrowRight}{Shift>}{PageUp}{/Shift}{Enter}');
    await waitFor(() => expect(focused()).toBe('Last day: Wed 25 Nov'));
  });

  it('ties its hint and its fault to the button', () => {
    render(<Field start={null} hint="The day it ends." />);
    const field = screen.getByRole('button', { name: /^Last day/ });
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('The day it ends.');
    expect(screen.getByText('Last day', { selector: 'label' }).getAttribute('for')).toBe(field.id);
    cleanup();
    render(<Field start={null} error="Say which day." />);
    expect(screen.getByRole('alert').textContent).toBe('Say which day.');
    expect(screen.getByRole('button', { name: /^Last day/ }).getAttribute('aria-invalid')).toBe('true');
  });
});
