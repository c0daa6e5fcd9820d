import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { HandoffDraft } from '../../../shared/contracts/engine/handoff.ts';
import type { RequestForm } from '../../../shared/contracts/engine/requests.ts';
import { introduce, type TestEngine } from '../../support/engine-world.ts';
import { button, closePage } from '../../support/page.tsx';
import { addAccount, openRealPage, type RealPage } from '../../support/real-page.tsx';

afterEach(closePage);

interface Got extends RealPage {
  /** Maren's accounts. */
  readonly accounts: readonly string[];
  /** The request on Tomás's side. */
  readonly made: string;
}

/** Maren's inbox with a request of Tomás's in it. */
async function openGot(verified: boolean, more: Partial<RequestForm> = {}, titles = ['Shop', 'TikTok']): Promise<Got> {
  const accounts: string[] = [];
  let made = '';
  const page = await openRealPage(async (mine, theirs) => {
    const { b } = await introduce(mine, theirs, verified);
    for (const title of titles) accounts.push(await addAccount(mine, title));
    const asked = await theirs.ask('requests.make', {
      ...{ contact: b, addressee: null, platform: 'tiktok', account: '@harbourbakery', role: 'Deliver ads: existing posts' },
      ...{ why: 'Advent <b>reels</b>', lastDay: '2026-12-24', untilMinute: 1440, zone: 'Europe/Berlin' },
      ...{ device: 'MacBook, Lisbon', ids: [{ name: 'Business ID', value: '12345' }] },
      ...more,
    });
    made = asked.request;
    await mine.ask('inbox.read', { source: { text: asked.sealed.text ?? '' } });
  });
  await page.user.click(await button(/^Inbox/));
  await user(page, /asks for/);
  return { ...page, accounts, made };
}

async function user({ user: hands }: RealPage, row: RegExp): Promise<void> {
  await hands.click(await screen.findByRole('option', { name: row }));
}

/** The end that was asked for, or the full hour before it on this computer's clock; never later. */
function expectEnd(until: number | undefined): void {
  const asked = Date.UTC(2026, 11, 24, 23) / 1000;
  expect(until).toBeLessThanOrEqual(asked);
  expect(until).toBeGreaterThan(asked - 3600);
}

const lending = (account: string, contact: string): HandoffDraft => ({
  ...{ account, contact, password: true, backupCodes: false, liveCodes: false, windows: { kind: 'none' } },
  ...{ lastDay: '2026-12-04', untilMinute: 1440, zone: 'Europe/Berlin', level: null, device: null, rules: [], note: null },
});

const detail = (): string => document.querySelector('[data-pane="detail"]')?.textContent ?? '';
const landed = async (mine: TestEngine, theirs: TestEngine) => {
  const { rows } = await mine.ask('inbox.list', { offset: 0, limit: 9 });
  const item = await mine.ask('inbox.get', { id: rows.find(({ kind }) => kind === 'request')?.id ?? '' });
  return theirs.ask('inbox.read', { source: { text: item.answer?.text ?? '' } });
};

