import { describe, expect, it } from 'vitest';
import { returnTag } from '../../../shared/text/accounts.ts';
import { backTag, receivedWhen, timeLeft, windowOpens, windowUntil } from '../../../shared/text/received.ts';
import { lentSpan, whenDone } from '../../../shared/text/runs.ts';

/** A local moment of November or December 2026; Tuesday is the 24th. */
const at = (month: number, day: number, hour = 0, minute = 0): number =>
  new Date(2026, month - 1, day, hour, minute).getTime() / 1000;
const now = at(11, 24, 10, 42);

describe('when a window opens or closes', () => {
  it('is a time today, a weekday in the days to come, and a date beyond', () => {
    expect(windowUntil(at(11, 24, 18), now)).toBe('until 18:00, 7 h 18 min left');
    expect(windowOpens(at(11, 24, 14), now)).toBe('Opens 14:00, in 3 h 18 min');
    expect(windowOpens(at(11, 25, 9), now)).toBe('Opens Wed 9:00, in 22 h');
    expect(windowOpens(at(12, 7, 10), now)).toBe('Opens Mon 7 Dec, 10:00, in 12 days');
  });

  it('never names a weekday that could be today', () => {
    expect(windowOpens(at(12, 1, 9), now)).toBe('Opens Tue 1 Dec, 9:00, in 6 days');
  });
});

describe('the line of a row', () => {
  it('says where each state stands in time', () => {
    const until = at(12, 5);
    expect(receivedWhen({ state: 'open', until, windowAt: at(11, 24, 18) }, now)).toBe('until 18:00');
    expect(receivedWhen({ state: 'outside', until, windowAt: at(11, 30, 10) }, now)).toBe('opens Mon 10:00');
    expect(receivedWhen({ state: 'outside', until, windowAt: null }, now)).toBe('no window left');
    expect(receivedWhen({ state: 'no_codes', until, windowAt: null }, now)).toBe('until Fri 4 Dec');
    expect(receivedWhen({ state: 'ended', until: at(11, 24), windowAt: null }, now)).toBe('ended Mon 23 Nov');
    expect(receivedWhen({ state: 'given_back', until: at(11, 14, 12), windowAt: null }, now)).toBe('given back Sat 14 Nov');
  });
});

describe('a last day that ends at midnight', () => {
  it('is that day and not the next, on every tag', () => {
    expect(backTag(at(12, 5), now)).toBe('back Fri 4 Dec');
    expect(returnTag('active', at(12, 5), now)).toBe('back Fri 4 Dec');
    expect(returnTag('ended', at(11, 23), now)).toBe('ended Sun 22 Nov');
    expect(lentSpan('Dan Marsh', at(11, 6, 9), at(11, 23), now)).toBe('Lent to Dan Marsh, 6 to 22 Nov');
  });
});

describe('an end that was set in another zone', () => {
  it('has its time beside the day, which is not over then', () => {
    expect(backTag(at(12, 6, 1), now)).toBe('back Sun 6 Dec, 1:00');
    expect(receivedWhen({ state: 'no_codes', until: at(12, 6, 1), windowAt: null }, now)).toBe('until Sun 6 Dec, 1:00');
  });
});

describe('a span of days', () => {
  it('names the month once, both when they differ, and one day alone', () => {
    expect(lentSpan('Dan', at(10, 28), at(11, 23), now)).toBe('Lent to Dan, 28 Oct to 22 Nov');
    expect(lentSpan('Dan', at(11, 22, 9), at(11, 22, 18), now)).toBe('Lent to Dan, 22 Nov');
  });

  it('keeps the year where it is another', () => {
    const before = new Date(2025, 10, 6).getTime() / 1000;
    expect(lentSpan('Dan', before, before + 86_400 * 3, now)).toBe('Lent to Dan, 6 to 8 Nov 2025');
  });
});

describe('what is left of a loan', () => {
  it('is told in days, in hours in its last two, in minutes in its last hour', () => {
    expect(timeLeft(10.7 * 86_400)).toEqual({ amount: 10, unit: 'days' });
    expect(timeLeft(2 * 86_400 - 1)).toEqual({ amount: 47, unit: 'hours' });
    expect(timeLeft(3600)).toEqual({ amount: 1, unit: 'hour' });
    expect(timeLeft(119)).toEqual({ amount: 1, unit: 'minute' });
    expect(timeLeft(-5)).toEqual({ amount: 0, unit: 'minutes' });
  });
});

describe('when something was done', () => {
  it('is a time today and a day else', () => {
    expect(whenDone(at(11, 24, 9, 14), now)).toBe('today 9:14');
    expect(whenDone(at(11, 22, 18, 2), now)).toBe('Sun 22 Nov');
  });
});
