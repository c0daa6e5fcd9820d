import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pictures } from '../../../main/engine/pictures.ts';
import { MAX_CHUNK } from '../../../shared/limits.ts';
import { pictureOf } from '../../support/made-picture.ts';
import { frameChunk, losslessChunk, lossyChunk, riffChunk, webpOf } from '../../support/made-webp.ts';

const SECRET = Buffer.from('-----BEGIN PRIVATE KEY-----');
const WEBP = webpOf([losslessChunk(64, 48, 2 * MAX_CHUNK)]);
let folder = '';
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-handed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pictures whose files are named by their tokens, none of which can be decoded here. */
const pictures = () => new Pictures({ redeem: async (token) => token }, () => Promise.reject(new Error('no reader is wanted')));
const chosen = (bytes: Uint8Array): { token: string } => {
  const token = path.join(folder, String(files++));
  writeFileSync(token, bytes);
  return { token };
};
const drawOf = (read: object): string => ('draw' in read ? String(read.draw) : '');

describe('a WebP that a person chose', () => {
  it('is given back to the page in pieces, once, and not a byte of what lies behind it', async () => {
    const at = pictures();
    const draw = drawOf(await at.read(chosen(Buffer.concat([WEBP, SECRET]))));
    const pieces: string[] = [];
    for (let last = false; !last; ) {
      const given = at.toDraw(draw);
      if ('refused' in given) throw new Error(given.refused);
      expect(given.piece.length).toBeLessThanOrEqual(MAX_CHUNK);
      pieces.push(given.piece);
      ({ last } = given);
    }
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))).equals(WEBP)).toBe(true);
    expect(at.toDraw(draw)).toEqual({ refused: 'not_found' });
  });

  it('is forgotten where another file is chosen, whatever it is', async () => {
    for (const other of [WEBP, pictureOf('x'), SECRET]) {
      const at = pictures();
      const draw = drawOf(await at.read(chosen(WEBP)));
      expect(draw).not.toBe('');
      await at.read(chosen(other));
      expect(at.toDraw(draw)).toEqual({ refused: 'not_found' });
    }
  });

  it.each([
    ['a key', SECRET],
    ['a vault', Buffer.from('LATCHKEY\0\x01RIFF....WEBPVP8L', 'latin1')],
    ['a picture of another kind', pictureOf('x')],
    ['a sound of the same family of files', Buffer.from(WEBP).fill('WAVE', 8, 12)],
    ['one that claims to be longer than it is', webpOf([lossyChunk(9, 8)], 5000)],
    ['one of too many pixels', webpOf([lossyChunk(5001, 5000)])],
    ['an animation', webpOf([frameChunk(9, 8, 0x02), lossyChunk(9, 8)])],
    ['text in the clothes of one', webpOf([riffChunk('VP8X', Buffer.alloc(10)), riffChunk('EXIF', SECRET)])],
  ])('is all that is ever given back: not %s', async (_name, bytes) => {
    const read = await pictures().read(chosen(bytes));
    expect(read).not.toHaveProperty('draw');
    expect(read).toHaveProperty('refused');
  });

  it('is not what the page has sent, nor anything by a guess', async () => {
    const at = pictures();
    const put = at.put(null, webpOf([lossyChunk(9, 8)]).toString('base64'));
    expect(await at.read({ picture: 'picture' in put ? put.picture : '' })).toEqual({ refused: 'picture_unreadable' });
    await at.read(chosen(WEBP));
    expect(at.toDraw('A'.repeat(22))).toEqual({ refused: 'not_found' });
  });
});
