import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../../renderer/lib/progress.ts';
import { SHOWN_AFTER_MS } from '../../../renderer/lib/progress.ts';
import { FAKE_PASSPHRASE, type FakeEngine } from '../../support/fake-engine.ts';
import { asked, button, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

/** Keeps a call waiting, as long work does; gives what lets it go on. */
function hold({ state }: FakeEngine, call: string): () => void {
  let letGo = (): void => undefined;
  state.safety.holds.set(call, new Promise((done) => (letGo = done)));
  return () => {
    state.safety.holds.delete(call);
    letGo();
  };
}

const tell = ({ server }: FakeEngine, told: Progress): Promise<void> => act(async () => server.emit('progress', told));
const bar = (): HTMLElement | null => screen.queryByRole('progressbar');
const later = (ms: number): Promise<void> => act(() => new Promise<void>((done) => void setTimeout(done, ms)));

async function unlocking() {
  const page = await openPage({ start: 'closed' });
  const letGo = hold(page.engine, 'vault.open');
  await page.user.type(await screen.findByLabelText('Passphrase'), `${FAKE_PASSPHRASE}{Enter}`);
  await asked(page.engine, 'vault.open');
  return { ...page, letGo };
}

describe('opening a large vault', () => {
  it('is drawn once it has gone on for a while, with its records in words', async () => {
    const { engine, letGo } = await unlocking();
    expect(screen.getByText('Checking the passphrase')).toBeTruthy();
    await tell(engine, { task: 'opening', done: 12, records: { done: 6000, total: 50_000 } });
    expect(bar()).toBeNull();
    await later(SHOWN_AFTER_MS + 50);
    await tell(engine, { task: 'opening', done: 46, records: { done: 23_000, total: 50_000 } });
    await waitFor(() => expect(bar()?.getAttribute('aria-valuenow')).toBe('46'));
    expect(bar()?.getAttribute('aria-label')).toBe('Opening the vault');
    expect(bar()?.getAttribute('aria-valuetext')).toBe('46 %, Opening 23\u202f000 of 50\u202f000 records');
    expect(screen.getByText('Opening 23 000 of 50 000 records')).toBeTruthy();
    await tell(engine, { task: 'checking', done: 80 });
    expect(bar()?.getAttribute('aria-valuenow')).toBe('46');
    letGo();
    expect(await screen.findByRole('heading', { name: 'Accounts' })).toBeTruthy();
  });

  it('does not flash when it is quick', async () => {
    const { engine, letGo } = await unlocking();
    await tell(engine, { task: 'opening', done: 60 });
    expect(bar()).toBeNull();
    letGo();
    await screen.findByRole('heading', { name: 'Accounts' });
    await later(SHOWN_AFTER_MS + 50);
    expect(bar()).toBeNull();
  });

  it('says how many records so far where the file does not tell how many there are', async () => {
    const { engine, letGo } = await unlocking();
    await tell(engine, { task: 'opening', done: 46, records: { done: 23_000, total: null } });
    expect(await screen.findByText('Opening the vault, 23 000 records so far')).toBeTruthy();
    letGo();
    await screen.findByRole('heading', { name: 'Accounts' });
  });

  it.each(['press', 'key'] as const)('stops by %s, without calling it a failure, and leaves what was typed', async (by) => {
    const { engine, user, letGo } = await unlocking();
    await tell(engine, { task: 'opening', done: 20 });
    await screen.findByRole('progressbar');
    expect(screen.queryByRole('button', { name: 'Another vault' })).toBeNull();
    if (by === 'press') await user.click(await button('Stop'));
    else await user.keyboard('{Escape}');
    await waitFor(() => expect(engine.state.safety.stopped).toEqual(['opening']));
    engine.state.openFails = 'cancelled';
    letGo();
    await waitFor(() => expect(bar()).toBeNull());
    expect(screen.queryByText(/Stopped/)).toBeNull();
    const field = screen.getByLabelText<HTMLInputElement>('Passphrase');
    expect(field.value).toBe(FAKE_PASSPHRASE);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(await button('Another vault')).toBeTruthy();
  });
});

describe('long work in the settings', () => {
  it('draws a compaction and stops it', async () => {
    const { engine, user } = await openPage({ start: 'sample' });
    await user.click(await button('Settings'));
    await screen.findByText(/^checked today/);
    const letGo = hold(engine, 'vault.compact');
    await user.click(await button('Compact'));
    await asked(engine, 'vault.compact');
    await tell(engine, { task: 'compacting', done: 30 });
    expect((await screen.findByRole('progressbar', { name: 'Compacting the file' })).getAttribute('aria-valuenow')).toBe('30');
    await user.click(await button('Stop'));
    await waitFor(() => expect(engine.state.safety.stopped).toContain('compacting'));
    letGo();
    await said(/went from/);
    await waitFor(() => expect(bar()).toBeNull());
  });

  it('draws a check, and keeps what the last one found when it is stopped', async () => {
    const { engine, user } = await openPage({ start: 'sample' });
    await user.click(await button('Settings'));
    const found = (await screen.findByText(/^checked today/)).textContent;
    const letGo = hold(engine, 'vault.check');
    await user.click(await button('Check all again'));
    await asked(engine, 'vault.check', 2);
    await tell(engine, { task: 'checking', done: 10, records: { done: 40, total: 118 } });
    expect(await screen.findByText('Checking 40 of 118 records')).toBeTruthy();
    await user.click(await button('Stop'));
    engine.state.safety.checkStopped = true;
    letGo();
    expect((await screen.findByText(/^checked today/)).textContent).toBe(found);
    expect(screen.getByRole('heading', { name: 'All is in order' })).toBeTruthy();
  });

  it('draws the renewal of the vault key, whose safe button stops it', async () => {
    const { engine, user } = await openPage({ start: 'sample' });
    await user.click(await button('Settings'));
    await user.click(await button('Passphrase and sheet'));
    await user.click(await button('Renew the vault key'));
    const letGo = hold(engine, 'vault.rotateKey');
    await user.type(await screen.findByLabelText('Your passphrase'), `${FAKE_PASSPHRASE}{Enter}`);
    await asked(engine, 'vault.rotateKey');
    await tell(engine, { task: 'sealing', done: 25, records: { done: 60, total: 118 } });
    expect(await screen.findByText('Sealing 60 of 118 records')).toBeTruthy();
    await user.click(await button('Cancel'));
    await waitFor(() => expect(engine.state.safety.stopped).toEqual(['sealing']));
    expect(screen.getByRole('dialog')).toBeTruthy();
    letGo();
  });
});

describe('long work of a vault that does not open', () => {
  it('draws a salvage', async () => {
    const { engine, user } = await openPage({ start: 'closed' });
    await user.click(await button('Another vault'));
    await user.click(await button('Backups and rescue of studio-voss'));
    await user.click(await button('Take what can be read'));
    const letGo = hold(engine, 'salvage.run');
    await user.type(await screen.findByLabelText('Passphrase of the damaged vault'), `${FAKE_PASSPHRASE}{Enter}`);
    await asked(engine, 'salvage.run');
    await tell(engine, { task: 'salvaging', done: 55 });
    expect((await screen.findByRole('progressbar', { name: 'Reading what is there' })).getAttribute('aria-valuenow')).toBe('55');
    letGo();
    expect(await screen.findByText('117 records from 1270 saves')).toBeTruthy();
  });
});
