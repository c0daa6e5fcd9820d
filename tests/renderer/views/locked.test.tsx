import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FAKE_PASSPHRASE } from '../../support/fake-engine.ts';
import { FAKE_WORDS } from '../../support/fake-engine/vault-calls.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const phrase = 'copper tunnel hazard biology motion fabric orbit';

async function chooseUse(user: Awaited<ReturnType<typeof openPage>>['user']): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /^Keep passwords and codes/ }));
}

async function fill(
  user: Awaited<ReturnType<typeof openPage>>['user'],
  name: string,
  passphrase: string,
  again: string,
): Promise<void> {
  await chooseUse(user);
  await user.type(await screen.findByLabelText('Vault name'), name);
  await user.type(screen.getByLabelText('Passphrase'), passphrase);
  await user.type(screen.getByLabelText('Once more'), again);
  await user.click(screen.getByRole('button', { name: 'Make the vault' }));
}

describe('making a vault', () => {
  it('asks first what one does with it, remembers the answer, and goes on in the name field', async () => {
    const { user, shell } = await openPage({ start: 'new' });
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Keep passwords and codes/));
    await user.click(await button(/^Lend accounts/));
    expect(shell.settings.use).toBe('lend');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Vault name')));
    expect(screen.getByText(/Saved in Documents/)).toBeTruthy();
  });

  it('suggests words, shows the 24 recovery words once, checks three of them and opens the empty vault', async () => {
    const { user, engine } = await openPage({ start: 'new' });
    await chooseUse(user);
    await user.type(await screen.findByLabelText('Vault name'), 'Studio Voss');
    await user.click(await button('Suggest words'));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe(phrase));
    expect(screen.getByLabelText<HTMLInputElement>('Passphrase').type).toBe('text');
    await user.type(screen.getByLabelText('Once more'), phrase);
    await user.click(await button('Make the vault'));

    await screen.findByRole('heading', { name: 'Your recovery sheet' });
    expect(screen.getByText('walnut')).toBeTruthy();
    const group = screen.getByRole('group', { name: /Check your copy/ });
    const fields = within(group).getAllByRole<HTMLInputElement>('textbox');
    expect(fields).toHaveLength(3);
    const next = screen.getByRole('button', { name: /Continue/ });
    expect(next.getAttribute('aria-disabled')).toBe('true');
    for (const field of fields) {
      const place = Number(/\d+/.exec(field.closest('label')?.textContent ?? '')?.[0]);
      await user.type(field, FAKE_WORDS[place - 1] ?? '');
    }
    // The copy on paper is checked, not the one on the screen.
    expect(screen.queryByText('walnut')).toBeNull();
    await user.click(screen.getByRole('button', { name: /Continue/ }));
    expect(await screen.findByText('Hang up your first key')).toBeTruthy();
    expect(engine.state.name).toBe('Studio Voss');
    expect(document.body.textContent).not.toContain('walnut');
  });

  it('says which of the three words differs and asks before the sheet is left unchecked', async () => {
    const { user } = await openPage({ start: 'new' });
    await fill(user, 'V', phrase, phrase);
    const group = await screen.findByRole('group', { name: /Check your copy/ });
    const [field] = within(group).getAllByRole('textbox');
    if (field === undefined) throw new Error('no field');
    await user.type(field, 'zzzzzz');
    expect(await screen.findByText(/on the sheet is another one/)).toBeTruthy();
    await user.click(await button('Do this later'));
    const dialog = await screen.findByRole('alertdialog');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Stay here'));
    await user.click(within(dialog).getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('Hang up your first key')).toBeTruthy();
  });

  it('says why a passphrase will not be taken, keeps what was typed and makes nothing', async () => {
    const { user, engine } = await openPage({ start: 'new' });
    await fill(user, 'V', 'short', 'short');
    expect(await screen.findByText(/The passphrase is too short/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe('short');
    await user.clear(screen.getByLabelText('Passphrase'));
    await user.type(screen.getByLabelText('Passphrase'), 'password password');
    await user.click(await button('Make the vault'));
    expect(await screen.findByText(/on the lists that guessers try first/)).toBeTruthy();
    expect(screen.getByText('The two are not the same yet.')).toBeTruthy();
    expect(engine.state.calls).not.toContain('vault.create');
  });

  it('prints the sheet on its own, without the passphrase, and lets nothing of it stand after', async () => {
    const { user } = await openPage({ start: 'new' });
    const printed: string[] = [];
    vi.stubGlobal('print', () => printed.push(document.querySelector('.print-sheet')?.textContent ?? ''));
    await fill(user, 'Studio Voss', phrase, phrase);
    await user.click(await button('Print'));
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(/Studio Voss.*made.*1 anchor.*24 walnut.*Where the passphrase is kept/s);
    expect(printed[0]).not.toMatch(new RegExp(phrase));
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(document.querySelector('.print-sheet')).toBeNull());
    vi.unstubAllGlobals();
  });

  it('goes back to what was asked first, and opens a vault that exists from there', async () => {
    const { user, engine } = await openPage({ start: 'new' });
    await chooseUse(user);
    await user.click(await button('Back'));
    await user.click(await button(/^Open a vault I have/));
    await asked(engine, 'vaults.add');
    expect(await screen.findByLabelText('Passphrase')).toBeTruthy();
  });

  it('saves where the person chose', async () => {
    const { user, shell } = await openPage({ start: 'new' });
    await chooseUse(user);
    shell.file = { token: 'S'.repeat(22), name: 'elsewhere.latchkey', size: null };
    await user.click(await button('Change'));
    expect(await screen.findByText(/Saved as elsewhere.latchkey/)).toBeTruthy();
  });
});

