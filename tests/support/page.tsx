import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';
import { App } from '../../renderer/app/app.tsx';
// Loaded late in the app; here before a test's clock runs.
import '../../renderer/app/opened.tsx';
import { forgetClipboard } from '../../renderer/lib/clipboard.ts';
import { forgetLink } from '../../renderer/lib/link.ts';
import { HOME, replace, resetRoute } from '../../renderer/lib/route.ts';
import { memoryPorts } from '../../shared/wire/memory-port.ts';
import { type FakeEngine, type FakeOptions, fakeEngine } from './fake-engine.ts';
import { type FakeShell, fakeShell } from './fake-shell.ts';

/** The whole page on a fake engine and a fake shell, and hands to use it. */
export interface Page {
  readonly engine: FakeEngine;
  readonly shell: FakeShell;
  readonly user: UserEvent;
}

/** Opens the page. `prepare` changes the state before the page asks for it. */
export async function openPage(
  options: FakeOptions,
  prepare: (engine: FakeEngine, shell: FakeShell) => void = () => undefined,
): Promise<Page> {
  const [page, engineEnd] = memoryPorts();
  const [shellPage, shellEnd] = memoryPorts();
  const engine = fakeEngine(engineEnd, options);
  const shell = fakeShell(shellEnd);
  prepare(engine, shell);
  render(<App engine={page} shell={shellPage} />);
  await waitFor(() => expect(document.body.textContent).not.toBe(''));
  return { engine, shell, user: userEvent.setup() };
}

/** Takes the page away and everything that outlives it in a module. */
export function closePage(): void {
  cleanup();
  resetRoute();
  replace(HOME);
  forgetClipboard();
  forgetLink();
}

/** Waits until the engine has been asked for something. */
export async function asked(engine: FakeEngine, call: string, times = 1): Promise<void> {
  await waitFor(() => expect(engine.state.calls.filter((name) => name === call).length).toBeGreaterThanOrEqual(times));
}

/** Changes the engine's state and lets the page hear of it. */
export async function change(engine: FakeEngine, act_: (state: FakeEngine['state']) => void): Promise<void> {
  await act(async () => {
    act_(engine.state);
    await Promise.resolve();
  });
}

/** The button of a name, once it is there. */
export function button(name: string | RegExp): Promise<HTMLElement> {
  return screen.findByRole('button', { name });
}

/** Waits for a toast's sentence, where a screen reader would hear it. */
export async function said(sentence: RegExp): Promise<void> {
  await waitFor(() => expect(document.querySelector('.toast-place [role="status"]')?.textContent).toMatch(sentence));
}
