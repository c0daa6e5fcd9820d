import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { KeychainFault } from '../../../shared/contracts/shell.ts';
import { keychainFaults } from '../../../shared/text/keychain.ts';
import { FAKE_PASSPHRASE, type FakeEngine } from '../../support/fake-engine.ts';
import type { FakeShell } from '../../support/fake-shell.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const fresh = 'copper tunnel hazard biology motion fabric orbit';

/** Opens one page of the settings over what is prepared. */
async function openSettings(name: string, prepare: (engine: FakeEngine, shell: FakeShell) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, prepare);
  await page.user.click(await button('Settings'));
  await page.user.click(await button(name));
  return page;
}

const field = (label: string): Promise<HTMLInputElement> => screen.findByLabelText<HTMLInputElement>(label);

describe('locking', () => {
  it('sets the quiet time, the lock at sleep and the clipboard', async () => {
    const { user, shell } = await openSettings('Locking');
    await user.click(await screen.findByRole('combobox', { name: 'Lock after' }));
    await user.click(await screen.findByRole('option', { name: 'Never' }));
    await waitFor(() => expect(shell.settings.lockMinutes).toBe(0));
    expect(await screen.findByText(/stays open until you lock it/)).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: /sleeps or its screen is locked/ }));
    await waitFor(() => expect(shell.settings.lockOnSuspend).toBe(false));
    await user.click(screen.getByRole('radio', { name: 'At the lock' }));
    await waitFor(() => expect(shell.settings.clipboardSeconds).toBeNull());
  });

  it('offers no lock that never comes where the host cannot ask the person itself, and says so', async () => {
    const { user } = await openSettings('Locking', (_, shell) => {
      shell.missing = ['confirm'];
    });
    expect(await screen.findByText(/has no dialog of its own to ask you in/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /sleeps or its screen is locked/ }).disabled).toBe(true);
    expect(screen.queryByRole('radio', { name: 'At the lock' })).toBeNull();
    await user.click(await screen.findByRole('combobox', { name: 'Lock after' }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      ...['1 minute', '5 minutes', '10 minutes', '30 minutes', '60 minutes'],
    ]);
  });

  it('shows a time set by hand, and never where it was set before', async () => {
    const { user } = await openSettings('Locking', (_, shell) => {
      shell.missing = ['confirm'];
      shell.settings = { ...shell.settings, lockMinutes: 0 };
    });
    expect((await screen.findByRole('combobox', { name: 'Lock after' })).textContent).toContain('Never');
    await user.click(screen.getByRole('combobox', { name: 'Lock after' }));
    expect(screen.getByRole('option', { name: 'Never' })).toBeTruthy();
  });

  it('keeps the quiet time the person did not confirm another one for, and says so', async () => {
    const { user, shell } = await openSettings('Locking', (_, shell) => {
      shell.refuse = 'not_confirmed';
    });
    await user.click(await screen.findByRole('combobox', { name: 'Lock after' }));
    await user.click(await screen.findByRole('option', { name: 'Never' }));
    await said(/You did not confirm it/);
    expect(shell.settings.lockMinutes).toBe(10);
    expect(screen.getByRole('combobox', { name: 'Lock after' }).textContent).toContain('10 minutes');
  });

  it('sets the lock of a closed window where Latchkey stays without one', async () => {
    const { user, shell } = await openSettings('Locking');
    const choice = await screen.findByRole('combobox', { name: 'Lock when the window is closed' });
    expect(choice.textContent).toContain('At once');
    await user.click(choice);
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      ...['At once', 'After 1 minute', 'After 5 minutes', 'After 15 minutes'],
    ]);
    await user.click(screen.getByRole('option', { name: 'After 5 minutes' }));
    await waitFor(() => expect(shell.settings.lockWhenClosedMinutes).toBe(5));
  });

  it('says that closing the window ends Latchkey and locks where it does', async () => {
    await openSettings('Locking', (_, shell) => {
      shell.missing = ['stay_without_window'];
    });
    expect(await screen.findByText(/closing the window ends Latchkey, which locks the vault at once/)).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Lock when the window is closed' })).toBeNull();
  });

  it('says that the app may stay in the tray, and offers minutes once it does', async () => {
    const { user } = await openSettings('Locking', (_, shell) => {
      shell.missing = ['native_menu'];
    });
    expect(await screen.findByText(/Under General you can let it stay in the tray/)).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Lock when the window is closed' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'General' }));
    await user.click(await screen.findByRole('checkbox', { name: /tray/ }));
    await user.click(screen.getByRole('button', { name: 'Locking' }));
    expect(await screen.findByRole('combobox', { name: 'Lock when the window is closed' })).toBeTruthy();
  });

  it('says what the host cannot tell', async () => {
    await openSettings('Locking', (_, shell) => {
      shell.missing = ['suspend_event', 'screen_lock_event', 'idle_time'];
    });
    expect(await screen.findByText(/is not told when the computer sleeps/)).toBeTruthy();
    expect(screen.getByText(/in this window/)).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /sleeps|screen is locked/ })).toBeNull();
  });

  it('remembers the device after the passphrase, says what that does not protect from, and forgets it again', async () => {
    const { user, engine } = await openSettings('Locking');
    expect(await screen.findByText(/protects nothing from malware that runs as you/)).toBeTruthy();
    await waitFor(async () => expect((await button('Remember this device')).getAttribute('aria-disabled')).toBeNull());
    await user.click(await button('Remember this device'));
    await user.type(await field('Your passphrase'), 'wrong{Enter}');
    expect(await screen.findByText(/does not open this vault/)).toBeTruthy();
    await user.clear(await field('Your passphrase'));
    await user.type(await field('Your passphrase'), `${FAKE_PASSPHRASE}{Enter}`);
    await said(/remembered for 14 days/);
    expect(await screen.findByText(/passphrase is asked for again after/)).toBeTruthy();
    await user.click(await button('Forget this device'));
    await said(/taken away/);
    expect(engine.state.safety.health.device.remembered).toBe(false);
  });

  it.each(Object.keys(keychainFaults) as KeychainFault[])(
    'does not offer it over a keychain that is %s, and says why',
    async (reason) => {
      const { user, engine } = await openSettings('Locking', (_, shell) => {
        shell.keychain = { available: false, reason };
      });
      const remember = await button('Remember this device');
      await waitFor(() => expect(remember.getAttribute('aria-disabled')).toBe('true'));
      expect((await screen.findAllByText(keychainFaults[reason])).length).toBeGreaterThan(0);
      await user.click(remember);
      expect(screen.queryByLabelText('Your passphrase')).toBeNull();
      expect(engine.state.calls).not.toContain('device.remember');
    },
  );
});

