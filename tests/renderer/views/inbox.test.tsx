import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { HandoffDraft } from '../../../shared/contracts/engine/handoff.ts';
import { MAX_CHUNK } from '../../../shared/limits.ts';
import { currentRoute } from '../../../renderer/lib/route.ts';
import { introduce, makeVault, startEngine, type TestEngine, wordsOf } from '../../support/engine-world.ts';
import { button, closePage, said } from '../../support/page.tsx';
import { addAccount, openRealPage, type RealPage, START } from '../../support/real-page.tsx';

afterEach(closePage);

interface Lent extends RealPage {
  /** What Tomás sealed for Maren. */
  readonly text: string;
  /** Tomás on Maren's side, and Maren on his. */
  readonly contacts: { readonly a: string; readonly b: string };
}

const draft = (account: string, contact: string): HandoffDraft => ({
  ...{ account, contact, password: true, backupCodes: true, liveCodes: false },
  windows: { kind: 'appointment', from: START + 3600, minutes: 30 },
  ...{ lastDay: '2026-12-04', untilMinute: 1080, zone: 'Europe/Berlin', level: null, device: null },
  rules: ['May post', 'No mail \u202eor phone change'],
  note: 'Hello <b>Maren</b>\nsee https://evil.example/?q',
});

/** The inbox of a vault whose words with Tomás were compared or not, and a handoff of his, not pasted yet. */
async function openInbox(verified: boolean): Promise<Lent> {
  let text = '';
  let contacts = { a: '', b: '' };
  const page = await openRealPage(async (mine, theirs) => {
    contacts = await introduce(mine, theirs, verified);
    const account = await addAccount(theirs, 'TikTok');
    const { sealed } = await theirs.ask('handoff.seal', { draft: draft(account, contacts.b), sendUnverified: !verified });
    text = sealed.text ?? '';
  });
  await page.user.click(await button('Inbox'));
  await screen.findByRole('listbox', { name: 'Messages' });
  return { ...page, text, contacts };
}

/** Ctrl V anywhere in the inbox. */
function paste(text: string): void {
  fireEvent.paste(document.body, { clipboardData: { getData: () => text } });
}

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name });
const received = (engine: TestEngine) => engine.ask('received.list', { offset: 0, limit: 10 });

