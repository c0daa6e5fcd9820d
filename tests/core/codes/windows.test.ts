import { describe, expect, it } from 'vitest';
import {
  appointmentWindow,
  type DayHours,
  dayWindows,
  daysLeft,
  mergeSpans,
  stepsOf,
  weekWindows,
} from '../../../main/core/codes/windows.ts';
import { endOfDay } from '../../../main/core/codes/zone.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const span = (from: string, to: string): { from: number; to: number } => ({ from: at(from), to: at(to) });
const one = (zone: string, date: string, from: string, to: string) => dayWindows(zone, [{ date, from, to }]);

describe('dayWindows', () => {
  it('reads hours by the clock of the zone named', () => {
    expect(one('Europe/Berlin', '2026-07-01', '09:00', '17:30')).toEqual([span('2026-07-01T07:00Z', '2026-07-01T15:30Z')]);
    expect(one('America/New_York', '2026-01-15', '00:00', '24:00')).toEqual([span('2026-01-15T05:00Z', '2026-01-16T05:00Z')]);
  });

  it('takes an end before its start as one of the next date', () => {
    expect(one('Asia/Tokyo', '2026-07-01', '22:00', '02:00')).toEqual([span('2026-07-01T13:00Z', '2026-07-01T17:00Z')]);
  });

  it('joins hours that overlap or touch, in any order', () => {
    const hours: DayHours[] = [
      { date: '2026-07-02', from: '00:00', to: '01:00' },
      { date: '2026-07-01', from: '10:00', to: '12:00' },
      { date: '2026-07-01', from: '11:00', to: '13:00' },
      { date: '2026-07-01', from: '23:00', to: '24:00' },
    ];
    expect(dayWindows('UTC', hours)).toEqual([
      span('2026-07-01T10:00Z', '2026-07-01T13:00Z'),
      span('2026-07-01T23:00Z', '2026-07-02T01:00Z'),
    ]);
    expect(dayWindows('UTC', [])).toEqual([]);
  });

  it.each([
    // The clock jumps from 02:00 to 03:00, in New York at 07:00Z; on Lord Howe from 02:00 to 02:30, at 15:30Z the day before.
    ['Europe/Berlin', '2026-03-29', '02:15', '02:45', []],
    ['Europe/Berlin', '2026-03-29', '02:30', '04:00', [span('2026-03-29T01:00Z', '2026-03-29T02:00Z')]],
    ['Europe/Berlin', '2026-03-29', '01:00', '02:30', [span('2026-03-29T00:00Z', '2026-03-29T01:00Z')]],
    ['Europe/Berlin', '2026-03-29', '00:00', '24:00', [span('2026-03-28T23:00Z', '2026-03-29T22:00Z')]],
    ['America/New_York', '2026-03-08', '01:30', '03:30', [span('2026-03-08T06:30Z', '2026-03-08T07:30Z')]],
    ['Australia/Lord_Howe', '2026-10-04', '02:00', '02:30', []],
    ['Australia/Lord_Howe', '2026-10-04', '01:45', '02:45', [span('2026-10-03T15:15Z', '2026-10-03T15:45Z')]],
  ])('%s on %s, %s to %s: an hour skipped is no time at all', (zone, date, from, to, spans) => {
    expect(one(zone, date, from, to)).toEqual(spans);
  });

  it.each([
    [
      'Europe/Berlin',
      '2026-10-25',
      '02:00',
      '02:30',
      [span('2026-10-25T00:00Z', '2026-10-25T00:30Z'), span('2026-10-25T01:00Z', '2026-10-25T01:30Z')],
    ],
    [
      'Europe/Berlin',
      '2026-10-25',
      '01:00',
      '02:30',
      [span('2026-10-24T23:00Z', '2026-10-25T00:30Z'), span('2026-10-25T01:00Z', '2026-10-25T01:30Z')],
    ],
    ['Europe/Berlin', '2026-10-25', '02:00', '03:00', [span('2026-10-25T00:00Z', '2026-10-25T02:00Z')]],
    [
      'America/New_York',
      '2026-11-01',
      '01:30',
      '03:00',
      [span('2026-11-01T05:30Z', '2026-11-01T06:00Z'), span('2026-11-01T06:30Z', '2026-11-01T08:00Z')],
    ],
    [
      'Australia/Lord_Howe',
      '2026-04-05',
      '01:30',
      '01:45',
      [span('2026-04-04T14:30Z', '2026-04-04T14:45Z'), span('2026-04-04T15:00Z', '2026-04-04T15:15Z')],
    ],
  ])('%s on %s, %s to %s: an hour repeated counts both times', (zone, date, from, to, spans) => {
    expect(one(zone, date, from, to)).toEqual(spans);
  });

  it.each([
    ['Nowhere/Town', '2026-07-01', '09:00', '10:00', 'zone'],
    ['+02:00', '2026-07-01', '09:00', '10:00', 'zone'],
    ['+0200', '2026-07-01', '09:00', '10:00', 'zone'],
    ['', '2026-07-01', '09:00', '10:00', 'zone'],
    ['Europe/Berlin', '2026-02-30', '09:00', '10:00', 'date'],
    ['Europe/Berlin', '2026-7-1', '09:00', '10:00', 'date'],
    ['Europe/Berlin', '+002026-07-01', '09:00', '10:00', 'date'],
    ['Europe/Berlin', '1969-12-31', '09:00', '10:00', 'date'],
    ['Europe/Berlin', '2026-07-01', '9:00', '10:00', 'hours'],
    ['Europe/Berlin', '2026-07-01', '09:00', '24:01', 'hours'],
    ['Europe/Berlin', '2026-07-01', '24:00', '10:00', 'hours'],
    ['Europe/Berlin', '2026-07-01', '09:60', '10:00', 'hours'],
    ['Europe/Berlin', '2026-07-01', '09:00', '09:00', 'hours'],
  ])('refuses %j %j %j %j as %s', (zone, date, from, to, fault) => {
    expect(one(zone, date, from, to)).toBe(fault);
  });
});

