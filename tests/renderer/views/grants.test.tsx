import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { GrantDetail } from '../../../shared/contracts/engine/grants.ts';
import { act } from '@testing-library/react';
import { go } from '../../../renderer/lib/route.ts';
import { endedGrant } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, closePage, openPage } from '../../support/page.tsx';

afterEach(closePage);

const day = 86_400;
const ID = steadyId('ended1');

/** A live loan of the sample's TikTok to Tomás, with all a page can show. */
function liveGrant(state: FakeState, change: Partial<GrantDetail> = {}): GrantDetail {
  const now = state.now();
  const grant = endedGrant(state, { state: 'active', until: now + 9 * day });
  return Object.assign(grant, {
    what: ['password', 'codes', 'live_codes'],
    zone: 'Europe/Berlin',
    windows: [{ from: now + day, until: now + day + 3600 }],
    rules: ['May post', 'No new apps'],
    device: 'MacBook, Lisbon',
    receipts: [
      { event: 'opened', at: now - 3 * day },
      { event: 'purged', at: now - day },
    ],
    exposures: [
      { id: steadyId('exp'), secret: 'password', set: null, seenBy: grant.row.person, at: now - day, until: null },
      { id: steadyId('exp2'), secret: 'codes', set: null, seenBy: grant.row.person, at: now - day, until: now + day + 3600 },
    ],
    relayed: 2,
    ...change,
  } satisfies Partial<GrantDetail>);
}

async function openGrant(prepare: (state: FakeState) => void) {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  await screen.findByRole('heading', { name: 'Accounts' });
  act(() => go({ view: 'grant', id: ID }));
  await screen.findByRole('heading', { name: 'TikTok for Tomás' });
  return page;
}

const field = (name: string): string => screen.getByRole('group', { name }).textContent ?? '';

