import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../shared/contracts/engine/accounts.ts';
import type { LogVerdict } from '../../../shared/contracts/engine/log.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { verdictText, witnessText } from '../../../shared/text/log-page.ts';
import { dateWords } from '../../../renderer/lib/plain-date.ts';
import { dayOf } from '../../../renderer/views/handoff/own-zone.ts';
import { wantedOf } from '../../../renderer/views/log/use-log.ts';
import type { FakeEngine } from '../../support/fake-engine.ts';
import type { FakeState } from '../../support/fake-engine/state.ts';
import { asked, button, change, closePage, openPage, said } from '../../support/page.tsx';

afterEach(closePage);

const DAY = 86_400;

/** Three days of entries, newest first: the last is by another person, and signed. */
function fill(state: FakeState): void {
  const [account] = state.accounts;
  const [person] = state.people;
  if (account === undefined || person === undefined) throw new Error('the sample has both');
  const noon = new Date(state.now() * 1000).setHours(0, 1, 0, 0) / 1000;
  const who = { contact: person.id, name: person.name, verified: true };
  const event = (n: number, t: number, more: Partial<LogEvent>): LogEvent => ({
    ...{ n, t, what: 'vault-opened', who: null, about: null, part: null, run: null, proof: null },
    ...more,
  });
  state.log = [
    event(4, noon, { what: 'receipt-opened', who, about: account.title, proof: 'signed' }),
    event(3, noon - DAY, { what: 'password-revealed', about: account.title }),
    event(2, noon - DAY - 30, {}),
    event(1, noon - 3 * DAY, { what: 'vault-made' }),
  ];
}

/** Opens the log by the row of the health page that leads there. */
async function openLog(prepare: (engine: FakeEngine) => void = () => undefined) {
  const page = await openPage({ start: 'sample' }, (engine, shell) => {
    fill(engine.state);
    prepare(engine);
    shell.file = { token: 'L'.repeat(22), name: 'the-log.json', size: 4096 };
  });
  await page.user.click(await button('Settings'));
  await page.user.click(await button('See the log'));
  await screen.findByRole('heading', { name: 'The log', level: 1 });
  return page;
}

const entries = (): string[] => [...document.querySelectorAll('.log-said')].map((one) => one.textContent ?? '');

const choose = async (user: Awaited<ReturnType<typeof openLog>>['user'], filter: string, option: string | RegExp) => {
  await user.click(screen.getByRole('combobox', { name: filter }));
  await user.click(await screen.findByRole('option', { name: option }));
};

/** Chooses a day in the calendar that is open. */
async function chooseDay(user: Awaited<ReturnType<typeof openLog>>['user'], at: number): Promise<void> {
  const name = new RegExp(`^${dateWords(dayOf(at), 'long')}\\b`);
  await user.click(await screen.findByRole('gridcell', { name }));
}

describe('the log', () => {
  it('tells what happened in sentences, newest first, under the headings of their days, with what proves it', async () => {
    const { engine } = await openLog();
    await waitFor(() => expect(entries()).toHaveLength(4));
    expect(entries()[0]).toMatch(/opened the handoff of /);
    expect(entries()[3]).toBe('You made this vault');
    const list = screen.getByRole('region', { name: 'Entries of the log, newest first' });
    expect(list.tabIndex).toBe(0);
    expect(within(list).getAllByRole('heading')).toHaveLength(3);
    expect(within(list).getAllByRole('heading')[0]?.textContent).toBe('Today');
    expect(within(list).getAllByText('receipt signed')).toHaveLength(1);
    expect(engine.bugs).toEqual([]);
  });

  it('is narrowed by what, by person, by account and by days, and shown whole again', async () => {
    const { user, engine } = await openLog();
    await waitFor(() => expect(entries()).toHaveLength(4));
    await choose(user, 'What', 'The vault');
    await waitFor(() => expect(entries()).toEqual(['The vault was unlocked', 'You made this vault']));
    const day = formatDay(engine.state.log[2]?.t ?? 0, engine.state.now());
    await user.click(await button('From: any day'));
    await chooseDay(user, engine.state.log[2]?.t ?? 0);
    await button(`From: ${day}`);
    await waitFor(() => expect(entries()).toEqual(['The vault was unlocked']));
    await user.click(await button('Show all'));
    await waitFor(() => expect(entries()).toHaveLength(4));
    await choose(user, 'Person', engine.state.people[0]?.name ?? '');
    await waitFor(() => expect(entries()).toHaveLength(1));
    await user.click(await button('Show all'));
    const [first] = engine.state.accounts;
    await choose(user, 'Account', `${first?.title}, ${first?.username}`);
    await waitFor(() => expect(entries()).toHaveLength(2));
    await user.click(await button('Until: any day'));
    await chooseDay(user, engine.state.now() - 20 * DAY);
    expect(await screen.findByText('No entry fits')).toBeTruthy();
    await user.click(await button(/^Until: /));
    await user.click(await button('No day'));
    await waitFor(() => expect(entries()).toHaveLength(2));
  });

  it('is reached from an account, narrowed to it, and goes back there', async () => {
    const page = await openPage({ start: 'sample' }, ({ state }) => {
      fill(state);
      const [first] = state.accounts;
      if (first !== undefined) first.lately = state.log.slice(0, 2);
    });
    const title = page.engine.state.accounts[0]?.title ?? '';
    await page.user.click((await screen.findAllByRole('option', { name: new RegExp(title) }))[0] as HTMLElement);
    await page.user.click(await button(`All of it, the log of ${title}`));
    await waitFor(() => expect(entries()).toHaveLength(2));
    expect((await button('Settings')).getAttribute('aria-current') ?? '').toMatch(/page|true|/);
    await page.user.click(await button('Back'));
    expect(await button(`All of it, the log of ${title}`)).toBeTruthy();
  });

  it('follows what is written while it is shown', async () => {
    const { engine } = await openLog();
    await waitFor(() => expect(entries()).toHaveLength(4));
    await change(engine, (state) => {
      state.log = [
        { n: 5, t: state.now(), what: 'log-exported', who: null, about: null, part: null, run: null, proof: null },
        ...state.log,
      ];
      state.changed('log');
    });
    await waitFor(() => expect(entries()[0]).toBe('You exported the log'));
  });

  it('is verified when it opens and on demand, and names the entry that does not fit', async () => {
    const { engine, user } = await openLog(({ state }) => {
      state.proof.witnesses = { heads: 3, people: 2, last: state.now() - 60, bad: null };
    });
    expect(await screen.findByText('every entry fits the one before')).toBeTruthy();
    expect(
      await screen.findByText(/^3 receipts, by 2 other people, hold earlier heads of this log; all are still in it/),
    ).toBeTruthy();
    engine.state.safety.badLog = 2;
    await user.click(await button('Verify now'));
    expect(await screen.findByText('entry 2 does not fit the one before')).toBeTruthy();
    await user.click(await button('See what'));
    expect(await screen.findByText('The log', { selector: 'h2 span' })).toBeTruthy();
  });
});

