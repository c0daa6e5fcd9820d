import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { currentRoute } from '../../../renderer/lib/route.ts';
import { lentToUs } from '../../support/fake-engine/lent.ts';
import { FAKE_PASSPHRASE } from '../../support/fake-engine.ts';
import { asked, closePage, openPage, type Page, said } from '../../support/page.tsx';

afterEach(closePage);

/** Quick access begins or ends, as its key does it. */
function quick({ shell }: Page, on: boolean): void {
  shell.quick = { on, key: 'taken' };
  shell.server.emit('quick', shell.quick);
}

async function openQuick(prepare?: Parameters<typeof openPage>[1]): Promise<Page & { readonly field: HTMLElement }> {
  const page = await openPage({ start: 'sample' }, prepare);
  await screen.findByRole('heading', { name: 'Instagram' });
  quick(page, true);
  const box = await screen.findByRole('dialog', { name: 'Quick access' });
  const field = within(box).getByRole('combobox');
  await waitFor(() => expect(document.activeElement).toBe(field));
  return { ...page, field };
}

describe('quick access', () => {
  it('copies the code of the account at hand with Enter, and closes', async () => {
    const { user, engine, shell } = await openQuick();
    await waitFor(() => expect(document.querySelector('.palette .code-short')?.textContent).toMatch(/^\d{3} \d{3}$/));
    await user.keyboard('{Enter}');
    await asked(engine, 'accounts.copy');
    await waitFor(() => expect(shell.quickClosed).toEqual([false]));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Quick access' })).toBeNull());
    expect(currentRoute().view).toBe('accounts');
  });

  it('copies the password where there is no code, and stays when nothing was copied', async () => {
    const { user, engine, shell, field } = await openQuick();
    await user.keyboard('github');
    const box = screen.getByRole('dialog', { name: 'Quick access' });
    await waitFor(() => expect(within(box).getAllByRole('option')[0]?.textContent).toContain('GitHub'));
    await asked(engine, 'accounts.get', 2);
    const { accounts } = engine.state;
    engine.state.accounts = [];
    await user.keyboard('{Enter}');
    await asked(engine, 'accounts.copy');
    await waitFor(() => expect(document.querySelector('.toast')).not.toBeNull());
    expect(shell.quickClosed).toEqual([]);
    expect(document.activeElement).toBe(field);
    engine.state.accounts = accounts;
    await user.keyboard('{Enter}');
    await said(/^Password copied/);
    await waitFor(() => expect(shell.quickClosed).toEqual([false]));
  });

  it('copies of the row that is clicked, also before the pointer has moved over it', async () => {
    const { engine, shell } = await openQuick();
    await waitFor(() => expect(document.querySelector('.palette .code-short')?.textContent).toMatch(/^\d{3} \d{3}$/));
    const box = screen.getByRole('dialog', { name: 'Quick access' });
    const other = within(box).getAllByRole('option')[1];
    const title = other?.querySelector('b')?.textContent;
    expect(other?.getAttribute('aria-selected')).toBe('false');
    // Of every other account nothing can be copied.
    engine.state.accounts = engine.state.accounts.filter((one) => one.title === title);
    if (other !== undefined) fireEvent.click(other);
    await asked(engine, 'accounts.copy');
    await waitFor(() => expect(shell.quickClosed).toEqual([false]));
  });

  it('makes way for a command of the menu or a link, which comes right after its end', async () => {
    const page = await openQuick();
    quick(page, false);
    page.shell.server.emit('command', { id: 'goPeople' });
    await waitFor(() => expect(currentRoute().view).toBe('people'));
  });

  it('opens a place in the whole window', async () => {
    const { user, shell } = await openQuick();
    await user.keyboard('to the ledger{Enter}');
    await waitFor(() => expect(shell.quickClosed).toEqual([true]));
    await waitFor(() => expect(currentRoute().view).toBe('ledger'));
  });

  it('goes on Escape; what was in the window is as it was, and could not be reached', async () => {
    const page = await openPage({ start: 'sample' });
    await screen.findByRole('heading', { name: 'Instagram' });
    await page.user.keyboard('{Control>}n{/Control}');
    const title = await screen.findByRole('textbox', { name: /^Name|^Title/ });
    await page.user.clear(title);
    await page.user.type(title, 'Half typed');
    quick(page, true);
    await screen.findByRole('dialog', { name: 'Quick access' });
    expect(document.querySelector<HTMLElement>('.win')?.inert).toBe(true);
    expect(screen.queryByText('Copy the password')).toBeNull();
    await page.user.keyboard('{Control>}1{/Control}');
    expect(currentRoute().view).toBe('edit');
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(page.shell.quickClosed).toEqual([false]));
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect((title as HTMLInputElement).value).toBe('Half typed');
  });

  it('finds what is lent to us, and copies the code of an open window', async () => {
    const { user, engine, shell } = await openQuick(({ state }) => {
      state.received = [];
      lentToUs(state, { row: { title: 'Lent shop', username: '@lent' } });
    });
    await user.keyboard('lent shop');
    const box = screen.getByRole('dialog', { name: 'Quick access' });
    const row = await within(box).findByRole('option', { name: /Lent shop/ });
    await waitFor(() => expect(row.getAttribute('aria-selected')).toBe('true'));
    await user.keyboard('{Enter}');
    await asked(engine, 'received.copy');
    await said(/^Code copied/);
    await waitFor(() => expect(shell.quickClosed).toEqual([false]));
  });

  it('leaves open what was open in the window under it', async () => {
    const page = await openPage({ start: 'sample' });
    await screen.findByRole('heading', { name: 'Instagram' });
    await page.user.keyboard('{Control>}/{/Control}');
    await screen.findByRole('dialog', { name: 'All keys' });
    quick(page, true);
    const box = await screen.findByRole('dialog', { name: 'Quick access' });
    within(box).getByRole('combobox').focus();
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(page.shell.quickClosed).toEqual([false]));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Quick access' })).toBeNull());
    expect(screen.queryByRole('dialog', { name: 'All keys' })).not.toBeNull();
  });

  it('forgets what was typed', async () => {
    const page = await openQuick();
    await page.user.keyboard('github');
    quick(page, false);
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Quick access' })).toBeNull());
    quick(page, true);
    const box = await screen.findByRole('dialog', { name: 'Quick access' });
    expect(within(box).getByRole<HTMLInputElement>('combobox').value).toBe('');
  });
});

describe('quick access over a locked vault', () => {
  it('unlocks and then finds, and leaves on Escape', async () => {
    const page = await openPage({ start: 'closed' }, (_, shell) => {
      shell.quick = { on: true, key: 'taken' };
    });
    await waitFor(() => expect(document.documentElement.hasAttribute('data-quick')).toBe(true));
    const passphrase = await screen.findByLabelText('Passphrase');
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(page.shell.quickClosed).toEqual([false]));
    quick(page, true);
    await page.user.type(passphrase, `${FAKE_PASSPHRASE}{Enter}`);
    expect(await screen.findByRole('dialog', { name: 'Quick access' })).toBeTruthy();
  });

  it('asks for the whole window where no vault is known yet', async () => {
    const page = await openPage({ start: 'new' }, (_, shell) => {
      shell.quick = { on: true, key: 'taken' };
    });
    await waitFor(() => expect(page.shell.quickClosed).toEqual([true]));
  });
});