describe('passphrase and sheet', () => {
  it('changes the passphrase, and keeps what was typed when the old one is wrong', async () => {
    const { user, engine } = await openSettings('Passphrase and sheet');
    await user.type(await field('The passphrase now'), 'not this one');
    await user.click(await button('Suggest words'));
    await waitFor(async () => expect((await field('The new passphrase')).value).toBe(fresh));
    await user.type(await field('The new one once more'), fresh);
    await user.click(await button('Change the passphrase'));
    expect(await screen.findByText(/does not open this vault/)).toBeTruthy();
    expect((await field('The new passphrase')).value).toBe(fresh);
    await user.clear(await field('The passphrase now'));
    await user.type(await field('The passphrase now'), FAKE_PASSPHRASE);
    await user.click(await button('Change the passphrase'));
    await said(/The passphrase is changed/);
    expect(engine.state.password).toBe(fresh);
    expect((await field('The new passphrase')).value).toBe('');
  });

  it('asks the engine for nothing while the two differ or the new one is too short', async () => {
    const { user, engine } = await openSettings('Passphrase and sheet');
    await user.type(await field('The passphrase now'), FAKE_PASSPHRASE);
    await user.type(await field('The new passphrase'), 'short');
    await user.type(await field('The new one once more'), 'other');
    await user.click(await button('Change the passphrase'));
    expect(await screen.findByText(/passphrase is too short/)).toBeTruthy();
    expect(screen.getByText('The two are not the same yet.')).toBeTruthy();
    expect(engine.state.calls).not.toContain('vault.changePassword');
  });

  it('says that an old copy stays open to the old passphrase, and leads to a new vault key', async () => {
    const { user, engine } = await openSettings('Passphrase and sheet');
    expect(await screen.findByText(/any old copy of the file can still open that copy/)).toBeTruthy();
    await user.click(await button('Someone may know the old one'));
    await user.type(await field('Your passphrase'), `${FAKE_PASSPHRASE}{Enter}`);
    await screen.findByRole('heading', { name: 'Your recovery sheet' });
    expect(engine.state.calls).toContain('vault.rotateKey');
  });

  it('shows a new sheet once, asks before it is left unchecked, and lets go of its words', async () => {
    const { user } = await openSettings('Passphrase and sheet');
    await user.click(await button('Make a new sheet'));
    await user.type(await field('Your passphrase'), `${FAKE_PASSPHRASE}{Enter}`);
    await screen.findByRole('heading', { name: 'Your recovery sheet' });
    expect((await button(/^Done/)).getAttribute('aria-disabled')).toBe('true');
    await user.click(await button(/^Accounts/));
    expect(await screen.findByText('Leave before the sheet is checked?')).toBeTruthy();
    await user.click(await button('Stay here'));
    const group = screen.getByRole('group', { name: /Check your copy/ });
    const words = [...document.querySelectorAll('.sheet-words li')].map((one) => one.textContent?.replace(/^\d+/, '') ?? '');
    for (const one of within(group).getAllByRole<HTMLInputElement>('textbox')) {
      const place = Number(/\d+/.exec(one.closest('label')?.textContent ?? '')?.[0]);
      await user.type(one, words[place - 1] ?? '');
    }
    await user.click(await button('Done'));
    await screen.findByRole('heading', { name: 'Change the passphrase' });
    expect(document.body.textContent).not.toContain(words[3]);
  });
});

