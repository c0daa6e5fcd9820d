import { describe, expect, it } from 'vitest';
import { sealedSentence } from '../../../shared/text/sealed.ts';
import { formatInZone, formatUntil, zonePlace } from '../../../shared/text/zoned.ts';

// Friday 4 December 2026, 17:00 UTC.
const friday = Date.UTC(2026, 11, 4, 17) / 1000;

describe('the sentence above a sealed block', () => {
  it('says who, for whom, until when and what to do with it', () => {
    const until = { at: friday, zone: 'Europe/Berlin', theirZone: 'Europe/Lisbon' };
    expect(sealedSentence({ kind: 'handoff', from: 'Maren Voss', for: 'Tomás Reyes', title: 'TikTok, @harbour', until })).toBe(
      'From Maren Voss, for Tomás Reyes: TikTok, @harbour, lent until Fri 4 Dec 2026, 18:00 (Berlin time), 17:00 in Lisbon. ' +
        'Only Tomás can open it. Copy the whole block and paste it into Latchkey, under Inbox.',
    );
  });

  it('says what a receipt tells', () => {
    const said = sealedSentence({ kind: 'receipt', from: 'Tomás', for: 'Maren', title: 'TikTok', receipt: 'purged' });
    expect(said).toContain('a receipt of TikTok, given back.');
    const over = sealedSentence({ kind: 'receipt', from: 'Tomás', for: 'Maren Voss', title: 'TikTok', receipt: 'revoked' });
    expect(over).toContain('a receipt of TikTok, ended by Maren and removed here.');
  });

  it('says for a card that it is public', () => {
    expect(sealedSentence({ kind: 'card', from: 'Maren Voss', for: null })).toContain('public keys, nothing secret');
  });
});

describe('a moment in a zone', () => {
  it('says midnight as the end of the day before', () => {
    const midnight = Date.UTC(2026, 11, 4, 23) / 1000;
    expect(formatUntil(midnight, 'Europe/Berlin')).toBe('the end of Fri 4 Dec 2026 (Berlin time)');
  });

  it('names the other zone only when its clock differs', () => {
    expect(formatUntil(friday, 'Europe/Berlin', 'Europe/Madrid')).toBe('Fri 4 Dec 2026, 18:00 (Berlin time)');
    expect(formatUntil(friday, 'Europe/Berlin', 'Asia/Tokyo')).toBe(
      'Fri 4 Dec 2026, 18:00 (Berlin time), Sat 5 Dec 2026, 2:00 in Tokyo',
    );
  });

  it('tells the day of the other zone where it is not the one that ends', () => {
    const midnight = Date.UTC(2026, 11, 4, 23) / 1000;
    const end = 'the end of Fri 4 Dec 2026 (Berlin time)';
    expect(formatUntil(midnight, 'Europe/Berlin', 'Asia/Tokyo')).toBe(`${end}, Sat 5 Dec 2026, 8:00 in Tokyo`);
    expect(formatUntil(midnight, 'Europe/Berlin', 'Europe/Lisbon')).toBe(`${end}, 23:00 in Lisbon`);
  });

  it('follows daylight saving of the zone, not of this machine', () => {
    expect(formatInZone(Date.UTC(2026, 6, 1, 16) / 1000, 'Europe/Berlin')).toBe('Wed 1 Jul 2026, 18:00 (Berlin time)');
    expect(zonePlace('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});
