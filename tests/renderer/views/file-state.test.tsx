import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readOnlyCode } from '../../../renderer/app/read-only.ts';
import { isErrorCode } from '../../../shared/errors.ts';
import { asked, button, change, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

describe('a vault that cannot save', () => {
  it('says so across the frame, that the change is kept, and saves it again when asked', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => {
      state.readOnly = 'disk_full';
      state.safety.health.unsaved = 1;
    });
    const banner = await screen.findByRole('alert');
    expect(banner.textContent).toContain('The disk is full, so nothing new is being saved.');
    await waitFor(() =>
      expect(banner.textContent).toMatch(/safe as of .*\d+:\d\d\. One change since then is kept sealed on this computer/),
    );
    await user.click(within(banner).getByRole('button', { name: 'Try again' }));
    await said(/What you changed is on disk/);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(engine.state.safety.health.unsaved).toBe(0);
  });

  it('saves a copy elsewhere, where the host can ask for a place', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => void (state.readOnly = 'io'));
    await user.click(await button('Save a copy'));
    await asked(engine, 'vault.saveCopy');
    await said(/A copy is saved as studio-voss-copy\.latchkey/);
    closePage();
    await openPage({ start: 'sample' }, ({ state }, shell) => {
      state.readOnly = 'io';
      shell.missing = ['save_dialog'];
    });
    await button('Try again');
    expect(screen.queryByRole('button', { name: 'Save a copy' })).toBeNull();
  });

  it('has a sentence of its own for each reason', () => {
    const reasons = ['damaged', 'rolled_back', 'forked', 'disk_full', 'read_only', 'gone', 'changed_elsewhere', 'io', 'in_use'];
    const codes = reasons.map(readOnlyCode);
    expect(codes.every(isErrorCode)).toBe(true);
    expect(new Set(codes).size).toBe(reasons.length);
    expect(readOnlyCode('something new')).toBe('read_only');
  });
});

describe('a vault another one has open', () => {
  const holder = { where: 'elsewhere', host: 'till-laptop', at: Math.floor(Date.now() / 1000) - 60 } as const;

  it('is never taken from a living program of this computer', async () => {
    await openPage({ start: 'sample' }, ({ state }) => {
      state.readOnly = 'in_use';
      state.safety.holder = { ...holder, where: 'here' };
    });
    expect(await screen.findByText(/Another Latchkey on this computer/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change it here' })).toBeNull();
  });

  it('is taken over from another computer only after a question', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => {
      state.readOnly = 'in_use';
      state.safety.holder = holder;
    });
    expect(await screen.findByText(/till-laptop has this vault open/)).toBeTruthy();
    await user.click(await button('Change it here'));
    const dialog = await screen.findByRole('alertdialog');
    expect(engine.state.calls).not.toContain('vault.takeOver');
    await user.click(within(dialog).getByRole('button', { name: 'Nobody has it open' }));
    await asked(engine, 'vault.takeOver');
    await waitFor(() => expect(screen.queryByText(/has this vault open/)).toBeNull());
  });

  it('can be changed here at once when nobody holds it any more', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => void (state.readOnly = 'in_use'));
    await user.click(await button('Change it here'));
    await asked(engine, 'vault.takeOver');
    await waitFor(() => expect(engine.state.readOnly).toBeNull());
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

describe('changes that could not be saved', () => {
  it('are not lost by a lock without a question', async () => {
    const { user, shell } = await openPage({ start: 'sample' }, ({ state }) => {
      state.readOnly = 'disk_full';
      state.safety.health.unsaved = 2;
      state.safety.kept = false;
    });
    expect((await screen.findByRole('alert')).textContent).toContain('in memory alone, and lost when you lock');
    await user.keyboard('{Control>}l{/Control}');
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText('Lock and lose 2 changes?')).toBeTruthy();
    expect(shell.locks).toBe(0);
    await user.click(within(dialog).getByRole('button', { name: 'Lock all the same' }));
    await waitFor(() => expect(shell.locks).toBe(1));
  });

  it('wait after the next unlock, and are saved then', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => {
      state.safety.rescue = { at: state.now() - 3600, changes: 2 };
    });
    expect(await screen.findByText(/^2 changes from .* could not be saved before the lock\.$/)).toBeTruthy();
    await user.click(await button('Save them now'));
    await asked(engine, 'rescue.restore');
    await said(/What waited is saved/);
    await waitFor(() => expect(screen.queryByText(/could not be saved before the lock/)).toBeNull());
  });

  it('of an earlier key can be saved apart or let go, after a question', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => {
      state.safety.rescue = { at: state.now() - 3600, changes: null };
    });
    await user.click(await button('More about what waits'));
    expect(screen.queryByRole('button', { name: 'Save them now' })).toBeNull();
    await user.click(await screen.findByRole('menuitem', { name: 'Save as a vault of its own' }));
    await said(/saved as studio-voss-rescued\.latchkey/);
    expect(engine.state.safety.rescue).not.toBeNull();
    await user.click(await button('More about what waits'));
    await user.click(await screen.findByRole('menuitem', { name: 'Let go of what waits' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Let go of what waits' }));
    await asked(engine, 'rescue.drop');
    await waitFor(() => expect(screen.queryByText(/could not be saved before the lock/)).toBeNull());
  });
});

