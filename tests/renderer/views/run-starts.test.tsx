import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceOf, endedGrant } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const title = (): string => document.querySelector('.bar h1')?.textContent ?? '';
const shown = async (name: string): Promise<void> => waitFor(() => expect(title()).toBe(name));

/** Opens the sample's TikTok and chooses a command of its menu. */
async function fromAccount(command: string, prepare: (state: FakeState) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  const [tiktok] = await screen.findAllByRole('option', { name: /^TikTok/ });
  if (tiktok === undefined) throw new Error('no sample account');
  await page.user.click(tiktok);
  await page.user.click(await button('More actions'));
  await page.user.click(await screen.findByRole('menuitem', { name: command }));
  return page;
}

describe('an account’s menu', () => {
  it('starts the run that puts an authenticator on it, which leads to the key', async () => {
    const { engine, user } = await fromAccount('Put an authenticator on this account');
    await shown('An authenticator');
    for (const step of ['Open the two-step settings', 'Let it show the key']) {
      await waitFor(() => expect(document.querySelector('.step.now .title')?.textContent).toBe(step));
      await user.keyboard(' ');
    }
    await waitFor(() => expect(document.querySelector('.step.now .title')?.textContent).toBe('Type the key here'));
    await user.click(await button('Type the key here'));
    await shown('Add a second factor');
    expect(engine.state.runs[0]?.row.kind).toBe('put_authenticator');
  });

  it('starts what comes before a handoff, and a recovery, and goes on with one that is half done', async () => {
    const { engine, user } = await fromAccount('Before a handoff');
    await shown('Before a handoff');
    await user.click(await button('All runs'));
    await user.click(await button('Go on'));
    await shown('Before a handoff');
    expect(engine.state.runs).toHaveLength(1);
  });

  it('agrees on a sign-in, the hour in both zones, and moves it', async () => {
    const { engine, user } = await fromAccount('Agree on a sign-in', (state) => {
      for (const one of state.people) one.zone = 'Asia/Tokyo';
    });
    const dialog = await screen.findByRole('dialog', { name: 'Agree on a sign-in to TikTok' });
    expect(within(dialog).getByText(/\(Tokyo time\)/)).toBeTruthy();
    await user.type(within(dialog).getByRole('textbox', { name: 'Device' }), 'Chrome on Windows');
    await user.type(within(dialog).getByRole('textbox', { name: 'Place' }), 'Lisbon{Enter}');
    await shown('Sign-in appointment');
    const [run] = engine.state.runs;
    expect(run?.appointment).toMatchObject({ device: 'Chrome on Windows', place: 'Lisbon', minutes: 30, standsBy: null });
    await user.click(await button('Change the time'));
    await user.click(await screen.findByRole('radio', { name: '60 min' }));
    await user.click(await button('Agree on it'));
    await waitFor(() => expect(run?.appointment?.minutes).toBe(60));
    expect(engine.state.runs).toHaveLength(1);
  });

  it('saves the calendar file through the host’s dialog', async () => {
    const { engine, shell, user } = await fromAccount('Agree on a sign-in');
    await user.click(await button('Agree on it'));
    await shown('Sign-in appointment');
    await user.click(await button('Send the calendar file'));
    shell.file = { token: 'T'.repeat(22), name: 'tiktok-sign-in.ics', size: null };
    await user.click(await button('Save the calendar file'));
    await asked(engine, 'runs.saveCalendar');
    await said(/^Saved as tiktok-sign-in\.ics$/);
    expect(engine.bugs).toEqual([]);
  });
});

describe('a person’s menu', () => {
  it('starts the run of someone who leaves', async () => {
    const { engine, user } = await openPage({ start: 'sample' });
    await user.click(await button(/^People/));
    await user.click(await screen.findByRole('option', { name: /^Tomás/ }));
    await user.click(await button('More actions'));
    await user.click(await screen.findByRole('menuitem', { name: 'Tomás leaves' }));
    await shown('Someone leaves');
    expect(engine.state.runs[0]?.row).toMatchObject({ kind: 'leaver', person: { name: 'Tomás Reyes' } });
  });
});

describe('the list of runs', () => {
  it('starts one of any kind, and shows those under way apart from what has ended', async () => {
    const { engine, user } = await openPage({ start: 'sample' }, ({ state }) => void endedGrant(state));
    await user.click(await button(/^Runs/));
    await user.click(await button('Start a run'));
    const dialog = await screen.findByRole('dialog', { name: 'Start a run' });
    await user.click(within(dialog).getByRole('combobox', { name: 'What it is about' }));
    await user.click(await screen.findByRole('option', { name: 'An account nobody can open' }));
    await user.click(await button('Start'));
    await shown('Recovery');
    await user.click(await button('All runs'));
    const heads = (await screen.findAllByRole('heading', { level: 2 })).map((head) => head.textContent);
    expect(heads).toEqual(['Ended, not closed still exposed until you change it', 'Under way']);
    expect(screen.getByText('1 ended grant · 1 run under way')).toBeTruthy();
    expect(engine.bugs).toEqual([]);
  });
});

describe('the devices of a handoff', () => {
  it('are pasted as a list, corrected, and what nobody promised stands out', async () => {
    const { engine, user } = await fromAccount('Before a handoff', (state) => {
      const account = state.accounts.find(({ platform }) => platform === 'tiktok')?.id ?? steadyId('none');
      deviceOf(state, account, { name: 'Old phone', whose: 'me', keep: true, listed: state.now() - 86_400 });
    });
    await shown('Before a handoff');
    await user.click(await button('Look at the devices before'));
    await user.click(await button('Paste the list'));
    const dialog = await screen.findByRole('dialog', { name: 'The devices the platform shows' });
    await user.click(within(dialog).getByRole('textbox', { name: 'The list' }));
    await user.paste('Windows PC, Leeds, now\nPixel 8, Porto, 19 Nov');
    await user.click(within(dialog).getByRole('button', { name: 'Read it' }));
    const rows = await within(dialog).findAllByRole('listitem');
    expect(rows.map((row) => row.className)).toEqual(['listed stranger', 'listed stranger']);
    expect(within(dialog).getByText('2 devices found · 2 not known')).toBeTruthy();
    const [first] = rows;
    if (first === undefined) throw new Error('no row');
    const name = within(first).getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Studio PC');
    await user.click(within(first).getByRole('combobox', { name: 'Whose it is' }));
    await user.click(await screen.findByRole('option', { name: 'Mine' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Old phone is signed out' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save the list' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(engine.state.devices).toMatchObject([
      { name: 'Old phone', keep: false },
      { name: 'Studio PC', place: 'Leeds', whose: 'me' },
      { name: 'Pixel 8', whose: 'unknown' },
    ]);
    expect((await screen.findByRole('listitem', { name: 'Pixel 8, whose?' })).className).toContain('hot');
  });

  it('say so when nothing was found in a text', async () => {
    const { engine, user } = await fromAccount('Before a handoff');
    await user.click(await button('Look at the devices before'));
    await user.click(await button('Paste the list'));
    await user.type(await screen.findByRole('textbox', { name: 'The list' }), '  ,');
    await user.click(await button('Read it'));
    expect((await screen.findByRole('alert')).textContent).toContain('No device was found in this text.');
    expect(engine.state.calls).not.toContain('devices.saveList');
  });
});
