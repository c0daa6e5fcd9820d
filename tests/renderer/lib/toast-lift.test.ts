import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, liftOver } from '../../../renderer/lib/toast-lift.ts';

const toast: Box = { left: 400, right: 780, top: 700, bottom: 740 };
const at = (left: number, top: number, wide = 120, high = 30): Box => ({ left, right: left + wide, top, bottom: top + high });

describe('the place of a toast', () => {
  it('is where it was when nothing is in its way, beside it or above it', () => {
    expect(liftOver(toast, [], 400)).toBe(0);
    expect(liftOver(toast, [at(100, 705), at(800, 705), at(500, 600)], 400)).toBe(0);
  });

  it('is just over a row of buttons under it', () => {
    expect(liftOver(toast, [at(300, 710), at(430, 710), at(560, 710)], 400)).toBe(740 - 710 + 8);
  });

  it('is over the next row too when there is no room between them', () => {
    expect(liftOver(toast, [at(430, 710), at(430, 670)], 400)).toBe(740 - 670 + 8);
    expect(liftOver(toast, [at(430, 710), at(430, 600)], 400)).toBe(740 - 710 + 8);
  });

  it('is nowhere when all of the room is taken', () => {
    const rows = Array.from({ length: 12 }, (_, row) => at(430, 710 - row * 40));
    expect(liftOver(toast, rows, 400)).toBeNull();
  });

  it('covers nothing, whatever stands where, and is no higher than it may be', () => {
    const box = fc.tuple(fc.integer({ min: 0, max: 1180 }), fc.integer({ min: 0, max: 760 })).map(([left, top]) => at(left, top));
    fc.assert(
      fc.property(fc.array(box, { maxLength: 12 }), (others) => {
        const lift = liftOver(toast, others, 400);
        if (lift === null) return;
        expect(lift).toBeLessThanOrEqual(400);
        const [top, bottom] = [toast.top - lift, toast.bottom - lift];
        for (const one of others) {
          const isOver = one.left < toast.right && one.right > toast.left && one.top < bottom && one.bottom > top;
          expect(isOver).toBe(false);
        }
      }),
    );
  });
});
