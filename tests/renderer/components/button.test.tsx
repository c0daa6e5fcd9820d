import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button } from '../../../renderer/components/button.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a button', () => {
  it('shows the verb in progress after 150 ms and ignores presses from the start', () => {
    const press = vi.fn();
    const { rerender } = render(
      <Button busy={null} onClick={press}>
        Seal
      </Button>,
    );
    rerender(
      <Button busy="Sealing" onClick={press}>
        Seal
      </Button>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(press).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(149));
    expect(screen.getByRole('button').textContent).toBe('Seal');
    act(() => void vi.advanceTimersByTime(2));
    expect(screen.getByRole('button').textContent).toBe('Sealing');
    rerender(
      <Button busy={null} onClick={press}>
        Seal
      </Button>,
    );
    expect(screen.getByRole('button').textContent).toBe('Seal');
    fireEvent.click(screen.getByRole('button'));
    expect(press).toHaveBeenCalledOnce();
  });

  it('cancels what it does on Escape', () => {
    const cancel = vi.fn();
    render(
      <Button busy="Sealing" onCancel={cancel}>
        Seal
      </Button>,
    );
    fireEvent.keyDown(screen.getByRole('button'), { key: 'Escape' });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('stays focusable when it cannot be used, says why, and does not send its form', () => {
    const press = vi.fn();
    const send = vi.fn((event: React.FormEvent) => event.preventDefault());
    render(
      <form onSubmit={send}>
        <Button type="submit" why="The vault is read-only" onClick={press}>
          Save
        </Button>
      </form>,
    );
    const button = screen.getByRole('button', { name: /^Save/, description: 'The vault is read-only' });
    button.focus();
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
    expect(send).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });
});
