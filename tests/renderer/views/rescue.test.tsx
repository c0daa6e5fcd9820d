import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FAKE_PASSPHRASE } from '../../support/fake-engine.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

describe('the lock screen', () => {
  it('says when and why the vault was locked', async () => {
    const at = Math.floor(new Date().setHours(10, 31, 0, 0) / 1000);
    await openPage({ start: 'closed' }, (_, shell) => {
      shell.engine = { state: 'ready', locked: { at, why: 'idle' } };
    });
    expect(await screen.findByText('Locked at 10:31, after 10 quiet minutes')).toBeTruthy();
  });

  it('opens with this device only where it is remembered', async () => {
    const { user, engine } = await openPage({ start: 'closed' }, ({ state }) => {
      for (const vault of state.vaults) vault.remembered = true;
    });
    await user.click(await button('Open with this device'));
    expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeTruthy();
    expect(engine.state.calls).not.toContain('vault.open');
    closePage();
    await openPage({ start: 'closed' });
    await screen.findByLabelText('Passphrase');
    expect(screen.queryByRole('button', { name: 'Open with this device' })).toBeNull();
  });

  it.each([
    ['days', 'the 14 days are over', /14 days in which this device opens the vault alone are over/],
    ['update', 'Latchkey is another version', /another version of Latchkey than the one you last typed the passphrase in/],
  ])('asks for the passphrase again and says why: %s, as %s', async (why, _, sentence) => {
    const { user } = await openPage({ start: 'closed' }, ({ state }) => {
      for (const vault of state.vaults) vault.remembered = true;
      state.safety.device = { refused: 'password_again', facts: { why } };
    });
    await user.click(await button('Open with this device'));
    expect(await screen.findByText(sentence)).toBeTruthy();
    const field = screen.getByLabelText('Passphrase');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.type(field, `${FAKE_PASSPHRASE}{Enter}`);
    expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeTruthy();
  });
});

describe('a vault that does not open', () => {
  it('has its way out on the lock screen, and opens a backup put back', async () => {
    const { user, engine } = await openPage({ start: 'closed' }, ({ state }) => void (state.openFails = 'damaged_header'));
    expect(screen.queryByRole('button', { name: 'Backups and rescue' })).toBeNull();
    await user.type(await screen.findByLabelText('Passphrase'), `${FAKE_PASSPHRASE}{Enter}`);
    expect(await screen.findByText(/beginning of this vault file is damaged/)).toBeTruthy();
    await user.click(await button('Backups and rescue'));
    expect(await screen.findByText('408 kB')).toBeTruthy();
    const [restore] = screen.getAllByRole('button', { name: /^Restore the backup of/ });
    if (restore === undefined) throw new Error('no backup');
    await user.click(restore);
    await user.type(await screen.findByLabelText('The passphrase it had then'), 'wrong{Enter}');
    expect(await screen.findByText(/does not open this vault/)).toBeTruthy();
    await user.clear(screen.getByLabelText('The passphrase it had then'));
    await user.type(screen.getByLabelText('The passphrase it had then'), `${FAKE_PASSPHRASE}{Enter}`);
    await asked(engine, 'backups.restoreClosed', 2);
    expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeTruthy();
    await said(/in the vault’s place/);
  });

  it('reads what is still whole into a new vault, and reports what was not', async () => {
    const { user, engine } = await openPage({ start: 'closed' });
    await user.click(await button('Another vault'));
    await user.click(await button('Backups and rescue of studio-voss'));
    await user.click(await button('Take what can be read'));
    const name = await screen.findByLabelText<HTMLInputElement>('Name of the new vault');
    expect(name.value).toBe('studio-voss rescued');
    await user.clear(name);
    await user.type(screen.getByLabelText('Passphrase of the damaged vault'), `${FAKE_PASSPHRASE}{Enter}`);
    expect(await screen.findByText('Give the new vault a name.')).toBeTruthy();
    expect(engine.state.calls).not.toContain('salvage.run');
    await user.type(name, 'Voss again');
    await user.click(await button('Read what is there'));
    expect(await screen.findByText('117 records from 1270 saves')).toBeTruthy();
    expect(screen.getByText('2 stretches of the file, 4 kB, could not be read')).toBeTruthy();
    expect(screen.getByText('1 save of several parts had parts missing')).toBeTruthy();
    let list = (): void => undefined;
    engine.state.safety.holds.set('vaults.list', new Promise((done) => (list = () => done(undefined))));
    await user.click(await button('Open the new vault'));
    await asked(engine, 'vaults.list', 2);
    // Not the lock screen of the damaged one meanwhile: what is typed there would open that.
    expect(screen.queryByLabelText('Passphrase')).toBeNull();
    list();
    engine.state.safety.holds.clear();
    expect(await screen.findByRole('heading', { name: 'Voss again' })).toBeTruthy();
    expect(screen.getByLabelText('Passphrase')).toBeTruthy();
  });

  it('offers backups alone for a vault whose file is gone', async () => {
    const { user } = await openPage({ start: 'closed' }, ({ state }) => {
      for (const vault of state.vaults) vault.present = false;
    });
    await user.click(await button('Another vault'));
    await user.click(await button('Backups and rescue of studio-voss'));
    expect(await screen.findByText('408 kB')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take what can be read' })).toBeNull();
  });
});
