import { describe, expect, it } from 'vitest';
import { chartAround, nextMidnight, placeIn } from '../../../renderer/views/ledger/chart.ts';

/** Wednesday 25 November 2026, noon by this computer's calendar. */
const NOON = new Date(2026, 10, 25, 12).getTime() / 1000;
const DAY = 86_400;

describe('the chart', () => {
  it('covers seven weeks from Monday, the present one the fourth', () => {
    const chart = chartAround(NOON);
    expect(chart.weeks.map(({ label }) => label)).toEqual(['2 Nov', '9 Nov', '16 Nov', '23 Nov', '30 Nov', '7 Dec', '14 Dec']);
    expect(chart.weeks[0]?.at).toBe(0);
    expect(chart.now).toBeCloseTo((21 + 2.5) / 49, 2);
  });
  it('begins on the same Monday all through a week, its Sunday too', () => {
    const sunday = new Date(2026, 10, 29, 23, 59).getTime() / 1000;
    expect(chartAround(sunday).from).toBe(chartAround(NOON).from);
    expect(chartAround(sunday + 60).from).toBe(new Date(2026, 10, 9).getTime() / 1000);
  });
  it('names no year at the turn of one, as there is no room for it', () => {
    const chart = chartAround(new Date(2026, 11, 29).getTime() / 1000);
    expect(chart.weeks.map(({ label }) => label).slice(3)).toEqual(['28 Dec', '4 Jan', '11 Jan', '18 Jan']);
  });
  it('begins each week at midnight over a change of the clocks', () => {
    const chart = chartAround(new Date(2026, 2, 25, 12).getTime() / 1000);
    for (let week = 0; week < 7; week++) {
      const monday = new Date(2026, 2, 2 + week * 7).getTime() / 1000;
      expect(chart.weeks[week]?.at).toBeCloseTo((monday - chart.from) / (chart.until - chart.from), 9);
    }
  });
  it('cuts bars off at its ends and leaves out those outside', () => {
    const chart = chartAround(NOON);
    expect(placeIn(chart, null)).toBeNull();
    expect(placeIn(chart, { from: chart.from - 9 * DAY, until: chart.from })).toBeNull();
    expect(placeIn(chart, { from: chart.until, until: chart.until + DAY })).toBeNull();
    expect(placeIn(chart, { from: 1, until: chart.until + 900 * DAY })).toEqual({ left: 0, width: 1 });
    const half = placeIn(chart, { from: (chart.from + chart.until) / 2, until: chart.until + DAY });
    expect(half?.left).toBeCloseTo(0.5, 9);
    expect(half?.width).toBeCloseTo(0.5, 9);
  });
  it('knows the midnight to come', () => {
    expect(nextMidnight(NOON)).toBe(new Date(2026, 10, 26).getTime() / 1000);
  });
});
