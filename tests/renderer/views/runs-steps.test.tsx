import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Step } from '../../../shared/contracts/engine/runs.ts';
import { deviceOf, endedGrant, runOf } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const all: readonly Step['id'][] = ['password', 'devices', 'apps', 'recovery'];

/** Opens the run of the sample's TikTok, with these steps. */
async function openRun(ids: readonly Step['id'][] = all, prepare: (state: FakeState) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, ({ state }) => {
    runOf(state, endedGrant(state), ids);
    prepare(state);
  });
  await page.user.click(await button(/^Runs/));
  await page.user.click(await button('Go on'));
  await waitFor(() => expect(document.querySelector('.step')).not.toBeNull());
  return page;
}

const now = (): HTMLElement => {
  const step = document.querySelector<HTMLElement>('.step.now');
  if (step === null) throw new Error('no step at hand');
  return step;
};
const title = (): string => now().querySelector('.title')?.textContent ?? '';
const first = (state: FakeState) => {
  const run = state.runs[0];
  if (run === undefined) throw new Error('no run');
  return run;
};
const grantOf = (state: FakeState) => {
  const { grant } = first(state).row;
  if (grant === null) throw new Error('no grant');
  return grant;
};
const block = (state: FakeState, id: Step['id'], blocked: Step['blocked']): void => {
  for (const step of first(state).steps) if (step.id === id) step.blocked = blocked;
};

