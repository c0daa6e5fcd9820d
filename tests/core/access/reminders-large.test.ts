import { expect, it } from 'vitest';
import { layLoans } from '../../support/ledger-vault.ts';
import { newWorld, reopened, take } from '../../support/session-world.ts';

const BERLIN = 'Europe/Berlin';

it('are listed, counted and digested over 5 000 loans and 2 000 accounts, and the times printed', {
  timeout: 120_000,
}, async () => {
  const clock = { now: Date.UTC(2026, 10, 25, 7) / 1000 };
  const made = await newWorld('Maren Voss', clock);
  await layLoans(made.session, { accounts: 2000, grants: 5000, events: 0 });
  const { session } = await reopened(made, clock);
  session.book.warm();
  const { reminders } = session;
  const timed = <T>(name: string, work: () => T): T => {
    const began = performance.now();
    const result = work();
    const first = performance.now() - began;
    const again = performance.now();
    work();
    const then = performance.now() - again;
    console.log(`${name}: ${first.toFixed(1)} ms first, ${then.toFixed(1)} ms then`);
    return result;
  };
  const { due } = timed('list', () => reminders.list(BERLIN));
  // With the review of the first of December, which is due soon and not counted yet.
  expect(due.total).toBe(2001);
  expect(due.rows).toHaveLength(200);
  expect(timed('count', () => reminders.due(BERLIN))).toBe(2000);
  const { ends, over } = timed('digest', () => reminders.digest());
  expect([ends.length, over]).toEqual([60, 2000]);
  let began = performance.now();
  expect(reminders.calendar(BERLIN).events).toBeGreaterThan(2000);
  console.log(`calendar: ${(performance.now() - began).toFixed(1)} ms`);
  const [row] = due.rows;
  began = performance.now();
  take(await reminders.snooze({ kind: 'loan_over', of: row?.of ?? '', day: '2026-11-27', zone: BERLIN }));
  console.log(`put off: ${(performance.now() - began).toFixed(1)} ms`);
  expect(reminders.list(BERLIN).snoozed.total).toBe(1);
});