describe('weekWindows', () => {
  const office = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
  const berlin = 'Europe/Berlin';

  it('repeats a week between two days and moves with the clocks', () => {
    const spans = weekWindows(berlin, { firstDay: '2026-03-27', lastDay: '2026-03-30', hours: office }, at('2026-03-20T00:00Z'));
    expect(spans).toEqual([span('2026-03-27T08:00Z', '2026-03-27T16:00Z'), span('2026-03-30T07:00Z', '2026-03-30T15:00Z')]);
  });

  it('ends night hours at 24:00 of the last day', () => {
    const nights = [4, 5].map((weekday) => ({ weekday, from: '22:00', to: '03:00' }));
    const spans = weekWindows(berlin, { firstDay: '2026-07-02', lastDay: '2026-07-03', hours: nights }, at('2026-07-01T00:00Z'));
    expect(spans).toEqual([span('2026-07-02T20:00Z', '2026-07-03T01:00Z'), span('2026-07-03T20:00Z', '2026-07-03T22:00Z')]);
  });

  it('keeps the night hours of yesterday that still run', () => {
    const nights = [{ weekday: 4, from: '22:00', to: '03:00' }];
    const pattern = { firstDay: '2026-06-01', lastDay: '2026-07-05', hours: nights };
    expect(weekWindows(berlin, pattern, at('2026-07-02T23:00Z'))).toEqual([span('2026-07-02T20:00Z', '2026-07-03T01:00Z')]);
  });

  it('starts a long-running week at today and reaches 31 days at least', () => {
    const pattern = { firstDay: '1999-01-01', lastDay: '2090-12-31', hours: [{ weekday: 3, from: '09:00', to: '10:00' }] };
    const now = at('2026-07-01T12:00Z');
    const spans = weekWindows('UTC', pattern, now);
    expect(spans).toHaveLength(5);
    expect((spans as { from: number }[]).at(-1)?.from).toBe(at('2026-07-29T09:00Z'));
    const days = weekWindows(
      'UTC',
      { ...pattern, hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '12:00', to: '13:00' })) },
      now,
    );
    expect((days as { to: number }[]).at(-1)?.to).toBeGreaterThan(now + 31 * 86_400);
  });

  it('gives nothing once the last day is over', () => {
    expect(weekWindows(berlin, { firstDay: '2026-03-01', lastDay: '2026-03-30', hours: office }, at('2026-05-01T00:00Z'))).toEqual(
      [],
    );
  });

  it.each([
    ['Nowhere', '2026-07-01', '2026-07-02', 1, '09:00', 'zone'],
    [berlin, '2026-07-00', '2026-07-02', 1, '09:00', 'date'],
    [berlin, '2026-07-03', '2026-07-02', 1, '09:00', 'days_out_of_order'],
    [berlin, '2026-07-01', '2026-07-02', 0, '09:00', 'weekday'],
    [berlin, '2026-07-01', '2026-07-02', 8, '09:00', 'weekday'],
    [berlin, '2026-07-01', '2026-07-02', 1.5, '09:00', 'weekday'],
    [berlin, '2026-07-01', '2026-07-02', 7, '25:00', 'hours'],
  ])('refuses %s %s %s weekday %d from %s as %s', (zone, firstDay, lastDay, weekday, from, fault) => {
    expect(weekWindows(zone, { firstDay, lastDay, hours: [{ weekday, from, to: '17:00' }] }, at('2026-07-01T00:00Z'))).toBe(fault);
  });
});

describe('appointmentWindow', () => {
  it('lasts 30 minutes unless told otherwise', () => {
    expect(appointmentWindow(1000)).toEqual({ from: 1000, to: 2800 });
    expect(appointmentWindow(1000, 5)).toEqual({ from: 1000, to: 1300 });
  });
});

