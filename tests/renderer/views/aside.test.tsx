import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeAside } from '../../support/fake-engine/aside-calls.ts';
import type { FakeState } from '../../support/fake-engine/state.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const day = 86_400;

/** Opens the page about what cannot be read by the row of the health page that leads there. */
async function openAside(prepare: (state: FakeState) => void) {
  const page = await openPage({ start: 'sample' }, ({ state }) => {
    prepare(state);
    state.safety.health.setAside = state.safety.aside.length;
  });
  await page.user.click(await button('Settings'));
  await page.user.click(await button('See what'));
  await screen.findByRole('heading', { name: 'The log' });
  return page;
}

const three = (state: FakeState): void => {
  state.safety.aside = [
    fakeAside('first', { name: 'Instagram', changed: state.now() - day }),
    fakeAside('second', { type: 'note_card', known: false, v: 2, why: 'unknown_kind', field: null }),
    fakeAside('third', { type: 'audit', field: 'prev', removable: false }),
  ];
};

const lineOf = (title: string): HTMLElement => {
  const found = screen.getByText(title, { selector: '.aside-record b' }).closest('li');
  if (found === null) throw new Error('no such record');
  return found;
};

describe('records set aside', () => {
  it('says of each what it is, why, what that means, and what becomes of it', async () => {
    await openAside(three);
    await screen.findByText('An account, “Instagram”');
    const account = lineOf('An account, “Instagram”');
    expect(within(account).getByText('Its part “title” does not have the form it should have.')).toBeTruthy();
    expect(within(account).getByText(/^It is missing from your lists/)).toBeTruthy();
    expect(within(account).getByText(/^first___ · last changed .+ · 812 B$/)).toBeTruthy();
    const unknown = lineOf('A kind of record this version does not know');
    expect(within(unknown).getByText(/note_card/)).toBeTruthy();
    expect(within(unknown).getByText('Most likely a newer Latchkey wrote it.')).toBeTruthy();
    expect(screen.getByText(/Their bytes are kept as they are.*After an update each is tried again by itself/)).toBeTruthy();
  });

  it('copies what is known for support', async () => {
    const { user, engine } = await openAside(three);
    await user.click(await button('Copy what is known of first___ for support'));
    await asked(engine, 'aside.copy');
    await said(/Nothing of what is in it is in that text/);
    expect(engine.bugs).toEqual([]);
  });

  it('removes one only after the question, which starts on the way back', async () => {
    const { user, engine } = await openAside(three);
    await user.click(await button('Remove the record first___'));
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove the record first___ for good?' });
    expect(dialog.textContent).toMatch(/backup: those made until now keep it/);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep it'));
    await user.click(within(dialog).getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(engine.state.calls).not.toContain('aside.remove');
    await user.click(await button('Remove the record first___'));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await said(/is removed, and the log says so/);
    await waitFor(() => expect(screen.queryByText('An account, “Instagram”')).toBeNull());
    expect(engine.bugs).toEqual([]);
  });

  it('offers no removal of what a vault cannot be without, and none while nothing can be saved', async () => {
    await openAside((state) => {
      three(state);
      state.readOnly = 'disk_full';
    });
    await screen.findByText('An entry of the log');
    expect(within(lineOf('An entry of the log')).queryByRole('button', { name: /^Remove/ })).toBeNull();
    expect(within(lineOf('An entry of the log')).getByText('It stays: the log is only ever written on.')).toBeTruthy();
    const remove = await button('Remove the record first___');
    expect(remove.getAttribute('aria-disabled')).toBe('true');
  });

  it('leads back to the health of the vault', async () => {
    const { user } = await openAside(three);
    await user.click(within(document.querySelector('.aside-back') as HTMLElement).getByRole('button', { name: 'Vault health' }));
    expect(await screen.findByRole('heading', { name: 'The way back in' })).toBeTruthy();
  });
});

describe('a log that does not hold together', () => {
  const broken = (part: Partial<NonNullable<FakeState['safety']['logFault']>>) => (state: FakeState) => {
    const [before, after] = [state.now() - 3 * day, state.now() - 2 * day];
    state.safety.badLog = 40;
    state.safety.logFault = {
      ...{ n: 40, why: 'changed', missing: 0, before: { n: 39, t: before }, after: { n: 40, t: after }, more: 0, setAside: 0 },
      ...part,
    };
  };

  it('says which entry, between which days, and what it does and does not mean', async () => {
    const { user } = await openAside(broken({}));
    expect(await screen.findByText('Entry 40 of the log does not follow from entry 39')).toBeTruthy();
    expect(screen.getByText(/^Between entry 39 of .+ and entry 40 of .+\.$/)).toBeTruthy();
    expect(screen.getByText(/One of the two was changed after it was written/)).toBeTruthy();
    expect(screen.getByText(/The entries up to 38 hold\. Accounts, passwords and codes do not depend on the log/)).toBeTruthy();
    await user.click(await button('Show the backups'));
    expect(await screen.findByText('408 kB, 118 records')).toBeTruthy();
  });

  it('counts what is missing, and says when it stands among the records set aside', async () => {
    await openAside(broken({ why: 'missing', missing: 2, after: { n: 42, t: 1_795_000_000 }, more: 1, setAside: 2 }));
    expect(await screen.findByText('Entries 40 to 41 of the log are missing')).toBeTruthy();
    expect(screen.getByText(/one more place like it.*2 entries of the log are among the records set aside/)).toBeTruthy();
    expect(screen.getByText(/cannot be read by this version/)).toBeTruthy();
  });
});
