import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SecretField } from '../../../renderer/components/secret-field.tsx';

const secret = 'Tr7&mel04-Quay';

function Password({ onCopy }: { onCopy?: () => void }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <>
      <SecretField
        name="Password"
        value={value}
        onReveal={() => setValue(secret)}
        onConceal={() => setValue(null)}
        onCopy={onCopy}
      />
      <button type="button">elsewhere</button>
    </>
  );
}

const reveal = (): void => {
  const eye = screen.getByRole('button', { name: 'Reveal password' });
  eye.focus();
  fireEvent.click(eye);
};
const isShown = (): boolean => document.body.textContent?.includes(secret) ?? false;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a secret field', () => {
  it('shows twelve dots at rest, whatever the secret', () => {
    render(<Password />);
    expect(document.querySelector('.dots')?.textContent).toContain('•'.repeat(12));
    expect(isShown()).toBe(false);
  });

  it('colours digits and symbols, and hides after 30 s', () => {
    render(<Password />);
    reveal();
    expect([...document.querySelectorAll('.secret i')].map((part) => part.textContent)).toEqual(['7', '04']);
    expect([...document.querySelectorAll('.secret u')].map((part) => part.textContent)).toEqual(['&', '-']);
    act(() => void vi.advanceTimersByTime(29_900));
    expect(isShown()).toBe(true);
    act(() => void vi.advanceTimersByTime(200));
    expect(isShown()).toBe(false);
  });

  it('begins a new 30 s each time it is shown', () => {
    render(<Password />);
    reveal();
    act(() => void vi.advanceTimersByTime(20_000));
    fireEvent.click(screen.getByRole('button', { name: 'Conceal password' }));
    reveal();
    act(() => void vi.advanceTimersByTime(20_000));
    expect(isShown()).toBe(true);
  });

  it('hides when focus leaves its row, not when it moves inside', () => {
    render(<Password onCopy={() => undefined} />);
    reveal();
    act(() => screen.getByRole('button', { name: 'Copy password' }).focus());
    expect(isShown()).toBe(true);
    act(() => screen.getByRole('button', { name: 'elsewhere' }).focus());
    expect(isShown()).toBe(false);
  });

  it('hides when the window loses focus', () => {
    render(<Password />);
    reveal();
    act(() => void window.dispatchEvent(new Event('blur')));
    expect(isShown()).toBe(false);
  });

  it('copies on Enter on the row, without showing', () => {
    const copy = vi.fn();
    render(<Password onCopy={copy} />);
    fireEvent.keyDown(screen.getByRole('group', { name: 'Password' }), { key: 'Enter' });
    expect(copy).toHaveBeenCalledOnce();
    expect(isShown()).toBe(false);
  });

  it('gives way to the time left while it is on the clipboard', () => {
    vi.setSystemTime(1_000_000_000);
    render(
      <SecretField
        name="Password"
        value={null}
        onReveal={() => undefined}
        onConceal={() => undefined}
        copied={{ until: 1_000_030, length: 30 }}
      />,
    );
    expect(screen.getByText('Clears in 30 s')).toBeDefined();
    act(() => void vi.advanceTimersByTime(8_100));
    expect(screen.getByText('Clears in 22 s')).toBeDefined();
    act(() => void vi.advanceTimersByTime(22_000));
    expect(document.querySelector('.dots')).not.toBeNull();
  });

  it('draws one ring only, that of the clipboard, when it is shown and copied at once', () => {
    vi.setSystemTime(1_000_000_000);
    render(
      <SecretField
        name="Password"
        value={secret}
        onReveal={() => undefined}
        onConceal={() => undefined}
        copied={{ until: 1_000_030, length: 30 }}
      />,
    );
    expect(document.querySelectorAll('.ring')).toHaveLength(1);
    expect(isShown()).toBe(false);
  });
});
