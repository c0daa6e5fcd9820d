import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FAKE_PASSPHRASE, type FakeEngine } from '../../support/fake-engine.ts';
import type { FakeShell } from '../../support/fake-shell.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

/** Opens the newest backup from its line. */
async function lookInside(prepare: (engine: FakeEngine, shell: FakeShell) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, prepare);
  await page.user.click(await button('Settings'));
  await page.user.click(await button('Backups'));
  const [first] = await screen.findAllByRole('button', { name: /^Look inside the backup of/ });
  if (first === undefined) throw new Error('no backup');
  await page.user.click(first);
  return page;
}

const shown = (): (string | null)[] => [...document.querySelectorAll('.copy-line b')].map((one) => one.textContent);
const tab = (name: RegExp) => screen.findByRole('radio', { name });

describe('a backup looked into', () => {
  it('begins with what is only there, and tells how the rest stands to what is here', async () => {
    const { user, engine } = await lookInside();
    expect(await screen.findByRole('heading', { name: /^Backup of / })).toBeTruthy();
    await waitFor(() => expect(shown()).toEqual(['Depop', 'Vimeo']));
    expect(document.body.textContent).toContain('in the trash there');
    expect(screen.getByText('1 account of this vault is not in the copy.')).toBeTruthy();
    await user.click(await tab(/^Different 2$/));
    await waitFor(() => expect(shown()).toEqual(['Etsy', 'Instagram']));
    expect(screen.getByText('password and notes differ')).toBeTruthy();
    expect(screen.getByText(/^newer here, here /)).toBeTruthy();
    expect(screen.getByText(/^newer there, here .*, in the trash here$/)).toBeTruthy();
    await user.click(await tab(/^The same 3$/));
    await waitFor(() => expect(shown()).toEqual(['Mailchimp', 'Shopify', 'TikTok']));
    // What is here as it is there is not offered again.
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(await tab(/^All 7$/));
    await user.type(screen.getByRole('textbox', { name: 'Search the copy' }), 'shop');
    await waitFor(() => expect(shown()).toEqual(['Shopify']));
    expect(engine.bugs).toEqual([]);
  });

  it('brings in what is ticked, says so, and leads to it', async () => {
    const { user, engine } = await lookInside();
    expect((await button('Bring in as new accounts')).getAttribute('aria-disabled')).toBe('true');
    await user.click(await screen.findByRole('checkbox', { name: 'Bring in Depop' }));
    expect(screen.getByText('1 account ticked')).toBeTruthy();
    expect(document.querySelector('.copy-foot')?.textContent).toMatch(
      /“\(from backup of .+\)” behind their titles.*Nothing is written over/,
    );
    await user.click(await button('Bring in as new accounts'));
    await said(/1 account brought in\./);
    expect(engine.state.safety.copy.brought).toEqual([engine.state.safety.copy.rows[0]?.id]);
    expect(await screen.findByText('Brought in')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: 'Bring in Depop' })).toBeNull();
    await user.click(await button('Show them'));
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Find an account' })).value).toBe('from backup of 12 Mar');
  });

  it('tells what is missing of what was brought in', async () => {
    const { user } = await lookInside(({ state }) => Object.assign(state.safety.copy, { unreadable: 2, ownerless: 1 }));
    await user.click(await button('Tick all shown'));
    expect(await screen.findByText('2 accounts ticked')).toBeTruthy();
    await user.click(await button('Bring in as new accounts'));
    await said(/2 accounts brought in\. 2 secrets could not be read and are missing\. The owner of 1 is not known here\./);
  });

  it('asks for a long list in pages, and ticks all of it page by page', async () => {
    const { user, engine } = await lookInside(({ state }) => {
      const { copy } = state.safety;
      const [one] = copy.rows;
      if (one === undefined) throw new Error('it has rows');
      copy.rows = Array.from({ length: 230 }, (_, n) => ({
        ...one,
        id: `row${String(n).padStart(18, '0')}A`,
        title: `Account ${n}`,
      }));
    });
    await waitFor(() => expect(shown()).toHaveLength(200));
    // By their words: looking for roles in so long a list takes its time.
    await user.click(screen.getByText('Show 30 more'));
    await waitFor(() => expect(shown()).toHaveLength(230));
    await user.click(screen.getByText('Tick all shown'));
    expect(await screen.findByText('230 accounts ticked')).toBeTruthy();
    await user.click(screen.getByText('Untick all'));
    await waitFor(() => expect(document.querySelector('.copy-foot [role="status"]')?.textContent).toBe('Tick what to bring in.'));
    expect(engine.bugs).toEqual([]);
  });

  it('is closed when the view is left, also while it is being read', async () => {
    const { user, engine } = await lookInside();
    await screen.findByRole('heading', { name: /^Backup of / });
    const open = engine.state.safety.copy.open?.copy;
    await user.click(await button('Back'));
    await screen.findByText('408 kB, 118 records');
    await waitFor(() => expect(engine.state.safety.copy.closed).toEqual([open]));
    expect(engine.state.safety.copy.open).toBeNull();
  });

  it('says why one did not open', async () => {
    await lookInside(({ state }) => void (state.safety.copy.fails = { refused: 'no_backup' }));
    expect(await screen.findByText('This backup is not there any more.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Bring in as new accounts' })).toBeNull();
  });
});

