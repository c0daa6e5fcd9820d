import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useCommand } from '../../../renderer/lib/commands.ts';
import { bindKeys } from '../../../renderer/lib/key-binding.ts';
import { type CommandId } from '../../../shared/commands.ts';

const ran: string[] = [];
let unbind: () => void = () => undefined;

function Answers({ id, as = id }: { id: CommandId; as?: string }) {
  useCommand(id, () => void ran.push(as));
  return null;
}

beforeEach(() => {
  ran.length = 0;
  unbind = bindKeys(window);
});
afterEach(() => {
  unbind();
  cleanup();
});

function press(key: string, { ctrl = false, shift = false, on = document.body as Element } = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key,
    code: `Key${key.toUpperCase()}`,
    ctrlKey: ctrl,
    shiftKey: shift,
    bubbles: true,
    cancelable: true,
  });
  on.dispatchEvent(event);
  return event;
}

describe('keys', () => {
  it('run the newest handler of their command, and the one below once it is gone', () => {
    const { rerender } = render(
      <>
        <Answers id="copyCode" as="below" />
        <Answers id="copyCode" as="above" />
      </>,
    );
    press('t', { ctrl: true });
    rerender(<Answers id="copyCode" as="below" />);
    press('t', { ctrl: true });
    expect(ran).toEqual(['above', 'below']);
  });

  it('tell a password from a username by Shift', () => {
    render(
      <>
        <Answers id="copyUsername" />
        <Answers id="copyPassword" />
      </>,
    );
    press('C', { ctrl: true, shift: true });
    press('c', { ctrl: true });
    expect(ran).toEqual(['copyPassword', 'copyUsername']);
  });

  it('are theirs though the host has prevented what the browser does by them, and not once the page has', () => {
    const { container } = render(
      <>
        <Answers id="reveal" />
        <p />
      </>,
    );
    const prevent = (event: Event): void => event.preventDefault();
    container.querySelector('p')?.addEventListener('keydown', prevent);
    press('r', { ctrl: true, on: container.querySelector('p') ?? document.body });
    expect(ran).toEqual([]);
    unbind();
    window.addEventListener('keydown', prevent, true);
    unbind = bindKeys(window);
    press('r', { ctrl: true });
    window.removeEventListener('keydown', prevent, true);
    expect(ran).toEqual(['reveal']);
  });

  it('stay away from text being typed, but for those that open a place', () => {
    const { container } = render(
      <>
        <Answers id="reveal" />
        <Answers id="pasteMessage" />
        <Answers id="keys" />
        <Answers id="find" />
        <input />
      </>,
    );
    const on = container.querySelector('input') ?? document.body;
    press('r', { ctrl: true, on });
    press('v', { ctrl: true, on });
    press('?', { shift: true, on });
    press('k', { ctrl: true, on });
    expect(ran).toEqual(['find']);
  });

  it('never reload, print or save the page, whether or not a command answers', () => {
    for (const key of ['r', 'p', 's', 'u', 'o', 'n', 't']) expect(press(key, { ctrl: true }).defaultPrevented, key).toBe(true);
    expect(press('F5').defaultPrevented).toBe(true);
    expect(press('v', { ctrl: true }).defaultPrevented).toBe(false);
    expect(press('a', { ctrl: true }).defaultPrevented).toBe(false);
  });

  it('leave a dialog alone, except to lock', () => {
    render(
      <>
        <Answers id="back" />
        <Answers id="lock" />
        <div role="alertdialog">Sure?</div>
      </>,
    );
    press('Escape');
    press('l', { ctrl: true });
    expect(ran).toEqual(['lock']);
  });

  it('leave alone what the key itself has just closed', () => {
    const { container } = render(
      <>
        <Answers id="back" />
        <div role="menu" />
      </>,
    );
    const menu = container.querySelector('[role="menu"]');
    document.addEventListener('keydown', () => menu?.setAttribute('data-closed', ''), { once: true });
    press('Escape', { on: container });
    expect(ran).toEqual([]);
    press('Escape', { on: container });
    expect(ran).toEqual(['back']);
  });

  it('open the sheet of keys by `?` and, also while typing, by the key of the slash', () => {
    const { container } = render(
      <>
        <Answers id="keys" />
        <input />
      </>,
    );
    press('?', { shift: true });
    press('/', { ctrl: true, on: container.querySelector('input') ?? document.body });
    expect(ran).toEqual(['keys', 'keys']);
  });

  it('go to a place by its digit once, whatever the layout writes', () => {
    render(<Answers id="goLedger" />);
    const digit = { code: 'Digit4', ctrlKey: true, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '4', ...digit }));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: "'", ...digit }));
    expect(ran).toEqual(['goLedger', 'goLedger']);
  });
});
