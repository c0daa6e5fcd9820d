import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { steadyId } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const first = steadyId('acc0');

async function openAccount(prepare: Parameters<typeof openPage>[1] = () => undefined) {
  const page = await openPage({ start: 'sample' }, prepare);
  await screen.findByRole('heading', { name: 'Instagram' });
  return page;
}

const row = (name: string): Promise<HTMLElement> => screen.findByRole('group', { name });

describe('the strength of a password on its account’s page', () => {
  it('is told in words, with its age and by whom, and no secret comes for it', async () => {
    const { engine } = await openAccount(({ state }) => {
      state.secrets[first] = { ...state.secrets[first], password: 'password' };
    });
    const strength = await row('Strength');
    expect(strength.textContent).toMatch(/Estimating.*changed /);
    await waitFor(() =>
      expect(strength.textContent).toMatch(/Weak: guessed in less than a second.*if the site’s list is stolen.*changed /),
    );
    expect(engine.state.calls).not.toContain('accounts.reveal');
  });

  it('names the accounts that have the same, as ways to them', async () => {
    const { user } = await openAccount(({ state }) => {
      for (const at of [1, 2]) state.secrets[steadyId(`acc${at}`)] = { password: state.secrets[first]?.password ?? '' };
    });
    await waitFor(async () => expect((await row('Strength')).textContent).toContain('Also used by 2 other accounts'));
    const [link] = within(await row('Strength')).getAllByRole('button');
    expect(link?.textContent).toBe('TikTok (@harbourbakery)');
    if (link !== undefined) await user.click(link);
    expect(await screen.findByRole('heading', { name: 'TikTok' })).toBeTruthy();
  });

  it('is said to come later where so many passwords were saved that this one is not judged now', async () => {
    const { engine } = await openAccount(({ state }) => void state.notJudged.add(first));
    await waitFor(async () => expect((await row('Strength')).textContent).toMatch(/Not judged now.*Many passwords were saved/));
    expect((await row('Strength')).textContent).not.toMatch(/could not be estimated|Also used by/);
    await change(engine, (state) => {
      state.notJudged.clear();
      state.changed('strength');
    });
    await waitFor(async () => expect((await row('Strength')).textContent).toMatch(/^Strength(Good|Strong)/));
  });

  it('follows the password', async () => {
    const { engine } = await openAccount();
    await waitFor(async () => expect((await row('Strength')).textContent).toMatch(/^Strength(Good|Strong)/));
    await change(engine, (state) => {
      state.secrets[first] = { ...state.secrets[first], password: 'password' };
      state.changed('accounts');
    });
    await waitFor(async () => expect((await row('Strength')).textContent).toContain('Weak'));
  });
});

describe('an earlier password', () => {
  it('is put back after a question, and the one in force goes to the earlier ones', async () => {
    const { user, engine } = await openAccount(({ state }) => {
      state.secrets[first] = { ...state.secrets[first], [`history/${steadyId('his1')}`]: 'older-1' };
    });
    await user.click(await button('Make it the password again'));
    const dialog = await screen.findByRole('dialog', { name: /^Put back the password used until/ });
    expect(dialog.textContent).toMatch(/The platform is told nothing.*noted to know it again/);
    expect(engine.state.calls).not.toContain('accounts.putBack');
    await user.click(within(dialog).getByRole('button', { name: 'Put it back' }));
    await asked(engine, 'accounts.putBack');
    await said(/the password again/);
    expect(engine.state.secrets[first]?.password).toBe('older-1');
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Make it the password again' })).toHaveLength(2));
  });
});

