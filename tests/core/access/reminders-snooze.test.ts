import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, logged, take } from '../../support/session-world.ts';
import { at, BERLIN, DAY, type ReminderWorld, reminderWorld } from './reminder-world.ts';

const LA = 'America/Los_Angeles';
const clock = { now: 0 };
let world: ReminderWorld;
let grant = '';

beforeEach(async () => {
  world = await reminderWorld(clock);
  grant = await world.lend('2026-11-30');
});

const snooze = (day: string | null, zone = BERLIN, of: string | null = grant) =>
  world.owner.reminders.snooze({ kind: 'loan_ending', of, day, zone });
const records = () => world.owner.book.all('snooze');

describe('a reminder put off', () => {
  it('is named apart with the time it comes back, is in the log, and comes back then', async () => {
    take(await snooze('2026-11-27'));
    const back = at('2026-11-27T00:00:00+01:00');
    // The review of the first of December is not put off with it.
    expect([world.kinds(), world.putOff()]).toMatchObject([['review_due'], [{ kind: 'loan_ending', of: grant, snoozed: back }]]);
    expect(logged(world.owner).at(-1)).toBe('reminder-snoozed');
    clock.now = back - 1;
    expect(world.kinds()).toEqual(['review_due']);
    clock.now = back;
    expect([world.kinds(), world.putOff()]).toEqual([['loan_ending', 'review_due'], []]);
    expect(records()).toHaveLength(1);
    await world.owner.sweep();
    expect(records()).toEqual([]);
  });

  it('has one record, however often it is put off, and none once it is asked again', async () => {
    take(await snooze('2026-11-27'));
    take(await snooze('2026-11-29'));
    expect(records().map(({ data }) => data.until)).toEqual([at('2026-11-29T00:00:00+01:00')]);
    take(await snooze(null));
    expect([records(), world.kinds()]).toEqual([[], ['loan_ending', 'review_due']]);
    expect(codeOf(await snooze(null))).toBe('not_found');
    expect(logged(world.owner).filter((what) => what === 'reminder-snoozed')).toHaveLength(2);
  });

  it('does not keep what comes of it quiet: a loan that is over is another reminder', async () => {
    take(await snooze('2026-12-05'));
    clock.now = at('2026-12-01T00:00:00+01:00');
    await world.owner.sweep();
    expect(world.due().some(({ kind }) => kind === 'loan_over')).toBe(true);
    expect(world.putOff()).toEqual([]);
  });

  it('goes when its cause does, and its record once its time has come', async () => {
    take(await snooze('2026-11-27'));
    const data = world.owner.book.get('grant', grant);
    await world.owner.book.change((draft) => (data === null ? {} : draft.put('grant', grant, { ...data, refused: clock.now }), {}));
    expect([world.due(), world.putOff()]).toEqual([[], []]);
    clock.now += 3 * DAY;
    await world.owner.sweep();
    expect(records()).toEqual([]);
  });

  it('leaves no record of another that is past', async () => {
    take(await snooze('2026-11-26'));
    clock.now = at('2026-11-26T10:00:00+01:00');
    take(await world.owner.reminders.snooze({ kind: 'loan_ending', of: grant, day: '2026-11-27', zone: BERLIN }));
    expect(records()).toHaveLength(1);
  });

  it('comes back as the day begins where the clock is changed before or on it', async () => {
    const second = await world.lend('2027-04-02');
    clock.now = at('2027-03-27T12:00:00+01:00');
    for (const [day, back] of [
      ['2027-03-28', '2027-03-28T00:00:00+01:00'],
      ['2027-03-29', '2027-03-29T00:00:00+02:00'],
    ] as const) {
      take(await snooze(day, BERLIN, second));
      expect(world.putOff().find(({ of }) => of === second)?.snoozed).toBe(at(back));
    }
    // From Saturday noon to Monday midnight there is an hour less than on other week-ends.
    expect(at('2027-03-29T00:00:00+02:00') - clock.now).toBe(35 * 3600);
  });

  it('comes back nine hours later for someone in Los Angeles than for someone in Berlin', async () => {
    take(await snooze('2026-11-28'));
    const berlin = world.putOff()[0]?.snoozed ?? 0;
    take(await snooze('2026-11-28', LA));
    const la = world.putOff()[0]?.snoozed ?? 0;
    expect(la - berlin).toBe(9 * 3600);
    // For three weeks of spring the two are eight hours apart.
    const spring = await world.lend('2027-03-18');
    clock.now = at('2027-03-15T12:00:00+01:00');
    take(await snooze('2027-03-17', BERLIN, spring));
    const first = world.putOff().find(({ of }) => of === spring)?.snoozed ?? 0;
    take(await snooze('2027-03-17', LA, spring));
    expect((world.putOff().find(({ of }) => of === spring)?.snoozed ?? 0) - first).toBe(8 * 3600);
  });

  it('is not counted as due', async () => {
    clock.now = at('2026-11-30T12:00:00+01:00');
    expect(world.owner.reminders.due(BERLIN)).toBe(1);
    take(await snooze('2026-12-02'));
    expect(world.owner.reminders.due(BERLIN)).toBe(0);
  });

  it('is refused for a day that has begun, one too far ahead, one that is none, no zone, and for no reminder', async () => {
    const codes = [
      await snooze('2026-11-25'),
      await snooze('2028-01-01'),
      await snooze('2027-02-29'),
      await snooze('2026-11-27', 'Mars/Olympus'),
      await snooze('2026-11-27', BERLIN, world.account),
    ].map(codeOf);
    expect(codes).toEqual(['ends_in_past', 'too_far_ahead', 'text_unfit', 'text_unfit', 'not_found']);
    expect([records(), world.kinds()]).toEqual([[], ['loan_ending', 'review_due']]);
  });
});
