import { describe, expect, it } from 'vitest';
import { dayWords, digestLine, reminderTag } from '../../../shared/text/reminders.ts';

/** An instant by this computer's own clock. */
const local = (day: number, hour = 0): number => new Date(2026, 10, day, hour).getTime() / 1000;
const now = local(25, 12);

describe('the line of the lock screen', () => {
  it.each([
    [{ ends: [], over: 0 }, null],
    [{ ends: [{ at: local(27), count: 2 }], over: 0 }, '2 things end tomorrow'],
    [{ ends: [{ at: local(26), count: 1 }], over: 0 }, '1 thing ends today'],
    [{ ends: [], over: 1 }, '1 thing is over'],
    [{ ends: [{ at: local(26, 18), count: 1 }], over: 3 }, '3 things are over, 1 ends tomorrow'],
    [{ ends: [{ at: local(30), count: 2 }], over: 0 }, '2 things end Sun 29 Nov'],
  ])('says of %j: %s', (digest, line) => {
    expect(digestLine(digest, now)).toBe(line);
  });

  it('counts together what ends on one day, and says nothing of what is more than a week away', () => {
    const ends = [local(26, 9), local(26, 18), local(27), local(29)].map((at) => ({ at, count: 1 }));
    expect(digestLine({ ends, over: 0 }, now)).toBe('3 things end tomorrow');
    expect(digestLine({ ends: [{ at: local(25, 12) + 9 * 86_400, count: 4 }], over: 0 }, now)).toBeNull();
  });

  it('counts as over what was still to come when it was told', () => {
    const digest = { ends: [local(26), local(28)].map((at) => ({ at, count: 1 })), over: 1 };
    expect(digestLine(digest, local(26, 8))).toBe('2 things are over, 1 ends tomorrow');
    expect(digestLine(digest, local(28, 8))).toBe('3 things are over');
  });

  it('says no more of what simply is gone once it ended', () => {
    const digest = { ends: [{ at: local(26), count: 3, gone: 2 }], over: 0 };
    expect(digestLine(digest, now)).toBe('3 things end today');
    expect(digestLine(digest, local(26, 8))).toBe('1 thing is over');
    expect(digestLine({ ends: [{ at: local(26), count: 2, gone: 2 }], over: 0 }, local(26, 8))).toBeNull();
  });
});

describe('the date of a reminder', () => {
  const of = { of: null, account: null, who: null, centre: null, about: null, run: null, late: false, snoozed: null };

  it('is said as one speaks of it, the end of a day by that day', () => {
    expect(reminderTag({ ...of, kind: 'loan_ending', at: local(26) }, now)).toBe('ends today');
    expect(reminderTag({ ...of, kind: 'loan_ending', at: local(27) }, now)).toBe('ends tomorrow');
    expect(reminderTag({ ...of, kind: 'received_ending', at: local(27) }, now)).toBe('ends tomorrow');
    expect(reminderTag({ ...of, kind: 'received_ending', at: local(27, 1) }, now)).toBe('ends Fri 27 Nov, 1:00');
    expect(reminderTag({ ...of, kind: 'member_ending', at: local(30) }, now)).toBe('until Sun 29 Nov');
    expect(reminderTag({ ...of, kind: 'loan_over', at: local(25), late: true }, now)).toBe('over since yesterday');
    expect(reminderTag({ ...of, kind: 'appointment', at: local(26, 9) }, now)).toBe('tomorrow, 9:00');
    expect(reminderTag({ ...of, kind: 'appointment', at: now - 60 }, now)).toBe('now');
    expect(reminderTag({ ...of, kind: 'review_due', at: local(25) }, now)).toBe('due today');
    expect(reminderTag({ ...of, kind: 'review_due', at: local(20), late: true }, now)).toBe('due since Fri 20 Nov');
    expect(reminderTag({ ...of, kind: 'seed_old', at: now }, now)).toBe('since 25 Nov 2025');
  });

  it('goes by the calendar and not by hours', () => {
    expect(dayWords(local(26, 0), local(25, 23))).toBe('tomorrow');
    expect(dayWords(local(25, 23), local(26, 0))).toBe('yesterday');
    expect(dayWords(local(25, 23), local(25, 0))).toBe('today');
  });
});