describe('what other secrets were before', () => {
  const kept = steadyId('ear1');
  const openEarlier = () =>
    openAccount(({ state }) => {
      const [one] = state.accounts;
      if (one === undefined) throw new Error('a sample');
      const replaced = state.now() - 86_400;
      one.earlier = [
        { id: kept, of: 'notes', name: null, replaced },
        { id: steadyId('ear2'), of: 'backup_codes', name: null, replaced },
        { id: steadyId('ear3'), of: 'field', name: 'PIN', replaced },
      ];
      state.secrets[first] = { ...state.secrets[first], [`earlier/${kept}`]: 'Ask Jon first.' };
    });

  it('can be put back, each after a question that says what becomes of it', async () => {
    const { user, engine } = await openEarlier();
    await user.click(await button('Put it back'));
    const field = await screen.findByRole('dialog', { name: /^Put back what PIN held until/ });
    await user.click(within(field).getByRole('button', { name: 'Leave it as it is' }));
    await user.click(await button('Make them the backup codes again'));
    const codes = await screen.findByRole('dialog', { name: /^Put back the backup codes kept until/ });
    expect(codes.textContent).toMatch(/the used ones marked.*told nothing.*noted to know them again/);
    await user.click(within(codes).getByRole('button', { name: 'Leave it as it is' }));
    await user.click(await button('Make them the notes again'));
    const notes = await screen.findByRole('dialog', { name: /^Put back the notes kept until/ });
    expect(engine.state.calls).not.toContain('accounts.putBack');
    await user.click(within(notes).getByRole('button', { name: 'Put it back' }));
    await asked(engine, 'accounts.putBack');
    await said(/^The earlier notes are the notes again$/);
    expect(engine.state.secrets[first]?.['notes']).toBe('Ask Jon first.');
  });

  it('says why one cannot be put back, in the question itself', async () => {
    const { user } = await openEarlier();
    await user.click(await button('Make them the backup codes again'));
    const dialog = await screen.findByRole('dialog', { name: /^Put back the backup codes/ });
    await user.click(within(dialog).getByRole('button', { name: 'Put it back' }));
    expect((await within(dialog).findByRole('alert')).textContent).not.toBe('');
  });

  it('keeps an authenticator that is taken away, to be put back or deleted for good, and the focus', async () => {
    const { user, engine } = await openAccount();
    const answer = async (name: RegExp, act: string): Promise<void> => {
      const dialog = await screen.findByRole(act === 'Delete it' ? 'alertdialog' : 'dialog', { name });
      await user.click(within(dialog).getByRole('button', { name: act }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    };
    await user.click(await button('Remove this second factor'));
    await answer(/^Remove this authenticator/, 'Remove it');
    await user.click(await button('Make it the authenticator again'));
    await answer(/^Put back the authenticator used until/, 'Put it back');
    await said(/^The earlier authenticator is the authenticator again$/);
    await waitFor(() => expect(screen.queryByText('Earlier authenticators')).toBeNull());
    await waitFor(() => expect(document.activeElement?.tagName).toBe('BUTTON'));
    await user.click(await button('Remove this second factor'));
    await answer(/^Remove this authenticator/, 'Remove it');
    await user.click(await button('Delete this key'));
    await answer(/^Delete the key used until .* for good/, 'Delete it');
    await waitFor(() => expect(screen.queryByText('Earlier authenticators')).toBeNull());
    expect(engine.state.accounts[0]?.factors).toEqual([]);
  });
});

describe('large type', () => {
  it('shows every character with its place and reads it by name, and ends when the window is left', async () => {
    const { user } = await openAccount(({ state }) => {
      state.secrets[first] = { ...state.secrets[first], password: 'aB7-é' };
    });
    await user.click(await button('Reveal password'));
    await user.click(await button('Password in large type'));
    const dialog = await screen.findByRole('dialog', { name: 'Password' });
    const heard = within(dialog)
      .getAllByRole('listitem')
      .map((item) => item.querySelector('.hole')?.textContent);
    expect(heard).toEqual(['1: Alfa', '2: capital Bravo', '3: digit 7', '4: hyphen', '5: é']);
    // The row itself is concealed again.
    expect(document.querySelector('.field .secret')).toBeNull();
    act(() => void fireEvent.blur(window));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Password' })).toBeNull());
    expect(document.body.textContent).not.toContain('Bravo');
  });
});

describe('the form of an account', () => {
  it('moves own fields up and down, and offers tags that are in use', async () => {
    const { user, engine } = await openAccount();
    await user.click(await button('Edit'));
    await user.click(await button('Move the field PIN up'));
    await user.clear(screen.getByLabelText('Tags'));
    await user.type(screen.getByLabelText('Tags'), 'new, ad');
    await user.click(await button('Add the tag advent'));
    expect(screen.getByLabelText<HTMLInputElement>('Tags').value).toBe('new, advent, ');
    await user.click(await button('Save'));
    await asked(engine, 'accounts.save');
    await waitFor(() => expect(engine.state.accounts[0]?.tags).toEqual(['new', 'advent']));
    expect(engine.state.accounts[0]?.fields.map(({ name }) => name)).toEqual(['PIN', 'Ad account']);
  });

  it('changes the note of a second factor that has no key', async () => {
    const { user, engine } = await openAccount(({ state }) => {
      const factor = {
        id: steadyId('sms'),
        kind: 'sms',
        note: 'ends in 41',
        authenticator: null,
        changed: null,
        outside: false,
      } as const;
      state.accounts[0]?.factors.push(factor);
    });
    await user.click(await button('Edit SMS'));
    const dialog = await screen.findByRole('dialog', { name: 'Edit SMS' });
    const note = within(dialog).getByLabelText('To whose phone or mailbox');
    await user.clear(note);
    await user.type(note, 'ends in 77, Till’s');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await asked(engine, 'factors.note');
    await screen.findByText('ends in 77, Till’s');
    expect(engine.bugs).toEqual([]);
  });
});
