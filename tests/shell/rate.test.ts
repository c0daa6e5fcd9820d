import { expect, it } from 'vitest';
import { Rate } from '../../main/shell/rate.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

it('lets so many through in any span, and tells how long the next has to wait', async () => {
  const clock = new VirtualClock();
  const rate = new Rate(clock, 3, 60_000);
  expect([rate.take(), rate.take()]).toEqual([0, 0]);
  await clock.move(30_000);
  expect([rate.take(), rate.take(), rate.take()]).toEqual([0, 30, 30]);
  await clock.move(29_999);
  expect(rate.take()).toBe(1);
  await clock.move(1);
  expect([rate.take(), rate.take(), rate.take()]).toEqual([0, 0, 30]);
});

it('does not lock out who puts the clock back', () => {
  const clock = new VirtualClock();
  const rate = new Rate(clock, 1, 60_000);
  expect([rate.take(), rate.take()]).toEqual([0, 60]);
  const now = clock.now() - 3600_000;
  clock.now = () => now;
  expect(rate.take()).toBe(0);
});
