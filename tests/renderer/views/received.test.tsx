import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { lentToUs, maren } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const day = 86_400;

/** A clock offset that puts the engine so many seconds into the life of a code. */
function intoStep(seconds: number): number {
  return seconds - (Math.floor(Date.now() / 1000) % 30);
}

/** Opens "Lent to me" over what is prepared, early in the life of a code unless told otherwise. */
async function openReceived(prepare: (state: FakeState) => void, offset = intoStep(4)) {
  const page = await openPage({ start: 'sample', offset }, ({ state }) => prepare(state));
  await page.user.click(await button(/^Lent to me/));
  await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('Lent to me'));
  return page;
}

const code = (): string | null => document.querySelector('.code .digits')?.textContent ?? null;
const detail = (): HTMLElement => {
  const pane = document.querySelector<HTMLElement>('[data-pane="detail"]');
  if (pane === null) throw new Error('no detail pane');
  return pane;
};

describe('something lent to us that is still needed', () => {
  it('is asked for longer: whom, what and two weeks more are filled in, what for is not', async () => {
    const { user, engine } = await openReceived((state) => {
      const lender = state.people.find((one) => one.state === 'verified');
      lentToUs(state, { row: { lentBy: { contact: lender?.id ?? null, name: lender?.name ?? '', verified: true } } });
    });
    await user.click(await button('Ask to keep it longer'));
    await screen.findByRole('heading', { name: 'Ask for access' });
    await user.type(screen.getByRole('textbox', { name: /^What for/ }), 'One more campaign');
    await user.click(await button(/^Seal for/));
    await screen.findByRole('button', { name: 'Copy the text' });
    const { row, why } = engine.state.requests.at(-1) ?? {};
    expect(row).toMatchObject({ platform: 'instagram', account: '@harbourbakery', role: 'The same as now', open: false });
    expect(why).toBe('One more campaign');
  });
});