describe('backups', () => {
  it('lists them newest first, makes one, and restores one after the passphrase', async () => {
    const { user, engine } = await openSettings('Backups');
    await screen.findByText('408 kB, 118 records');
    const rows = (): string[] => [...document.querySelectorAll('.backups b')].map((one) => one.textContent ?? '');
    expect(rows()[0]).toMatch(/^(Today|\w{3} \d+ \w{3},) /);
    await user.click(await button('Make one now'));
    await said(/made and checked/);
    await waitFor(() => expect(rows()).toHaveLength(4));
    const [restore] = screen.getAllByRole('button', { name: /^Restore the backup of/ });
    if (restore === undefined) throw new Error('no backup to restore');
    await user.click(restore);
    expect(await screen.findByText(/The file that is here now is kept beside it/)).toBeTruthy();
    await user.type(await field('The passphrase it had then'), `${FAKE_PASSPHRASE}{Enter}`);
    await asked(engine, 'backups.restore');
    await said(/The backup is in the vault’s place/);
  });
});

describe('look', () => {
  it('puts theme, contrast and text size on the page, and takes them off again', async () => {
    const { user } = await openSettings('Appearance');
    const { dataset } = document.documentElement;
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(dataset['theme']).toBe('dark'));
    await user.click(screen.getByRole('radio', { name: 'High' }));
    await waitFor(() => expect(dataset['contrast']).toBe('high'));
    await user.click(screen.getByRole('radio', { name: 'Very large, 200 %' }));
    await waitFor(() => expect(dataset['text']).toBe('larger'));
    await user.click(within(screen.getByRole('radiogroup', { name: 'Theme' })).getByRole('radio', { name: 'As the system' }));
    await user.click(within(screen.getByRole('radiogroup', { name: 'Contrast' })).getByRole('radio', { name: 'Usual' }));
    await user.click(within(screen.getByRole('radiogroup', { name: 'Text size' })).getByRole('radio', { name: 'Usual' }));
    await waitFor(() =>
      expect([dataset['theme'], dataset['contrast'], dataset['text']]).toEqual([undefined, undefined, undefined]),
    );
  });

  it('is already as it was set when the page opens', async () => {
    await openPage({ start: 'closed' }, (_, shell) => {
      shell.settings = { ...shell.settings, theme: 'light', textSize: 'large' };
    });
    await screen.findByLabelText('Passphrase');
    const { dataset } = document.documentElement;
    expect([dataset['theme'], dataset['text']]).toEqual(['light', 'large']);
  });
});
