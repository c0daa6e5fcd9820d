import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const first = steadyId('acc0');

/** Opens the sample vault and waits for the first account's page. */
async function openSample(...args: Parameters<typeof openPage> extends [unknown, ...infer Rest] ? Rest : never) {
  const page = await openPage({ start: 'sample' }, ...args);
  await screen.findByRole('heading', { name: 'Instagram' });
  return page;
}

/** A group of the detail, as a field is to a screen reader. */
const row = (name: string): HTMLElement => screen.getByRole('group', { name });

describe('the list of accounts', () => {
  it('shows the first account beside it and follows the arrows', async () => {
    const { user } = await openSample();
    const list = screen.getByRole('listbox', { name: 'Accounts' });
    within(list).getAllByRole('option')[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('heading', { name: 'TikTok' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toContain('TikTok'));
    await user.keyboard('{End}');
    expect(await screen.findByRole('heading', { name: 'GitHub' })).toBeTruthy();
  });

  it('marks what is lent and what is exposed, in words too', async () => {
    await openSample();
    const list = screen.getByRole('listbox', { name: 'Accounts' });
    expect(within(list).getAllByLabelText(/^lent until/)).toHaveLength(1);
    expect(within(list).getAllByLabelText(/^ends/)).toHaveLength(1);
    expect(within(list).getAllByLabelText('exposed until you change it')).toHaveLength(1);
  });

  it('searches by the engine, blind to accents and case, and says when nothing fits', async () => {
    const { user } = await openSample();
    await user.keyboard('{Control>}f{/Control}');
    const field = screen.getByRole('textbox', { name: 'Find an account' });
    expect(document.activeElement).toBe(field);
    await user.type(field, 'HARBOUR tik');
    expect(await screen.findByText('1 found')).toBeTruthy();
    expect(await screen.findByRole('heading', { name: 'TikTok' })).toBeTruthy();
    await user.type(field, 'zzz');
    expect(await screen.findByText(/Nothing fits “HARBOUR tikzzz”/)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(await screen.findByText('14 accounts')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(document.activeElement?.getAttribute('role')).toBe('option');
  });

  it('looks in all accounts when one client has none that fits', async () => {
    const { user } = await openSample();
    await user.click(await button(/^Fennel & Co/));
    await screen.findByText('2 accounts');
    await user.type(screen.getByRole('textbox', { name: 'Find an account' }), 'github');
    await user.click(await button('Look in all accounts'));
    expect(await screen.findByRole('heading', { name: 'GitHub' })).toBeTruthy();
  });

  it('shows a thousand accounts a page at a time', async () => {
    await openPage({ start: 'sample' }, ({ state }) => {
      const [model] = state.accounts;
      if (model === undefined) throw new Error('no sample');
      for (let n = 0; n < 986; n++) state.accounts.push({ ...model, id: steadyId(`many${n}`), title: `Shop ${n}` });
    });
    expect(await screen.findByText('1000 accounts')).toBeTruthy();
    const list = screen.getByRole('listbox', { name: 'Accounts' });
    await waitFor(() => expect(within(list).queryAllByRole('option').length).toBeLessThan(201));
  });

  it('sorts by name', async () => {
    const { user } = await openSample();
    await user.click(screen.getByRole('combobox', { name: 'Sort by' }));
    await user.click(await screen.findByRole('option', { name: 'By name' }));
    await waitFor(() =>
      expect(within(screen.getByRole('listbox', { name: 'Accounts' })).getAllByRole('option')[0]?.textContent).toContain('Etsy'),
    );
  });
});

describe('the secrets of an account', () => {
  it('shows the password for a while, one secret at a time, and conceals it on leaving', async () => {
    const { user } = await openSample();
    expect(document.body.textContent).not.toContain('Quay0');
    await user.click(await button('Reveal password'));
    await waitFor(() => expect(row('Password').textContent).toContain('Tr7&mel04-Quay0'));
    await user.click(await button('Reveal notes'));
    await waitFor(() => expect(row('Notes').textContent).toContain('Two phones'));
    expect(document.body.textContent).not.toContain('Quay0');
    await user.click(await button('Edit'));
    await screen.findByRole('heading', { name: 'Edit Instagram' });
    expect(document.body.textContent).not.toContain('Two phones');
  });

  it('copies by the engine’s hand without showing, counts down and clears on a press', async () => {
    const { user, engine, shell } = await openSample();
    await user.click(await button('Copy password'));
    await said(/^Password copied, clears in \d+ s$/);
    expect(row('Password').textContent).toMatch(/Clears in \d+ s/);
    expect(engine.state.calls).not.toContain('accounts.reveal');
    await user.click(await button('Clear now'));
    await waitFor(() => expect(shell.cleared).toBe(1));
    await waitFor(() => expect(row('Password').textContent).not.toMatch(/Clears in/));
  });

  it('stops counting when the clipboard holds something else', async () => {
    const { user, shell } = await openSample();
    await user.click(await button('Copy password'));
    await said(/Password copied/);
    shell.server.emit('clipboard', { what: 'password', until: null });
    await waitFor(() => expect(row('Password').textContent).not.toMatch(/Clears in/));
    expect(document.querySelector('.toast')).toBeNull();
  });

  it('has a key for each: code, username, password, reveal', async () => {
    const { user, engine } = await openSample();
    await screen.findByRole('img', { name: /^(\d ){5}\d$/ });
    await user.keyboard('{Control>}t{/Control}');
    await said(/^Code copied/);
    await user.keyboard('{Control>}c{/Control}');
    await said(/^Username copied/);
    await user.keyboard('{Control>}{Shift>}C{/Shift}{/Control}');
    await said(/^Password copied/);
    await user.keyboard('{Control>}r{/Control}');
    await waitFor(() => expect(row('Password').textContent).toContain('Quay0'));
    await user.keyboard('{Control>}r{/Control}');
    await waitFor(() => expect(row('Password').textContent).not.toContain('Quay0'));
    expect(engine.state.calls.filter((name) => name === 'accounts.copy')).toHaveLength(3);
  });

  it('leaves Mod+C to text that is selected', async () => {
    const { user, engine } = await openSample();
    const heading = screen.getByRole('heading', { name: 'Instagram' });
    document.getSelection()?.selectAllChildren(heading);
    await user.keyboard('{Control>}c{/Control}');
    await new Promise((done) => setTimeout(done, 30));
    expect(engine.state.calls).not.toContain('accounts.copy');
    document.getSelection()?.removeAllRanges();
  });

  it('shows a backup code from its menu and marks it as used', async () => {
    const { user, engine } = await openSample();
    await user.click(await button('Backup code 2'));
    await user.click(await screen.findByRole('menuitem', { name: /Reveal/ }));
    await waitFor(() => expect(document.querySelector('.backup-codes')?.textContent).toContain('4271 9023'));
    await user.click(await button('Backup code 2'));
    await user.click(await screen.findByRole('menuitem', { name: /Mark as used/ }));
    expect(await screen.findByText('3 of 5 left')).toBeTruthy();
    expect(engine.state.calls).toContain('accounts.backupUsed');
  });
});

describe('an account', () => {
  it('says who has access until when, what is exposed and what happened, in the words of the product', async () => {
    await openSample();
    const detail = screen.getByRole('region', { name: 'Instagram' });
    expect(detail.textContent).toMatch(/Tomás Reyesback \w{3} \d+ \w{3}Password and codes/);
    expect(detail.textContent).toContain('Exposed until you change it.');
    expect(detail.textContent).toMatch(/Never left this vault\. Tomás’s codes stop on/);
    expect(detail.textContent).toContain('Tomás opened the handoff of Instagram');
    expect(detail.textContent).toContain('receipt signed');
  });

  it('goes to the trash with a way back in the toast, and from the trash itself', async () => {
    const { user, engine } = await openSample();
    await user.click(await button('More actions'));
    await user.click(await screen.findByRole('menuitem', { name: /Put in the trash/ }));
    await said(/Instagram is in the trash/);
    await user.click(await button('Undo'));
    await said(/Instagram is back/);
    await screen.findByRole('heading', { name: 'Instagram' });

    await change(engine, (state) => {
      const [one] = state.accounts;
      if (one) one.trashed = state.now();
      state.changed('accounts');
    });
    await user.click(await button('Other lists'));
    await user.click(await screen.findByRole('menuitem', { name: 'Trash' }));
    expect(await screen.findByText(/In the trash since/)).toBeTruthy();
    await user.click(await button('Take out of the trash'));
    expect(await screen.findByText('The trash is empty.')).toBeTruthy();
    expect(engine.state.accounts[0]?.trashed).toBeNull();
  });

  it('opens its sign-in page only after the host has been shown', async () => {
    const { user, shell } = await openSample();
    await user.click(await button('Open www.instagram.com'));
    const dialog = await screen.findByRole('dialog', { name: 'Open www.instagram.com in your browser?' });
    expect(shell.links).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Open it' }));
    await waitFor(() => expect(shell.links).toEqual(['https://www.instagram.com/login']));
  });

  it('gives no link for an address that is not https', async () => {
    await openSample(({ state }) => {
      const [one] = state.accounts;
      if (one) one.address = 'javascript:alert(1)';
    });
    expect(screen.queryByRole('button', { name: /^Open / })).toBeNull();
  });

  it('is shown anew when the engine says it changed', async () => {
    const { engine } = await openSample();
    await change(engine, (state) => {
      const [one] = state.accounts;
      if (one) one.title = 'Instagram shop';
      state.changed('accounts');
    });
    expect(await screen.findByRole('heading', { name: 'Instagram shop' })).toBeTruthy();
  });

  it('asks before an authenticator is removed', async () => {
    const { user, engine } = await openSample();
    await user.click(await button('Remove this second factor'));
    const dialog = await screen.findByRole('dialog', { name: 'Remove this authenticator?' });
    expect(dialog.textContent).toContain('Its key goes to the earlier ones, and can be put back.');
    await user.click(within(dialog).getByRole('button', { name: 'Remove it' }));
    expect(await screen.findByText('No second factor noted.')).toBeTruthy();
    expect(engine.state.accounts.find((one) => one.id === first)?.factors).toEqual([]);
  });
});

describe('clients', () => {
  it('are added in a dialog and shown at once', async () => {
    const { user, engine } = await openSample();
    await user.click(await button('New client'));
    const dialog = await screen.findByRole('dialog', { name: 'New client' });
    await user.type(within(dialog).getByLabelText('Name'), 'Kiln & Clay');
    await user.click(within(dialog).getByLabelText('rose'));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { name: 'Kiln & Clay' })).toBeTruthy();
    expect(await screen.findByText('No key on this hook yet')).toBeTruthy();
    expect(engine.state.clients.find((client) => client.name === 'Kiln & Clay')?.colour).toBe(5);
  });

  it('are removed only after a question that says what stays', async () => {
    const { user } = await openSample();
    await user.click(await button(/^Fennel & Co/));
    await user.click(await button('Edit Fennel & Co'));
    await user.click(within(await screen.findByRole('dialog', { name: 'Edit client' })).getByRole('button', { name: 'Remove' }));
    const question = await screen.findByRole('alertdialog', { name: 'Remove Fennel & Co?' });
    expect(question.textContent).toContain('Its accounts stay, without a client.');
    await user.click(within(question).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Fennel & Co/ })).toBeNull());
  });
});

