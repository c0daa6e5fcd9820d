import { describe, expect, it } from 'vitest';
import type { Clock } from '../../main/shell/clock.ts';
import { ClosedLock } from '../../main/shell/closed-lock.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const MINUTE = 60_000;

/** A lock over a setting, with how often it has locked. */
function make(minutes = 5) {
  const clock = new VirtualClock();
  const world = {
    clock,
    minutes,
    locks: 0,
    /** How far the system's clock was set on, or back; its timers do not follow it. */
    set: 0,
  };
  const system: Clock = { now: () => clock.now() + world.set, after: (ms, run) => clock.after(ms, run) };
  const lock = new ClosedLock(system, { minutes: () => world.minutes, lock: () => void world.locks++ });
  return { lock, world };
}

describe('the lock of a closed window', () => {
  it('comes once its time is over, and not a moment before', async () => {
    const { lock, world } = make();
    lock.vault(true);
    lock.window(false);
    await world.clock.move(5 * MINUTE - 1);
    expect(world.locks).toBe(0);
    await world.clock.move(1);
    expect(world.locks).toBe(1);
    await world.clock.move(60 * MINUTE);
    expect(world.locks).toBe(1);
    expect(world.clock.waiting).toBe(0);
  });

  it('comes at once where that is set', () => {
    const { lock, world } = make(0);
    lock.vault(true);
    expect(world.locks).toBe(0);
    lock.window(false);
    expect(world.locks).toBe(1);
  });

  it('is called off when the window comes back, and begins anew when it is closed again', async () => {
    const { lock, world } = make();
    lock.vault(true);
    for (let n = 0; n < 3; n++) {
      lock.window(false);
      await world.clock.move(4 * MINUTE);
      lock.window(true);
      await world.clock.move(60 * MINUTE);
    }
    expect(world.locks).toBe(0);
    expect(world.clock.waiting).toBe(0);
    lock.window(false);
    await world.clock.move(5 * MINUTE);
    expect(world.locks).toBe(1);
  });

  it('is not put off by a second telling that the window is closed', async () => {
    const { lock, world } = make();
    lock.vault(true);
    lock.window(false);
    await world.clock.move(3 * MINUTE);
    lock.window(false);
    lock.vault(true);
    await world.clock.move(2 * MINUTE);
    expect(world.locks).toBe(1);
  });

  it('is for an open vault alone', async () => {
    const { lock, world } = make();
    lock.window(false);
    await world.clock.move(60 * MINUTE);
    lock.window(true);
    lock.vault(true);
    lock.window(false);
    await world.clock.move(MINUTE);
    lock.vault(false);
    await world.clock.move(60 * MINUTE);
    expect(world.locks).toBe(0);
    expect(world.clock.waiting).toBe(0);
  });

  it('counts from the opening of a vault that was opened while the window was being closed', async () => {
    const { lock, world } = make();
    lock.window(false);
    await world.clock.move(30 * MINUTE);
    lock.vault(true);
    await world.clock.move(5 * MINUTE - 1);
    expect(world.locks).toBe(0);
    await world.clock.move(1);
    expect(world.locks).toBe(1);
  });

  it('comes again for the next vault', async () => {
    const { lock, world } = make();
    lock.window(false);
    for (let n = 1; n < 4; n++) {
      lock.vault(true);
      await world.clock.move(5 * MINUTE);
      lock.vault(false);
      expect(world.locks).toBe(n);
    }
  });

  it('goes by the setting as it is changed', async () => {
    const { lock, world } = make(15);
    lock.vault(true);
    lock.window(false);
    await world.clock.move(4 * MINUTE);
    world.minutes = 1;
    lock.changed();
    expect(world.locks).toBe(1);
  });

  it('comes to a window opened after its time, which a sleeping machine let pass', async () => {
    const { lock, world } = make();
    lock.vault(true);
    lock.window(false);
    world.set = 6 * MINUTE;
    lock.window(true);
    expect(world.locks).toBe(1);
  });

  it('is not made later by a clock put back', async () => {
    const { lock, world } = make();
    lock.vault(true);
    lock.window(false);
    await world.clock.move(MINUTE);
    world.set = -24 * 60 * MINUTE;
    await world.clock.move(5 * MINUTE + 10_000);
    expect(world.locks).toBe(1);
  });
});
