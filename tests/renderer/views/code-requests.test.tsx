import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { go } from '../../../renderer/lib/route.ts';
import type { CodeRequestDetail } from '../../../shared/contracts/engine/relay.ts';
import { lentToUs } from '../../support/fake-engine/lent.ts';
import { type FakeState, steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const day = 86_400;
const tomas = { contact: steadyId('tomas'), name: 'Tomás Reyes', verified: true };
const ITEM = steadyId('asksforcode');

/** A request of Tomás's for a code of TikTok, in the inbox. */
function askedOf(state: FakeState, detail: Partial<CodeRequestDetail> = {}): CodeRequestDetail {
  const now = state.now();
  const one: CodeRequestDetail = {
    row: {
      ...{ id: steadyId('codereq'), side: 'got', person: tomas, account: steadyId('acc1'), platform: 'tiktok', title: 'TikTok' },
      ...{ username: '@harbourbakery', grant: steadyId('grant2'), when: null, why: 'New phone', made: now - 60 },
      ...{ expires: now + day - 60, state: 'waiting' },
    },
    ...{ answered: 3, answeredToday: 1, grantUntil: now + 9 * day, problem: null, hasSeed: true, muted: false },
    ...{ answer: null, sent: null, inbox: ITEM },
    ...detail,
  };
  state.codeRequests.push(one);
  state.inbox.push({
    row: { id: ITEM, kind: 'code_request', from: tomas, about: 'TikTok', at: now - 60, waiting: true, receipt: null },
    ...{ secretsClosed: false, handoff: null, reason: null, request: null, codeRequest: one.row.id, received: null },
    ...{ grant: one.row.grant, answer: null },
  });
  return one;
}

async function openInbox(prepare: (state: FakeState) => void, item: string | null = ITEM) {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  await screen.findByRole('heading', { name: 'Accounts' });
  act(() => go({ view: 'inbox', item }));
  await screen.findByRole('listbox', { name: 'Messages' });
  return page;
}

describe('a request for a code', () => {
  it('says what for, when by both clocks and how many were sent, and is answered with minutes of codes', async () => {
    const { engine, user } = await openInbox((state) => {
      const one = askedOf(state);
      one.row.when = { from: state.now() + 3600, to: state.now() + 7200, zone: 'Asia/Tokyo' };
    });
    await screen.findByText('“New phone”');
    expect(screen.getByRole('group', { name: 'When' }).textContent).toMatch(/for them .*\(Tokyo\)/);
    expect(screen.getByRole('group', { name: 'So far' }).textContent).toContain('1 code sent today, 3 under this loan');
    await user.click(screen.getByRole('radio', { name: '10 min' }));
    await user.click(await button('Send one code'));
    await screen.findByText('Answered.');
    expect(screen.getByText('Codes for 10 minutes')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Copy the text'));
    await user.click(await button('Copy the text'));
    await said(/Sealed text copied/);
    expect(engine.bugs).toEqual([]);
  });

  it('without a seed is answered with a code typed in, if it is one', async () => {
    const { engine, user } = await openInbox((state) => void askedOf(state, { hasSeed: false }));
    const typed = await screen.findByRole('textbox', { name: 'The code that came to you' });
    await user.type(typed, '12');
    await user.click(await button('Seal this code'));
    await screen.findByText('A code has 4 to 12 letters or digits.');
    await user.type(typed, '3 456');
    await user.click(await button('Seal this code'));
    await asked(engine, 'relay.type');
    expect(await screen.findByText('Answered.')).toBeTruthy();
  });

  it('stands over whatever else is open, and is answered or refused from there', async () => {
    const { engine, user } = await openInbox((state) => {
      askedOf(state);
      state.inbox.unshift({
        row: { id: steadyId('card'), kind: 'card', from: tomas, about: null, at: state.now(), waiting: false, receipt: null },
        ...{ secretsClosed: false, handoff: null, reason: null, request: null, codeRequest: null, received: null },
        ...{ grant: null, answer: null },
      });
    }, steadyId('card'));
    const banner = await screen.findByRole('region', { name: 'Tomás asks for one TikTok code' });
    expect(banner.textContent).toContain('words compared');
    expect(banner.querySelector('.ring')?.getAttribute('aria-label')).toMatch(/^waits for /);
    await user.click(await button('Refuse'));
    await said(/Nobody is told/);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Tomás asks for one TikTok code' })).toBeNull());
    expect(engine.state.codeRequests[0]?.row.state).toBe('denied');
  });

  it.each([
    ['too_often', 'Tomás got six codes within an hour.'],
    ['not_verified', 'You have not compared words with Tomás.'],
    ['grant_over', 'What was lent has ended.'],
  ] as const)('that cannot be answered (%s) says why and offers no code', async (problem, sentence) => {
    await openInbox((state) => void askedOf(state, { problem }));
    await screen.findByText(sentence);
    expect(screen.queryByRole('button', { name: 'Send one code' })).toBeNull();
    expect(await button('Refuse')).toBeTruthy();
  });

  it('under a muted loan can be unmuted', async () => {
    const { engine, user } = await openInbox((state) => {
      const one = askedOf(state, { muted: true, problem: 'request_over' });
      one.row.state = 'closed';
    });
    await user.click(await button('Let them ask again'));
    await waitFor(() => expect(engine.state.codeRequests[0]?.muted).toBe(false));
  });
});

describe('a code on request, where it was lent to', () => {
  const outside = (state: FakeState) =>
    lentToUs(state, { liveCodes: true, windows: [], row: { state: 'no_codes', windowAt: null } });
  const item = steadyId('received1');

  async function openReceived(prepare: (state: FakeState) => void) {
    const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
    await page.user.click(await button(/^Lent to me/));
    await screen.findByText('Codes on request.');
    return page;
  }

  it('is asked for, waited for, and can be waited for no longer', async () => {
    const { engine, user } = await openReceived(outside);
    await user.click(await button('Send me a code'));
    await user.type(await screen.findByRole('textbox', { name: /What for/ }), 'New phone');
    await user.click(await button('Make the text'));
    await screen.findByText('Waiting for Maren.');
    expect(engine.state.codeRequests[0]?.row).toMatchObject({ why: 'New phone', when: null });
    await user.click(await button('Copy the text'));
    await said(/Sealed text copied/);
    await user.click(await button('Wait no longer'));
    await waitFor(() => expect(screen.queryByText('Waiting for Maren.')).toBeNull());
  });

  it('is asked for a time by one’s own clock', async () => {
    const { engine, user } = await openReceived(outside);
    await user.click(await button('Send me a code'));
    await user.click(await screen.findByRole('radio', { name: 'At a time' }));
    await user.click(await button('Make the text'));
    await screen.findByText('Waiting for Maren.');
    const when = engine.state.codeRequests[0]?.row.when;
    expect((when?.to ?? 0) - (when?.from ?? 0)).toBeGreaterThan(0);
    expect(when?.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  function answered(state: FakeState, code: string | null): void {
    outside(state);
    const one = askedOf(state, { inbox: null });
    Object.assign(one.row, { side: 'made', account: item, state: 'answered' });
    const [lent] = state.received;
    if (lent !== undefined) lent.asked = one.row.id;
    state.relayed[item] = { code, until: state.now() + 300 };
  }

  it('runs as live codes with their end, and is copied by the engine', async () => {
    const { engine, user } = await openReceived((state) => answered(state, null));
    await waitFor(() => expect(document.querySelector('.asked-code .digits')?.textContent).toMatch(/^\d{6}$/));
    // In a code's last five seconds the next one stands there instead.
    await waitFor(() => expect(document.querySelector('.asked-code')?.textContent).toContain('good until'), { timeout: 10_000 });
    expect(screen.getByText('Kept in memory only: it is gone at its end, and at lock.')).toBeTruthy();
    const card = document.querySelector<HTMLElement>('.asked-code .btn.primary');
    if (card === null) throw new Error('no button to copy');
    await user.click(card);
    await asked(engine, 'relay.copy');
  }, 20_000);

  it('typed in is shown as it was typed, and over says so', async () => {
    const { engine } = await openReceived((state) => answered(state, '482 913'));
    await waitFor(() => expect(document.querySelector('.asked-code .digits')?.textContent).toBe('482 913'));
    await change(engine, (state) => {
      state.relayed = {};
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await screen.findByText(/The code that came is over\./);
  });
});

describe('what was lent to us and is over', () => {
  it('by its owner says so with the reason, and has a receipt to send', async () => {
    const { engine, user } = await openPage({ start: 'sample' }, ({ state }) => {
      const now = state.now();
      lentToUs(state, {
        revoked: { at: now - 60, reason: 'The campaign is over.' },
        receipt: true,
        row: { state: 'ended', until: now - 60, windowAt: null },
      });
    });
    await user.click(await button(/^Lent to me/));
    await screen.findByText(/^Maren ended this on /);
    expect(screen.getByText('The campaign is over.')).toBeTruthy();
    expect(screen.getByText('What you read is still known to you.', { exact: false })).toBeTruthy();
    await user.click(await button('Make the receipt'));
    await asked(engine, 'received.receipt');
    await button('Copy the text');
  });

  it('is read in the inbox with its receipt ready', async () => {
    const { engine, user } = await openInbox((state) => {
      const answer = {
        message: steadyId('rcpt'),
        sentence: 'A receipt, removed',
        text: 'A receipt, removed\nLATCHKEY1',
        length: 30,
        preferFile: false,
      };
      state.sealed.push(answer);
      state.inbox.push({
        row: { id: ITEM, kind: 'revoke', from: tomas, about: 'TikTok', at: state.now(), waiting: true, receipt: null },
        ...{ secretsClosed: false, handoff: null, reason: 'The campaign is over.', request: null, codeRequest: null },
        ...{ received: null, grant: null, answer },
      });
    });
    await screen.findByText('Tomás ended this.');
    expect(screen.getByText('The campaign is over.')).toBeTruthy();
    expect(screen.getByText('A receipt, removed')).toBeTruthy();
    await user.click(await button('Sent'));
    await waitFor(() => expect(engine.state.inbox[0]?.row.waiting).toBe(false));
  });
});
