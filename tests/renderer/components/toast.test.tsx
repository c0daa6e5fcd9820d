import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToastPlace } from '../../../renderer/components/toast.tsx';
import { clearToast, showToast } from '../../../renderer/lib/toast-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_000_000_000);
  render(<ToastPlace />);
});
afterEach(() => {
  act(clearToast);
  cleanup();
  vi.useRealTimers();
});

const onScreen = (): string | null => document.querySelector('.toast .text')?.textContent ?? null;
const spoken = (): string | null => screen.getByRole('status').textContent;

describe('the toast', () => {
  it('is one at a time, polite, and leaves after 8 s', () => {
    act(() => void showToast({ text: 'Account moved to Trash' }));
    act(() => void showToast({ text: 'Saved' }));
    expect(document.querySelectorAll('.toast')).toHaveLength(1);
    expect(onScreen()).toBe('Saved');
    expect(screen.getByRole('status').getAttribute('aria-live')).toBe('polite');
    act(() => void vi.advanceTimersByTime(7_900));
    expect(onScreen()).toBe('Saved');
    act(() => void vi.advanceTimersByTime(200));
    expect(onScreen()).toBeNull();
  });

  it('counts down on screen but is spoken once', () => {
    act(
      () =>
        void showToast({
          text: 'Code copied, clears in 30 s',
          countdown: (left) => `Code copied, clears in ${left}`,
          until: 1_000_030,
          length: 30,
        }),
    );
    act(() => void vi.advanceTimersByTime(8_100));
    expect(onScreen()).toBe('Code copied, clears in 22 s');
    expect(spoken()).toBe('Code copied, clears in 30 s');
    act(() => void vi.advanceTimersByTime(22_000));
    expect(onScreen()).toBeNull();
  });

  it('acts once and is gone', () => {
    const undo = vi.fn();
    act(() => void showToast({ text: 'Moved', action: { label: 'Undo', onAct: undo } }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(onScreen()).toBeNull();
  });

  it('is not taken away by an older one', () => {
    let leave = (): void => undefined;
    act(() => {
      leave = showToast({ text: 'First' });
    });
    act(() => void showToast({ text: 'Second' }));
    act(leave);
    expect(onScreen()).toBe('Second');
  });
});
