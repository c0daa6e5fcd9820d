import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PLACE_ROUTES } from '../../../renderer/app/go-commands.ts';
import { currentRoute, go } from '../../../renderer/lib/route.ts';
import { steadyId } from '../../support/fake-engine/state.ts';
import { asked, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

/** Opens the sample vault and the palette in it. */
async function openPalette(...args: Parameters<typeof openPage> extends [unknown, ...infer Rest] ? Rest : never) {
  const page = await openPage({ start: 'sample' }, ...args);
  await screen.findByRole('heading', { name: 'Instagram' });
  await page.user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: 'Find or do anything' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  return { ...page, field };
}

const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Found' });
const group = (name: string): HTMLElement => within(list()).getByRole('group', { name });
const names = (of: HTMLElement): string[] =>
  within(of)
    .getAllByRole('option')
    .map((row) => row.textContent ?? '');

/** The row the field says is at hand. */
function atHand(field: HTMLElement): HTMLElement {
  const row = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
  if (row === null) throw new Error('no row at hand');
  expect(row.getAttribute('aria-selected')).toBe('true');
  return row;
}

describe('the palette', () => {
  it('has the focus before the next press', async () => {
    await openPage({ start: 'sample' });
    await screen.findByRole('heading', { name: 'Instagram' });
    fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Find or do anything' }));
  });

  it('shows accounts used last and what can be done before anything is typed', async () => {
    const { field } = await openPalette();
    await waitFor(() => expect(names(group('Used last')).length).toBe(12));
    expect(names(group('This account')).join()).toContain('Copy the password');
    expect(names(group('Do')).join()).toContain('Lock the vault');
    expect(names(group('Places'))).toHaveLength(Object.keys(PLACE_ROUTES).length);
    expect(field.getAttribute('aria-controls')).toBe(list().id);
    expect(atHand(field).textContent).toContain('Instagram');
  });

  it('finds accounts by the engine and opens one with Enter, however fast it is pressed', async () => {
    const { user, field, engine } = await openPalette();
    await waitFor(() => expect(atHand(field).textContent).toContain('Instagram'));
    let open = (): void => undefined;
    engine.state.safety.holds.set('accounts.list', new Promise((done) => (open = () => done(undefined))));
    await user.keyboard('github{Enter}');
    expect(screen.queryByRole('combobox', { name: 'Find or do anything' })).not.toBeNull();
    open();
    engine.state.safety.holds.clear();
    expect(await screen.findByRole('heading', { name: 'GitHub' })).toBeTruthy();
    expect(currentRoute()).toMatchObject({ view: 'accounts', account: steadyId('acc13') });
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  it('moves by arrows around the end, and back to the field’s own keys', async () => {
    const { user, field } = await openPalette();
    await user.keyboard('tiktok');
    await waitFor(() => expect(names(list()).filter((name) => name.includes('TikTok'))).toHaveLength(2));
    const [first, second] = within(list()).getAllByRole('option');
    await user.keyboard('{ArrowDown}');
    expect(atHand(field)).toBe(second);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(atHand(field)).toBe(within(list()).getAllByRole('option').at(-1));
    await user.keyboard('{ArrowDown}');
    expect(atHand(field)).toBe(first);
    expect(document.activeElement).toBe(field);
  });

  it('copies by the keys of an account’s own page, and text chosen in the field first', async () => {
    const { user, engine, field } = await openPalette();
    await user.keyboard('shopify');
    await waitFor(() => expect(atHand(field).textContent).toContain('Shopify'));
    await asked(engine, 'accounts.get', 2);
    await user.tripleClick(field);
    await user.keyboard('{Control>}c{/Control}');
    expect(engine.state.calls).not.toContain('accounts.copy');
    await user.keyboard('{End}');
    await waitFor(async () => {
      await user.keyboard('{Control>}{Shift>}C{/Shift}{/Control}');
      expect(engine.state.calls).toContain('accounts.copy');
    });
    await said(/^Password copied/);
    expect(screen.queryByRole('dialog', { name: 'Find or do anything' })).toBeNull();
  });

  it('shows what else can be done with a row, and comes back one step at a time', async () => {
    const { user, field } = await openPalette();
    await user.keyboard('tiktok');
    await waitFor(() => expect(atHand(field).textContent).toContain('TikTok'));
    await user.keyboard('{ArrowRight}');
    const more = await screen.findByRole('group', { name: 'More to do with TikTok' });
    await waitFor(() => expect(names(more).length).toBeGreaterThan(4));
    expect(names(more)[0]).toContain('Open the account');
    await user.keyboard('hand');
    await waitFor(() => expect(names(list())).toHaveLength(1));
    await user.keyboard('{Escape}');
    expect((field as HTMLInputElement).value).toBe('tiktok');
    expect(atHand(field).textContent).toContain('TikTok');
    await user.keyboard('{Control>}{Enter}{/Control}hand{Enter}');
    expect(await screen.findByRole('heading', { name: /Hand off/ })).toBeTruthy();
  });

  it('goes to places, clients, people and settings, and runs commands', async () => {
    const { user } = await openPalette();
    for (const [typed, view] of [
      ['ledger', { view: 'ledger' }],
      ['tomas', { view: 'people', person: steadyId('tomas') }],
      ['orchard o', { view: 'accounts', client: { id: steadyId('Orchard Optics') } }],
      ['appear', { view: 'settings', page: 'look' }],
    ] as const) {
      if (screen.queryByRole('combobox', { name: 'Find or do anything' }) === null) await user.keyboard('{Control>}k{/Control}');
      const field = await screen.findByRole('combobox', { name: 'Find or do anything' });
      await user.keyboard(typed);
      await waitFor(() => expect((field as HTMLInputElement).value).toBe(typed));
      const row = await waitFor(() => {
        const found = within(list())
          .getAllByRole('option')
          .find((one) => (one.textContent ?? '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').includes(typed));
        if (found === undefined) throw new Error(`nothing for ${typed}`);
        return found;
      });
      await user.click(row);
      await waitFor(() => expect(currentRoute()).toMatchObject(view));
    }
  });

  it('puts a command before accounts that a forgiving search finds for its name', async () => {
    const { user, field, shell } = await openPalette();
    await user.keyboard('lock');
    await waitFor(() => expect(atHand(field).textContent).toContain('Lock the vault'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(shell.locks).toBe(1));
  });

  it('says when nothing fits, and gives the focus back on Escape and on its own key', async () => {
    const { user } = await openPalette();
    await user.keyboard('qqqqq');
    expect(await screen.findAllByText('Nothing fits “qqqqq”.')).toHaveLength(2);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const row = screen.getByRole('listbox', { name: 'Accounts' }).querySelector<HTMLElement>('[role="option"]');
    row?.focus();
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Find or do anything' });
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(row));
  });

  it('offers no change in a vault that can only be read', async () => {
    const { user, field } = await openPalette(({ state }) => {
      state.readOnly = 'read_only';
    });
    expect(names(list()).join()).not.toMatch(/New account|Hand off|Edit/);
    await user.keyboard('shopify');
    await waitFor(() => expect(atHand(field).textContent).toContain('Shopify'));
    await user.keyboard('{ArrowRight}');
    const more = await screen.findByRole('group', { name: 'More to do with Shopify' });
    expect(names(more).join()).not.toMatch(/Hand off|Edit|Pin/);
  });
});

describe('a command from outside', () => {
  it('goes to its place, and does nothing while a dialog asks something', async () => {
    const { shell, user } = await openPage({ start: 'sample' });
    await screen.findByRole('heading', { name: 'Instagram' });
    shell.server.emit('command', { id: 'goPeople' });
    await waitFor(() => expect(currentRoute().view).toBe('people'));
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Find or do anything' });
    shell.server.emit('command', { id: 'goInbox' });
    shell.server.emit('command', { id: 'lock' });
    await waitFor(() => expect(shell.locks).toBe(1));
    expect(currentRoute().view).toBe('people');
  });

  it('waits for the vault to be opened', async () => {
    const { shell, engine } = await openPage({ start: 'closed' });
    await screen.findByLabelText('Passphrase');
    shell.server.emit('command', { id: 'goLedger' });
    await new Promise((done) => setTimeout(done, 20));
    engine.state.open = true;
    engine.state.changed('vault');
    await waitFor(() => expect(currentRoute().view).toBe('ledger'));
  });
});

it('leaves the place where it was to the guard of what is not saved', async () => {
  const { shell, user } = await openPage({ start: 'sample' });
  await screen.findByRole('heading', { name: 'Instagram' });
  go({ view: 'edit', account: null, client: null });
  const title = await screen.findByRole('textbox', { name: /^Name|^Title/ });
  await user.type(title, 'x');
  shell.server.emit('command', { id: 'goPeople' });
  expect(await screen.findByRole('alertdialog')).toBeTruthy();
  expect(currentRoute().view).toBe('edit');
});