describe('unlocking', () => {
  it('has the passphrase in focus and names nothing but the file', async () => {
    await openPage({ start: 'closed' }, (_, shell) => {
      shell.engine = { state: 'ready', locked: { at: Math.floor(Date.now() / 1000) - 60, why: 'suspend' } };
    });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Passphrase')));
    expect(screen.getByRole('heading', { name: 'studio-voss' })).toBeTruthy();
    expect(screen.getByText(/before this computer slept/)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Harbour|Tomás|Studio Voss/);
    expect(document.title).not.toContain('studio');
  });

  it('says what to do when the vault was locked because too many secrets were asked for', async () => {
    await openPage({ start: 'closed' }, (_, shell) => {
      shell.engine = { state: 'ready', locked: { at: Math.floor(Date.now() / 1000) - 60, why: 'many_secrets' } };
    });
    expect(await screen.findByText(/more than ten different secrets .* If that was not you, look at the log/)).toBeTruthy();
  });

  it('keeps a wrong passphrase in the field, says so, and opens with the right one', async () => {
    const { user } = await openPage({ start: 'closed' });
    const field = await screen.findByLabelText<HTMLInputElement>('Passphrase');
    await user.type(field, 'wrong one{Enter}');
    expect(await screen.findByText(/That passphrase does not open this vault/)).toBeTruthy();
    expect(field.value).toBe('wrong one');
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    expect(screen.queryByText(/does not open/)).toBeNull();
    await user.type(field, `${FAKE_PASSPHRASE}{Enter}`);
    expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeTruthy();
  });

  it('shows the growing delay and asks the engine no sooner', async () => {
    const { user, engine } = await openPage({ start: 'closed' });
    const field = await screen.findByLabelText('Passphrase');
    for (const times of [1, 2, 3]) {
      await user.type(field, 'x{Enter}');
      await asked(engine, 'vault.open', times);
    }
    expect(await screen.findByText(/Try again in \d s/)).toBeTruthy();
    const before = engine.state.calls.filter((name) => name === 'vault.open').length;
    await user.type(field, 'x{Enter}');
    expect(engine.state.calls.filter((name) => name === 'vault.open')).toHaveLength(before);
  });

  it('opens with the recovery words', async () => {
    const { user } = await openPage({ start: 'closed' });
    await user.click(await button('Use the recovery words'));
    const field = await screen.findByLabelText('The 24 recovery words');
    await user.type(field, FAKE_WORDS.slice(0, 3).join(' '));
    expect(screen.getByText('3 of 24 words')).toBeTruthy();
    await user.click(await button('Unlock'));
    expect(await screen.findByText(/There are 3 words where 24 belong/)).toBeTruthy();
    await user.clear(field);
    await user.click(field);
    await user.paste(`  ${FAKE_WORDS.join('\n').toUpperCase()} `);
    await user.click(await button('Unlock'));
    expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeTruthy();
  });

  it('hints at Caps Lock', async () => {
    const { user } = await openPage({ start: 'closed' });
    await user.type(await screen.findByLabelText('Passphrase'), '{CapsLock}A');
    expect(await screen.findByText('Caps Lock is on')).toBeTruthy();
  });

  it('offers another vault by file, by drop and by name, and takes one off the list without touching the file', async () => {
    const { user, engine, shell } = await openPage({ start: 'closed' });
    await user.click(await button('Another vault'));
    await user.click(await button('Open a vault file'));
    expect(await screen.findByRole('heading', { name: 'brought' })).toBeTruthy();
    await user.click(await button('Another vault'));
    await user.click(await button('Take brought off this list'));
    await said(/brought is off the list. The file stays where it is./);
    expect(engine.state.vaults).toHaveLength(1);
    shell.server.emit('dropped', { token: 'D'.repeat(22), name: 'dropped.latchkey', size: 1 });
    expect(await screen.findByRole('heading', { name: 'brought' })).toBeTruthy();
  });
});

describe('without a vault process', () => {
  it.each([
    ['gone', /has ended/, /Everything saved is on disk/],
    ['hung', /does not answer/, /What was saved is on disk/],
    ['locking', /Locking/, /write in hand/],
    ['starting', /Starting the vault process/, /^/],
  ] as const)('says what %s means and whether the data is safe', async (state, what, safe) => {
    const { shell } = await openPage({ start: 'closed' });
    await screen.findByLabelText('Passphrase');
    shell.tell({ state, locked: null });
    expect(await screen.findByRole('heading', { name: what })).toBeTruthy();
    expect(document.body.textContent).toMatch(safe);
    shell.tell({ state: 'ready', locked: { at: Math.floor(Date.now() / 1000), why: 'engine_gone' } });
    expect(await screen.findByLabelText('Passphrase')).toBeTruthy();
  });

  it('offers to lock when the process hangs', async () => {
    const { shell, user } = await openPage({ start: 'sample' });
    await screen.findByRole('heading', { name: 'Accounts' });
    shell.tell({ state: 'hung', locked: null });
    await user.click(await button('Lock now'));
    await waitFor(() => expect(shell.locks).toBe(1));
    expect(document.body.textContent).not.toContain('Instagram');
  });
});