describe('a vault that is not the one this device saw last', () => {
  it.each([
    ['rolled_back', /older than what this computer last saw/, /What was saved after it is not in this copy/],
    ['forked', /changed apart from each other/, /What was changed in the other copy stays there/],
  ] as const)('when %s: nothing is written until it is chosen', async (anchor, what, asks) => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => {
      state.anchor = anchor;
      state.readOnly = anchor;
    });
    expect((await screen.findByRole('alert')).textContent).toMatch(what);
    await user.click(await button('Go on with this copy'));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText(asks)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Not yet'));
    await user.click(await button('Not yet'));
    expect(engine.state.calls).not.toContain('vault.acceptState');
    if (anchor === 'rolled_back') {
      await user.click(await button('Restore a backup'));
      expect(await screen.findByText('408 kB, 118 records')).toBeTruthy();
    }
    await user.click(await button('Go on with this copy'));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Go on with this copy' }));
    await asked(engine, 'vault.acceptState');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('asks whose a changed way in was', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => void (state.anchor = 'header_changed'));
    await screen.findByText('A way into this vault was changed elsewhere.');
    await user.click(await button('That was me'));
    await asked(engine, 'vault.acceptState');
    await waitFor(() => expect(screen.queryByText('A way into this vault was changed elsewhere.')).toBeNull());
  });

  it('sends a damaged one to its backups and says how to rescue the rest', async () => {
    const { user, shell } = await openPage({ start: 'sample' }, ({ state }) =>
      Object.assign(state, { read: 'damaged', readOnly: 'damaged' }),
    );
    await user.click(await button('Restore a backup'));
    expect(await screen.findByText(/take what can be read into a new vault/)).toBeTruthy();
    await user.click(within(document.querySelector<HTMLElement>('.detail-banner') ?? document.body).getByRole('button'));
    await waitFor(() => expect(shell.locks).toBe(1));
  });
});

describe('the coming lock', () => {
  it('stands at the foot of the rail and follows the shell', async () => {
    const { shell } = await openPage({ start: 'sample' }, (_, fake) => {
      fake.lockAt = Math.floor(Date.now() / 1000) + 8 * 60;
    });
    expect(await screen.findByText('locks in 8 min')).toBeTruthy();
    shell.server.emit('lockAt', { at: Math.floor(Date.now() / 1000) + 50 });
    expect(await screen.findByText(/^locks in \d+ s$/)).toBeTruthy();
    shell.server.emit('lockAt', { at: null });
    await waitFor(() => expect(screen.queryByText(/^locks in/)).toBeNull());
  });

  it('is announced a minute before, and the notice goes when the person is back', async () => {
    const { shell } = await openPage({ start: 'sample' });
    await screen.findByRole('heading', { name: 'Accounts' });
    shell.server.emit('lockSoon', { at: Math.floor(Date.now() / 1000) + 60 });
    await said(/locks in a minute/);
    expect(await screen.findByRole('button', { name: 'Stay unlocked' })).toBeTruthy();
    shell.server.emit('lockSoon', { at: null });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Stay unlocked' })).toBeNull());
    expect(shell.locks).toBe(0);
  });
});

describe('the page', () => {
  it('asks for the health of the file again after each change while it is shown', async () => {
    const { user, engine } = await openPage({ start: 'sample' });
    await user.click(await button('Settings'));
    await screen.findByText('412 kB, 118 records');
    await change(engine, (state) => {
      state.safety.health.records = 119;
      state.changed('accounts');
    });
    expect(await screen.findByText('412 kB, 119 records')).toBeTruthy();
  });
});
