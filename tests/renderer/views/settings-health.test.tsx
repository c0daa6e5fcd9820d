import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { endedGrant } from '../../support/fake-engine/lent.ts';
import type { FakeState } from '../../support/fake-engine/state.ts';
import { FAKE_WORDS } from '../../support/fake-engine/vault-calls.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const day = 86_400;

/** Opens the settings over what is prepared. */
async function openHealth(prepare: (state: FakeState) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, ({ state }) => prepare(state));
  await page.user.click(await button('Settings'));
  await screen.findByRole('heading', { name: 'The way back in' });
  return page;
}

const row = (title: string | RegExp): HTMLElement => {
  const found = screen.getByText(title, { selector: '.health-row b' }).closest('li');
  if (found === null) throw new Error('not a row');
  return found;
};

describe('vault health', () => {
  it('closes its ring when all is in order, and checks the file once by itself', async () => {
    const { engine, user } = await openHealth();
    expect(await screen.findByRole('heading', { name: 'All is in order' })).toBeTruthy();
    expect(screen.getByRole('img', { name: '11 of 11 in order' })).toBeTruthy();
    expect(await screen.findByText(/^checked today \d+:\d\d, took 0\.9 s$/)).toBeTruthy();
    await user.click(await button('Locking'));
    await user.click(await button('Vault health'));
    await screen.findByRole('heading', { name: 'The way back in' });
    expect(engine.state.calls.filter((call) => call === 'vault.check')).toHaveLength(1);
    await user.click(await button('Check all again'));
    await asked(engine, 'vault.check', 2);
  });

  it('counts what wants something done, and says it in one sentence', async () => {
    const { user } = await openHealth((state) => {
      state.safety.health.recovery.tested = null;
      endedGrant(state);
    });
    expect(await screen.findByRole('heading', { name: 'Two things to do' })).toBeTruthy();
    expect(screen.getByText('Close the grant that has ended and test your recovery sheet.')).toBeTruthy();
    expect(screen.getByRole('img', { name: '9 of 11 in order' })).toBeTruthy();
    expect(within(screen.getByRole('navigation', { name: 'Pages of the settings' })).getByText('2')).toBeTruthy();
    await user.click(within(row('1 grant ended but not closed')).getByRole('button', { name: 'Open runs' }));
    await waitFor(() => expect(document.querySelector('.bar h1')?.textContent).toBe('Runs'));
  });

  it('tests the sheet by its 24 words, and says which word is on no list', async () => {
    const { engine, user } = await openHealth((state) => void (state.safety.health.recovery.tested = null));
    await user.click(await button('Test the sheet'));
    const dialog = await screen.findByRole('dialog');
    const fields = within(dialog).getAllByRole<HTMLInputElement>('textbox');
    expect(fields).toHaveLength(24);
    expect(
      within(dialog)
        .getByRole('button', { name: /^Test the sheet/ })
        .getAttribute('aria-disabled'),
    ).toBe('true');
    const [first, second] = fields;
    if (first === undefined || second === undefined) throw new Error('no fields');
    await user.click(first);
    await user.paste([FAKE_WORDS[0], 'zzz', ...FAKE_WORDS.slice(2)].join(' '));
    await user.click(within(dialog).getByRole('button', { name: 'Test the sheet' }));
    expect(await within(dialog).findByText(/Word 2 is not one of the list/)).toBeTruthy();
    expect(second.getAttribute('aria-invalid')).toBe('true');
    await user.clear(second);
    await user.type(second, FAKE_WORDS[1] ?? '');
    await user.click(within(dialog).getByRole('button', { name: 'Test the sheet' }));
    await said(/The sheet works/);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(engine.state.safety.health.recovery.tested).not.toBeNull();
    expect(await screen.findByRole('heading', { name: 'All is in order' })).toBeTruthy();
  });

  it.each([
    [
      'a sheet tested over a year ago',
      (s: FakeState): unknown => (s.safety.health.recovery.tested = s.now() - 400 * day),
      /not tested for a year/,
    ],
    [
      'no sheet',
      (s: FakeState): unknown => (s.safety.health.recovery = { present: false, made: null, tested: null }),
      /no recovery sheet/,
    ],
    ['a cheap guess', (s: FakeState): unknown => (s.safety.health.cost = 'low'), /cheaper than usual/],
    ['no backup', (s: FakeState): unknown => (s.safety.health.backups = []), /no backup yet/],
    ['a backup behind the saves', (s: FakeState): unknown => s.safety.health.backups.splice(0, 3, aged(s)), /Backup is 5 days old/],
    [
      'a file that is mostly old',
      (s: FakeState): unknown => Object.assign(s.safety.health, { bytes: 900_000, deadBytes: 600_000 }),
      /More than half/,
    ],
    ['a log that was changed', (s: FakeState): unknown => (s.safety.badLog = 40), /Entry 40 of the log does not fit/],
    ['a file that is not what it should be', (s: FakeState): unknown => (s.safety.fault = 'seal'), /not what it should be/],
    [
      'an older copy',
      (s: FakeState): unknown => Object.assign(s, { anchor: 'rolled_back', readOnly: 'rolled_back' }),
      /older than what this computer last saw/,
    ],
  ] as const)('does not call %s in order', async (_, prepare, title) => {
    await openHealth((state) => void prepare(state));
    await waitFor(() => expect(row(title).className).toMatch(/wait|bad/));
    expect(screen.queryByRole('heading', { name: 'All is in order' })).toBeNull();
  });

  it.each([
    ['records set aside', (s: FakeState): unknown => (s.safety.health.setAside = 3), '3 records set aside'],
    ['a vault new to this device', (s: FakeState): unknown => (s.anchor = 'none'), /had not seen this vault before/],
  ] as const)('tells of %s without calling it wrong', async (_, prepare, title) => {
    await openHealth((state) => void prepare(state));
    expect(row(title).className).toContain('note');
    expect(screen.getByRole('heading', { name: 'All is in order' })).toBeTruthy();
  });

  it('does not check a damaged file by itself', async () => {
    const { engine } = await openHealth((state) => Object.assign(state, { read: 'damaged', readOnly: 'damaged' }));
    expect(row('Part of the file cannot be read').className).toContain('bad');
    expect(engine.state.calls).not.toContain('vault.check');
  });

  it('compacts the file and says what it gave', async () => {
    const { user } = await openHealth();
    await user.click(within(row('412 kB, 118 records')).getByRole('button', { name: 'Compact' }));
    await said(/went from 412 kB to 381 kB/);
    await waitFor(() => expect(row('381 kB, 118 records').querySelector('button')).toBeNull());
  });
});

function aged(state: FakeState) {
  const [newest] = state.safety.health.backups;
  if (newest === undefined) throw new Error('no backup');
  return { ...newest, at: state.now() - 5 * day - 60 };
}
