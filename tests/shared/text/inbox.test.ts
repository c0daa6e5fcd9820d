import { describe, expect, it } from 'vitest';
import { theirUntilText } from '../../../shared/text/inbox.ts';

describe('the end of a loan by the clock of who lends it', () => {
  // The end of 2 April 2027 in Los Angeles.
  const end = Date.parse('2027-04-03T00:00:00-07:00') / 1000;
  const now = end - 20 * 86_400;
  const by = (zone: string | null): string | null => theirUntilText(end, now, 'Europe/Berlin', { zone, name: 'Maren' });

  it('is the day that ends there', () => {
    expect(by('America/Los_Angeles')).toBe('For Maren, in Los Angeles: the end of Fri 2 Apr.');
    expect(by('Asia/Tokyo')).toBe('For Maren, in Tokyo: Sat 3 Apr, 16:00.');
  });

  it('is left out where their clock says the same, or is not known', () => {
    expect(by('Europe/Madrid')).toBeNull();
    expect(by(null)).toBeNull();
  });
});
