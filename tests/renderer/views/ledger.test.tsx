import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentRoute } from '../../../renderer/lib/route.ts';
import { endedGrant, lentToUs, runOf, stepOf } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage, type Page, said } from '../../support/page.tsx';

afterEach(closePage);

const CHANGE = 'Change it: start the end of access';

const day = 86_400;

/** One loan of each state: exposed, ended, ending, active, closed. */
function fill(state: FakeState): void {
  const now = state.now();
  endedGrant(state);
  endedGrant(state, { id: steadyId('over'), title: 'Etsy', exposed: false });
  endedGrant(state, { id: steadyId('soon'), title: 'Instagram', state: 'ending', until: now + day });
  endedGrant(state, { id: steadyId('later'), title: 'YouTube', state: 'active', until: now + 10 * day + 600 });
  const closed = endedGrant(state, { id: steadyId('done'), title: 'Mailchimp', state: 'closed', exposed: false });
  closed.closedAt = now - day;
}

async function openLedger(prepare: (state: FakeState) => void = fill): Promise<Page> {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  await page.user.click(await button(/^Ledger/));
  await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('Ledger'));
  return page;
}

const titles = (): (string | null)[] => [...document.querySelectorAll('.led-row .led-account b')].map((one) => one.textContent);
const line = async (title: string): Promise<HTMLElement> => {
  await waitFor(() => expect(titles()).toContain(title));
  const found = [...document.querySelectorAll<HTMLElement>('.led-row')].find(
    (one) => one.querySelector('.led-account b')?.textContent === title,
  );
  if (found === undefined) throw new Error(`no line ${title}`);
  return found;
};
const radio = (name: RegExp): HTMLElement => screen.getByRole('radio', { name });