describe('a log written to a file', () => {
  it('is written only after the page has said what it holds and leaves out', async () => {
    const { engine, user } = await openLog();
    await user.click(await button('Export'));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('passwords, codes and keys')).toBeTruthy();
    expect(engine.state.calls).not.toContain('log.writeOut');
    await user.click(within(dialog).getByRole('button', { name: 'Export' }));
    await asked(engine, 'log.writeOut');
    expect(engine.state.proof.written).toEqual(['L'.repeat(22)]);
    await said(/the-log\.json is saved and signed/);
  });

  it('is checked, and the first entry that does not fit is named', async () => {
    const { engine, user } = await openLog(({ state }) => {
      state.proof.verdict = { verdict: 'record', bad: 12, records: 0, written: null, by: null, known: null };
    });
    await user.click(await button('Check a file'));
    const dialog = await screen.findByRole('dialog', { name: 'The file does not hold' });
    expect(within(dialog).getByText(/^Entry 12 is the first that does not follow/)).toBeTruthy();
    expect(within(dialog).getByText('the-log.json')).toBeTruthy();
    expect(engine.state.proof.read).toEqual(['L'.repeat(22)]);
  });

  it('has no buttons where the host has no dialogs', async () => {
    const page = await openPage({ start: 'sample' }, (engine, shell) => {
      fill(engine.state);
      shell.missing = ['save_dialog', 'open_dialog'];
    });
    await page.user.click(await button('Settings'));
    await page.user.click(await button('See the log'));
    await waitFor(() => expect(entries()).toHaveLength(4));
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Check a file' })).toBeNull();
  });
});

describe('words of the log', () => {
  const now = Date.UTC(2026, 10, 25, 12) / 1000;
  const found = (part: Partial<LogVerdict>): LogVerdict => ({
    ...{ verdict: 'whole', bad: null, records: 612, written: now - DAY, by: 'Ana', known: 'verified' },
    ...part,
  });

  it('give every verdict three sentences, and only a whole file holds', () => {
    for (const verdict of ['form', 'record', 'head', 'signature', 'witness'] as const) {
      const said = verdictText(found({ verdict, bad: 7 }), now);
      expect(said.holds).toBe(false);
      expect(said.lines.every((line) => line.endsWith('.'))).toBe(true);
      expect(said.lines[0].includes('Entry 7')).toBe(verdict === 'record' || verdict === 'witness');
    }
    for (const known of ['me', 'verified', 'unverified', 'stranger'] as const)
      expect(verdictText(found({ known }), now).holds).toBe(true);
    expect(verdictText(found({ verdict: 'record', bad: 7 }), now).lines[1]).toBe('The entries up to 5 hold.');
    expect(verdictText(found({ verdict: 'record', bad: 1 }), now).lines[0]).toMatch(/^Entry 1 is not the first/);
    expect(verdictText(found({ known: 'unverified' }), now).lines[1]).toContain('not compared');
  });

  it('say what others hold of it', () => {
    expect(witnessText({ heads: 0, people: 0, last: null, bad: null }, now)).toMatch(/^No receipt/);
    expect(witnessText({ heads: 1, people: 1, last: now - 3 * DAY, bad: null }, now)).toMatch(
      /^One receipt .*it came Sun 22 Nov\.$/,
    );
    expect(witnessText({ heads: 3, people: 1, last: now, bad: null }, now)).toMatch(/^3 receipts, by one other person, hold/);
    expect(witnessText({ heads: 2, people: 1, last: now, bad: 9 }, now)).toMatch(/^A receipt holds entry 9 otherwise/);
  });

  it('take the last day in, and no day that is not typed to its end', () => {
    const of = (from?: string, until?: string) =>
      wantedOf({ view: 'log', ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) });
    const { from, until } = of('2026-11-25', '2026-11-25');
    expect((until ?? 0) - (from ?? 0)).toBe(DAY);
    expect(of('0002-11-25', '2026-13-01')).toMatchObject({ from: null, until: null });
  });
});