describe('the list of what is lent to us', () => {
  it('groups by where each stands in time, and marks each in words', async () => {
    await openReceived((state) => {
      const now = state.now();
      lentToUs(state);
      lentToUs(state, { row: { id: steadyId('r2'), title: 'TikTok', state: 'outside', windowAt: now + 5 * day } });
      lentToUs(state, { windows: [], row: { id: steadyId('r3'), title: 'WordPress', state: 'no_codes', windowAt: null } });
      lentToUs(state, { row: { id: steadyId('r4'), title: 'Mailchimp', state: 'given_back', until: now - day } });
      lentToUs(state, { row: { id: steadyId('r5'), title: 'Etsy', state: 'ended', until: now - 2 * day } });
    });
    const list = await screen.findByRole('listbox', { name: 'Lent to me' });
    const names = (group: string): (string | null)[] =>
      within(within(list).getByRole('group', { name: group }))
        .getAllByRole('option')
        .map((row) => row.querySelector('b')?.textContent ?? null);
    expect(names('Open now')).toEqual(['Instagram']);
    expect(names('Outside the window')).toEqual(['TikTok']);
    expect(names('Without codes')).toEqual(['WordPress']);
    expect(names('Ended')).toEqual(['Mailchimp', 'Etsy']);
    expect(within(list).getByLabelText('given back')).toBeTruthy();
    expect(within(list).getAllByLabelText(/^back /)).toHaveLength(3);
    expect(screen.getByText('3 live, 1 open now')).toBeTruthy();
  });

  it('says what belongs here when nothing is lent, and leads to the inbox', async () => {
    const { user } = await openReceived(() => undefined);
    expect(await screen.findByRole('heading', { name: 'Nothing is lent to you' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Go to the inbox' }));
    await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('Inbox'));
  });

  it('moves by arrows and into the detail by Enter', async () => {
    const { user } = await openReceived((state) => {
      lentToUs(state);
      lentToUs(state, { windows: [], row: { id: steadyId('r3'), title: 'WordPress', state: 'no_codes', windowAt: null } });
    });
    (await screen.findByRole('option', { name: /Instagram/ })).focus();
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('heading', { name: 'WordPress' });
    await user.keyboard('{Enter}');
    expect(detail().contains(document.activeElement)).toBe(true);
  });

  it('asks again when a window closes, without anything having changed in the vault', async () => {
    const { engine } = await openReceived((state) => {
      const now = state.now();
      // A pass's window ends with a step of its codes.
      const until = now - (now % 30) + 30;
      const windows = [
        { from: until - 60, until },
        { from: until + day, until: until + day + 60 },
      ];
      lentToUs(state, { windows, row: { windowAt: until } });
    }, intoStep(25));
    await screen.findByRole('group', { name: 'Open now' });
    const one = engine.state.received[0];
    if (one === undefined) throw new Error('nothing lent');
    // Only the fake's own facts change, as time would; no event says so.
    one.row = { ...one.row, state: 'outside', windowAt: one.windows[1]?.from ?? null };
    expect(screen.queryByRole('group', { name: 'Outside the window' })).toBeNull();
    expect(await screen.findByRole('group', { name: 'Outside the window' }, { timeout: 8000 })).toBeTruthy();
    await waitFor(() => expect(document.querySelector('.digits.none')).not.toBeNull());
    expect(detail().textContent).toContain('There is no code here to show: Maren’s seed never left their vault.');
  });
});

describe('a login lent to us', () => {
  it('shows the code of the open window and copies it by Ctrl T', async () => {
    const { engine, user } = await openReceived((state) => void lentToUs(state));
    await waitFor(() => expect(code()).toMatch(/^\d{6}$/));
    expect(detail().textContent).toMatch(/Window open until .*, (?:2 h|1 h 59 min) left/);
    expect(screen.getByRole('img', { name: /^Code windows this week:/ })).toBeTruthy();
    await user.keyboard('{Control>}t{/Control}');
    await asked(engine, 'received.copy');
    await said(/^Code copied, clears in 30 s$/);
  });

  it('shows the next code in the last 5 s, and then in its place', async () => {
    await openReceived((state) => void lentToUs(state), intoStep(24));
    await waitFor(() => expect(document.querySelector('.code.ends')).not.toBeNull());
    await waitFor(() => expect(detail().textContent).toMatch(/new code in [1-5] s · next \d{3} \d{3}/));
    const next = /next (\d{3}) (\d{3})/.exec(detail().textContent)?.slice(1).join('');
    expect(code()).not.toBe(next);
    await waitFor(() => expect(code()).toBe(next), { timeout: 8000 });
  });

  it('shows no code and no copy outside the windows, but when the next one opens', async () => {
    const { engine, user } = await openReceived((state) => {
      const opens = state.now() + 22 * 3600;
      lentToUs(state, { windows: [{ from: opens, until: opens + 3600 }], row: { state: 'outside', windowAt: opens } });
    });
    await waitFor(() => expect(detail().textContent).toMatch(/Outside the window\. Opens .*, in 2[12] h/));
    expect(code()).toBe('––––––');
    await user.keyboard('{Control>}t{/Control}');
    expect(engine.state.calls).not.toContain('received.copy');
    expect(screen.queryByRole('button', { name: /Send me a code/ })).toBeNull();
  });

  it('reveals the password on demand, and conceals it when the row loses the focus', async () => {
    const { user } = await openReceived((state) => void lentToUs(state));
    const row = await screen.findByRole('group', { name: 'Password' });
    expect(row.textContent).not.toContain('Tr7');
    await user.click(within(row).getByRole('button', { name: 'Reveal password' }));
    await waitFor(() => expect(row.textContent).toContain('Tr7&mel04-Quay'));
    await user.tab();
    await user.tab();
    await waitFor(() => expect(row.textContent).not.toContain('Tr7'));
  });

  it('copies username and password by keys, and shows until when', async () => {
    const { engine, user } = await openReceived((state) => void lentToUs(state));
    await screen.findByRole('group', { name: 'Password' });
    await user.keyboard('{Control>}c{/Control}');
    await said(/^Username copied/);
    await user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
    await said(/^Password copied/);
    expect(screen.getByRole('group', { name: 'Password' }).textContent).toContain('Clears in');
    expect(engine.state.calls.filter((call) => call === 'received.copy')).toHaveLength(2);
  });

  it('shows the host before it opens a sign-in page', async () => {
    const { shell, user } = await openReceived((state) => void lentToUs(state));
    await user.click(await button('Open www.instagram.com'));
    expect(shell.links).toEqual([]);
    const dialog = await screen.findByRole('dialog', { name: /www\.instagram\.com/ });
    await user.click(within(dialog).getByRole('button', { name: 'Open it' }));
    await waitFor(() => expect(shell.links).toEqual(['https://www.instagram.com/accounts/login/']));
  });

  it('says who keeps each promise of the last day', async () => {
    await openReceived((state) => void lentToUs(state, { backupCodes: [{ id: steadyId('b1') }] }));
    await screen.findByRole('heading', { name: 'What happens then' });
    const text = detail().textContent;
    expect(text).toContain('Kept by cryptography: nothing here can make another.');
    expect(text).toContain('Kept by the app. It still works until Maren changes it.');
    expect(text).toContain('Kept by the app. They still work until Maren makes new ones.');
    expect(text).toContain('1 more window');
  });
});

describe('secrets of a sender whose words were not compared', () => {
  const closed = (state: FakeState) =>
    void lentToUs(state, { secretsClosed: true, row: { lentBy: { ...maren, verified: false } } });

  it('stay closed: no code is asked for, nothing is copied or revealed', async () => {
    const { engine, user } = await openReceived(closed);
    expect(await screen.findByText('You have not compared words with Maren.')).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Password' }).textContent).toContain('closed');
    expect(within(screen.getByRole('group', { name: 'Password' })).queryByRole('button')).toBeNull();
    await user.keyboard('{Control>}t{/Control}{Control>}c{/Control}{Control>}{Shift>}c{/Shift}{/Control}{Control>}r{/Control}');
    for (const call of ['received.code', 'received.copy', 'received.reveal']) expect(engine.state.calls).not.toContain(call);
  });

  it('lead to the person, where words are compared', async () => {
    const { user } = await openReceived(closed);
    await user.click(await button('Compare words'));
    await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('People'));
  });

  it('open unchecked only after a second question', async () => {
    const { engine, user } = await openReceived((state) => {
      closed(state);
      const item = state.received[0];
      if (item === undefined) throw new Error('nothing lent');
      state.inbox.push({
        row: {
          id: item.message,
          kind: 'handoff',
          from: item.row.lentBy,
          about: 'Instagram',
          at: state.now(),
          waiting: false,
          receipt: null,
        },
        ...{
          secretsClosed: true,
          handoff: null,
          reason: null,
          request: null,
          codeRequest: null,
          received: null,
          grant: null,
          answer: null,
        },
      });
    });
    await user.click(await button('Open them anyway'));
    const dialog = await screen.findByRole('alertdialog');
    expect(document.activeElement?.textContent).toBe('Keep them closed');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(engine.state.calls).not.toContain('inbox.override');
    expect(dialog.textContent).toContain('The log will say');
    await user.click(await button('Open them anyway'));
    await user.click(await button('Open unchecked'));
    await asked(engine, 'inbox.override');
    await change(engine, (state) => {
      for (const one of state.received) one.secretsClosed = false;
      state.changed('inbox', 'grants');
    });
    await waitFor(() => expect(code()).toMatch(/^\d{6}$/));
  });
});

describe('giving back early', () => {
  it('says what it does and does not, then gives a receipt to copy', async () => {
    const { engine, user } = await openReceived((state) => void lentToUs(state));
    await user.click(await button('Give back early'));
    const ask = await screen.findByRole('alertdialog', { name: 'Give Instagram back to Maren?' });
    expect(ask.textContent).toContain('Password, codes and notes leave this vault now.');
    expect(ask.textContent).toContain('What you have seen or copied still works until Maren changes it.');
    expect(document.activeElement?.textContent).toBe('Keep it');
    await user.click(within(ask).getByRole('button', { name: 'Give back' }));
    const done = await screen.findByRole('dialog', { name: 'Given back. Send this to Maren.' });
    expect(within(done).getByRole('region', { name: 'Sealed receipt' }).textContent).toContain('BEGIN LATCHKEY');
    await user.click(within(done).getByRole('button', { name: 'Copy the receipt' }));
    await asked(engine, 'messages.copy');
    await user.keyboard('{Escape}');
    // The receipt stays at hand as long as the page does.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByRole('heading', { name: /Receipt/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Give back early' })).toBeNull();
  });

  it('keeps everything when it is refused, and says so', async () => {
    const { engine, user } = await openReceived((state) => void lentToUs(state));
    await user.click(await button('Give back early'));
    engine.state.received = [];
    await user.click(await button('Give back'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).not.toBe('');
    expect(screen.getByRole('alertdialog')).toBeTruthy();
  });
});

describe('a loan that is over', () => {
  it('says what left this vault and what is true all the same', async () => {
    const { engine } = await openReceived((state) => {
      lentToUs(state, { password: false, windows: [], row: { state: 'ended', windowAt: null, until: state.now() - day } });
    });
    expect(await screen.findByText('The secrets left this vault')).toBeTruthy();
    expect(detail().textContent).toContain('It still works until Maren changes it.');
    expect(detail().textContent).toContain('A signed-in device may still be in');
    expect(screen.queryByRole('button', { name: 'Give back early' })).toBeNull();
    expect(engine.state.calls).not.toContain('received.code');
    expect(engine.bugs).toEqual([]);
  });
});
