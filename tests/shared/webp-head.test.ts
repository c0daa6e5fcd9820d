import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webpHead } from '../../shared/webp-head.ts';
import { frameChunk, losslessChunk, lossyChunk, riffChunk, webpOf } from '../support/made-webp.ts';

const ANIMATION = 0x02;
const sized = (width: number, height: number, bytes: Buffer) => ({ width, height, length: bytes.length });

describe('the head of a WebP picture', () => {
  it.each([
    ['lossy', webpOf([lossyChunk(640, 480)]), 640, 480],
    ['lossy, the two bits of scaling beside the size', webpOf([lossyChunk(0x4000 | 640, 0xc000 | 480)]), 640, 480],
    ['lossless', webpOf([losslessChunk(640, 480)]), 640, 480],
    ['the largest lossless', webpOf([losslessChunk(16_384, 16_384)]), 16_384, 16_384],
    ['of an odd length', webpOf([losslessChunk(7, 5, 4)]), 7, 5],
    ['extended', webpOf([frameChunk(640, 480), lossyChunk(640, 480)]), 640, 480],
    [
      'extended, with profile, alpha and more behind',
      webpOf([
        ...[frameChunk(9, 8, 0x30), riffChunk('ICCP', Buffer.alloc(3)), riffChunk('ALPH', Buffer.alloc(5))],
        ...[lossyChunk(9, 8), riffChunk('EXIF', Buffer.alloc(9))],
      ]),
      9,
      8,
    ],
  ])('tells the size of one that is %s', (_name, bytes, width, height) => {
    expect(webpHead(bytes)).toEqual(sized(width, height, bytes));
  });

  it('ends where the picture does, whatever comes behind it', () => {
    const picture = webpOf([losslessChunk(3, 2)]);
    expect(webpHead(Buffer.concat([picture, Buffer.from('-----BEGIN PRIVATE KEY-----')]))).toEqual(sized(3, 2, picture));
  });

  it.each([
    ['an animation', webpOf([frameChunk(9, 8, ANIMATION), riffChunk('ANIM', Buffer.alloc(6)), lossyChunk(9, 8)])],
    ['frames without the flag of an animation', webpOf([frameChunk(9, 8), riffChunk('ANMF', lossyChunk(9, 8))])],
    ['a small frame around a huge lossless picture', webpOf([frameChunk(1, 1), losslessChunk(16_384, 16_384)])],
    ['a small frame around a huge lossy picture', webpOf([frameChunk(1, 1), lossyChunk(16_383, 16_383)])],
    ['a huge frame around a small picture', webpOf([frameChunk(16_777_216, 16_777_216), lossyChunk(9, 8)])],
    ['a second frame', webpOf([frameChunk(9, 8), frameChunk(1, 1), lossyChunk(1, 1)])],
    ['a frame without a picture', webpOf([frameChunk(9, 8)])],
    [
      'a picture behind too many chunks',
      webpOf([frameChunk(9, 8), ...Array(20).fill(riffChunk('XXXX', Buffer.alloc(0))), lossyChunk(9, 8)]),
    ],
    ['a chunk of another kind first', webpOf([riffChunk('ICCP', Buffer.alloc(4)), lossyChunk(9, 8)])],
    ['a lossy picture without width', webpOf([lossyChunk(0, 8)])],
    ['a lossy picture that is no key frame', Buffer.from(webpOf([lossyChunk(9, 8)])).fill(0x11, 20, 21)],
    ['a lossy picture without its start code', Buffer.from(webpOf([lossyChunk(9, 8)])).fill(0, 23, 24)],
    ['a lossless picture without its signature', Buffer.from(webpOf([losslessChunk(9, 8)])).fill(0x2e, 20, 21)],
    ['a lossless picture of a later version', Buffer.from(webpOf([losslessChunk(9, 8)])).fill(0x20, 24, 25)],
    ['a frame cut short', webpOf([riffChunk('VP8X', Buffer.alloc(9)), lossyChunk(1, 1)])],
    ['a picture cut short', webpOf([riffChunk('VP8L', Buffer.from([0x2f, 0, 0]))])],
    ['a chunk longer than the file', webpOf([riffChunk('VP8L', Buffer.from(losslessChunk(9, 8).subarray(8)), 1000)])],
    ['a chunk without an end', webpOf([frameChunk(9, 8), riffChunk('EXIF', Buffer.alloc(4), 0xffffffff), lossyChunk(9, 8)])],
    ['a file longer than it is', webpOf([losslessChunk(9, 8)], 0xffffffff)],
    ['a file of no length', webpOf([losslessChunk(9, 8)], 0)],
    ['nothing', webpOf([])],
  ])('is broken in %s', (_name, bytes) => expect(webpHead(bytes)).toBe('broken'));

  it('is broken in any that is cut off, and none in what does not begin as one', () => {
    for (const whole of [webpOf([lossyChunk(9, 8)]), webpOf([losslessChunk(9, 8)]), webpOf([frameChunk(9, 8), lossyChunk(9, 8)])]) {
      for (let length = 0; length < whole.length; length++) {
        expect(webpHead(whole.subarray(0, length))).toBe(length < 12 ? null : 'broken');
      }
    }
    for (const other of ['', 'RIFF', 'RIFF....WAVEfmt ', 'WEBPVP8L', 'x'.repeat(99)])
      expect(webpHead(Buffer.from(other))).toBeNull();
  });

  it('reads no further than there are bytes, wherever they begin, and states what the bytes do', () => {
    const chunks = fc.array(
      fc.oneof(
        fc.tuple(fc.integer({ min: 1, max: 16_383 }), fc.integer({ min: 1, max: 16_383 })).map(([w, h]) => lossyChunk(w, h, 0)),
        fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })).map(([w, h]) => frameChunk(w, h)),
        fc
          .tuple(fc.constantFrom('VP8 ', 'VP8L', 'VP8X', 'ALPH'), fc.uint8Array({ maxLength: 30 }))
          .map(([n, d]) => riffChunk(n, d)),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(chunks, fc.nat(200), fc.nat(8), (made, cut, before) => {
        const file = Buffer.concat([Buffer.alloc(before), webpOf(made)]);
        const head = webpHead(new Uint8Array(file.subarray(before, file.length - Math.min(cut % 20, file.length - before))));
        if (head === null || head === 'broken') return;
        expect(Math.min(head.width, head.height)).toBeGreaterThan(0);
        expect(head.length).toBeLessThanOrEqual(file.length - before);
      }),
      { numRuns: 1000 },
    );
  });
});
