import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { currentRoute } from '../../../renderer/lib/route.ts';
import { reminderOf } from '../../support/fake-engine/reminder-calls.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import type { FakeShell } from '../../support/fake-shell.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const DAY = 86_400;

/** Opens the reminders by the bell. */
async function openReminders(fill: (state: FakeState, shell: FakeShell) => void) {
  const page = await openPage({ start: 'sample' }, ({ state }, shell) => {
    state.reminders = [];
    fill(state, shell);
  });
  await page.user.click(await button(/^Reminders/));
  await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('Reminders'));
  return page;
}

/** A loan that is late, one that ends, one seed of old. */
function three(state: FakeState): void {
  reminderOf(state, { kind: 'loan_over', at: state.now() - DAY, late: true });
  reminderOf(state, { kind: 'loan_ending', account: { id: steadyId('shop'), platform: 'shopify', title: 'Shop', username: null } });
  reminderOf(state, { kind: 'seed_old', at: state.now() - DAY });
}

const lines = (): string[] => [...document.querySelectorAll('.rem-line b')].map((line) => line.textContent ?? '');
const focused = (): string => document.activeElement?.closest('li')?.querySelector('b')?.textContent ?? '';

describe('the reminders', () => {
  it('say that nothing ends within a week', async () => {
    await openReminders(() => undefined);
    expect(await screen.findByText('Nothing ends within a week')).toBeTruthy();
    expect(document.querySelector('.bell')?.getAttribute('data-due')).toBeNull();
  });

  it('are told by a dot on the bell in every bar, and stand in their groups', async () => {
    const { user } = await openReminders(three);
    expect(document.querySelector('.bell')?.getAttribute('data-due')).toBe('true');
    await waitFor(() => expect(lines()).toHaveLength(3));
    expect([...document.querySelectorAll('.cap')].map((cap) => cap.textContent)).toEqual([
      ...['Late', 'This week', 'When there is time'],
    ]);
    expect(lines()).toEqual([
      ...['TikTok was lent to Tomás Reyes', 'Shop is lent to Tomás Reyes', 'The authenticator of TikTok is the same'],
    ]);
    expect(screen.getByText('over since yesterday')).toBeTruthy();
    await user.click(await button(/^Accounts/));
    expect(await button('Reminders, 1 due')).toBeTruthy();
  });

  it('tell two accounts of one title apart, in the line and in what its buttons are called', async () => {
    await openReminders((state) => {
      const of = (username: string) => ({ id: steadyId(username), platform: 'tiktok', title: 'TikTok', username });
      reminderOf(state, { kind: 'loan_ending', of: steadyId('one'), account: of('@harbourbakery') });
      reminderOf(state, { kind: 'loan_ending', of: steadyId('two'), account: of('@fennel\u202e.and.co') });
    });
    await waitFor(() => expect(lines()).toHaveLength(2));
    const two = [...document.querySelectorAll('.rem-two')].map((line) => line.textContent);
    expect(two).toEqual(['@harbourbakeryExtend it, or let it end.', '@fennel⟨U+202E⟩.and.coExtend it, or let it end.']);
    expect(await button('Open: TikTok (@harbourbakery) is lent to Tomás Reyes')).toBeTruthy();
    expect(await button('Put off: TikTok (@harbourbakery) is lent to Tomás Reyes')).toBeTruthy();
  });

  it('show marks of direction in a name by their names, in the line and in what its buttons are called', async () => {
    await openReminders((state) =>
      reminderOf(state, { kind: 'loan_over', who: 'Ana\u202egnp', at: state.now() - DAY, late: true }),
    );
    await waitFor(() => expect(lines()).toEqual(['TikTok was lent to Ana⟨U+202E⟩gnp']));
    expect(document.querySelector('.rem-line')?.outerHTML).not.toContain('\u202e');
  });

  it('are gone through by arrows, done by Enter, and put off by S', async () => {
    const { user, engine } = await openReminders(three);
    await waitFor(() => expect(focused()).toBe('TikTok was lent to Tomás Reyes'));
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Shop is lent to Tomás Reyes');
    await user.keyboard('{End}');
    expect(focused()).toBe('The authenticator of TikTok is the same');
    await user.keyboard('{Home}{ArrowDown}s');
    await user.click(await screen.findByRole('menuitem', { name: /^Tomorrow, / }));
    await asked(engine, 'reminders.snooze');
    await said(/^Comes back tomorrow\.$/);
    await waitFor(() => expect(document.querySelectorAll('.cap')).toHaveLength(3));
    await waitFor(() => expect(focused()).toBe('The authenticator of TikTok is the same'));
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('Shop is lent to Tomás Reyes');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(engine.state.reminders.every(({ snoozed }) => snoozed === null)).toBe(true));
    await user.keyboard('{Home}{ArrowDown}');
    await waitFor(() => expect(focused()).toBe('Shop is lent to Tomás Reyes'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(currentRoute()).toMatchObject({ view: 'grant', id: steadyId('loan_ending') }));
  });

  it('are put off to a day of one’s own', async () => {
    const { user, engine } = await openReminders(three);
    await user.click(await button('Put off: Shop is lent to Tomás Reyes'));
    await user.click(await screen.findByRole('menuitem', { name: 'Another day' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getAllByRole('gridcell').at(-1) ?? dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Put off' }));
    await waitFor(() => expect(engine.state.reminders.find(({ kind }) => kind === 'loan_ending')?.snoozed).not.toBeNull());
    const back = await button('Ask again now: Shop is lent to Tomás Reyes');
    await user.click(back);
    await waitFor(() => expect(engine.state.reminders.find(({ kind }) => kind === 'loan_ending')?.snoozed).toBeNull());
  });

  it('show a few of many that want upkeep, and the rest when asked', async () => {
    const { user } = await openReminders((state) => {
      for (let n = 0; n < 12; n++) reminderOf(state, { kind: 'seed_old', of: steadyId(`account ${n}`) });
    });
    await waitFor(() => expect(lines()).toHaveLength(5));
    await user.click(await button('Show 7 more'));
    await waitFor(() => expect(lines()).toHaveLength(12));
  });

  it.each([
    ['loan_over', { run: steadyId('arun') }, { view: 'runs', run: steadyId('arun') }],
    ['received_ending', {}, { view: 'received', received: steadyId('tiktok') }],
    ['member_over', { centre: { id: steadyId('centre'), name: 'Harbour' } }, { view: 'business', centre: steadyId('centre') }],
    ['ad_code_ending', { about: 'Post' }, { view: 'business', tab: 'codes' }],
    ['appointment', { run: steadyId('arun') }, { view: 'runs', run: steadyId('arun') }],
    ['review_due', { account: null }, { view: 'review' }],
    ['seed_old', {}, { view: 'accounts', account: steadyId('tiktok') }],
    ['sheet_untested', { account: null }, { view: 'settings', page: 'passphrase' }],
  ] as const)('of %s lead to the right place', async (kind, change, route) => {
    const { user } = await openReminders((state) => reminderOf(state, { kind, ...change }));
    await waitFor(() => expect(lines()).toHaveLength(1));
    const act = document.querySelector<HTMLElement>('.rem-acts button');
    if (act === null) throw new Error('no act');
    await user.click(act);
    await waitFor(() => expect(currentRoute()).toMatchObject(route));
  });

  it('begin the run of a loan that is over', async () => {
    const { user, engine } = await openReminders(three);
    await user.click(await button('Take back: TikTok (@harbourbakery) was lent to Tomás Reyes'));
    await asked(engine, 'runs.start');
    expect(engine.state.calls).not.toContain('reminders.snooze');
  });

  it('change nothing in a vault that takes no changes, and say why', async () => {
    await openReminders((state) => {
      three(state);
      state.readOnly = 'folder_read_only';
    });
    expect((await button('Put off: Shop is lent to Tomás Reyes')).getAttribute('aria-disabled')).toBe('true');
    expect((await button(/^Take back/)).getAttribute('aria-disabled')).toBe('true');
  });

  it('are saved as a calendar file where the host has a dialog for it, and nowhere else', async () => {
    const { user, shell, engine } = await openReminders(three);
    shell.file = { token: 'C'.repeat(22), name: 'dates.ics', size: null };
    await user.click(await button('Save dates as a calendar file'));
    await asked(engine, 'reminders.saveCalendar');
    await said(/Saved as dates.ics: 3 dates\./);
    closePage();
    await openReminders((state, host) => {
      three(state);
      host.missing = ['save_dialog'];
    });
    await waitFor(() => expect(lines()).toHaveLength(3));
    expect(screen.queryByRole('button', { name: 'Save dates as a calendar file' })).toBeNull();
  });
});

describe('the lock screen', () => {
  const tomorrow = (): number => {
    const at = new Date();
    return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 2).getTime() / 1000;
  };

  it('says how many things end, of the vault that was open', async () => {
    await openPage({ start: 'closed' }, (_, shell) => {
      shell.digest = { vault: steadyId('vault'), ends: [{ at: tomorrow(), count: 2 }], over: 1 };
    });
    expect(await screen.findByText('1 thing is over, 2 end tomorrow')).toBeTruthy();
  });

  it('says nothing of it for another vault, or when it was told nothing', async () => {
    await openPage({ start: 'closed' }, (_, shell) => {
      shell.digest = { vault: steadyId('another'), ends: [{ at: tomorrow(), count: 2 }], over: 1 };
    });
    await screen.findByLabelText('Passphrase');
    expect(document.body.textContent).not.toMatch(/\d things? /);
  });

  it('is turned quiet in the settings', async () => {
    const { user, shell } = await openPage({ start: 'sample' });
    await user.click(await button('Settings'));
    await user.click(await button('Locking'));
    await user.click(await screen.findByRole('checkbox', { name: /how many things end/ }));
    await waitFor(() => expect(shell.settings.digestWhenLocked).toBe(false));
  });
});
