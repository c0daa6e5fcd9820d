import { describe, expect, it } from 'vitest';
import * as format from '../../../shared/text/dates.ts';

const berlin = { zone: 'Europe/Berlin' };
const unix = (text: string): number => Date.parse(text) / 1000;
const now = unix('2026-11-24T10:42:00+01:00');

describe('days and times', () => {
  it('writes a clock time without a leading zero', () => {
    expect(format.formatTime(unix('2026-11-24T09:14:00+01:00'), berlin)).toBe('9:14');
    expect(format.formatTime(unix('2026-11-24T00:05:00+01:00'), berlin)).toBe('0:05');
  });
  it('names the weekday inside 60 days, and the year only where it differs', () => {
    expect(format.formatDayTime(unix('2026-12-04T18:00:00+01:00'), now, berlin)).toBe('Fri 4 Dec, 18:00');
    expect(format.formatDay(unix('2026-04-01T12:00:00Z'), now, berlin)).toBe('1 Apr');
    expect(format.formatDay(unix('2025-12-02T12:00:00Z'), now, berlin)).toBe('2 Dec 2025');
  });
  it('reads a day in the zone asked for', () => {
    const late = unix('2026-12-04T23:30:00Z');
    expect(format.formatDay(late, now, { zone: 'UTC' })).toBe('Fri 4 Dec');
    expect(format.formatDay(late, now, berlin)).toBe('Sat 5 Dec');
    expect(format.sameDay(late, unix('2026-12-05T10:00:00Z'), berlin)).toBe(true);
    expect(format.sameDay(late, unix('2026-12-05T10:00:00Z'), { zone: 'UTC' })).toBe(false);
  });
});

describe('lengths of time', () => {
  it.each([
    [0.4, '0 s'],
    [18, '18 s'],
    [59.9, '59 s'],
    [480, '8 min'],
    [7 * 3600, '7 h'],
    [7 * 3600 + 18 * 60, '7 h 18 min'],
    [22 * 3600 + 18 * 60, '22 h'],
    [47 * 3600, '47 h'],
    [48 * 3600, '2 days'],
    [-5, '0 s'],
  ])('writes %d seconds as %s', (seconds, words) => {
    expect(format.formatDuration(seconds)).toBe(words);
  });
  it('counts minutes and seconds inside a ring', () => {
    expect(format.formatCountdown(492)).toBe('8:12');
    expect(format.formatCountdown(3 * 3600)).toBe('3 h');
  });
});

describe('numbers', () => {
  it('groups thousands, sizes and codes', () => {
    expect(format.formatCount(9876)).toBe('9\u202f876');
    expect(format.formatCount(1234567)).toBe('1\u202f234\u202f567');
    expect(format.formatBytes(411_900)).toBe('412 kB');
    expect(format.formatBytes(1_440_000)).toBe('1.4 MB');
    expect(format.groupCode('482913')).toBe('482 913');
    expect(format.groupCode('12345678')).toBe('1234 5678');
    expect(format.groupCode('V3K9P')).toBe('V3K9P');
  });
  it('names the week from Monday', () => {
    expect(format.weekdays('short')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    expect([540, 1095, 1440].map(format.formatMinutes)).toEqual(['9:00', '18:15', '24:00']);
  });
});