describe('the ledger', () => {
  it('shows groups in their order with counts, and the exposed count in the rail', async () => {
    await openLedger();
    await line('TikTok');
    expect(titles()).toEqual(['TikTok', 'Etsy', 'Instagram', 'YouTube', 'Mailchimp']);
    const groups = screen.getAllByRole('rowheader').map((one) => one.textContent);
    expect(groups).toEqual(['Exposed 1', 'Ended, not closed 1', 'Ending this week 1', 'Active 1', 'Closed 1']);
    const mark = within(screen.getByRole('button', { name: /^Ledger/ })).getByText('1');
    expect(mark.dataset['tone']).toBe('exposed');
    expect(screen.getAllByRole('columnheader').map((one) => one.textContent?.slice(0, 7))).toHaveLength(5);
  });

  it('says of each loan who, what, until when, and what still works since when', async () => {
    await openLedger();
    const exposed = await line('TikTok');
    expect(within(exposed).getByText('Tomás Reyes')).toBeTruthy();
    expect(within(exposed).getByText('Password, codes')).toBeTruthy();
    expect(within(exposed).getByText(/^ended \w{3} \d+ \w+/).className).toContain('exposed');
    expect(within(exposed).getByText(/^password seen /)).toBeTruthy();
    expect(within(exposed).getByText(/^codes from .* to .*; password from .*; exposed since /)).toBeTruthy();
    expect(exposed.querySelectorAll('.led-bar')).toHaveLength(3);
    expect(within(await line('Instagram')).getByText(/^back /).className).toBe('tag');
    expect(within(await line('YouTube')).getByText('10 days')).toBeTruthy();
    expect(within(await line('Mailchimp')).getByText(/^closed /).className).toContain('safe');
  });

  it('narrows to one state and keeps the counts of all', async () => {
    const { user } = await openLedger();
    await line('TikTok');
    await user.click(radio(/Exposed/));
    await waitFor(() => expect(titles()).toEqual(['TikTok']));
    expect(radio(/All/).closest('label')?.textContent).toContain('5');
    await user.click(radio(/Closed/));
    await waitFor(() => expect(titles()).toEqual(['Mailchimp']));
    await user.click(radio(/All/));
    await waitFor(() => expect(titles()).toHaveLength(5));
  });

  it('narrows to a client and to a person, and shows all again when nothing fits', async () => {
    const { user } = await openLedger();
    await line('TikTok');
    await user.click(screen.getByRole('combobox', { name: 'Client' }));
    await user.click(await screen.findByRole('option', { name: 'Fennel & Co' }));
    await screen.findByRole('heading', { name: 'No loan fits' });
    await user.click(await button('Show all'));
    await line('TikTok');
    await user.click(screen.getByRole('combobox', { name: 'Person' }));
    await user.click(await screen.findByRole('option', { name: 'Ines Kaya' }));
    await screen.findByRole('heading', { name: 'No loan fits' });
    expect(currentRoute()).toMatchObject({ view: 'ledger', person: steadyId('ines') });
  });

  it('finds by words, and Down goes from the field into the list', async () => {
    const { user } = await openLedger();
    await line('TikTok');
    await user.type(screen.getByRole('textbox', { name: 'Find in the ledger' }), 'youtube');
    await waitFor(() => expect(titles()).toEqual(['YouTube']));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('role')).toBe('row');
  });

  it('says what belongs here while nothing is lent', async () => {
    await openLedger((state) => void (state.grants = []));
    await screen.findByRole('heading', { name: 'Nothing is lent' });
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('follows what changes', async () => {
    const { engine } = await openLedger();
    await line('TikTok');
    await change(engine, (state) => {
      for (const { row } of state.grants) if (row.title === 'TikTok') row.exposed = false;
      state.changed('grants');
    });
    await waitFor(() => expect(screen.getAllByRole('rowheader')[0]?.textContent).toBe('Ended, not closed 2'));
  });

  it('shows what is lent to us on its own side and opens it there', async () => {
    const { user } = await openLedger((state) => void lentToUs(state, { row: { title: 'Lent one' } }));
    await screen.findByRole('heading', { name: 'Nothing is lent' });
    await user.click(screen.getByRole('combobox', { name: 'Whose loans' }));
    await user.click(await screen.findByRole('option', { name: 'Lent to me' }));
    const row = await line('Lent one');
    expect(screen.getByRole('columnheader', { name: 'Lent by' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Client' })).toBeNull();
    await user.dblClick(row);
    expect(currentRoute()).toEqual({ view: 'received', received: steadyId('received1'), open: true });
  });
});

describe('what a loan wants done', () => {
  it('starts the run of what is exposed, and goes on with one under way', async () => {
    const { engine, user } = await openLedger();
    await user.click(within(await line('TikTok')).getByRole('button', { name: CHANGE }));
    await asked(engine, 'runs.start');
    await waitFor(() => expect(currentRoute().view).toBe('runs'));
  });

  it('goes on with a run under way and says how far it is', async () => {
    const { user } = await openLedger((state) => {
      const grant = endedGrant(state);
      const run = runOf(state, grant, ['password', 'devices', 'recovery']);
      run.steps.push(stepOf('roles', { state: 'done' }));
      Object.assign(run.row, { done: 1, steps: 4 });
    });
    await user.click(within(await line('TikTok')).getByRole('button', { name: 'Go on: 1 of 4' }));
    expect(currentRoute()).toEqual({ view: 'runs', run: steadyId(`run${steadyId('ended1')}`) });
  });

  it('sends to the account what is still exposed though its loan was closed', async () => {
    const { user } = await openLedger((state) => void endedGrant(state, { state: 'closed' }));
    await user.click(within(await line('TikTok')).getByRole('button', { name: 'Change it' }));
    expect(currentRoute()).toMatchObject({ view: 'accounts', open: true });
  });

  it('extends what ends this week, on the loan’s own page', async () => {
    const { user } = await openLedger();
    await user.click(within(await line('Instagram')).getByRole('button', { name: 'Extend' }));
    expect(currentRoute()).toEqual({ view: 'grant', id: steadyId('soon'), act: 'extend' });
  });

  it('lets nothing be started while the vault takes no changes, and says why', async () => {
    const { engine, user } = await openLedger((state) => {
      fill(state);
      state.readOnly = 'disk_full';
    });
    const start = within(await line('TikTok')).getByRole('button', { name: CHANGE });
    expect(start.getAttribute('aria-disabled')).toBe('true');
    await user.click(start);
    (await line('TikTok')).focus();
    await user.keyboard('e');
    expect(engine.state.calls).not.toContain('runs.start');
    expect(currentRoute().view).toBe('ledger');
  });
});

describe('the mouse', () => {
  it('opens a loan by one click on its account, and finds its line chosen on the way back', async () => {
    const { user } = await openLedger();
    await user.click(within(await line('YouTube')).getByRole('button', { name: 'YouTube' }));
    expect(currentRoute()).toEqual({ view: 'grant', id: steadyId('later') });
    await user.click(await button('Back'));
    await waitFor(async () => expect((await line('YouTube')).getAttribute('aria-selected')).toBe('true'));
  });

  it('only chooses a loan by one click elsewhere in its line', async () => {
    const { user } = await openLedger();
    await user.click(within(await line('YouTube')).getByText('Tomás Reyes'));
    expect(currentRoute()).toMatchObject({ view: 'ledger', grant: steadyId('later') });
  });
});

describe('the keys', () => {
  it('move with arrows, Home and End, and open with Enter', async () => {
    const { user } = await openLedger();
    (await line('TikTok')).focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Etsy'));
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Mailchimp'));
    await user.keyboard('{ArrowDown}{Home}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('TikTok'));
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(currentRoute()).toEqual({ view: 'grant', id: steadyId('soon') }));
  });

  it('press E to take back what is over, and to the loan’s page for what still runs', async () => {
    const { engine, user } = await openLedger();
    (await line('YouTube')).click();
    (await line('YouTube')).focus();
    await user.keyboard('e');
    await waitFor(() => expect(currentRoute()).toEqual({ view: 'grant', id: steadyId('later') }));
    await user.click(await button(/^Ledger/));
    (await line('TikTok')).focus();
    await user.keyboard('E');
    await asked(engine, 'runs.start');
  });

  it('press L for what happened with the account', async () => {
    const { user } = await openLedger();
    (await line('TikTok')).focus();
    await user.keyboard('l');
    expect(currentRoute()).toMatchObject({ view: 'log', account: expect.stringMatching(/^.{22}$/) });
  });

  it('stops once in the list by Tab, and then at the button of its line', async () => {
    const { user } = await openLedger();
    (await line('TikTok')).focus();
    expect([...document.querySelectorAll('.led-row[tabindex="0"]')]).toHaveLength(1);
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Change it');
    await user.tab();
    expect(document.activeElement?.closest('.led-row')).toBeNull();
  });

  it('leave Enter on a button to the button', async () => {
    const { engine, user } = await openLedger();
    within(await line('TikTok'))
      .getByRole('button', { name: CHANGE })
      .focus();
    await user.keyboard('{Enter}');
    await asked(engine, 'runs.start');
    expect(currentRoute().view).not.toBe('grant');
  });
});

describe('what is saved', () => {
  const file = (name: string) => ({ token: 'T'.repeat(22), name, size: null });

  it('is a table or a page of what is shown, to a place chosen in the dialog', async () => {
    const { engine, shell, user } = await openLedger();
    await line('TikTok');
    shell.file = file('mine.csv');
    await user.click(await button('Report'));
    await user.click(await screen.findByRole('menuitem', { name: 'Table (CSV)' }));
    await asked(engine, 'ledger.saveTable');
    await said(/^mine.csv is saved, without any secret\.$/);
    shell.file = file('mine.html');
    await user.click(await button('Report'));
    await user.click(await screen.findByRole('menuitem', { name: /^Page to read and print/ }));
    await asked(engine, 'ledger.saveReport');
    await said(/mine.html is saved.*Your browser opens and prints it\./);
    expect(engine.bugs).toEqual([]);
  });

  it('is a certificate only of a client that is chosen', async () => {
    const { engine, shell, user } = await openLedger();
    await line('TikTok');
    shell.file = file('closed.html');
    await user.click(await button('Report'));
    const none = await screen.findByRole('menuitem', { name: /^Closing certificate/ });
    expect(none.textContent).toContain('Choose a client first');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('combobox', { name: 'Client' }));
    await user.click(await screen.findByRole('option', { name: 'Harbour Bakery' }));
    await user.click(await button('Report'));
    await user.click(await screen.findByRole('menuitem', { name: 'Closing certificate of Harbour Bakery' }));
    await asked(engine, 'ledger.saveCertificate');
    await said(/closed.html is saved/);
  });

  it('is nothing when the dialog is closed without a choice', async () => {
    const { engine, shell, user } = await openLedger();
    await line('TikTok');
    shell.file = null;
    await user.click(await button('Report'));
    await user.click(await screen.findByRole('menuitem', { name: 'Table (CSV)' }));
    expect(engine.state.calls).not.toContain('ledger.saveTable');
  });

  it('is not offered where the host has no dialog to save with', async () => {
    await openPage({ start: 'sample' }, ({ state }, shell) => {
      fill(state);
      shell.missing = ['own_title_bar', 'save_dialog'];
    }).then(async ({ user }) => user.click(await button(/^Ledger/)));
    await line('TikTok');
    expect(screen.queryByRole('button', { name: 'Report' })).toBeNull();
  });
});

describe('the day', () => {
  it('turns at midnight, and the ledger is asked for again', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const noon = new Date().setHours(12, 0, 0, 0);
    const left = new Date(noon).setHours(24, 0, 0, 0) - noon;
    const offset = Math.round((noon - Date.now()) / 1000);
    const { engine, user } = await openPage({ start: 'sample', offset }, ({ state }) => fill(state));
    await user.click(await button(/^Ledger/));
    await line('TikTok');
    // Nothing else waits half a day.
    const turning = timers.mock.calls.findLast(([, wait = 0]) => Math.abs(wait - left) < 600_000);
    timers.mockRestore();
    const before = engine.state.calls.filter((name) => name === 'ledger.list').length;
    await act(async () => turning?.[0]());
    await asked(engine, 'ledger.list', before + 1);
    expect(turning).toBeDefined();
  });
});