describe('stepsOf', () => {
  const far = { now: 0, useUntil: 1e10 };

  it('takes every step that shares an instant with a span', () => {
    expect(stepsOf([{ from: 3000, to: 3060 }], 30, far)).toEqual([{ first_step: 100, count: 2 }]);
    expect(stepsOf([{ from: 3001, to: 3061 }], 30, far)).toEqual([{ first_step: 100, count: 3 }]);
  });

  it('joins spans whose steps touch or are shared, and keeps others apart', () => {
    const spans = [
      { from: 3000, to: 3010 },
      { from: 3020, to: 3060 },
      { from: 3065, to: 3070 },
      { from: 3300, to: 3301 },
    ];
    expect(stepsOf(spans, 30, far)).toEqual([
      { first_step: 100, count: 3 },
      { first_step: 110, count: 1 },
    ]);
  });

  it('leaves out steps that ended by now, and starts with the one that is running', () => {
    expect(stepsOf([{ from: 0, to: 3060 }], 30, { ...far, now: 3029 })).toEqual([{ first_step: 100, count: 2 }]);
    expect(stepsOf([{ from: 0, to: 3060 }], 30, { ...far, now: 3030 })).toEqual([{ first_step: 101, count: 1 }]);
  });

  it('starts no step at or after the last instant of use', () => {
    expect(stepsOf([{ from: 3000, to: 9000 }], 30, { now: 0, useUntil: 3060 })).toEqual([{ first_step: 100, count: 2 }]);
    expect(stepsOf([{ from: 3000, to: 9000 }], 30, { now: 0, useUntil: 3061 })).toEqual([{ first_step: 100, count: 3 }]);
  });

  it('starts no step 31 days after now', () => {
    const now = 3000;
    const steps = stepsOf([{ from: 0, to: 1e10 }], 60, { now, useUntil: 1e10 });
    expect(steps).toEqual([{ first_step: 50, count: (31 * 86_400) / 60 }]);
  });

  it('says when nothing is left, and when a pass would be too large', () => {
    expect(stepsOf([], 30, far)).toBe('no_window_left');
    expect(stepsOf([{ from: 0, to: 3000 }], 30, { ...far, now: 3000 })).toBe('no_window_left');
    expect(stepsOf([{ from: 5000, to: 6000 }], 30, { now: 0, useUntil: 5000 })).toBe('no_window_left');
    const minutes = Array.from({ length: 257 }, (_, i) => ({ from: i * 120, to: i * 120 + 60 }));
    expect(stepsOf(minutes, 60, far)).toBe('too_many_windows');
    expect(stepsOf(minutes.slice(1), 60, far)).toHaveLength(256);
    expect(stepsOf([{ from: 0, to: 920_000 }], 10, far)).toEqual([{ first_step: 0, count: 92_000 }]);
    expect(stepsOf([{ from: 0, to: 920_001 }], 10, far)).toBe('too_many_codes');
  });

  it('fits 31 days at a period of 30 s into one message', () => {
    expect(stepsOf([{ from: 0, to: 1e10 }], 30, far)).toEqual([{ first_step: 0, count: 89_280 }]);
  });
});

describe('mergeSpans', () => {
  it('drops empty spans and keeps the longer end', () => {
    const spans = [
      { from: 5, to: 9 },
      { from: 1, to: 1 },
      { from: 4, to: 20 },
      { from: 20, to: 21 },
      { from: 30, to: 25 },
    ];
    expect(mergeSpans(spans)).toEqual([{ from: 4, to: 21 }]);
  });
});

describe('endOfDay and daysLeft', () => {
  it('ends a day at 24:00 in its own zone, also on a day of 23 or 25 hours', () => {
    expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe(at('2026-03-29T22:00Z'));
    expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe(at('2026-10-25T23:00Z'));
    expect(endOfDay('2026-12-31', 'Pacific/Auckland')).toBe(at('2026-12-31T11:00Z'));
  });

  it('counts calendar days of the zone, 0 on the last one, and null when over', () => {
    const end = endOfDay('2026-10-25', 'Europe/Berlin');
    expect(daysLeft(end, at('2026-10-25T22:59:59Z'), 'Europe/Berlin')).toBe(0);
    expect(daysLeft(end, at('2026-10-24T22:00Z'), 'Europe/Berlin')).toBe(0);
    expect(daysLeft(end, at('2026-10-24T21:59:59Z'), 'Europe/Berlin')).toBe(1);
    expect(daysLeft(end, at('2026-10-18T12:00Z'), 'Europe/Berlin')).toBe(7);
    expect(daysLeft(end, at('2026-10-25T12:00Z'), 'Asia/Tokyo')).toBe(1);
    expect(daysLeft(end, end, 'Europe/Berlin')).toBeNull();
  });
});
