import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureHead } from '../../../main/core/pictures/picture-head.ts';
import { pictureOf, pngOf } from '../../support/made-picture.ts';
import { losslessChunk, webpOf } from '../../support/made-webp.ts';

const bytes = (...parts: (string | number)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part])))),
  );
const bmp = (size: number, ...rest: number[]) => bytes('BM', ...Array(12).fill(0), size, 0, 0, 0, ...rest, ...Array(20).fill(0));
const frame = (marker: number) => [0xff, marker, 0, 17, 8, 0x01, 0x02, 0x03, 0x04, 3];

describe('the head of a picture', () => {
  it('tells kind and size of PNG, JPEG, GIF and BMP', () => {
    expect(pictureHead(pictureOf('x'))).toMatchObject({ kind: 'png' });
    expect(pictureHead(pngOf(70_000, 3, new Uint8Array()))).toEqual({ kind: 'png', width: 70_000, height: 3 });
    expect(pictureHead(bytes('GIF89a', 0x34, 0x12, 0x01, 0x00, 0, 0, 0))).toEqual({ kind: 'gif', width: 0x1234, height: 1 });
    expect(pictureHead(bmp(12, 5, 0, 7, 0))).toEqual({ kind: 'bmp', width: 5, height: 7 });
    expect(pictureHead(bmp(40, 5, 0, 0, 0, 0xf9, 0xff, 0xff, 0xff))).toEqual({ kind: 'bmp', width: 5, height: 7 });
  });

  it('finds the frame of a JPEG behind other segments, whatever kind of frame it is', () => {
    const before = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46, 0xff, 0xff, 0xc4, 0, 3, 0];
    for (const marker of [0xc0, 0xc2, 0xc9, 0xcf]) {
      expect(pictureHead(bytes(...before, ...frame(marker)))).toEqual({ kind: 'jpeg', width: 0x0304, height: 0x0102 });
    }
    expect(pictureHead(bytes(0xff, 0xd8, 0xff, 0xda, 0, 2, ...frame(0xc0)))).toBeNull();
  });

  it('knows WebP, which is drawn anew by the page, and none that is broken', () => {
    const webp = webpOf([losslessChunk(5, 7)]);
    expect(pictureHead(webp)).toEqual({ kind: 'webp', width: 5, height: 7, length: webp.length });
    expect(pictureHead(bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8L'))).toBeNull();
  });

  it('is none in anything that is cut off, empty or of another kind', () => {
    const whole = new Uint8Array(pictureOf('x'));
    for (let length = 0; length < 33; length++) expect(pictureHead(whole.slice(0, length))).toBeNull();
    for (const other of ['', '<svg/>', 'BM', 'GIF89a', '\xff\xd8\xff', '%PDF-1.7', 'a'.repeat(100)])
      expect(pictureHead(bytes(other))).toBeNull();
    expect(pictureHead(pngOf(0, 9, new Uint8Array()))).toBeNull();
    expect(pictureHead(bmp(40, 0, 0, 0, 0x80, 1, 0, 0, 0))).toBeNull();
  });

  it('reads no further than there are bytes', () => {
    const starts = ['\x89PNG\r\n\x1a\n', '\xff\xd8', 'GIF89a', 'BM', 'RIFF....WEBP', ''].map((start) => bytes(start));
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const head = pictureHead(new Uint8Array([...start, ...rest]));
        if (head !== null) expect(Math.min(head.width, head.height)).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
