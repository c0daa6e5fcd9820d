import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ownZone } from '../../../renderer/views/handoff/own-zone.ts';
import type { EngineParams } from '../../../renderer/lib/engine.ts';
import { introduce, wordsOf } from '../../support/engine-world.ts';
import { button, closePage, said } from '../../support/page.tsx';
import { addAccount, openRealPage, type RealPage, START } from '../../support/real-page.tsx';

afterEach(closePage);

/** The hand off view of TikTok, nobody chosen yet; Tomás's words were compared or not. */
async function openHandoff(verified: boolean): Promise<RealPage> {
  const page = await openRealPage(async (mine, theirs) => {
    await addAccount(mine, 'TikTok');
    const { a } = await introduce(mine, theirs, verified);
    await mine.ask('people.save', { id: a, organisation: 'Reel & Reyes', role: 'freelancer', zone: 'Asia/Tokyo' });
  });
  await page.user.click(await button('Hand off'));
  await button('Choose a person');
  return page;
}

async function choose({ user }: RealPage): Promise<void> {
  await user.click(await button('Choose a person'));
  await screen.findByRole('option', { name: /Tomás Reyes/ });
  await user.click(await button('Choose'));
  await button(/^Seal for Tomás/);
}

function draftOf(page: RealPage): EngineParams<'handoff.seal'>['draft'] {
  const sealed = page.calls.find(({ call }) => call === 'handoff.seal')?.params as EngineParams<'handoff.seal'> | undefined;
  if (sealed === undefined) throw new Error('nothing was sealed');
  return sealed.draft;
}

const promises = (): string => screen.getByRole('complementary', { name: 'What this promises' }).textContent ?? '';