describe('the steps of a run', () => {
  it('stand in the run’s order with the platform’s words and how sure they are', async () => {
    await openRun(['password', 'devices', 'apps']);
    const titles = [...document.querySelectorAll('.step .title')].map((one) => one.textContent);
    expect(titles).toEqual(['Set a new password', 'Sign out the devices that are not yours', 'Look at roles and connected apps']);
    expect([...now().querySelectorAll('.path li')].map((one) => one.textContent).at(-1)).toBe('Password');
    expect(now().textContent).toContain('Not sure; the words there may differ.');
    expect(document.querySelector('.run-age')?.textContent).toMatch(/^Facts from August 2026/);
  });

  it('lead to the platform whose login is used, and say so', async () => {
    await openRun(['password'], (state) => {
      grantOf(state).platform = 'youtube';
    });
    expect(now().querySelector('.path li')?.textContent).toContain('Google Account');
    expect(now().textContent).toContain('You open YouTube with the login of Google Account');
  });

  it('say what to look for where the platform is not known', async () => {
    await openRun(['password'], (state) => {
      grantOf(state).platform = 'friendster';
    });
    expect(now().querySelector('.path')).toBeNull();
    expect(now().textContent).toContain('The way there is not known for this platform.');
    expect(now().textContent).toContain('Look for “Password” in the settings');
    expect(document.querySelector('.run-age')).toBeNull();
  });

  it('are opened by O, after the host was shown', async () => {
    const { shell, user } = await openRun();
    await user.keyboard('o');
    const dialog = await screen.findByRole('dialog', { name: /www\.tiktok\.com/ });
    expect(shell.links).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Open it' }));
    await waitFor(() => expect(shell.links).toHaveLength(1));
  });

  it('are ticked by Space, and the next one is at hand with the focus on its tick', async () => {
    const { engine, user } = await openRun(['apps', 'recovery']);
    expect(document.activeElement?.textContent).toContain('Done');
    await user.keyboard(' ');
    await waitFor(() => expect(title()).toBe('Check recovery mail and phone'));
    expect(first(engine.state).steps[0]).toMatchObject({ id: 'apps', state: 'done' });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Done'));
    fireEvent.keyDown(document.body, { key: ' ' });
    await waitFor(() => expect(first(engine.state).steps[1]?.state).toBe('done'));
  });

  it('are not ticked, skipped or told in a vault that takes no changes', async () => {
    await openRun(['tell', 'password'], (state) => void (state.readOnly = 'in_use'));
    for (const name of [/^Done/, /^Skip/, /^Seal the word/])
      expect(within(now()).getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
  });

  it('are not ticked while their own evidence is missing; why is said', async () => {
    const { engine, user } = await openRun(['password'], (state) => block(state, 'password', 'no_candidate'));
    const done = within(now()).getByRole('button', { name: /^Done/ });
    expect(done.getAttribute('aria-disabled')).toBe('true');
    await user.click(done);
    fireEvent.keyDown(document.body, { key: ' ' });
    await said(/^Make a new password first\.$/);
    expect(engine.state.calls).not.toContain('runs.step');
  });

  it('are skipped by S, but only with a reason', async () => {
    const { engine, user } = await openRun(['apps', 'recovery']);
    await user.keyboard('s');
    const dialog = await screen.findByRole('dialog', { name: 'Skip “Look at roles and connected apps”?' });
    await user.click(within(dialog).getByRole('button', { name: 'Skip' }));
    expect(within(dialog).getByRole('alert').textContent).toBe('A skipped step needs a reason.');
    expect(engine.state.calls).not.toContain('runs.step');
    await user.type(within(dialog).getByRole('textbox', { name: 'Why it is skipped' }), 'no apps were let in{Enter}');
    await waitFor(() => expect(first(engine.state).steps[0]).toMatchObject({ state: 'skipped', note: 'no apps were let in' }));
    expect(await screen.findByText('skipped: no apps were let in')).toBeTruthy();
  });

  it('can be opened again', async () => {
    const { engine, user } = await openRun(['apps', 'recovery']);
    await user.keyboard(' ');
    await waitFor(() => expect(title()).toBe('Check recovery mail and phone'));
    await user.click(screen.getByRole('button', { name: 'Look at roles and connected apps' }));
    await user.click(await button('Open it again'));
    await waitFor(() => expect(first(engine.state).steps[0]?.state).toBe('todo'));
    expect(title()).toBe('Look at roles and connected apps');
  });

  it('keep their letters out of what is typed', async () => {
    const { user } = await openRun(['devices']);
    await user.keyboard('n');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.type(name, 'sony on sun');
    expect((name as HTMLInputElement).value).toBe('sony on sun');
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
  });
});

describe('the new password', () => {
  it('is made, copied beside the old one, and takes its place once it worked', async () => {
    const { engine, user } = await openRun(['password', 'apps'], (state) => block(state, 'password', 'no_candidate'));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Make a new password'));
    await user.keyboard('{Enter}');
    await user.click(await button('Copy the old one'));
    await said(/^Old password copied/);
    await user.click(await button('Copy the new one'));
    await said(/^New password copied/);
    expect(engine.state.calls.filter((call) => call === 'candidate.copy')).toHaveLength(2);
    await change(engine, (state) => block(state, 'password', null));
    await user.click(await button('It worked'));
    await waitFor(() => expect(title()).toBe('Look at roles and connected apps'));
    expect(engine.state.calls).toContain('candidate.worked');
    expect(first(engine.state).steps[0]?.state).toBe('done');
  });

  it('is dropped only after a question that names what would be lost', async () => {
    const { engine, user } = await openRun(['password'], (state) => block(state, 'password', 'no_candidate'));
    await user.click(await button('Make a new password'));
    await user.click(await button('It was not taken'));
    const dialog = await screen.findByRole('alertdialog', { name: 'Drop the new password?' });
    expect(document.activeElement?.textContent).toBe('Keep both');
    await user.click(within(dialog).getByRole('button', { name: 'Drop the new one' }));
    await asked(engine, 'candidate.drop');
    expect(await button('Make a new password')).toBeTruthy();
  });
});

describe('the devices', () => {
  it('are added by N, and decided one by one', async () => {
    const { engine, user } = await openRun(['devices'], (state) => block(state, 'devices', null));
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Pixel 8');
    await user.type(screen.getByRole('textbox', { name: 'Place or browser' }), 'Lisbon');
    await user.click(screen.getByRole('radio', { name: 'Tomás’s' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const card = await screen.findByRole('listitem', { name: 'Pixel 8, Tomás’s' });
    expect(card.className).toContain('hot');
    expect(document.querySelector('.run-promises')?.textContent).toContain('1 device may still be in');
    await user.click(within(card).getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(screen.getByRole('listitem', { name: 'Pixel 8, Tomás’s' }).className).toContain('out'));
    expect(engine.state.devices[0]).toMatchObject({ name: 'Pixel 8', place: 'Lisbon', whose: 'contact', keep: false });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit Pixel 8');
  });

  it('refuse to be saved without a name', async () => {
    const { engine, user } = await openRun(['devices']);
    await user.keyboard('n');
    await user.click(await button('Save'));
    expect(screen.getByRole('alert').textContent).toBe('A device needs a name.');
    expect(engine.state.calls).not.toContain('devices.save');
  });

  it('of nobody known become mine, and mine need no outline', async () => {
    const { engine, user } = await openRun(['devices'], (state) => {
      deviceOf(state, grantOf(state).account, { name: 'Firefox' });
    });
    const card = await screen.findByRole('listitem', { name: 'Firefox, whose?' });
    expect(card.className).toContain('hot');
    await user.click(within(card).getByRole('button', { name: 'Mine' }));
    await waitFor(() => expect(screen.getByRole('listitem', { name: 'Firefox, yours' }).className).toContain('keep'));
    expect(engine.state.devices[0]).toMatchObject({ whose: 'me', keep: true });
  });

  it('can be changed and taken off the list', async () => {
    const { engine, user } = await openRun(['devices'], (state) => {
      deviceOf(state, grantOf(state).account, { name: 'Mac', whose: 'me', keep: true });
    });
    await user.click(await button('Edit Mac'));
    const dialog = await screen.findByRole('dialog', { name: 'Edit Mac' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), ' mini');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('listitem', { name: 'Mac mini, yours' })).toBeTruthy();
    expect(engine.state.devices[0]).toMatchObject({ keep: true });
    await user.click(await button('Edit Mac mini'));
    await user.click(await button('Take off the list'));
    await asked(engine, 'devices.remove');
    await waitFor(() => expect(screen.queryByRole('listitem', { name: 'Mac mini, yours' })).toBeNull());
  });
});

describe('what has ended and what has not', () => {
  it('stands beside the steps, exposed last', async () => {
    await openRun();
    await waitFor(() => expect(document.querySelectorAll('.run-promises .edge').length).toBe(3));
    const lines = [...document.querySelectorAll('.run-promises .edge')];
    expect(lines.map((line) => line.querySelector('.promise')?.textContent)).toEqual([
      'Codes ended',
      'Password still exposed',
      'Devices may still be in',
    ]);
    expect(lines[0]?.textContent).toContain('Kept by cryptography');
    expect(lines[1]?.textContent).toContain('Ended here; still exposed until you change it.');
  });

  it('names ad codes that still run', async () => {
    await openRun(['apps'], (state) => {
      first(state).adCodes = 1;
    });
    const line = (await screen.findByText('1 ad code still runs')).closest('.edge');
    expect(line?.textContent).toContain('Only a withdrawal at the platform ends it sooner.');
  });

  it('names codes that still work when the loan ended before its windows', async () => {
    await openRun(['authenticator'], (state) => {
      const { person, account } = grantOf(state);
      const until = state.now() + 3 * 86_400;
      const of = [first(state), state.accounts.find(({ id }) => id === account)];
      for (const one of of)
        one?.exposures.push({
          id: steadyId('exposure2'),
          secret: 'codes',
          set: null,
          seenBy: person,
          at: state.now() - 86_400,
          until,
        });
    });
    expect(await screen.findByText('Codes may still work')).toBeTruthy();
    expect(now().textContent).toMatch(/Tomás has codes up to .*\. Only a new key at the platform ends them sooner\./);
  });

  it('leads to a new key, and back to the same step', async () => {
    const { user } = await openRun(['password', 'authenticator']);
    await user.click(await button('Set up the authenticator again'));
    await user.click(await button('Set it up again here'));
    await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).not.toBe('End of access'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.querySelector('.step.now .title')?.textContent).toBe('Set up the authenticator again'));
  });
});

describe('closing the grant', () => {
  it('waits until every step is settled and says so', async () => {
    const { engine, user } = await openRun(['apps', 'recovery']);
    const close = await button(/^Close this grant/);
    expect(close.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getAllByText('Possible when every step is done or skipped with a reason.').length).toBeGreaterThan(0);
    await user.click(close);
    expect(engine.state.calls).not.toContain('runs.close');
    expect(screen.getByRole('img', { name: '0 of 2 steps done or skipped' })).toBeTruthy();
  });

  it('closes the ring once and leaves the run as it was done', async () => {
    const { engine, user } = await openRun(['apps']);
    await user.keyboard(' ');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Close this grant'));
    const ring = (): Element | null => document.querySelector('.run-head .ring');
    expect(ring()?.classList.contains('closing')).toBe(false);
    // The key is not back before the grant is closed: the ring still has its bead.
    expect(ring()?.querySelector('.bead')).not.toBeNull();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Closed. The key is back.')).toBeTruthy();
    expect(ring()?.classList.contains('closing')).toBe(true);
    expect(ring()?.querySelector('.bead')).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('All runs'));
    expect(screen.queryByRole('button', { name: /^Done|^Skip/ })).toBeNull();
    await user.keyboard('{Enter}');
    await screen.findByText('Closed');
    expect(engine.bugs).toEqual([]);
  });
});
