import { expect, it } from 'vitest';
import { type Bytes, concat } from '../../../main/core/bytes.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { type ChainEnd, FrameCipher } from '../../../main/core/vault/frame.ts';
import { readJournal } from '../../../main/core/vault/journal.ts';
import { contentBytes, opText } from '../../../main/core/vault/operations.ts';
import { idOf } from './support.ts';
import { leastSpent } from '../../support/spent.ts';

it('reads 10 000 frames of one record each', () => {
  const fields = { vaultId: new Uint8Array(16), epoch: 1, baseSeq: 0, baseChain: new Uint8Array(32) };
  const cipher = new FrameCipher(new Uint8Array(32).fill(3), fields.vaultId, fields.epoch);
  let last: ChainEnd = { seq: 0, chain: fields.baseChain };
  const frames: Bytes[] = [];
  for (let n = 1; n <= 10_000; n++) {
    const data = {
      client: idOf(n % 40),
      platform: 'instagram',
      title: `Account ${n}`,
      username: `person${n}@example.com`,
      password: { ver: 1, sealed: 'mZc2RaNm6Xxc-XEn1ySGl-o7_GU_00TsGB5nsO65Igwlewv8HCNx4xemrAabcd' },
      factors: [{ id: idOf(n), kind: 'totp', digits: 6, period: 30, seed: { ver: 1, sealed: 'A'.repeat(80) } }],
      tags: ['shop', 'ads'],
    };
    const { frame, next } = cipher.seal(
      contentBytes([opText({ op: 'put', id: idOf(n), type: 'account', v: 1, data })]),
      last,
      randomBytes,
    );
    frames.push(frame);
    last = next;
  }
  const file = concat(...frames);
  const spent = leastSpent(() => expect(readJournal(file, 0, fields, cipher, null).records.size).toBe(10_000), 1_000);
  console.log(`10 000 frames, ${(file.length / 2 ** 20).toFixed(1)} MiB, read for ${spent.toFixed(0)} ms of processor`);
  expect(spent).toBeLessThan(1_000);
});
