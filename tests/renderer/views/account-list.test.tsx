import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { steadyId } from '../../support/fake-engine/state.ts';
import { button, change, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

/** Opens the sample vault and waits for the first account's page. */
async function openSample(...args: Parameters<typeof openPage> extends [unknown, ...infer Rest] ? Rest : never) {
  const page = await openPage({ start: 'sample' }, ...args);
  await screen.findByRole('heading', { name: 'Instagram' });
  return page;
}

const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Accounts' });
const rows = (): HTMLElement[] => within(list()).getAllByRole('option');
const titles = (): string[] => rows().map((row) => row.querySelector('b')?.textContent ?? '');
const rowOf = (title: string): HTMLElement => rows()[titles().indexOf(title)] as HTMLElement;
const chosen = (): string[] =>
  within(list())
    .getAllByRole('option', { selected: true })
    .map((row) => row.querySelector('b')?.textContent ?? '');
const tick = async (name: RegExp) => await screen.findByRole('menuitemcheckbox', { name });

describe('several accounts at once', () => {
  it('are chosen by Shift and arrows, Space, Mod and a press, and all by Mod+A; Escape chooses none', async () => {
    const { user } = await openSample();
    rows()[0]?.focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(await screen.findByText('3 chosen')).toBeTruthy();
    expect(chosen()).toEqual(titles().slice(0, 3));
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(await screen.findByText('2 chosen')).toBeTruthy();
    await user.keyboard('{Control>}');
    await user.click(rows()[4] as HTMLElement);
    await user.keyboard('{/Control}');
    expect(chosen()).toEqual([titles()[0], titles()[1], titles()[4]]);
    await user.keyboard('{Shift>}');
    await user.click(rows()[6] as HTMLElement);
    await user.keyboard('{/Shift}');
    await waitFor(() => expect(chosen()).toEqual(titles().slice(4, 7)));
    rows()[1]?.focus();
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('14 chosen')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('14 chosen')).toBeNull());
    expect(chosen()).toHaveLength(1);
    await user.keyboard(' ');
    expect(await screen.findByText('1 chosen')).toBeTruthy();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.queryByText('1 chosen')).toBeNull());
  });

  it('get a tag, which one undo takes from all of them', async () => {
    const { user, engine } = await openSample();
    rows()[0]?.focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await user.click(await button('Tags'));
    await user.click(await screen.findByRole('menuitem', { name: /^Add a tag/ }));
    await user.type(await screen.findByRole('textbox', { name: 'Tag' }), 'spring{Enter}');
    await said(/^2 accounts tagged “spring”$/);
    const tagged = () => engine.state.accounts.filter(({ tags }) => tags.includes('spring')).length;
    expect(tagged()).toBe(2);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    rows()[0]?.focus();
    await user.keyboard('{Control>}z{/Control}');
    await said(/^Taken back\.$/);
    expect(tagged()).toBe(0);
  });

  it('are offered the tags that change something: to add what one of them lacks, to take away what one has', async () => {
    const { user, engine } = await openSample();
    const [first, second] = titles();
    await change(engine, (state) => {
      for (const one of state.accounts)
        one.tags = one.title === first ? ['both', 'one'] : one.title === second ? ['both'] : ['none'];
      state.changed('accounts');
    });
    rows()[0]?.focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await user.click(await button('Tags'));
    await screen.findByText('Take a tag away');
    const offered = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(offered).toEqual(['Add a tag …', 'none', 'one', 'both', 'one']);
  });

  it('are chosen no more once they left the list, so that nothing is done to what nobody sees', async () => {
    const { user, engine } = await openSample(({ state }) => {
      for (const one of state.accounts) one.tags = [];
      for (const one of state.accounts.slice(0, 3)) one.tags = ['shop'];
    });
    await user.click(await button('Filter'));
    await user.click(await tick(/^shop/));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(rows()).toHaveLength(3));
    rows()[0]?.focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await screen.findByText('2 chosen');
    await user.click(await button('Tags'));
    // All of them have it: there is nothing to add.
    await user.click(await screen.findByRole('menuitem', { name: 'shop' }));
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(engine.state.accounts.filter(({ tags }) => tags.includes('shop'))).toHaveLength(1);
    await waitFor(() => expect(screen.queryByText('2 chosen')).toBeNull());
  });

  it('go to a client and to the trash, and come back', async () => {
    const { user, engine } = await openSample();
    const first = titles()[0] ?? '';
    rows()[0]?.focus();
    await user.keyboard(' ');
    await user.click(await button('Move to a client'));
    await user.click(await screen.findByRole('menuitem', { name: 'Fennel & Co' }));
    await said(/^1 account moved to Fennel & Co$/);
    const of = (title: string) => engine.state.accounts.find((one) => one.title === title);
    const client = engine.state.clients.find(({ name }) => name === 'Fennel & Co')?.id;
    expect(of(first)?.client).toBe(client);
    rows()[0]?.focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await user.click(
      within(screen.getByRole('toolbar', { name: 'Chosen accounts' })).getByRole('button', { name: 'Put in the trash' }),
    );
    await said(/^2 accounts in the trash$/);
    await screen.findByText('12 accounts');
    await user.click(await button('Undo'));
    await screen.findByText('14 accounts');
  });

  it('are chosen beyond the rows that are loaded', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => {
      const [model] = state.accounts;
      if (model === undefined) throw new Error('no sample');
      for (let n = 0; n < 386; n++) state.accounts.push({ ...model, id: steadyId(`many${n}`), title: `Shop ${n}` });
    });
    await screen.findByText('400 accounts');
    list().focus();
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('400 chosen')).toBeTruthy();
    await user.click(
      within(screen.getByRole('toolbar', { name: 'Chosen accounts' })).getByRole('button', { name: 'Put in the trash' }),
    );
    await said(/^400 accounts in the trash$/);
    expect(engine.state.calls.filter((name) => name === 'accounts.bulk')).toHaveLength(2);
  });
});

