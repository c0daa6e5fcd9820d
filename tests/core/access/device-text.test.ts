import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOf, isSame, readDeviceText } from '../../../main/core/access/device-text.ts';

const read = (text: string) => readDeviceText(text).map(({ name, place, seen }) => [name, place, seen]);

describe('a list of devices copied from a platform', () => {
  it('is read from lines with commas, dots or tabs', () => {
    expect(read('Windows PC, Leeds, Edge, Sun 17:40\niPhone 15 · Hamburg · 2 hours ago\nPixel 8\tPorto\t19 Nov')).toEqual([
      ['Windows PC', 'Leeds, Edge', 'Sun 17:40'],
      ['iPhone 15', 'Hamburg', '2 hours ago'],
      ['Pixel 8', 'Porto', '19 Nov'],
    ]);
  });

  it('is read from blocks between empty lines, whatever stands first', () => {
    const text = 'Berlin, Germany\nChrome on Mac OS X\nActive now\n\nLisbon, Portugal\nFirefox on Windows\nNovember 19 at 9:14\n';
    expect(read(text)).toEqual([
      ['Chrome on Mac OS X', 'Berlin, Germany', 'Active now'],
      ['Firefox on Windows', 'Lisbon, Portugal', 'November 19 at 9:14'],
    ]);
  });

  it('is read from lines that only follow one another, buttons left out', () => {
    const text = [
      ...['Your devices', 'MacBook Pro', 'Hamburg', 'This device', 'iPhone 15', 'Hamburg', 'today 8:50', 'Log out'],
      ...['Unknown device', 'Porto', '3 days ago', 'Log out', 'See more'],
    ].join('\r\n');
    expect(read(text)).toEqual([
      ['MacBook Pro', 'Hamburg', 'now'],
      ['iPhone 15', 'Hamburg', 'today 8:50'],
      ['Unknown device', 'Porto', '3 days ago'],
    ]);
    expect(readDeviceText(text).map(({ isThis }) => isThis)).toEqual([true, false, false]);
  });

  it('is read from names alone', () => {
    expect(read('iPad\nSamsung Galaxy S24\nLinux')).toEqual([
      ['iPad', null, null],
      ['Samsung Galaxy S24', null, null],
      ['Linux', null, null],
    ]);
  });

  it('has no more than 200 devices, none without a name and no part over 120 characters, whatever is pasted', () => {
    const word = fc.constantFrom('iPhone', 'Lisbon', 'now', '', '\t', ',', 'Log out', '2 hours ago', '·', 'x'.repeat(300));
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.array(word, { maxLength: 600 }).map((all) => all.join('\n')),
    );
    let cases = 0;
    fc.assert(
      fc.property(text, (pasted) => {
        cases++;
        const rows = readDeviceText(pasted);
        expect(rows.length).toBeLessThanOrEqual(200);
        for (const { name, place, seen } of rows) {
          expect(name.trim().length).toBeGreaterThan(0);
          for (const part of [name, place ?? '', seen ?? '']) expect(part.length).toBeLessThanOrEqual(120);
        }
      }),
      { numRuns: process.env['SLOW'] === '1' ? 5000 : 300 },
    );
    console.log(`pasted texts read: ${cases}`);
  });
});

describe('a promised device', () => {
  it('is found again in the platform’s words, and is no other browser and no other machine', () => {
    const fits = (promised: string, name: string, place: string | null = null): number => fitOf(promised, { name, place });
    expect(fits('Chrome on Windows', 'Windows PC', 'Lisbon, Chrome')).toBe(1);
    expect(fits('Chrome on Windows', 'Windows')).toBe(0.5);
    expect(fits('Chrome on Windows', 'Windows PC', 'Leeds, Edge')).toBe(0);
    expect(fits('Chrome on Windows', 'Chrome on Mac OS X')).toBe(0);
    expect(fits('my MacBook', 'Safari', 'Mac OS X')).toBe(1);
    expect(fits('iPhone', 'Pixel 8')).toBe(0);
    expect(fits('the studio machine', 'The Studio Machine', 'Porto')).toBe(1);
    expect(fits('the studio machine', 'Windows PC')).toBe(0);
  });

  it('is the same as a known one by name, and by place where both have one', () => {
    expect(isSame({ name: 'iPhone 15', place: 'Hamburg' }, { name: 'IPHONE 15', place: null })).toBe(true);
    expect(isSame({ name: 'iPhone 15', place: 'Hamburg' }, { name: 'iPhone 15', place: 'Porto' })).toBe(false);
    expect(isSame({ name: 'iPhone 15', place: null }, { name: 'iPhone 14', place: null })).toBe(false);
  });
});
