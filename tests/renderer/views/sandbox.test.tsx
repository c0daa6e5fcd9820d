import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { landingOf } from '../../../renderer/lib/landing.ts';
import type { OpenVault } from '../../../renderer/app/places.ts';
import { currentRoute, go } from '../../../renderer/lib/route.ts';
import { nextToTry } from '../../../shared/text/sandbox.ts';
import { endedGrant } from '../../support/fake-engine/lent.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const bar = () => screen.findByRole('region', { name: 'Sandbox' });

describe('the sandbox', () => {
  it('is one click away on a computer without a vault, and marked on every page', async () => {
    const { user, engine } = await openPage({ start: 'new' });
    await user.click(await button(/^Try it/));
    expect((await bar()).textContent).toMatch(/You are Maren Voss, the owner\. Nothing here is kept\..*Open Harbour TikTok/);
    for (const place of ['Ledger', 'Inbox', 'People']) {
      await user.click(
        within(screen.getByRole('navigation', { name: 'Sections' })).getByRole('button', { name: new RegExp(`^${place}`) }),
      );
      expect(await bar()).toBeTruthy();
    }
    expect(engine.state.calls).not.toContain('rescue.state');
    expect(engine.bugs).toEqual([]);
  });

  it('turns to the other side by its button and by its key, to where that one begins', async () => {
    const { user } = await openPage({ start: 'new' });
    await user.click(await button(/^Try it/));
    await user.click(await button('Go to Tomás’s side'));
    expect((await bar()).textContent).toMatch(/You are Tomás Reyes, the freelancer/);
    await waitFor(() => expect(currentRoute().view).toBe('received'));
    await button('Go to Maren’s side');
    fireEvent.keyDown(window, { key: 'F8' });
    await waitFor(async () => expect((await bar()).textContent).toMatch(/You are Maren Voss/));
    await waitFor(() => expect(currentRoute().view).toBe('accounts'));
  });

  it('gives a sealed message to the other side', async () => {
    const { user, engine } = await openPage({ start: 'new' });
    await user.click(await button(/^Try it/));
    await bar();
    go({ view: 'handoff', account: engine.state.accounts[0]?.id ?? '', contact: engine.state.people[0]?.id ?? '' });
    await user.click(await button(/^Seal/));
    await user.click(await button('Give it to Tomás'));
    await asked(engine, 'sandbox.give');
    await said(/Tomás has it in the inbox/);
    expect(screen.queryByRole('button', { name: 'Save as a file' })).toBeNull();
  });

  it('has no settings of a file, and is ended by the lock', async () => {
    const { user, shell, engine } = await openPage({ start: 'new' });
    await user.click(await button(/^Try it/));
    await bar();
    go({ view: 'settings', page: 'health' });
    const pages = await screen.findByRole('navigation', { name: /pages/i });
    expect(
      within(pages)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).not.toContain('Backups');
    expect(within(pages).getByRole('button', { current: 'page' }).textContent).toBe('General');
    expect(engine.state.calls.filter((call) => call === 'vault.health').length).toBeLessThan(3);
    await user.click(await button('End the sandbox'));
    expect(shell.locks).toBe(1);
  });

  it('is offered where another vault is chosen', async () => {
    const { user } = await openPage({ start: 'closed' });
    await user.click(await button('Another vault'));
    await user.click(await button('Try it'));
    expect(await bar()).toBeTruthy();
  });
});

describe('where an opened vault begins', () => {
  const vault = (facts: object): OpenVault => ({ live: 0, exposedLoans: 0, lent: 0, waiting: 0, ...facts }) as OpenVault;

  it('is the inbox in the sandbox when something has come in', () => {
    const sandbox = { who: 'owner', name: 'a', other: 'b', done: [] };
    expect(landingOf('lend', vault({ sandbox, waiting: 1, live: 1 })).view).toBe('inbox');
    expect(landingOf('lend', vault({ sandbox, live: 1 })).view).toBe('accounts');
  });

  it('follows what its person does, once there is something of it', () => {
    expect(landingOf(null, vault({ live: 3, lent: 3 })).view).toBe('accounts');
    expect(landingOf('codes', vault({ live: 3, lent: 3 })).view).toBe('accounts');
    expect(landingOf('lend', vault({})).view).toBe('accounts');
    expect(landingOf('lend', vault({ live: 1 })).view).toBe('ledger');
    expect(landingOf('lend', vault({ exposedLoans: 1 })).view).toBe('ledger');
    expect(landingOf('work', vault({})).view).toBe('accounts');
    expect(landingOf('work', vault({ lent: 1 })).view).toBe('received');
  });

  it('is the ledger in the window of one who lends', async () => {
    await openPage({ start: 'sample' }, (engine, shell) => {
      endedGrant(engine.state);
      shell.settings = { ...shell.settings, use: 'lend' };
    });
    expect(await screen.findByRole('heading', { name: 'Ledger', level: 1 })).toBeTruthy();
  });
});

describe('what to try next', () => {
  const people = { owner: 'Maren Voss', freelancer: 'Tomás Reyes' };

  it('is said to the one who can do it, and to the other one by whom to be first', () => {
    expect(nextToTry('sealed', true, people)).toBe('Open Harbour TikTok and hand it off to Tomás.');
    expect(nextToTry('taken', true, people)).toBe('Go to Tomás’s side. Take up in the inbox what Maren lends you.');
    expect(nextToTry('ended', false, people)).toMatch(/^Go to Maren’s side\. /);
    expect(nextToTry(null, true, people)).toMatch(/all of it/);
  });
});
