import type { Rectangle } from 'electron';

/** Size of the window in quick access, in the system's points. */
export const QUICK_SIZE = { width: 640, height: 420 } as const;

/** Where quick access stands: in the middle from left to right and a fifth from the top, on the screen the pointer is on; `area` is that screen without its panels. */
export function quickBounds(area: Rectangle): Rectangle {
  const width = Math.min(QUICK_SIZE.width, area.width);
  const height = Math.min(QUICK_SIZE.height, area.height);
  return {
    width,
    height,
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + Math.min(area.height / 5, area.height - height)),
  };
}
