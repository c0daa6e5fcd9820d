import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Code } from '../../../renderer/components/code.tsx';
import { PasswordInput } from '../../../renderer/components/password-input.tsx';
import { QrImage } from '../../../renderer/components/qr-image.tsx';
import { Ring } from '../../../renderer/components/ring.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_000_000_000);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the code ring', () => {
  it('groups the digits for the eye only, and spells them for the ear', () => {
    render(<Code code="482913" next="107556" until={1_000_018} />);
    const digits = screen.getByRole('img', { name: '4 8 2 9 1 3' });
    expect(digits.textContent).toBe('482913');
    expect(document.querySelector('.next')?.textContent).toBe('next 107 556');
  });

  it('warns in words and colour in the last 5 s', () => {
    render(<Code code="482913" next="107556" until={1_000_018} />);
    act(() => void vi.advanceTimersByTime(12_100));
    expect(document.querySelector('.code')?.classList.contains('ends')).toBe(false);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(document.querySelector('.code')?.classList.contains('ends')).toBe(true);
    expect(document.querySelector('.soon')?.textContent).toBe('new code in 5 s');
  });

  it('shows dashes and no ring part outside a window', () => {
    render(<Code code={null} note="Opens Wed 9:00" />);
    expect(screen.getByRole('img', { name: 'No code now' }).textContent).toBe('––––––');
    expect(document.querySelector('.ring .left')).toBeNull();
  });
});

describe('a ring', () => {
  it('ends what is left of a time at twelve, and begins what is done there', () => {
    const arc = (): string => document.querySelector<SVGElement>('.left')?.style.transform ?? '';
    const { rerender } = render(<Ring size={56} value={0.9} />);
    expect(arc()).toBe('rotate(-54deg)');
    rerender(<Ring size={56} value={0.5} kind="done" />);
    expect(arc()).toBe('rotate(-90deg)');
  });
  it('glides onwards with what is done, but jumps when it starts anew', () => {
    const { rerender } = render(<Ring kind="done" value={0.8} />);
    const steps = (): boolean => document.querySelector('.ring')?.classList.contains('steps') ?? false;
    rerender(<Ring kind="done" value={0.9} />);
    expect(steps()).toBe(true);
    rerender(<Ring kind="done" value={0} />);
    expect(steps()).toBe(false);
  });
  it('ticks with a time, and never glides: a code is on screen for minutes', () => {
    const { rerender } = render(<Ring value={0.1} />);
    rerender(<Ring value={0.06} />);
    expect(document.querySelector('.ring')?.classList.contains('steps')).toBe(false);
  });
});

describe('a passphrase field', () => {
  it('hints at Caps Lock while it is on, and forgets it on leaving', () => {
    render(<PasswordInput label="Passphrase" value="" onChange={() => undefined} />);
    const input = screen.getByLabelText('Passphrase');
    const pressed = createEvent.keyDown(input, { key: 'A' });
    Object.defineProperty(pressed, 'getModifierState', { value: (key: string) => key === 'CapsLock' });
    fireEvent(input, pressed);
    expect(screen.getByRole('alert').textContent).toBe('Caps Lock is on');
    fireEvent.blur(input);
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('shows what is typed only when asked', () => {
    render(<PasswordInput label="Passphrase" value="secret" onChange={() => undefined} />);
    expect(screen.getByLabelText('Passphrase').getAttribute('type')).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Show what is typed' }));
    expect(screen.getByLabelText('Passphrase').getAttribute('type')).toBe('text');
  });
});

describe('a QR', () => {
  it('draws every dark module once, with a quiet zone of four', () => {
    render(
      <QrImage
        label="code"
        matrix={[
          [true, true, false],
          [false, false, false],
          [false, false, true],
        ]}
      />,
    );
    expect(document.querySelector('.qr')?.getAttribute('viewBox')).toBe('0 0 11 11');
    expect(document.querySelector('.qr path')?.getAttribute('d')).toBe('M4 4h2v1h-2zM6 6h1v1h-1z');
  });
});
