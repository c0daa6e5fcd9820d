import { describe, expect, it } from 'vitest';
import { Uploads } from '../../main/engine/uploads.ts';
import { isRefused } from '../../shared/errors.ts';
import { MAX_PASTE } from '../../shared/limits.ts';

const begin = (uploads: Uploads, piece: string): string => {
  const put = uploads.put(null, piece);
  if (isRefused(put)) throw new Error(put.refused);
  return put.upload;
};

describe('uploads', () => {
  it('join their pieces in order and are taken out once', () => {
    const uploads = new Uploads();
    const id = begin(uploads, 'ab');
    const other = begin(uploads, 'xy');
    expect(uploads.put(id, 'cd')).toEqual({ upload: id });
    expect(uploads.take(id)).toBe('abcd');
    expect(uploads.take(id)).toBeNull();
    expect(uploads.put(id, 'ef')).toEqual({ refused: 'not_found' });
    expect(uploads.take(other)).toBe('xy');
  });

  it('are refused, and forgotten, above the longest paste', () => {
    const uploads = new Uploads();
    const id = begin(uploads, 'a'.repeat(MAX_PASTE));
    expect(uploads.put(id, 'b')).toEqual({ refused: 'too_large' });
    expect(uploads.take(id)).toBeNull();
  });

  it('are four at most, the oldest giving way', () => {
    const uploads = new Uploads();
    const ids = ['0', '1', '2', '3', '4'].map((piece) => begin(uploads, piece));
    expect(new Set(ids).size).toBe(5);
    expect(ids.map((id) => uploads.take(id))).toEqual([null, '1', '2', '3', '4']);
  });

  it('have ids nobody guesses, of the form the contract wants', () => {
    expect(begin(new Uploads(), '')).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});
