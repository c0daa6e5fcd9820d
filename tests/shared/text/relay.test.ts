import { describe, expect, it } from 'vitest';
import { extendText, grantStateText, receiptLine } from '../../../shared/text/grant-life.ts';
import { askedWhen, soFarText } from '../../../shared/text/relay.ts';

// Wednesday 25 November 2026, 08:00 in Berlin.
const NOW = Date.UTC(2026, 10, 25, 7) / 1000;

describe('a request for a code, in words', () => {
  it('says for when by both clocks, and once where they agree', () => {
    const when = { from: NOW + 3600, to: NOW + 7200, zone: 'Europe/Lisbon' };
    expect(askedWhen(null, NOW, 'Europe/Berlin')).toBe('now');
    expect(askedWhen(when, NOW, 'Europe/Berlin')).toBe('Wed 25 Nov, 9:00 to 10:00, for them Wed 25 Nov, 8:00 to 9:00 (Lisbon)');
    expect(askedWhen(when, NOW, 'Europe/London')).toBe('Wed 25 Nov, 8:00 to 9:00');
  });

  it('counts what was sent today, and under the whole loan when that is more', () => {
    expect(soFarText({ answered: 0, answeredToday: 0 })).toBe('the first today');
    expect(soFarText({ answered: 1, answeredToday: 1 })).toBe('1 code sent today');
    expect(soFarText({ answered: 5, answeredToday: 2 })).toBe('2 codes sent today, 5 under this loan');
    expect(soFarText({ answered: 5, answeredToday: 0 })).toBe('the first today, 5 under this loan');
  });
});

describe('a loan, in words', () => {
  it('keeps apart what a signature proves and what their app tells', () => {
    const line = (event: 'opened' | 'declined' | 'purged' | 'expired') => receiptLine({ event, at: NOW }, 'Ana', NOW).proof;
    expect([line('opened'), line('declined')]).toEqual(['receipt signed', 'receipt signed']);
    expect([line('purged'), line('expired')]).toEqual(['told by their app', 'told by their app']);
  });

  it('never says closed of what has only ended', () => {
    expect(grantStateText('ended', NOW, NOW + 60)).toBe('ended Wed 25 Nov, not closed');
    expect(grantStateText('closed', NOW, NOW + 60)).toBe('closed');
  });

  it('says of an extension what stays exposed by it, and nothing where nothing is', () => {
    expect(extendText.exposedBody({ password: false, codes: false })).toBe('Nothing new.');
    expect(extendText.exposedBody({ password: true, codes: false })).toBe('The password, as before.');
    expect(extendText.exposedBody({ password: true, codes: true })).toContain('even if you end this early');
  });
});
