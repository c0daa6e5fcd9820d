import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../shared/text/speak.ts';
import { button, closePage, openPage } from '../../support/page.tsx';

afterEach(async () => {
  closePage();
  await speak('en');
});

/** Opens a page of the settings over what the host is and has set. */
async function openSettings(name: string, prepare: Parameters<typeof openPage>[1] = () => undefined) {
  const page = await openPage({ start: 'sample' }, prepare);
  await page.user.click(await button('Settings'));
  await page.user.click(await button(name));
  return page;
}

describe('general', () => {
  it('keeps what Latchkey is used for', async () => {
    const { user, shell } = await openSettings('General');
    await user.click(await screen.findByRole('radio', { name: 'Lend accounts to others' }));
    await waitFor(() => expect(shell.settings.use).toBe('lend'));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Lend accounts to others' }).checked).toBe(true);
  });

  it('speaks German from the moment it is chosen, and the choice keeps the focus', async () => {
    const { user, shell } = await openSettings('General');
    await user.click(await screen.findByRole('combobox', { name: 'Language' }));
    await user.click(await screen.findByRole('option', { name: 'Deutsch' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Einstellungen' })).toBeTruthy();
    expect(shell.settings.language).toBe('de');
    expect(document.documentElement.lang).toBe('de');
    expect(screen.getByRole('radio', { name: 'Konten an andere verleihen' })).toBeTruthy();
    expect(within(screen.getByRole('navigation', { name: 'Bereiche' })).getByText('Leihbuch')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Sprache' })));
    await user.click(screen.getByRole('combobox', { name: 'Sprache' }));
    await user.click(await screen.findByRole('option', { name: 'English' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });

  it('opens in the language that is set', async () => {
    await openPage({ start: 'closed' }, (_, shell) => {
      shell.settings = { ...shell.settings, language: 'de' };
    });
    expect(await screen.findByRole('button', { name: 'Entsperren' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('de');
  });

  it('leaves out the tray and quick access where the host has neither', async () => {
    await openSettings('General');
    await screen.findByRole('combobox', { name: 'Language' });
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
  });

  it('offers the tray and quick access where the host has them', async () => {
    const { user, shell } = await openSettings('General', (_, host) => {
      host.missing = [];
      host.quick = { on: false, key: 'taken' };
    });
    await user.click(await screen.findByRole('checkbox', { name: /^Stay in the tray/ }));
    await waitFor(() => expect(shell.settings.stayInTray).toBe(true));
    expect(await screen.findByText('It works now.')).toBeTruthy();
    act(() => shell.server.emit('quick', { on: false, key: 'refused' }));
    expect(await screen.findByText(/^Another program has this key/)).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: /^Quick access/ }));
    await waitFor(() => expect(shell.settings.quickKey).toBe(false));
    expect(screen.queryByText(/^Another program has this key/)).toBeNull();
  });
});

describe('captures of the screen', () => {
  it('are said to be out of reach where the host cannot keep the window out of them', async () => {
    await openSettings('Locking');
    expect(await screen.findByText(/^On this system a program cannot keep its window out of captures/)).toBeTruthy();
  });

  it('are a choice where it can, with what it is worth', async () => {
    const { user, shell } = await openSettings('Locking', (_, host) => {
      host.missing = [];
    });
    await user.click(await screen.findByRole('checkbox', { name: /^Keep this window out of captures/ }));
    await waitFor(() => expect(shell.settings.protectWindow).toBe(false));
    expect(screen.getByText(/^Best effort/)).toBeTruthy();
  });
});

describe('appearance', () => {
  it('moves less when it is told to, whatever the system says', async () => {
    const { user } = await openSettings('Appearance');
    const { dataset } = document.documentElement;
    await user.click(await screen.findByRole('radio', { name: 'Less' }));
    await waitFor(() => expect(dataset['motion']).toBe('reduced'));
    await user.click(within(screen.getByRole('radiogroup', { name: 'Motion' })).getByRole('radio', { name: 'As the system' }));
    await waitFor(() => expect(dataset['motion']).toBeUndefined());
  });
});

describe('shortcuts', () => {
  it('are all listed, by what they are about', async () => {
    await openSettings('Shortcuts');
    const lock = await screen.findByText('Lock the vault', { selector: 'dt' });
    expect(lock.parentElement?.className).toBe('');
    expect(screen.getByRole('heading', { name: 'Account' })).toBeTruthy();
  });
});
