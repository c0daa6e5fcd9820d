import type * as english from '../dates.ts';
import type { Translated } from '../language.ts';

const DAY = 86_400;

/** German of ../dates.ts. */
export const dates: Translated<typeof english> = {
  formatDuration: (seconds) => {
    const whole = Math.max(0, Math.floor(seconds));
    if (whole >= 2 * DAY) return `${Math.floor(whole / DAY)} Tage`;
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor((whole % 3600) / 60);
    if (hours >= 10 || (hours > 0 && minutes === 0)) return `${hours} h`;
    if (hours > 0) return `${hours} h ${minutes} min`;
    return minutes > 0 ? `${minutes} min` : `${whole} s`;
  },
  formatBytes: (bytes) => {
    if (bytes < 1000) return `${bytes} B`;
    if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
    return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0).replace('.', ',')} MB`;
  },
};