describe('a handoff in the inbox', () => {
  it('lands by Ctrl V anywhere and says who lends what until when, in text that is only text', async () => {
    const { text } = await openInbox(true);
    paste(`Hi!\n\n> ${text.replaceAll('\n', '\r\n> ')}`);
    await heading('Tomás lends you TikTok');
    await screen.findByText('New in the inbox: Tomás lends you TikTok');
    const detail = document.querySelector('[data-pane="detail"]');
    if (detail === null) throw new Error('no detail');
    expect(detail.textContent).toContain('password, 60 codes and 3 backup codes');
    expect(detail.textContent).toContain('Hello <b>Maren</b>\nsee https://evil.example/?q');
    expect(detail.textContent).toContain('No mail ⟨U+202E⟩or phone change');
    expect(detail.textContent).toMatch(/signed by their key/);
    expect(detail.querySelectorAll('a')).toHaveLength(0);
    expect(detail.textContent).not.toContain('Tr7&mel04-Quay');
    expect(screen.queryByText(/You have not compared words/)).toBeNull();
  });

  it('is taken up with a receipt its owner can read, and then hangs under Lent to me', async () => {
    const { user, text, mine, theirs } = await openInbox(true);
    paste(text);
    await user.click(await button('Take it up'));
    const copy = await button('Copy the text');
    await waitFor(() => expect(document.activeElement).toBe(copy));
    expect(screen.getByText(/^From Maren Voss, for Tomás Reyes: a receipt of TikTok, opened\./)).toBeTruthy();
    await user.click(copy);
    await said(/Sealed text copied/);
    const landed = await theirs.ask('inbox.read', { source: { text: mine.copied.at(-1)?.text ?? '' } });
    expect(landed.kind).toBe('receipt');
    expect((await received(mine)).total).toBe(1);
    await user.click(await button('Go to Lent to me'));
    await heading('Lent to me');
    // Coming back, the receipt is still there to be copied again.
    await user.click(await button(/^Inbox/));
    await user.click(await screen.findByRole('option', { name: /Tomás lends you TikTok/ }));
    await button('Copy the text');
  });

  it('is declined after a question, and its secrets leave the vault', async () => {
    const { user, text, mine, theirs } = await openInbox(true);
    paste(text);
    await user.click(await button('Decline'));
    await screen.findByRole('alertdialog', { name: 'Decline TikTok?' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep it'));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Decline' }));
    await screen.findByText('You declined this.');
    expect((await received(mine)).total).toBe(0);
    await user.click(await button('Copy the text'));
    const { id } = await theirs.ask('inbox.read', { source: { text: mine.copied.at(-1)?.text ?? '' } });
    expect((await theirs.ask('inbox.get', { id })).row.receipt).toBe('declined');
  });

  it('keeps secrets closed until the words are typed right there', async () => {
    const { user, text, theirs } = await openInbox(false);
    paste(text);
    await heading('Tomás lends you TikTok');
    await screen.findByText('You have not compared words with Tomás.');
    expect(screen.getByText('stays closed until words are compared')).toBeTruthy();
    await user.click(await button('Compare words'));
    const [field] = within(screen.getByRole('group', { name: 'The words you hear' })).getAllByRole('textbox');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard(await wordsOf(theirs));
    await user.keyboard('{Enter}');
    await said(/The words fit/);
    await waitFor(() => expect(screen.queryByText('stays closed until words are compared')).toBeNull());
  });

  it('opens without comparing words only after a second question, and the log says so', async () => {
    const { user, text, mine } = await openInbox(false);
    paste(text);
    await user.click(await button('Open anyway'));
    await screen.findByRole('alertdialog', { name: 'Open this without comparing words with Tomás?' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep it closed'));
    await user.click(await button('Open the secrets all the same'));
    await screen.findByText(/You opened this without comparing words; the log says so/);
    expect(screen.queryByText('stays closed until words are compared')).toBeNull();
    const log = await mine.ask('log.list', { offset: 0, limit: 10 });
    expect(log.rows.map(({ what }) => what)).toContain('secrets-opened-unverified');
  });
});

describe('what comes in', () => {
  it('says of a text without a message what is wrong, and keeps what was pasted', async () => {
    const { user, mine } = await openInbox(true);
    const before = (await mine.ask('inbox.list', { offset: 0, limit: 10 })).total;
    await user.click(await button(/Paste a message/));
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Sealed text or card');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.paste('Good morning');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('There is no Latchkey message in this text.');
    expect(field.value).toBe('Good morning');
    expect((await mine.ask('inbox.list', { offset: 0, limit: 10 })).total).toBe(before);
  });

  it('says what is wrong with each message that cannot be opened', async () => {
    const { user, text, theirs, contacts } = await openInbox(true);
    paste(text);
    await heading('Tomás lends you TikTok');
    const refused = async (bad: string, sentence: string): Promise<void> => {
      paste(bad);
      await screen.findByText(sentence);
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    };
    await refused(text, 'This message was read before.');
    await refused(text.replace(/.(?=\n)/, 'X').slice(0, -200), 'There is no Latchkey message in this text.');
    const someone = await startEngine(theirs.clock);
    await makeVault(someone, 'Ines Kaya', 'harvest saddle lemon orbit');
    const apart = await introduce(someone, theirs);
    const own = await addAccount(theirs, 'Etsy');
    const forInes = await theirs.ask('handoff.seal', { draft: draft(own, apart.b), sendUnverified: false });
    await refused(forInes.sealed.text ?? '', 'This was sealed to someone else.');
    theirs.clock.now += 1;
    expect(contacts.b).not.toBe(apart.b);
    const { card } = await theirs.ask('me.get', {});
    await refused(card, 'This card is already in the vault.');
  });

  it('asks for the card of a sender it does not know, and reads the message once it is there', async () => {
    let text = '';
    let card = '';
    const page = await openRealPage(async (mine, theirs) => {
      const { card: own } = await mine.ask('me.get', {});
      const { contact } = await theirs.ask('inbox.read', { source: { text: own } });
      const account = await addAccount(theirs, 'TikTok');
      const { sealed } = await theirs.ask('handoff.seal', { draft: draft(account, contact ?? ''), sendUnverified: true });
      text = sealed.text ?? '';
      card = (await theirs.ask('me.get', {})).card;
    });
    await page.user.click(await button('Inbox'));
    await screen.findByText('Nothing has come in');
    paste(text);
    await screen.findByText('This is from someone whose card you do not have.');
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    paste(card);
    await heading('Card from Tomás Reyes');
    paste(text);
    await heading('Tomás lends you TikTok');
  });

  it('opens the place to paste by Ctrl V from elsewhere', async () => {
    const { user } = await openInbox(true);
    await user.click(await button(/^People/));
    await screen.findByRole('listbox', { name: 'People' });
    await user.keyboard('{Control>}v{/Control}');
    const field = await screen.findByLabelText('Sealed text or card');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByRole('listbox', { name: 'Messages' });
  });

  it('reads a paste longer than one piece', async () => {
    const { text, calls } = await openInbox(true);
    paste(`${'an old mail, quoted below\n'.repeat(Math.ceil(MAX_CHUNK / 20))}${text}`);
    await heading('Tomás lends you TikTok');
    expect(calls.filter(({ call }) => call === 'uploads.put').length).toBeGreaterThan(1);
  });

  it('reads a chosen file and a dropped one', async () => {
    const { user, text, mine, theirs, shell, contacts } = await openInbox(true);
    const put = (token: string, content: string): { token: string; name: string; size: null } => {
      const file = path.join(mine.folder, `${token.slice(0, 4)}.txt`);
      writeFileSync(file, content);
      mine.tokens.set(token, file);
      return { token, name: path.basename(file), size: null };
    };
    shell.file = put('P'.repeat(22), text);
    await user.click(await button(/Paste a message/));
    await user.click(await button('Open a file'));
    await heading('Tomás lends you TikTok');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const second = await theirs.ask('handoff.seal', {
      draft: draft(await addAccount(theirs, 'Etsy'), contacts.b),
      sendUnverified: false,
    });
    const dropped = put('D'.repeat(22), second.sealed.text ?? '');
    act(() => shell.server.emit('dropped', dropped));
    await heading('Tomás lends you Etsy');
  });

  it('says of a receipt that it is signed, and of a return that the app told it', async () => {
    let receipts: string[] = [];
    let grant = '';
    const page = await openRealPage(async (mine, theirs) => {
      const { a } = await introduce(mine, theirs);
      const account = await addAccount(mine, 'TikTok');
      const { sealed, ...lent } = await mine.ask('handoff.seal', { draft: draft(account, a), sendUnverified: false });
      grant = lent.grant;
      const { id } = await theirs.ask('inbox.read', { source: { text: sealed.text ?? '' } });
      const opened = await theirs.ask('inbox.accept', { id });
      const back = await theirs.ask('received.giveBack', { id: opened.received });
      receipts = [opened.receipt.text ?? '', back.receipt.text ?? ''];
    });
    await page.user.click(await button('Inbox'));
    await screen.findByRole('listbox', { name: 'Messages' });
    paste(receipts[0] ?? '');
    await heading('Tomás opened TikTok');
    expect(screen.getByText('Receipt signed')).toBeTruthy();
    paste(receipts[1] ?? '');
    await heading('Tomás gave back TikTok');
    expect(screen.getByText('Told by their app')).toBeTruthy();
    expect(screen.getByText('Exposed until you change it')).toBeTruthy();
    await page.user.click(await button('See the loan'));
    await waitFor(() => expect(currentRoute()).toMatchObject({ view: 'grant', id: grant }));
  });
});
