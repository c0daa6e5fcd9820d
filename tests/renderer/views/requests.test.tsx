import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { introduce, wordsOf } from '../../support/engine-world.ts';
import { button, closePage, said } from '../../support/page.tsx';
import { addAccount, openRealPage, type RealPage } from '../../support/real-page.tsx';

afterEach(closePage);

interface Asking extends RealPage {
  /** Tomás on Maren's side, and Maren on his. */
  readonly contacts: { readonly a: string; readonly b: string };
}

/** Maren's vault, who asks; Tomás owns the account. */
async function openAsking(verified = true): Promise<Asking> {
  let contacts = { a: '', b: '' };
  const page = await openRealPage(async (mine, theirs) => {
    contacts = await introduce(mine, theirs, verified);
  });
  return { ...page, contacts };
}

const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { name });
const field = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('textbox', { name });

/** Fills what every request needs. */
async function fill({ user }: RealPage): Promise<void> {
  await user.type(await field('Account, as its owner calls it'), '@harbourbakery');
  await user.type(await field('What for'), 'Advent reels');
}

async function choose({ user }: RealPage, list: string, option: string): Promise<void> {
  await user.click(await screen.findByRole('combobox', { name: list }));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('asking for access', () => {
  it('begins at an empty list, says what is missing, and offers the platform’s levels from the lowest up', async () => {
    const page = await openAsking();
    const { user } = page;
    await user.click(await button('Asked for'));
    await heading('You have asked for nothing');
    await user.click(await button('Ask for access'));
    await heading('Ask for access');
    // The only person there is, is the one who is asked.
    expect(screen.getByText('Tomás Reyes', { selector: '.ask-who b' })).toBeTruthy();
    expect(screen.getByText('Say which account.', { selector: '[role="status"]' })).toBeTruthy();
    await choose(page, 'Platform', 'Instagram');
    await screen.findByRole('radio', { name: /Partial access/ });
    const roles = within(screen.getByRole('group', { name: 'What you need there' })).getAllByRole<HTMLInputElement>('radio');
    const labels = roles.map((radio) => radio.labels?.[0]?.textContent);
    expect(labels).toEqual([
      'Partial access (tasks) the least that does the work',
      'Full control ',
      'Password and codes ',
      'Something else ',
    ]);
    expect(roles.map((radio) => radio.checked)).toEqual([true, false, false, false]);
    expect((await field('What it is')).getAttribute('value')).toBe('The ID of the partner’s business portfolio');
    await user.click(screen.getByRole('radio', { name: /Password and codes/ }));
    expect(screen.getByText('Instagram can let you in without a password. Ask for that first.')).toBeTruthy();
  });

  it('of a person seals to them; it waits in the list, is given out again and closed', async () => {
    const page = await openAsking();
    const { user, mine, theirs } = page;
    await user.click(await button(/^People/));
    await user.click(await screen.findByRole('option', { name: /Tomás Reyes/ }));
    await user.click(await button('Ask for access'));
    await fill(page);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await heading('Request for Tomás');
    expect(
      screen.getByText(/^From Maren Voss, for Tomás Reyes: a request to borrow @harbourbakery until .*Only Tomás can open it/),
    ).toBeTruthy();
    const copy = await button('Copy the text');
    await waitFor(() => expect(document.activeElement).toBe(copy));
    await user.click(copy);
    await said(/Sealed text copied/);
    const text = mine.copied.at(-1)?.text ?? '';
    expect((await theirs.ask('inbox.read', { source: { text } })).kind).toBe('request');
    await user.click(await button('See what you asked for'));
    await screen.findByRole('option', { name: /@harbourbakery.*Tomás.*just now/ });
    await button('Asked for 1');
    mine.clock.now += 3600;
    await user.click(await button('Give it out again'));
    await screen.findByText(/given out again/);
    await user.click(await button('Copy the text'));
    expect(mine.copied.at(-1)?.text).toBe(text);
    await user.click(await button('Close it'));
    await screen.findByRole('alertdialog', { name: 'Close the request for @harbourbakery?' });
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Close it' }));
    await screen.findByText('You closed it.');
    expect(screen.queryByRole('button', { name: 'Give it out again' })).toBeNull();
    await button('Asked for');
  });

  it('of somebody whose card is missing says that anyone can read it and what is in it', async () => {
    const page = await openAsking();
    const { user, mine, theirs } = page;
    await user.click(await button('Lent to me'));
    await user.click(await button('Ask for access'));
    await user.click(await screen.findByRole('radio', { name: 'Someone whose card I do not have' }));
    expect(screen.getByText('Anyone on the way can read an open request.')).toBeTruthy();
    expect(screen.getByText(/No password is in it, and the answer is sealed to you alone/)).toBeTruthy();
    await user.type(await field('Their name'), 'Jon');
    await fill(page);
    await user.click(await button('Make the request'));
    await heading('The request is ready');
    await user.click(await button('Copy the text'));
    await said(/Sealed text copied/);
    const text = mine.copied.at(-1)?.text ?? '';
    const landed = await theirs.ask('inbox.read', { source: { text } });
    const { request } = await theirs.ask('inbox.get', { id: landed.id });
    const got = await theirs.ask('requests.get', { id: request ?? '' });
    expect(got).toMatchObject({
      row: { open: true, platform: 'tiktok', role: 'Deliver ads: existing posts' },
      why: 'Advent reels',
    });
  });

  it('keeps what was typed when looked away from', async () => {
    const page = await openAsking();
    const { user } = page;
    await user.click(await button('Asked for'));
    await user.click(await button('Ask for access'));
    await fill(page);
    await user.click(await button(/^Accounts/));
    await user.click(await button('Asked for'));
    await user.click(await button('Ask for access'));
    expect((await field('What for')).textContent).toBe('Advent reels');
    await user.click(await button('Start again'));
    expect((await field('What for')).textContent).toBe('');
  });
});

describe('an answer to what was asked', () => {
  /** An open request of Maren's that Tomás, whose words she has not compared, answers with no. */
  async function refusedByStranger(): Promise<Asking & { readonly made: string }> {
    let made = '';
    let contacts = { a: '', b: '' };
    const page = await openRealPage(async (mine, theirs) => {
      contacts = await introduce(mine, theirs, false);
      await addAccount(theirs, 'TikTok');
      const asked = await mine.ask('requests.make', {
        ...{ contact: null, addressee: 'Tomás', platform: 'tiktok', account: '@harbourbakery', role: 'Ads', why: 'Advent' },
        ...{ lastDay: '2026-12-04', untilMinute: 1440, zone: 'Europe/Berlin', device: null, ids: [] },
      });
      made = asked.request;
      const landed = await theirs.ask('inbox.read', { source: { text: asked.sealed.text ?? '' } });
      const { request } = await theirs.ask('inbox.get', { id: landed.id });
      const { sealed } = await theirs.ask('requests.refuse', { id: request ?? '', reason: 'We post <b>ourselves</b>.' });
      await mine.ask('inbox.read', { source: { text: sealed.text ?? '' } });
    });
    return { ...page, contacts, made };
  }

  it('from strangers is listed with the words to compare, and counts only when they fit', async () => {
    const { user, mine, theirs, made } = await refusedByStranger();
    await user.click(await button('Asked for 1'));
    await heading('An answer has come');
    expect(screen.getByText('From Tomás Reyes')).toBeTruthy();
    await user.click(await button('Open it in the inbox'));
    await heading(/Tomás said no to @harbourbakery/);
    expect(screen.getByText('The reason stays closed until words are compared.')).toBeTruthy();
    expect(document.body.textContent).not.toContain('ourselves');
    expect(screen.queryByRole('button', { name: 'Take it as the answer' })).toBeNull();
    await user.click(await button('Compare words'));
    await waitFor(() => expect(document.activeElement?.matches('input')).toBe(true));
    await user.keyboard(await wordsOf(theirs));
    await user.keyboard('{Enter}');
    await screen.findByText('We post <b>ourselves</b>.');
    await user.click(await button('Take it as the answer'));
    await user.click(await button('See the request'));
    await screen.findByText('Tomás said no.');
    expect((await mine.ask('requests.get', { id: made })).row.state).toBe('refused');
  });
});