describe('a copy of another key', () => {
  it('asks for the passphrase it had then, and shows nothing before', async () => {
    const { user, engine } = await lookInside(({ state }) => void (state.safety.copy.password = 'the one of then'));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/passphrase this copy had at that time/)).toBeTruthy();
    const field = await screen.findByLabelText<HTMLInputElement>('The passphrase it had then');
    await user.type(field, `${FAKE_PASSPHRASE}{Enter}`);
    expect(await screen.findByText(/does not open this vault/)).toBeTruthy();
    expect(engine.state.calls).not.toContain('copies.list');
    await user.clear(field);
    await user.type(field, 'the one of then{Enter}');
    await waitFor(() => expect(shown()).toEqual(['Depop', 'Vimeo']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be left closed, and asked for again', async () => {
    const { user } = await lookInside(({ state }) => void (state.safety.copy.password = 'the one of then'));
    await user.click(await button('Leave it closed'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await button('Open the copy'));
    expect(await screen.findByLabelText('The passphrase it had then')).toBeTruthy();
  });
});

describe('a damaged copy', () => {
  it('says what could not be read, and reads behind the damage when asked', async () => {
    const { user } = await lookInside(({ state }) => {
      state.safety.copy.damage = { kind: 'damaged', lostBytes: 41_000, gaps: 1, missingSaves: 0, isReadBehind: false };
    });
    const banner = await screen.findByRole('alert');
    expect(banner.textContent).toMatch(
      /Part of this copy cannot be read.*41 kB of it could not be read\..*as it was before that place/,
    );
    await user.click(await button('Read behind the damage too'));
    await waitFor(() => expect(shown()).toEqual(['Behind', 'Depop', 'Vimeo']));
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /accounts removed later, and older states.*1 save of it is missing/,
    );
    expect(screen.queryByRole('button', { name: 'Read behind the damage too' })).toBeNull();
  });

  it('whose last save is unfinished is no failure', async () => {
    await lookInside(({ state }) => {
      state.safety.copy.damage = { kind: 'unfinished', lostBytes: 300, gaps: 1, missingSaves: 0, isReadBehind: false };
      state.safety.copy.setAside = 2;
    });
    expect(await screen.findByText('The last save of this copy is not all there.')).toBeTruthy();
    expect(screen.getByText(/2 accounts in it cannot be read by this version/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the other copy of a fork', () => {
  const fork = ({ state }: FakeEngine): void => void Object.assign(state, { anchor: 'forked', readOnly: 'forked' });

  it('is reached from the notice, chosen in the dialog, and brought in after going on with this one', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, fork);
    await user.click(await button('Bring in records from the other copy'));
    expect(await screen.findByRole('heading', { name: 'Choose the other copy' })).toBeTruthy();
    // Here already: the notice does not lead here again.
    expect(screen.queryByRole('button', { name: 'Bring in records from the other copy' })).toBeNull();
    await user.click(await button('Choose the file'));
    expect(await screen.findByText(/^studio-voss \(conflicted copy\)\.latchkey, last saved /)).toBeTruthy();
    await user.click(await screen.findByRole('checkbox', { name: 'Bring in Depop' }));
    await user.click(await button('Bring in as new accounts'));
    const dialog = await screen.findByRole('dialog');
    expect(engine.state.calls).not.toContain('copies.bringIn');
    await user.click(within(dialog).getByRole('button', { name: 'Not yet' }));
    expect(engine.state.readOnly).toBe('forked');
    await user.click(await button('Bring in as new accounts'));
    await user.click(await button('Go on and bring them in'));
    await said(/1 account brought in/);
    expect(engine.state.readOnly).toBeNull();
    const { calls } = engine.state;
    expect(calls.indexOf('vault.acceptState')).toBeLessThan(calls.indexOf('copies.bringIn'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('may be a backup', async () => {
    const { user } = await openPage({ start: 'sample' }, fork);
    await user.click(await button('Bring in records from the other copy'));
    await user.click(await button('Look at the backups'));
    expect((await screen.findAllByRole('button', { name: /^Look inside the backup of/ })).length).toBe(3);
  });
});

describe('a file chosen as another copy', () => {
  it('that is of another vault is refused with its reason, and another can be chosen', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, ({ state }) => {
      state.safety.copy.fails = { refused: 'another_vault' };
    });
    await user.click(await button('Settings'));
    await user.click(await button('Backups'));
    await user.click(await button('Look inside another copy of this vault'));
    await user.click(await button('Choose the file'));
    expect(await screen.findByText('This file is of another vault, not a copy of this one.')).toBeTruthy();
    engine.state.safety.copy.fails = null;
    await user.click(await button('Choose the file'));
    await waitFor(() => expect(shown()).toEqual(['Depop', 'Vimeo']));
  });

  it('is not asked for when the dialog was closed without a choice', async () => {
    const { user, engine } = await openPage({ start: 'sample' }, (_, shell) => void (shell.file = null));
    await user.click(await button('Settings'));
    await user.click(await button('Backups'));
    await user.click(await button('Look inside another copy of this vault'));
    await user.click(await button('Choose the file'));
    expect(engine.state.calls).not.toContain('copies.open');
  });

  it('is not offered where the host has no dialog', async () => {
    const { user } = await openPage({ start: 'sample' }, (_, shell) => {
      shell.missing = ['open_dialog'];
    });
    await user.click(await button('Settings'));
    await user.click(await button('Backups'));
    await screen.findByText('408 kB, 118 records');
    expect(screen.queryByRole('button', { name: 'Look inside another copy of this vault' })).toBeNull();
  });
});

describe('a vault that takes no changes', () => {
  it('lets look, and says why nothing is brought in', async () => {
    const { user, engine } = await lookInside(({ state }) => void (state.readOnly = 'disk_full'));
    await user.click(await screen.findByRole('checkbox', { name: 'Bring in Depop' }));
    const bringIn = await button('Bring in as new accounts');
    expect(bringIn.getAttribute('aria-disabled')).toBe('true');
    await user.click(bringIn);
    expect(engine.state.calls).not.toContain('copies.bringIn');
    await asked(engine, 'copies.list');
  });
});