describe('filters', () => {
  it('narrow the list, stand over it, and are taken away one by one', async () => {
    const { user } = await openSample(({ state }) => {
      for (const one of state.accounts.slice(0, 3)) one.tags = ['shop'];
    });
    await user.click(await button('Filter'));
    await user.click(await tick(/^shop/));
    expect(await screen.findByText('3 found')).toBeTruthy();
    await user.click(await tick(/^Without a code/));
    await user.keyboard('{Escape}');
    expect(await button('Take away the filter “Tag shop”')).toBeTruthy();
    await user.click(await button('Take away the filter “Without a code”'));
    expect(await screen.findByText('3 found')).toBeTruthy();
    await user.click(await button('Take away the filter “Tag shop”'));
    expect(await screen.findByText('14 accounts')).toBeTruthy();
  });

  it('are named where nothing fits, with the way to take them away', async () => {
    const { user } = await openSample();
    await user.click(await button('Filter'));
    await user.click(await tick(/^Exposed/));
    await user.keyboard('{Escape}');
    await screen.findByText('1 found');
    await user.type(screen.getByRole('textbox', { name: 'Find an account' }), 'zzz');
    expect(await screen.findByText('Nothing fits “zzz” with: exposed.')).toBeTruthy();
    await user.click(await button('Take the filters away'));
    expect(await screen.findByText('Nothing fits “zzz”.')).toBeTruthy();
  });

  it('say when a search found only what comes close', async () => {
    const { user } = await openSample();
    await user.type(screen.getByRole('textbox', { name: 'Find an account' }), 'tiktok~');
    expect(await screen.findByText('Nothing is written like that. These come close.')).toBeTruthy();
  });

  it('follow a tag that is renamed, which can be taken back', async () => {
    const { user, engine } = await openSample(({ state }) => {
      for (const one of state.accounts) one.tags = [];
      for (const one of state.accounts.slice(0, 3)) one.tags = ['shop'];
      for (const one of state.accounts.slice(2, 5)) one.tags = [...one.tags, 'store'];
    });
    await user.click(await button('Filter'));
    await user.click(await tick(/^shop/));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename or remove a tag' }));
    await user.type(await screen.findByRole('textbox', { name: 'New name' }), 'market');
    await user.click(await button('Rename'));
    await said(/^“shop” is “market” now$/);
    expect(await button('Take away the filter “Tag market”')).toBeTruthy();
    await user.click(await button('Undo'));
    await said(/^Taken back\.$/);
    expect(engine.state.accounts.filter(({ tags }) => tags.includes('shop'))).toHaveLength(3);
  });
});

