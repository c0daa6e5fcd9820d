import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AddedPlatform } from '../../../shared/contracts/engine/platforms.ts';
import { writePlatforms } from '../../../shared/platforms/read-platforms.ts';
import type { Platform } from '../../../shared/platforms/platform.ts';
import type { FakeEngine } from '../../support/fake-engine.ts';
import { endedGrant, runOf } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import type { FakeShell } from '../../support/fake-shell.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';
import { freshShop } from '../../shared/platforms/platform-sample.ts';

afterEach(closePage);

const shop: AddedPlatform = {
  ...{ id: 'corner_shop', name: 'Corner Shop', checked: '2026-01', replaces: null, groups: ['commerce'] },
  ...{ domain: 'corner-shop.example', signIn: 'https://corner-shop.example/login' },
};
const tiktok: AddedPlatform = { ...shop, id: 'tiktok', name: 'TikTok anew', replaces: 'built_in', domain: 'tiktok.com' };

/** Opens the settings' page about platforms. */
async function openPlatforms(prepare: (engine: FakeEngine, shell: FakeShell) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, prepare);
  await page.user.click(await button('Settings'));
  await page.user.click(await button('Platforms'));
  return page;
}

describe('the platforms a person added', () => {
  it('are listed with how old their facts are and what they stand in for', async () => {
    await openPlatforms(({ state }) => {
      state.platforms.added = [shop, tiktok];
    });
    const rows = (await screen.findAllByRole('listitem')).map((row) => row.textContent);
    expect(rows[0]).toMatch(/^Corner Shop corner-shop\.example.*Not in the catalogue\. Facts from January 2026/);
    expect(rows[1]).toMatch(/^TikTok anew.*In place of the one in the catalogue\./);
  });

  it('are added from a file once it was said what that adds and replaces', async () => {
    const { engine, user } = await openPlatforms(({ state }) => {
      state.platforms.added = [tiktok];
      state.platforms.file = {
        fits: true,
        reading: steadyId('reading'),
        platforms: [
          { id: 'corner_shop', name: 'Corner Shop', checked: '2026-11', replaces: null },
          { id: 'etsy', name: 'Etsy', checked: '2026-10', replaces: 'built_in' },
          { id: 'tiktok', name: 'TikTok again', checked: '2026-09', replaces: 'added' },
        ],
      };
    });
    await user.click(await button('Add from a file'));
    const dialog = await screen.findByRole('dialog', { name: 'Add 3 platforms?' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual([
      'Corner Shopnew, facts from November 2026',
      'Etsyin place of the one in the catalogue, facts from October 2026',
      'TikTok againin place of the one you added before, facts from September 2026',
    ]);
    expect(engine.state.platforms.added).toEqual([tiktok]);
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    await said(/3 platforms are added/);
    expect(await button('Remove TikTok again')).toBeTruthy();
    expect(engine.state.platforms.added).toHaveLength(3);
  });

  it('are not added from a file with something wrong in it: the first five things are named, by platform and field', async () => {
    const problem = { fault: 'foreign_host', platform: 'Evil', field: 'signIn', what: 'evil.example' } as const;
    const { engine, user } = await openPlatforms(({ state }) => {
      state.platforms.file = {
        fits: false,
        problems: [
          problem,
          ...Array.from({ length: 6 }, (_, i) => ({ ...problem, fault: 'missing' as const, field: `f${i}`, what: null })),
        ],
      };
    });
    await user.click(await button('Add from a file'));
    const dialog = await screen.findByRole('dialog', { name: 'This file was not taken' });
    const told = within(dialog)
      .getAllByRole('listitem')
      .map((row) => row.textContent);
    expect(told[0]).toBe('Evil: “signIn” leads to a host that is not among the platform’s domains (evil.example).');
    expect(told).toHaveLength(6);
    expect(told.at(-1)).toBe('And 2 more things.');
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(engine.state.platforms.added).toEqual([]);
  });

  it('are removed once that was confirmed; one that another needs stays, and it is said which', async () => {
    const { engine, user } = await openPlatforms(({ state }) => {
      state.platforms.added = [shop];
      state.platforms.needed = 'Branch';
    });
    const remove = async (): Promise<void> => {
      await user.click(await button('Remove Corner Shop'));
      const dialog = await screen.findByRole('alertdialog', { name: 'Remove Corner Shop?' });
      await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    };
    await remove();
    await said(/Branch signs in by this platform/);
    engine.state.platforms.needed = null;
    await remove();
    await said(/Corner Shop is removed/);
    expect(await screen.findByText('None yet')).toBeTruthy();
  });

  it('cannot be added where the host has no dialog to open a file with, and the page says so', async () => {
    await openPlatforms((_, shell) => {
      shell.missing = ['open_dialog'];
    });
    expect(await screen.findByText(/no dialog to open a file with/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add from a file' })).toBeNull();
  });

  it('can be chosen for an account, and fill in their sign-in page', async () => {
    const { engine, user } = await openPage({ start: 'sample' }, ({ state }) => {
      state.platforms.added = [shop, tiktok];
    });
    await user.keyboard('{Control>}n{/Control}');
    await user.click(await screen.findByRole('combobox', { name: 'Platform' }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toContain('TikTok anew');
    await user.click(screen.getByRole('option', { name: 'Corner Shop' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Sign-in address')).value).toBe('https://corner-shop.example/login');
    await user.click(await button('Save'));
    await said(/Corner Shop is saved/);
    expect(engine.state.accounts.some(({ platform, title }) => platform === 'corner_shop' && title === 'Corner Shop')).toBe(true);
  });
});

/** Opens the run that ends the sample's TikTok. */
async function openRun(prepare: (state: FakeState) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, ({ state }) => {
    runOf(state, endedGrant(state), ['password', 'devices']);
    prepare(state);
  });
  await page.user.click(await button(/^Runs/));
  await page.user.click(await button('Go on'));
  await waitFor(() => expect(document.querySelector('.step.now')).not.toBeNull());
  return page;
}

const now = (): HTMLElement => document.querySelector<HTMLElement>('.step.now') ?? document.body;
const path = (): string => [...now().querySelectorAll('.path li')].map((one) => one.textContent).join('/');
const accountOf = (state: FakeState): string => state.runs[0]?.row.account?.id ?? '';

describe('the steps of a run', () => {
  it('follow the person’s own platform facts', async () => {
    const own = { ...freshShop(), id: 'tiktok', name: 'TikTok anew', checked: '2026-01' } as unknown as Platform;
    await openRun((state) => {
      state.platforms.added = [tiktok];
      state.platforms.text = writePlatforms([own]);
    });
    expect(path()).toBe('Profile/Password');
    expect(document.querySelector('.run-age')?.textContent).toMatch(/^Facts from January 2026.*added by you$/);
  });

  it('stand where the person noted them for this account, and say who says so', async () => {
    const { engine, user, shell } = await openRun();
    const before = path();
    await user.click(await button('Not right? Note where it is'));
    const dialog = await screen.findByRole('dialog', { name: 'Where is it: Set a new password?' });
    const [menu, page] = ['Menu words', 'Page'].map((label) => within(dialog).getByLabelText<HTMLInputElement>(label));
    if (menu === undefined || page === undefined) throw new Error('no fields');
    expect(menu.value.split(' > ').join('/')).toBe(before);
    await user.clear(menu);
    await user.type(menu, 'Menu >Safety>  Password ');
    await user.clear(page);
    await user.type(page, 'http://tiktok.example/');
    await user.click(within(dialog).getByRole('button', { name: 'Save the note' }));
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/Only a whole https address/);
    await user.clear(page);
    await user.type(page, 'https://Safe.TikTok.example/password');
    expect(within(dialog).getByText('Leads to safe.tiktok.example')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Save the note' }));
    await waitFor(() => expect(path()).toBe('Menu/Safety/Password'));
    expect(now().textContent).toContain('Noted by you.');
    expect(now().textContent).not.toContain('the words there may differ');
    expect(engine.state.platforms.ownSteps[accountOf(engine.state)]).toEqual([
      { step: 'password', path: 'Menu > Safety > Password', link: 'https://safe.tiktok.example/password' },
    ]);
    await user.click(await button(/^Open safe\.tiktok\.example/));
    const asking = await screen.findByRole('dialog', { name: /safe\.tiktok\.example/ });
    expect(shell.links).toEqual([]);
    await user.click(within(asking).getByRole('button', { name: 'Open it' }));
    await waitFor(() => expect(shell.links).toEqual(['https://safe.tiktok.example/password']));
  });

  it('go back to the catalogue when the note is taken away', async () => {
    const { engine, user } = await openRun((state) => {
      state.platforms.ownSteps[accountOf(state)] = [{ step: 'password', path: 'Menu > Safety', link: null }];
    });
    await waitFor(() => expect(path()).toBe('Menu/Safety'));
    await user.click(await button('Change your note'));
    await user.click(await button('Go back to the catalogue'));
    await waitFor(() => expect(path()).toMatch(/Password$/));
    expect(now().textContent).not.toContain('Noted by you.');
    expect(engine.state.platforms.ownSteps[accountOf(engine.state)]).toEqual([]);
  });

  it('are not noted with nothing', async () => {
    const { engine, user } = await openRun();
    await user.click(await button('Not right? Note where it is'));
    const dialog = await screen.findByRole('dialog');
    await user.clear(within(dialog).getByLabelText('Menu words'));
    await user.clear(within(dialog).getByLabelText('Page'));
    await user.click(within(dialog).getByRole('button', { name: 'Save the note' }));
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/menu words, the page, or both/);
    expect(engine.state.calls).not.toContain('platforms.saveOwnStep');
    await user.click(within(dialog).getByRole('button', { name: 'Leave it as it is' }));
  });
});

describe('where an account has things', () => {
  it('is shown on its page once something was noted, opened after its host was shown, and changed or taken back there', async () => {
    const { user, shell } = await openPage({ start: 'sample' }, ({ state }) => {
      const id = state.accounts.find(({ title, username }) => title === 'TikTok' && username === '@harbourbakery')?.id ?? '';
      state.platforms.ownSteps[id] = [
        { step: 'password', path: 'Menu > Safety', link: 'https://safe.example/password' },
        { step: 'devices', path: null, link: 'https://safe.example/devices' },
      ];
    });
    await user.click(await screen.findByRole('option', { name: /^TikTok @harbourbakery/ }));
    expect(await screen.findByText('Where its settings are')).toBeTruthy();
    expect(screen.getByText('Menu > Safety')).toBeTruthy();
    await user.click((await screen.findAllByRole('button', { name: /safe\.example/ }))[0] ?? document.body);
    const asking = await screen.findByRole('dialog', { name: /safe\.example/ });
    expect(shell.links).toEqual([]);
    await user.click(within(asking).getByRole('button', { name: 'Cancel' }));
    for (const left of [1, 0]) {
      await user.click((await screen.findAllByRole('button', { name: /^Change your note: / }))[0] ?? document.body);
      await user.click(await button('Go back to the catalogue'));
      await waitFor(() => expect(screen.queryAllByRole('button', { name: /^Change your note: / })).toHaveLength(left));
    }
    expect(screen.queryByText('Where its settings are')).toBeNull();
  });
});

describe('an authenticator on the account’s page', () => {
  it('is noted as known outside, and that is taken back', async () => {
    const { engine, user } = await openPage({ start: 'sample' });
    await user.click(await screen.findByRole('option', { name: /^TikTok @harbourbakery/ }));
    const box = await screen.findByRole('checkbox', { name: 'The key was also given to someone outside Latchkey' });
    await user.click(box);
    await asked(engine, 'factors.noteOutside');
    await waitFor(() => expect((box as HTMLInputElement).checked).toBe(true));
    expect(screen.getByText(/Someone outside has it too, and so every code/)).toBeTruthy();
    expect(screen.queryByText(/Never left this vault/)).toBeNull();
    await user.click(box);
    await waitFor(() => expect((box as HTMLInputElement).checked).toBe(false));
  });
});