describe('the frame', () => {
  it('says in a banner that nothing can be saved and takes the ways to change away', async () => {
    await openSample(({ state }) => {
      state.readOnly = 'disk_full';
    });
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full, so nothing new is being saved.');
    expect((await button(/^Edit/)).getAttribute('aria-disabled')).toBe('true');
  });

  it('says once that the end of the file was repaired', async () => {
    const { user } = await openSample(({ state }) => {
      state.read = 'repaired';
    });
    expect(await screen.findByText(/has been repaired/)).toBeTruthy();
    await user.click(await button('Close this notice'));
    expect(screen.queryByText(/has been repaired/)).toBeNull();
  });

  it('locks by key and by button', async () => {
    const { user, shell } = await openSample();
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(shell.locks).toBe(1));
    await user.click(await button('Lock the vault'));
    await waitFor(() => expect(shell.locks).toBe(2));
  });

  it('shows its keys on ?, but not while something is typed, and gives the focus back', async () => {
    const { user } = await openSample();
    const option = screen.getAllByRole('option')[0];
    option?.focus();
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'All keys' });
    expect(sheet.textContent).toContain('Copy the password');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(option));
    await user.type(screen.getByRole('textbox', { name: 'Find an account' }), '?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('moves through the panes on F6', async () => {
    const { user } = await openSample();
    screen.getAllByRole('option')[0]?.focus();
    await user.keyboard('{F6}');
    expect(document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')).toBe('detail');
    await user.keyboard('{F6}');
    expect(document.activeElement?.closest('nav')?.className).toContain('rail');
    await user.keyboard('{F6}');
    expect(document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')).toBe('list');
  });

  it('asks the engine each thing once while nothing changes', async () => {
    const { engine, user } = await openSample();
    await asked(engine, 'accounts.get');
    await user.click(await button(/^People/));
    await user.click(await button(/^Accounts/));
    await screen.findByRole('heading', { name: 'Instagram' });
    expect(engine.state.calls.filter((name) => name === 'accounts.get')).toHaveLength(1);
    expect(engine.bugs).toEqual([]);
  });
});