describe('the order of the list', () => {
  it('is remembered by the settings', async () => {
    const { user, shell } = await openSample();
    await user.click(screen.getByRole('combobox', { name: 'Sort by' }));
    await user.click(await screen.findByRole('option', { name: 'By client' }));
    await waitFor(() => expect(shell.settings.accountSort).toBe('client'));
    expect(await within(list()).findByRole('group', { name: 'Harbour Bakery' })).toBeTruthy();
  });

  it('has pinned accounts on top, which keys and dragging move', async () => {
    const { user, engine } = await openSample();
    const [first, second] = [titles()[0] ?? '', titles()[1] ?? ''];
    for (const title of [first, second]) {
      await user.click(rowOf(title));
      await screen.findByRole('heading', { name: title });
      await user.click(await button('More actions'));
      await user.click(await screen.findByRole('menuitem', { name: 'Pin to the top' }));
      await said(new RegExp(`^${title} is pinned to the top$`));
    }
    const pins = await within(list()).findByRole('group', { name: 'Pinned' });
    const pinned = () =>
      within(screen.getByRole('group', { name: 'Pinned' }))
        .getAllByRole('option')
        .map((row) => row.querySelector('b')?.textContent);
    expect(pinned()).toEqual([first, second]);
    within(pins).getAllByRole('option')[1]?.focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(await screen.findByText(`${second} is now number 1 of 2`)).toBeTruthy();
    await waitFor(() => expect(pinned()).toEqual([second, first]));
    const [one, two] = within(screen.getByRole('group', { name: 'Pinned' })).getAllByRole('option');
    const dataTransfer = { effectAllowed: '' };
    fireEvent.dragStart(one as HTMLElement, { dataTransfer });
    const over = createEvent.dragOver(two as HTMLElement, { dataTransfer });
    // Events of dragging have no place here; below the middle of a row without height.
    fireEvent(two as HTMLElement, Object.defineProperty(over, 'clientY', { value: 1 }));
    fireEvent.drop(two as HTMLElement, { dataTransfer });
    await waitFor(() => expect(pinned()).toEqual([first, second]));
    await user.click(rowOf(second));
    await user.click(await button('More actions'));
    await user.click(await screen.findByRole('menuitem', { name: 'Take from the top' }));
    await waitFor(() => expect(engine.state.pins).toHaveLength(1));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(engine.state.pins).toHaveLength(2));
  });
});

describe('the trash', () => {
  const openTrash = async (user: Awaited<ReturnType<typeof openSample>>['user']) => {
    await user.click(await button('Other lists'));
    await user.click(await screen.findByRole('menuitem', { name: /^Trash/ }));
    await screen.findByRole('heading', { name: 'Trash' });
  };

  it('says how many days are left, and deletes one account for good only after a question that names it', async () => {
    const { user, engine } = await openSample(({ state }) => {
      const one = state.accounts.find(({ title }) => title === 'GitHub');
      if (one !== undefined) one.trashed = state.now() - 20 * 86_400;
    });
    await openTrash(user);
    expect(await within(list()).findByLabelText('leaves the vault in 10 days')).toBeTruthy();
    expect(await screen.findByText(/^It leaves the vault for good on/)).toBeTruthy();
    await user.click(await button('Delete for good'));
    const question = await screen.findByRole('alertdialog', { name: 'Delete GitHub for good?' });
    expect(document.activeElement?.textContent).toBe('Keep it');
    await user.click(within(question).getByRole('button', { name: 'Delete for good' }));
    await said(/^GitHub is deleted for good$/);
    expect(engine.state.accounts.some(({ title }) => title === 'GitHub')).toBe(false);
    expect(await screen.findByText('The trash is empty.')).toBeTruthy();
  });

  it('keeps what is still lent, says why, and empties the rest', async () => {
    const { user, engine } = await openSample(({ state }) => {
      for (const one of state.accounts)
        if (['Instagram', 'GitHub'].includes(one.title) && state.used[0] !== one.id) one.trashed = state.now();
      const lent = state.accounts.find((one) => one.access.length > 0 && one.title !== 'Instagram');
      if (lent !== undefined) lent.trashed = state.now();
    });
    await openTrash(user);
    const kept = engine.state.accounts.find((one) => one.trashed !== null && one.access.length > 0)?.title ?? '';
    await user.click(await within(list()).findByText(kept));
    await waitFor(() => expect(screen.getAllByText('It stays until its loan is closed.').length).toBeGreaterThan(0));
    await user.click(await button('Empty the trash'));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete for good' }));
    await said(/deleted for good, 1 kept$/);
    expect(engine.state.accounts.filter(({ trashed }) => trashed !== null).map(({ title }) => title)).toEqual([kept]);
  });
});

describe('a client', () => {
  it('comes back with its accounts after its removal is taken back', async () => {
    const { user } = await openSample();
    await user.click(await button(/^Fennel & Co/));
    await screen.findByText('2 accounts');
    await user.click(await button('Edit Fennel & Co'));
    await user.click(await button('Remove'));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await said(/^Fennel & Co is removed$/);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Fennel & Co/ })).toBeNull());
    await user.click(await button('Undo'));
    await user.click(await button(/^Fennel & Co/));
    expect(await screen.findByText('2 accounts')).toBeTruthy();
  });
});

describe('a new account', () => {
  it('says that it is there already, and leads to it', async () => {
    const { user } = await openSample();
    await user.click(await button('Add an account'));
    await user.click(await screen.findByRole('combobox', { name: 'Platform' }));
    await user.click(await screen.findByRole('option', { name: 'Instagram' }));
    await user.type(screen.getByRole('textbox', { name: 'Username' }), '@harbourbakery');
    expect(await screen.findByText(/^You have this already:/)).toBeTruthy();
    expect(await button('Open Instagram (@harbourbakery)')).toBeTruthy();
  });
});
