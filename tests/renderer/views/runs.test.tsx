import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { anyRun, endedGrant, runOf, stepOf } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage } from '../../support/page.tsx';

afterEach(closePage);

const day = 86_400;

/** Opens the list of runs over what is prepared. */
async function openRuns(prepare: (state: FakeState) => void) {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  await page.user.click(await button(/^Runs/));
  await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('Runs'));
  return page;
}

const line = (title: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('.run-line')].find(
    (one) => one.querySelector('b')?.textContent === title,
  );
  if (found === undefined) throw new Error(`no line ${title}`);
  return found;
};

describe('the list of runs', () => {
  it('shows ended grants first, then what is lent now with its date, then what is closed', async () => {
    await openRuns((state) => {
      const now = state.now();
      endedGrant(state);
      endedGrant(state, { id: steadyId('live1'), title: 'Instagram', state: 'active', until: now + 10 * day });
      endedGrant(state, { id: steadyId('soon1'), title: 'Etsy', state: 'ending', until: now + day });
      const closed = endedGrant(state, { id: steadyId('closed1'), title: 'Mailchimp', state: 'closed' });
      const run = runOf(state, closed, ['password']);
      run.row.finished = now - day;
      endedGrant(state, { id: steadyId('refused1'), title: 'Nobody', state: 'refused' });
    });
    await screen.findByText('Ended, not closed');
    const heads = screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent);
    expect(heads).toEqual(['Ended, not closed still exposed until you change it', 'Lent now', 'Closed']);
    expect(within(line('TikTok')).getByText(/^ended /)).toBeTruthy();
    expect(within(line('Instagram')).getByText(/^back /)).toBeTruthy();
    expect(within(line('Etsy')).getByText(/^back /)).toBeTruthy();
    expect(within(line('Mailchimp')).getByText(/^closed /)).toBeTruthy();
    expect(screen.queryByText('Nobody')).toBeNull();
    expect(screen.getByText('1 ended grant')).toBeTruthy();
  });

  it('starts the run of an ended grant and goes on with one that is under way', async () => {
    const { engine, user } = await openRuns((state) => void endedGrant(state));
    await screen.findByText('Ended, not closed');
    await user.click(within(line('TikTok')).getByRole('button', { name: 'Take back' }));
    await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('End of access'));
    expect(engine.state.calls).toContain('runs.start');
    await change(engine, (state) => {
      for (const grant of state.grants) grant.row.run = state.runs[0]?.row.id ?? null;
      state.changed('grants');
    });
    await user.click(await button('All runs'));
    await waitFor(() => expect(line('TikTok').textContent).toContain('0 of 7 done'));
    await user.click(await button('Go on'));
    await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('End of access'));
    expect(engine.state.calls.filter((call) => call === 'runs.start')).toHaveLength(1);
  });

  it('tells runs of two accounts of one title apart by their usernames', async () => {
    await openRuns((state) => {
      for (const username of ['@harbourbakery', '@fennel.and.co']) {
        const account = { id: steadyId(username), platform: 'tiktok', title: 'TikTok', username };
        anyRun(state, 'account_recovery', [stepOf('password')], { row: { id: steadyId(`run${username}`), account } });
      }
    });
    await screen.findByText('Under way');
    const twos = [...document.querySelectorAll('.run-line .two')].map((two) => two.textContent);
    expect(twos.toSorted()).toEqual(['@fennel.and.co · Recovery', '@harbourbakery · Recovery']);
  });

  it('asks again when the last day of a grant is over', async () => {
    const { engine } = await openRuns((state) => void endedGrant(state, { state: 'ending', until: state.now() + 2 }));
    await screen.findByText('Lent now');
    const one = engine.state.grants[0];
    if (one === undefined) throw new Error('nothing lent');
    one.row = { ...one.row, state: 'ended' };
    expect(await screen.findByText('Ended, not closed', {}, { timeout: 5000 })).toBeTruthy();
    expect(screen.queryByText('Lent now')).toBeNull();
  });

  it('leads from a live grant to its account', async () => {
    const { user } = await openRuns((state) => void endedGrant(state, { state: 'active', until: state.now() + day }));
    await user.click(await button('Open TikTok'));
    expect(await screen.findByRole('heading', { name: 'TikTok' })).toBeTruthy();
    expect(document.querySelector('.bar h1')?.textContent).toBe('Accounts');
  });

  it('says what belongs here when nothing was lent, and leads to the accounts', async () => {
    const { user } = await openRuns(() => undefined);
    expect(await screen.findByRole('heading', { name: 'No run is open' })).toBeTruthy();
    await user.click(await button('Go to Accounts'));
    await screen.findByRole('heading', { name: 'Accounts', level: 1 });
  });
});

describe('the account’s own page', () => {
  it('has the way into the run of an ended grant', async () => {
    const { engine, user } = await openPage({ start: 'sample' }, ({ state }) => {
      const grant = endedGrant(state);
      const account = state.accounts.find((one) => one.id === grant.row.account);
      if (account === undefined) throw new Error('no sample account');
      account.access = [
        { grant: grant.row.id, person: grant.row.person, state: 'ended', until: grant.row.until, what: grant.what },
      ];
    });
    const [tiktok] = await screen.findAllByRole('option', { name: /^TikTok/ });
    if (tiktok === undefined) throw new Error('no sample account');
    await user.click(tiktok);
    await user.click(await button('Take back'));
    await asked(engine, 'runs.start');
    await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('End of access'));
  });
});