describe('hand off', () => {
  it('seals for a person whose words were compared, by keyboard alone, and they can open it', async () => {
    const page = await openHandoff(true);
    const { user, mine, theirs } = page;
    const ask = await button('Choose a person');
    ask.focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: /Tomás Reyes/ });
    screen.getByRole('option', { name: /Tomás Reyes/ }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(promises()).toMatch(/1 window, 3[01] min.*6[01] codes/));
    await user.keyboard('{Control>}{Enter}{/Control}');
    const copy = await button('Copy the text');
    await waitFor(() => expect(document.activeElement).toBe(copy));
    expect(screen.getByText(/^From Maren Voss, for Tomás Reyes: TikTok, lent until/)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Sealed text' }).textContent).toMatch(/^LATCHKEY1\.\n.+\.END$/s);
    await user.keyboard('{Enter}');
    await said(/Sealed text copied/);
    const text = mine.copied.at(-1)?.text ?? '';
    expect(mine.copied.at(-1)?.seconds).toBeNull();
    const { id } = await theirs.ask('inbox.read', { source: { text } });
    const item = await theirs.ask('inbox.get', { id });
    expect(item.secretsClosed).toBe(false);
    expect(item.handoff?.items[0]).toMatchObject({
      title: 'TikTok',
      password: true,
      backupCodes: 0,
      liveCodes: false,
      rules: ['May post', 'May reply', 'No mail or phone change', 'No new apps'],
    });
    // The page's clock runs on while the engine's stands still, so the half hour may have begun a step later.
    const [window] = item.handoff?.items[0]?.windows ?? [];
    expect([60, 61]).toContain(item.handoff?.items[0]?.codes);
    expect((window?.from ?? 0) - START).toBeLessThan(60);
    expect((window?.until ?? 0) - (window?.from ?? 0)).toBeLessThanOrEqual(1830);
    expect(draftOf(page)).toMatchObject({ zone: ownZone(), untilMinute: 1440, device: null, note: null });
    await user.click(await button('Done'));
    await screen.findByText('Who has access');
    expect(mine.bugs).toEqual([]);
  });

  it('asks a second time before it seals to a key nobody has checked, and the log keeps it', async () => {
    const page = await openHandoff(false);
    const { user, mine } = page;
    await choose(page);
    expect(screen.getByText('You have not compared words with Tomás.')).toBeTruthy();
    await user.click(await button(/^Seal for Tomás/));
    const question = await screen.findByRole('alertdialog', { name: 'Seal for Tomás without comparing words?' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Do not seal yet'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(page.calls.some(({ call }) => call === 'handoff.seal')).toBe(false);
    expect(question.isConnected).toBe(false);
    await user.click(await button(/^Seal for Tomás/));
    await user.click(await button('I know: seal it without comparing words'));
    await button('Copy the text');
    const log = await mine.ask('log.list', { offset: 0, limit: 10 });
    expect(log.rows.map(({ what }) => what)).toContain('handoff-sealed-unverified');
  });

  it('compares words right there, after which nothing is asked again', async () => {
    const page = await openHandoff(false);
    const { user, theirs } = page;
    await choose(page);
    await user.click(await button('Compare words'));
    const field = within(screen.getByRole('group', { name: 'The words you hear' })).getAllByRole('textbox')[0];
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard(await wordsOf(theirs));
    await user.keyboard('{Enter}');
    await said(/The words fit/);
    await waitFor(() => expect(screen.queryByText('You have not compared words with Tomás.')).toBeNull());
    await user.click(await button(/^Seal for Tomás/));
    await button('Copy the text');
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('says what stands in the way at the place that causes it, and does not seal', async () => {
    const page = await openHandoff(true);
    const { user } = page;
    await choose(page);
    await user.click(screen.getByRole('checkbox', { name: /^Password/ }));
    await user.click(screen.getByRole('checkbox', { name: /^Codes for/ }));
    const travels = await screen.findByText('Nothing is ticked to travel. Tick the password, codes, or both.');
    expect(travels.closest('.block')?.textContent).toContain('What travels');
    expect(promises()).toContain('Nothing yet: nothing is ticked to travel.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(page.calls.some(({ call }) => call === 'handoff.seal')).toBe(false);
    await user.click(screen.getByRole('checkbox', { name: /^Codes for/ }));
    await user.click(within(screen.getByRole('radiogroup', { name: 'Length of the appointment' })).getByLabelText('None'));
    const windows = await screen.findByText(/No code window is left before the last day/, { selector: '.ho-when p' });
    expect(windows.closest('.card')?.querySelector('[role="grid"]')).not.toBeNull();
    expect((await button(/^Seal for Tomás/)).getAttribute('aria-disabled')).toBe('true');
    await user.click(within(screen.getByRole('radiogroup', { name: 'Fill the week' })).getByLabelText('Work week'));
    await waitFor(() => expect(screen.queryByText(/No code window is left/)).toBeNull());
    expect(promises()).toMatch(/Codes already sent, until their windows are over\./);
  });

  it('draws windows by keys, names them in both zones, and sends them as weekdays of the owner', async () => {
    const page = await openHandoff(true);
    const { user } = page;
    await choose(page);
    await user.click(within(screen.getByRole('radiogroup', { name: 'Length of the appointment' })).getByLabelText('None'));
    screen.getByRole('gridcell', { name: 'Monday: no window' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}{Shift>}{ArrowRight}{/Shift}');
    await screen.findByRole('gridcell', { name: 'Wednesday: 9:00 to 10:15' });
    if (ownZone() !== 'Asia/Tokyo') {
      await screen.findByText(/^For Tomás, in Tokyo: .+ to .+\.$/);
      // The end of the day here is another day there.
      await screen.findByText(/^\w{3} \d+ \w{3}, \d+:\d\d in Tokyo$/);
    }
    await user.click(await button(/^Seal for Tomás/));
    await button('Copy the text');
    expect(draftOf(page).windows).toEqual({ kind: 'week', lanes: [{ weekday: 3, from: 540, until: 615 }] });
  });

  it('sends an own rule, the device and a note, and leaves out a rule that was let go', async () => {
    const page = await openHandoff(true);
    const { user } = page;
    await choose(page);
    await user.click(await button('No new apps'));
    await user.click(await button('Rule'));
    await user.keyboard('  No paid ads {Enter}');
    await user.click(await button('Device'));
    await user.keyboard('MacBook, Lisbon');
    await user.click(await button('Note'));
    await user.keyboard('Back on Friday.');
    await user.click(await button(/^Seal for Tomás/));
    await button('Copy the text');
    expect(draftOf(page)).toMatchObject({
      rules: ['May post', 'May reply', 'No mail or phone change', 'No paid ads'],
      device: 'MacBook, Lisbon',
      note: 'Back on Friday.',
    });
  });

  it('keeps a draft that was left, until it is begun again', async () => {
    const page = await openHandoff(true);
    const { user } = page;
    await choose(page);
    await user.click(screen.getByRole('checkbox', { name: /^Backup codes/ }));
    await user.keyboard('{Escape}');
    await user.click(await button('Hand off'));
    await screen.findByText('Draft kept');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Backup codes/ }).checked).toBe(true);
    await user.click(await button('Start again'));
    await button('Choose a person');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Backup codes/ }).checked).toBe(false);
  });

  it('offers a file first for a text too long for a chat, and writes it where the person chose', async () => {
    const page = await openHandoff(true);
    const { user, mine, shell } = page;
    await choose(page);
    await user.click(within(screen.getByRole('radiogroup', { name: 'Fill the week' })).getByLabelText('Work week'));
    await waitFor(() => expect(promises()).toMatch(/windows, /));
    await user.click(await button(/^Seal for Tomás/));
    await screen.findByText('This text is long for a chat.');
    const file = path.join(mine.folder, 'lent.txt');
    shell.file = { token: 'S'.repeat(22), name: 'lent.txt', size: null };
    mine.tokens.set('S'.repeat(22), file);
    await user.click(await button('Save as a file'));
    await said(/Saved as lent\.txt/);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(/^From Maren Voss, for Tomás Reyes: TikTok.*LATCHKEY1\..*\.END\n$/s);
  });
});
