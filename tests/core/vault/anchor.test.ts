import { describe, expect, it } from 'vitest';
import { concat, le, utf8 } from '../../../main/core/bytes.ts';
import { hash } from '../../../main/core/crypto/sodium.ts';
import { compareWithAnchor, readAnchor } from '../../../main/core/vault/anchor.ts';

const key = new Uint8Array(32).fill(1);
const vaultId = new Uint8Array(16).fill(2);
const chain = new Uint8Array(32).fill(3);
const headerMac = new Uint8Array(32).fill(4);

function anchorBytes(id = vaultId, epoch = le(2, 8), magic = 'lk1anch\0') {
  const body = concat(utf8(magic), id, epoch, le(7, 8), chain, headerMac);
  return concat(body, hash(32, body, key));
}

describe('an anchor', () => {
  it('is read when its MAC and vault fit', () => {
    expect(readAnchor(anchorBytes(), vaultId, key)).toEqual({ epoch: 2, seq: 7, chain, headerMac });
  });

  it('counts as none when anything is another, its MAC right or not', () => {
    const good = anchorBytes();
    expect(readAnchor(anchorBytes(new Uint8Array(16).fill(9)), vaultId, key)).toBeNull();
    expect(readAnchor(anchorBytes(vaultId, new Uint8Array(8).fill(255)), vaultId, key)).toBeNull();
    expect(readAnchor(anchorBytes(vaultId, le(2, 8), 'lk2anch\0'), vaultId, key)).toBeNull();
    expect(readAnchor(good, vaultId, new Uint8Array(32))).toBeNull();
    expect(readAnchor(good.slice(0, 135), vaultId, key)).toBeNull();
    expect(readAnchor(concat(good, new Uint8Array(1)), vaultId, key)).toBeNull();
    for (let at = 0; at < good.length; at++) {
      const bad = good.slice();
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(readAnchor(bad, vaultId, key)).toBeNull();
    }
  });

  it('tells older and other files from ones that went on', () => {
    const anchor = { epoch: 2, seq: 7, chain, headerMac };
    const other = new Uint8Array(32).fill(8);
    const compare = (epoch: number, baseSeq: number, baseChain: typeof chain, seq: number, at: typeof chain | null) =>
      compareWithAnchor(anchor, { vaultId, epoch, baseSeq, baseChain }, seq, at);
    expect(compare(2, 4, other, 7, chain)).toBeNull();
    expect(compare(2, 4, other, 9, chain)).toBeNull();
    expect(compare(2, 4, other, 6, null)).toBe('rolled_back');
    expect(compare(1, 0, other, 9, chain)).toBe('rolled_back');
    expect(compare(2, 4, other, 7, other)).toBe('forked');
    expect(compare(2, 8, other, 9, null)).toBe('forked');
    expect(compare(3, 6, chain, 9, chain)).toBe('forked');
    expect(compare(3, 7, other, 9, null)).toBe('forked');
    expect(compare(3, 7, chain, 9, null)).toBeNull();
    expect(compare(3, 8, other, 9, null)).toBeNull();
  });
});
