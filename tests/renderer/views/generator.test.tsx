import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../renderer/lib/commands.ts';
import { forgetRecipes } from '../../../renderer/views/generator/recipes.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(() => {
  closePage();
  forgetRecipes();
});

/** The window with the generator open. */
async function openGenerator() {
  const page = await openPage({ start: 'sample' });
  await screen.findByRole('heading', { name: 'Instagram' });
  act(() => void runCommand('generate'));
  const dialog = await screen.findByRole('dialog', { name: 'Make a password' });
  const made = (): string => within(dialog).getByRole('group', { name: 'The password' }).textContent ?? '';
  await waitFor(() => expect(made()).toHaveLength(20));
  return { ...page, dialog, made };
}

describe('the generator', () => {
  it('opens by its command, draws, and says how much chance is in it', async () => {
    const { dialog, engine } = await openGenerator();
    expect(within(dialog).getByText(/^120 bits by chance: out of reach/)).toBeTruthy();
    expect(engine.state.calls.filter((name) => name === 'accounts.generate')).toHaveLength(1);
    expect(runCommand('generate')).toBe(false);
  });

  it('draws anew for each change and when it is asked to', async () => {
    const { dialog, made, user, engine } = await openGenerator();
    fireEvent.change(within(dialog).getByLabelText('Length'), { target: { value: '12' } });
    await waitFor(() => expect(made()).toHaveLength(12));
    await user.click(within(dialog).getByLabelText('Symbols'));
    await waitFor(() => expect(made()).toBe('k7bWdHmQ2xzT'));
    await user.click(within(dialog).getByRole('radio', { name: 'Words' }));
    await waitFor(() => expect(made()).toBe('legal-winner-thank-year-wave'));
    await user.click(within(dialog).getByRole('radio', { name: 'Dot' }));
    await waitFor(() => expect(made()).toBe('legal.winner.thank.year.wave'));
    await user.click(within(dialog).getByRole('radio', { name: 'Syllables' }));
    await waitFor(() => expect(made()).toBe('lusab-babad-gutih-tugad'));
    expect(within(dialog).getByText(/^64 bits by chance: enough where/)).toBeTruthy();
    const draws = (): number => engine.state.calls.filter((name) => name === 'accounts.generate').length;
    const before = draws();
    await user.click(within(dialog).getByRole('button', { name: 'Draw another' }));
    await waitFor(() => expect(draws()).toBe(before + 1));
  });

  it('copies by the number of the draw and stays open; closing forgets it, not the recipe', async () => {
    const { dialog, user, engine } = await openGenerator();
    await user.click(within(dialog).getByRole('radio', { name: 'Syllables' }));
    await user.click(within(dialog).getByRole('button', { name: 'Copy' }));
    await asked(engine, 'accounts.copyDrawn');
    await said(/Password/);
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(document.body.textContent).not.toContain('lusab'));
    act(() => void runCommand('generate'));
    expect(await screen.findByRole('radio', { name: 'Syllables', checked: true })).toBeTruthy();
    expect(engine.bugs).toEqual([]);
  });

  it('takes only symbols there are, and the rules of a site', async () => {
    const { dialog, user } = await openGenerator();
    await user.click(within(dialog).getByText('What the site asks for'));
    const allowed = within(dialog).getByLabelText<HTMLInputElement>('Symbols it takes');
    fireEvent.change(allowed, { target: { value: '-x_-é' } });
    await waitFor(() => expect(allowed.value).toBe('-_'));
    await user.click(within(dialog).getByLabelText('Begins with a letter'));
    expect(within(dialog).getByLabelText<HTMLInputElement>('Begins with a letter').checked).toBe(true);
  });

  it('fills the password of an account when it is taken, and not before', async () => {
    const { user } = await openPage({ start: 'sample' });
    await screen.findByRole('heading', { name: 'Instagram' });
    await user.click(await button('Edit'));
    await user.click(await button('Make one'));
    expect(await screen.findByRole('group', { name: 'The password' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('');
    await waitFor(() => expect(screen.getByRole('group', { name: 'The password' }).textContent).toHaveLength(20));
    await user.click(await button('Use this one'));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Password').value).toHaveLength(20));
    expect(screen.queryByRole('meter')).toBeNull();
    await user.type(screen.getByLabelText('Password'), 'x');
    expect(await screen.findByRole('meter', { name: 'Strength' })).toBeTruthy();
  });
});