describe('the page of a grant', () => {
  it('says who, what, until when by both clocks, and what proves what they told', async () => {
    await openGrant((state) => void liveGrant(state));
    expect(field('Gives')).toContain('Password, codes and codes on request');
    expect(field('Until')).toMatch(/\(Berlin time\).* in Lisbon/);
    expect(field('Device')).toContain('MacBook, Lisbonsaid by them');
    expect(field('Codes sent')).toContain('2 answers on request');
    const signed = screen.getByText('Receipt signed').closest('.edge');
    const told = screen.getByText('Told by their app').closest('.edge');
    expect(signed?.textContent).toContain('Tomás opened it');
    expect(told?.textContent).toContain('was removed there');
    expect(screen.getByRole('heading', { name: 'What would stay' })).toBeTruthy();
    expect(screen.getByText(/Exposed until you change it\./)).toBeTruthy();
  });

  it('calls nothing seen that no receipt says was opened', async () => {
    await openGrant((state) => {
      liveGrant(state, { receipts: [] }).row.state = 'offered';
    });
    expect(screen.getByText('sealed, not opened yet')).toBeTruthy();
    expect(screen.getByText(/^Counts as seen by Tomás since .*\. Exposed until you change it\.$/)).toBeTruthy();
    expect(screen.queryByText(/^Seen by/)).toBeNull();
  });

  it('says that it was seen once a receipt says that it was opened', async () => {
    await openGrant((state) => void liveGrant(state));
    expect(screen.getByText(/^Seen by Tomás since /)).toBeTruthy();
    expect(screen.queryByText(/Counts as seen/)).toBeNull();
  });

  it('belongs to the ledger in the rail, as do the places to change it', async () => {
    const { user } = await openGrant((state) => void liveGrant(state));
    const lit = (): (string | null | undefined)[] =>
      [...document.querySelectorAll('nav [aria-current]')].map((one) => one.textContent?.replace(/\d+$/, ''));
    expect(lit()).toEqual(['Ledger']);
    await user.click(await button('Extend'));
    await screen.findByRole('heading', { name: 'Extend' });
    expect(lit()).toEqual(['Ledger']);
  });

  it('is opened from the account, under who has access', async () => {
    const { user } = await openPage({ start: 'sample' }, ({ state }) => {
      const grant = liveGrant(state);
      for (const one of state.accounts)
        if (one.id === grant.row.account)
          one.access = [{ ...grant.row, grant: grant.row.id, what: grant.what }].map(
            ({ person, state: at, until, what, grant: id }) => ({ grant: id, person, state: at, until, what }),
          );
    });
    await user.click(await screen.findByRole('option', { name: /TikTok.*@harbourbakery/ }));
    await user.click(await button('See the loan of TikTok to Tomás Reyes'));
    expect(await screen.findByRole('heading', { name: 'TikTok for Tomás' })).toBeTruthy();
  });

  it('extends with the windows that are left or with new ones, and gives the sealed text', async () => {
    const { engine, user } = await openGrant((state) => void liveGrant(state));
    await user.click(await button('Extend'));
    await screen.findByText('The windows that are left (1) travel again, up to the new last day.');
    await user.click(screen.getByRole('radio', { name: 'New ones' }));
    await screen.findByText(/1 080 codes in 1 window/);
    await user.click(await button(/^Seal for Tomás/));
    await screen.findByRole('heading', { name: 'Sealed: more time for Tomás' });
    await asked(engine, 'grants.extend');
    await user.click(await button('Done'));
    expect(await screen.findByRole('heading', { name: 'TikTok for Tomás' })).toBeTruthy();
  });

  it('gives the focus back to its page when the place to change it is left', async () => {
    const { user } = await openGrant((state) => void liveGrant(state));
    await user.click(await button('Lower'));
    await screen.findByRole('heading', { name: 'Lower' });
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    await user.keyboard('{Escape}');
    await screen.findByRole('heading', { name: 'TikTok for Tomás' });
    await waitFor(() => expect(document.activeElement?.closest('main')).not.toBeNull());
  });

  it('lowers to less, and to nothing only by an end', async () => {
    const { engine, user } = await openGrant((state) => void liveGrant(state, { what: ['password'], windows: [] }));
    await user.click(await button('Lower'));
    await user.click(await screen.findByRole('checkbox', { name: 'Password' }));
    const seal = await button(/^Seal for Tomás/);
    expect(seal.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getAllByText('To take everything away, end it.').length).toBeGreaterThan(0);
    await user.click(screen.getByRole('checkbox', { name: 'Password' }));
    await user.click(await button(/^Seal for Tomás/));
    await screen.findByRole('heading', { name: 'Sealed: less for Tomás' });
    expect(engine.state.calls.filter((call) => call === 'grants.reduce')).toHaveLength(1);
  });

  it('ends after saying what that does and does not do, then offers the run', async () => {
    const { engine, user } = await openGrant((state) => void liveGrant(state));
    await user.click(await button('End now'));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('A password Tomás has seen works until you change it.');
    expect(dialog.textContent).toContain('only a new seed ends them sooner');
    await user.click(within(dialog).getByRole('button', { name: 'End it' }));
    await screen.findByRole('heading', { name: 'Ended for Tomás' });
    await screen.findByText('Ended here; still exposed until you change it.');
    await user.click(await button('Start the end-of-access run'));
    await asked(engine, 'runs.start');
  });

  it('offers the new password when the old one was changed', async () => {
    const { engine, user } = await openGrant((state) => {
      const grant = liveGrant(state, { outdated: true });
      state.outdated.add(grant.row.id);
    });
    await user.click(await button('Send the new password'));
    await screen.findByRole('heading', { name: 'Sealed: the new password for Tomás' });
    expect(engine.state.outdated.size).toBe(0);
  });

  it('seals nothing for an unchecked key before a second word', async () => {
    const { engine, user } = await openGrant((state) => {
      const grant = liveGrant(state, { outdated: true });
      grant.row.person = { ...grant.row.person, verified: false };
    });
    await user.click(await button('Send the new password'));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('without comparing words');
    await user.click(within(dialog).getByRole('button', { name: 'Do not seal yet' }));
    expect(engine.state.calls).not.toContain('grants.sendAnew');
  });

  it('mutes requests for codes and lets them speak again', async () => {
    const { engine, user } = await openGrant((state) => void liveGrant(state));
    await user.click(await button('Mute requests'));
    await screen.findByText('Requests for codes from Tomás are muted.');
    expect(engine.state.grants[0]?.muted).toBe(true);
    await user.click(await button('Let them ask again'));
    await waitFor(() => expect(engine.state.grants[0]?.muted).toBe(false));
  });

  it('shows the word of its end, to be given out again', async () => {
    const { user } = await openGrant((state) => {
      const sealed = {
        message: steadyId('word'),
        sentence: 'The end of it',
        text: 'The end of it\nLATCHKEY1',
        length: 30,
        preferFile: false,
      };
      state.sealed.push(sealed);
      liveGrant(state, { revoked: { at: state.now() - 60, reason: 'The campaign is over.', message: sealed.message } });
    });
    expect(screen.queryByRole('button', { name: 'End now' })).toBeNull();
    expect(screen.getByText('The campaign is over.')).toBeTruthy();
    await user.click(await button('Show the text again'));
    await screen.findByText('The end of it');
  });
});

describe('an account whose password was changed', () => {
  it('says how many still have the old one, and sends the new one step by step', async () => {
    const { engine, user } = await openPage({ start: 'sample' }, ({ state }) => {
      const grant = liveGrant(state);
      state.outdated.add(grant.row.id);
    });
    await user.click(await screen.findByRole('option', { name: /TikTok.*@harbourbakery/ }));
    await screen.findByText('1 person still has the old password.');
    await user.click(await button('Send the new one'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Seal it' }));
    await within(dialog).findByRole('button', { name: 'Copy the message' });
    await waitFor(() => expect(screen.queryByText('1 person still has the old password.')).toBeNull());
    expect(engine.bugs).toEqual([]);
  });
});
