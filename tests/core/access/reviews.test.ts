import { describe, expect, it } from 'vitest';
import { addAccount, befriend, codeOf, draftFor, lend, logged, newWorld, take, type World } from '../../support/session-world.ts';

const ZONE = 'Europe/Berlin';
// Friday 27 November 2026, 09:00 in Berlin.
const START = Date.UTC(2026, 10, 27, 8) / 1000;
const DAY = 86_400;

async function lentTo(count: number): Promise<{ clock: { now: number }; owner: World['session']; grants: string[] }> {
  const clock = { now: START };
  const owner = (await newWorld('Maren Voss', clock)).session;
  const other = (await newWorld('Tomás Reyes', clock)).session;
  const { a } = await befriend(owner, other);
  const grants: string[] = [];
  for (let i = 0; i < count; i++) {
    const account = await addAccount(owner, { title: `Shop ${i}`, password: `Pw-${i}-quay` });
    grants.push((await lend(owner, draftFor(account, a, `2026-12-${String(20 - i).padStart(2, '0')}`))).grant);
  }
  return { clock, owner, grants };
}

describe('a review', () => {
  it('is due on the first of the month after the last one, in the person’s own zone', async () => {
    const { clock, owner } = await lentTo(1);
    expect(owner.reviews.state(ZONE)).toMatchObject({ open: null, finished: null, live: 1 });
    expect(owner.reviews.state(ZONE).due).toBe(Date.parse('2026-12-01T00:00:00+01:00') / 1000);
    expect(owner.reviews.state('America/Los_Angeles').due).toBe(Date.parse('2026-12-01T00:00:00-08:00') / 1000);
    const { id } = take(await owner.reviews.start(ZONE));
    expect(take(await owner.reviews.start(ZONE)).id).toBe(id);
    clock.now = Date.parse('2026-12-01T10:00:00+01:00') / 1000;
    take(await owner.reviews.finish(id, 'No longer needed.'));
    expect(owner.reviews.state(ZONE).due).toBe(Date.parse('2027-01-01T00:00:00+01:00') / 1000);
  });

  it('can be finished when all its loans are over, and is no longer open then', async () => {
    const { clock, owner } = await lentTo(2);
    const { id } = take(await owner.reviews.start(ZONE));
    clock.now = Date.parse('2027-01-04T10:00:00+01:00') / 1000;
    await owner.sweep();
    expect(owner.reviews.state(ZONE).open).toMatchObject({ month: '2026-11', answered: 0, total: 0 });
    expect(take(await owner.reviews.finish(id, 'No longer needed.'))).toEqual({ ended: [], extend: [], lower: [], more: false });
    expect(owner.reviews.state(ZONE)).toMatchObject({ open: null, finished: clock.now });
  });

  it('shows every live loan once, those that end first before the others, and changes nothing until it is finished', async () => {
    const { owner, grants } = await lentTo(4);
    const { id } = take(await owner.reviews.start(ZONE));
    const { rows, total } = take(owner.reviews.rows({ id, offset: 0, limit: 50 }));
    expect(total).toBe(4);
    expect(rows.map(({ grant }) => grant.title)).toEqual(['Shop 3', 'Shop 2', 'Shop 1', 'Shop 0']);
    expect(rows[0]).toMatchObject({ what: ['password'], exposed: ['password'], relayed: 0, asked: 0, answer: null });
    take(await owner.reviews.answer({ id, grant: grants[0] ?? '', answer: 'end' }));
    take(await owner.reviews.answer({ id, grant: grants[1] ?? '', answer: 'keep' }));
    expect(owner.reviews.state(ZONE).open).toMatchObject({ answered: 2, total: 4 });
    take(await owner.reviews.answer({ id, grant: grants[1] ?? '', answer: null }));
    expect(owner.reviews.state(ZONE).open).toMatchObject({ answered: 1 });
    expect(take(owner.grants.get(grants[0] ?? '')).row.state).not.toBe('ended');
  });

  it('ends what was answered so, each with its message and its run, logs the answers, and gives back what wants a choice', async () => {
    const { clock, owner, grants } = await lentTo(5);
    const { id } = take(await owner.reviews.start(ZONE));
    const answers = ['end', 'keep', 'extend', 'lower', 'later'] as const;
    for (const [i, answer] of answers.entries()) take(await owner.reviews.answer({ id, grant: grants[i] ?? '', answer }));
    const done = take(await owner.reviews.finish(id, 'No longer needed.'));
    expect(done.ended.map(({ grant }) => grant.id)).toEqual([grants[0]]);
    expect(done.ended[0]?.sealed.text).toContain('LATCHKEY1.');
    expect(take(owner.grants.get(grants[0] ?? '')).row).toMatchObject({ state: 'ended', run: done.ended[0]?.run });
    expect([done.extend.map(({ id: one }) => one), done.lower.map(({ id: one }) => one)]).toEqual([[grants[2]], [grants[3]]]);
    expect(logged(owner).filter((what) => what === 'review-answered')).toHaveLength(4);
    expect(codeOf(await owner.reviews.finish(id, 'Again.'))).toBe('not_found');
    // What was put off is not asked about within its week, and comes back after it.
    expect(owner.reviews.state(ZONE).live).toBe(3);
    clock.now += 8 * DAY;
    expect(owner.reviews.state(ZONE).live).toBe(4);
  });

  it('of someone else’s grant, or one that is closed, takes no answer', async () => {
    const { owner, grants } = await lentTo(1);
    const { id } = take(await owner.reviews.start(ZONE));
    expect(codeOf(await owner.reviews.answer({ id, grant: id, answer: 'keep' }))).toBe('not_found');
    expect(codeOf(await owner.reviews.answer({ id: grants[0] ?? '', grant: grants[0] ?? '', answer: 'keep' }))).toBe('not_found');
  });
});
