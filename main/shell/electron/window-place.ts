import path from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import { readProfileFile, writeProfileFile } from '../profile-file.ts';

/** Size of a window nobody has moved yet, and the smallest there is, in the system's points. */
export const USUAL_SIZE = { width: 1180, height: 760 } as const;
export const SMALLEST = 480;
/** How much of a title bar must be on a screen for a hand to reach it. */
const REACH = { width: 120, height: 32 } as const;
const FARTHEST = 32_767;

const side = z.int().min(SMALLEST).max(FARTHEST);
const corner = z.int().min(-FARTHEST).max(FARTHEST);
const shape = z.strictObject({ x: corner, y: corner, width: side, height: side, maximised: z.boolean() });

/** Where a window stands when it is neither maximised nor small, and whether it is maximised. */
export type WindowPlace = z.infer<typeof shape>;

/** Where a window is to open: without `x` and `y` the system decides. */
export interface Opening {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximised: boolean;
}

/**
 * Where to open a window, from a value somebody else may have written: where it was, as long as its title bar can be reached on one of the
 * areas (the screens without their panels), and never larger than the screen it is on.
 */
export function openingAt(value: unknown, areas: readonly Rectangle[]): Opening {
  const read = shape.safeParse(value);
  if (!read.success) return { ...USUAL_SIZE, maximised: false };
  const { x, y, width, height, maximised } = read.data;
  const area = areas.find((each) => {
    const across = Math.min(x + width, each.x + each.width) - Math.max(x, each.x);
    return across >= REACH.width && y >= each.y && y + REACH.height <= each.y + each.height;
  });
  // Its screen is gone, or its title bar would be out of reach.
  if (area === undefined) return { ...USUAL_SIZE, maximised };
  const fitted = Math.max(SMALLEST, Math.min(width, area.width));
  return {
    // Made narrower, it would be taken out of reach from the right.
    x: Math.max(x, area.x + REACH.width - fitted),
    y,
    width: fitted,
    height: Math.max(SMALLEST, Math.min(height, area.height)),
    maximised,
  };
}

/** Remembers in the profile where the window stood. Electron's own way to do it would remember the small window of quick access too, and outside of the profile. */
export class PlaceFile {
  readonly #file: string;

  /** `profile` is the absolute path of a folder. */
  constructor(profile: string) {
    this.#file = path.join(profile, 'window.json');
  }

  /** What was remembered, unchecked; undefined for nothing. */
  read(): unknown {
    return readProfileFile(this.#file);
  }

  /** Never rejects: a window that opens somewhere else is no reason to keep an app from ending. */
  async keep(place: WindowPlace): Promise<void> {
    await writeProfileFile(this.#file, place).catch(() => undefined);
  }
}