describe('a request in the inbox', () => {
  it('says what is asked in text that is only text, the way without a password first', async () => {
    await openGot(false);
    await screen.findByRole('heading', { name: 'Delegate a part instead: no password needed' });
    expect(screen.getByText('You have not compared words with Tomás.')).toBeTruthy();
    for (const said of [
      'TikTok',
      '“Advent <b>reels</b>”',
      'Deliver ads: existing posts',
      'MacBook, Lisbon',
      'Business ID',
      '12345',
    ])
      expect(detail()).toContain(said);
    expect(detail()).toMatch(/30 days|29 days/);
    expect(detail()).toContain('Give only' + 'Deliver ads: existing posts');
    expect(detail()).toContain('Exposed from the first minute until you change it.');
    expect(detail()).toContain('Kept by the platform.');
    expect(detail()).toContain('What they downloaded, copied or wrote down stays with them.');
    const buttons = within(document.querySelector<HTMLElement>('.request-acts') ?? document.body).getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'Answer with these steps',
      'Hand off anyway',
      'Narrow',
      'Refuse',
    ]);
  });

  it('offers no delegation where the platform has none', async () => {
    await openGot(true, { platform: 'netflix' }, []);
    await button('Hand off');
    expect(screen.queryByText(/Delegate/)).toBeNull();
    expect(screen.getByText('No account here is like it.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Hand off' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('is met with steps that can be changed, after a question while words are not compared', async () => {
    const { user: hands, mine, theirs, made } = await openGot(false);
    await hands.click(await button('Answer with these steps'));
    const steps = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Steps for Tomás, one on each line' });
    expect(steps.value.split('\n')).toHaveLength(3);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Level of the role' }).value).toBe('Deliver ads: existing posts');
    await hands.clear(steps);
    await hands.type(steps, 'Send me the QR code{Enter}{Enter}Then wait');
    await hands.click(await button('Seal the answer'));
    await screen.findByRole('alertdialog', { name: 'Answer Tomás without comparing words?' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Do not answer yet'));
    await hands.click(await button('I know: answer without comparing words'));
    await screen.findByText('You answered this.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Copy the text'));
    const { id } = await landed(mine, theirs);
    const { handoff, request } = await theirs.ask('inbox.get', { id });
    expect(request).toBe(made);
    expect(handoff?.items[0]).toMatchObject({ steps: ['Send me the QR code', 'Then wait'], password: false, codes: 0 });
    expectEnd(handoff?.useUntil);
    expect((await mine.ask('grants.list', { offset: 0, limit: 9 })).rows[0]?.exposed).toBe(false);
  });

  it('is refused with a reason, and the answer stays to be copied', async () => {
    const { user: hands, mine, theirs, made } = await openGot(true);
    await hands.click(await button('Refuse'));
    await hands.type(await screen.findByRole('textbox', { name: 'Why' }), 'We post ourselves now.');
    await hands.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Refuse' }));
    await screen.findByText('You said no.');
    await button('Copy the text');
    await landed(mine, theirs);
    expect(await theirs.ask('requests.get', { id: made })).toMatchObject({
      row: { state: 'refused' },
      reason: 'We post ourselves now.',
    });
  });

  it('fills the handoff with account, person and device, and the handoff answers it', async () => {
    const { user: hands, mine, theirs, made, accounts } = await openGot(true);
    await hands.click(await button('Hand off anyway'));
    await screen.findByText('Tomás asks for @harbourbakery');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Device/ }).value).toBe('MacBook, Lisbon');
    await hands.click(await button('Seal for Tomás'));
    await screen.findByRole('heading', { name: 'Sealed for Tomás' });
    const { rows } = await mine.ask('grants.list', { offset: 0, limit: 9 });
    expect(rows[0]?.account).toBe(accounts[0]);
    expectEnd(rows[0]?.until);
    await landed(mine, theirs);
    expect((await theirs.ask('requests.get', { id: made })).row.state).toBe('granted');
  });

  it('narrowed gives a week and one sign-in of 15 minutes, of the account that was chosen', async () => {
    const { user: hands, mine, accounts } = await openGot(true);
    await hands.click(await screen.findByRole('combobox', { name: 'Your account' }));
    await hands.click(await screen.findByRole('option', { name: /^TikTok, @harbourbakery/ }));
    await hands.click(await button('Narrow'));
    await screen.findByText(/Narrowed: one sign-in of 15 minutes/);
    await hands.click(await button('Seal for Tomás'));
    await screen.findByRole('heading', { name: 'Sealed for Tomás' });
    const { rows } = await mine.ask('grants.list', { offset: 0, limit: 9 });
    expect(rows[0]).toMatchObject({ account: accounts[1], until: new Date(2026, 11, 3).getTime() / 1000 });
    expect((await mine.ask('grants.get', { id: rows[0]?.id ?? '' })).codes).toBeLessThanOrEqual(31);
  });

  it('can mean an account that is not like it, found by typing', async () => {
    const { user: hands } = await openGot(true, { platform: 'netflix', account: 'the films' }, ['Shop']);
    await hands.click(await button('Choose an account'));
    await hands.type(await screen.findByRole('textbox', { name: 'Find an account' }), 'Shop');
    await screen.findByRole('option', { name: /Shop/ });
    await hands.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(detail()).toContain('Shop, TikTok, @harbourbakery');
  });

  it('of one who has it already is met by more time, until the end that was asked for', async () => {
    let made = '';
    const page = await openRealPage(async (owner, asker) => {
      const { a, b } = await introduce(owner, asker);
      const account = await addAccount(owner, 'TikTok');
      const { sealed } = await owner.ask('handoff.seal', { draft: lending(account, a), sendUnverified: false });
      const { id } = await asker.ask('inbox.read', { source: { text: sealed.text ?? '' } });
      await asker.ask('inbox.accept', { id });
      const asked = await asker.ask('requests.make', {
        ...{ contact: b, addressee: null, platform: 'tiktok', account: '@harbourbakery', role: 'The same as now' },
        ...{ why: 'Advent', lastDay: '2026-12-24', untilMinute: 1440, zone: 'Europe/Berlin', device: null, ids: [] },
      });
      made = asked.request;
      await owner.ask('inbox.read', { source: { text: asked.sealed.text ?? '' } });
    });
    const { user: hands, mine, theirs } = page;
    await hands.click(await button(/^Inbox/));
    await user(page, /asks for/);
    await screen.findByText(/^Tomás has this until/);
    await hands.click(await button('Extend what they have'));
    await screen.findByRole('heading', { name: 'Extend' });
    await hands.click(await button('Seal for Tomás'));
    await screen.findByRole('button', { name: 'Copy the text' });
    await landed(mine, theirs);
    expect((await theirs.ask('requests.get', { id: made })).row.state).toBe('granted');
    const { rows } = await theirs.ask('received.list', { offset: 0, limit: 9 });
    expect(rows).toHaveLength(1);
    expectEnd(rows[0]?.until);
  });

  it('left unanswered waits no longer', async () => {
    const { user: hands } = await openGot(true);
    await hands.click(await button('More actions'));
    await hands.click(await screen.findByRole('menuitem', { name: 'Leave it unanswered' }));
    await screen.findByText('You left this unanswered.');
    expect(screen.queryByRole('button', { name: 'Refuse' })).toBeNull();
  });
});
