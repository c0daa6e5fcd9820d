import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

async function openEditor() {
  const page = await openPage({ start: 'sample' });
  await screen.findByRole('heading', { name: 'Instagram' });
  await page.user.click(await button('Edit'));
  await screen.findByRole('heading', { name: 'Edit Instagram' });
  return page;
}

describe('a new account', () => {
  it('is written down whole and shown', async () => {
    const { user, engine } = await openPage({ start: 'empty' });
    await user.click(await button(/^Add an account/));
    await user.click(await screen.findByRole('combobox', { name: 'Platform' }));
    await user.click(await screen.findByRole('option', { name: 'Etsy' }));
    await user.type(screen.getByLabelText('Username'), 'HarbourBakeryGifts');
    await user.click(await button('Make one'));
    await user.click(await screen.findByLabelText('Symbols'));
    await waitFor(() => expect(screen.getByRole('group', { name: 'The password' }).textContent).toMatch(/^[A-Za-z0-9]{20}$/));
    await user.click(await button('Use this one'));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Password').value).toMatch(/^[A-Za-z0-9]{20}$/));
    expect(screen.getByText('Drawn by chance: 120 bits.')).toBeTruthy();
    await user.type(screen.getByLabelText('Tags'), 'shop, gifts, shop');
    await user.type(screen.getByLabelText('Backup codes'), '1111 2222{Enter}{Enter}3333 4444');
    await user.type(screen.getByLabelText('Notes'), 'Ask Till.');
    await user.click(await button('Add a field'));
    await user.type(screen.getByLabelText('Name'), 'PIN');
    await user.click(await button('Save'));
    expect(await screen.findByText('A field needs a name and a value.')).toBeTruthy();
    expect(engine.state.calls).not.toContain('accounts.save');
    await user.type(screen.getByLabelText('Value'), '7734');
    await user.click(screen.getByLabelText('Secret'));
    await user.click(await button('Save'));

    await said(/Etsy is saved/);
    expect(await screen.findByRole('heading', { name: 'Etsy' })).toBeTruthy();
    const [saved] = engine.state.accounts;
    expect(saved).toMatchObject({
      platform: 'etsy',
      title: 'Etsy',
      username: 'HarbourBakeryGifts',
      address: 'https://www.etsy.com/signin',
      tags: ['shop', 'gifts'],
      hasNotes: true,
      fields: [{ name: 'PIN', secret: true, value: null }],
    });
    expect(saved?.backupCodes).toHaveLength(2);
    expect(screen.queryByText('7734')).toBeNull();
  });

  it('begins by key, in the client that is shown', async () => {
    const { user, engine } = await openPage({ start: 'sample' });
    await user.click(await button(/^Orchard Optics/));
    await screen.findByRole('heading', { name: 'Orchard Optics' });
    await user.keyboard('{Control>}n{/Control}');
    await screen.findByRole('heading', { name: 'New account' });
    await user.type(screen.getByLabelText('Username'), 'x');
    await user.click(await button('Save'));
    await asked(engine, 'accounts.save');
    await waitFor(() => expect(engine.state.accounts.at(-1)?.client).toBe(steadyId('Orchard Optics')));
    expect(await screen.findByText('2 accounts')).toBeTruthy();
  });
});

describe('an account being edited', () => {
  it('keeps every secret that was not typed over', async () => {
    const { user, engine } = await openEditor();
    const before = structuredClone(engine.state.secrets[steadyId('acc0')] ?? {});
    await user.clear(screen.getByLabelText('Title'));
    await user.type(screen.getByLabelText('Title'), 'Instagram shop');
    await user.click(await button('Save'));
    expect(await screen.findByRole('heading', { name: 'Instagram shop' })).toBeTruthy();
    expect(engine.state.secrets[steadyId('acc0')]).toMatchObject(before);
    expect(engine.state.accounts[0]).toMatchObject({
      hasNotes: true,
      fields: [{ name: 'Ad account' }, { name: 'PIN', secret: true }],
    });
    expect(engine.state.accounts[0]?.backupCodes).toHaveLength(5);
  });

  it('opens the sealed notes only when asked', async () => {
    const { user, engine } = await openEditor();
    expect(engine.state.calls).not.toContain('accounts.reveal');
    await user.click(await button('Open the notes'));
    const notes = await screen.findByLabelText<HTMLTextAreaElement>('Notes');
    expect(notes.value).toContain('Two phones');
    await user.type(notes, '!');
    await user.click(await button('Save'));
    await asked(engine, 'accounts.save');
    await waitFor(() => expect(engine.state.secrets[steadyId('acc0')]?.notes).toMatch(/changes\.!$/));
  });

  it('removes the password only when told, and takes it back', async () => {
    const { user, engine } = await openEditor();
    await user.click(await button('Remove the password'));
    expect(screen.getByText(/The password will be removed/)).toBeTruthy();
    await user.click(await button('Keep the password'));
    await user.click(await button('Remove the password'));
    await user.click(await button('Save'));
    await asked(engine, 'accounts.save');
    await waitFor(() => expect(engine.state.accounts[0]?.password).toBeNull());
  });

  it('asks before what was typed is left behind, whichever way one leaves', async () => {
    const { user, shell } = await openEditor();
    await user.type(screen.getByLabelText('Username'), 'x');
    for (const leave of [
      async () => user.click(await button(/^People/)),
      () => user.keyboard('{Escape}'),
      () => user.keyboard('{Control>}l{/Control}'),
    ]) {
      await leave();
      const question = await screen.findByRole('alertdialog', { name: 'Leave without saving?' });
      await user.click(within(question).getByRole('button', { name: 'Go on editing' }));
      await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
      expect(screen.getByLabelText<HTMLInputElement>('Username').value).toBe('@harbourbakeryx');
    }
    expect(shell.locks).toBe(0);
    await user.keyboard('{Escape}');
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Leave' }));
    expect(await screen.findByRole('heading', { name: 'Instagram' })).toBeTruthy();
  });

  it('leaves without a question when nothing was typed, and closing a list of choices is not leaving', async () => {
    const { user } = await openEditor();
    await user.click(screen.getByRole('combobox', { name: 'Client' }));
    await screen.findByRole('option', { name: 'Fennel & Co' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('option', { name: 'Fennel & Co' })).toBeNull());
    expect(screen.getByRole('heading', { name: 'Edit Instagram' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: 'Instagram' })).toBeTruthy();
  });
});
