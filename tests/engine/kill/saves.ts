import { b64u } from '../../../main/core/bytes.ts';
import type { Op } from '../../../main/core/vault/operations.ts';

/** Recovery key of the vaults that are killed: opens without an Argon2 run. */
export const entropy = new Uint8Array(32).fill(5);

/** Id of the record that save number n adds. */
export function idOf(n: number): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, n);
  return b64u(bytes);
}

/** Save number n: one new record, and every sixth time two large changed ones, which take a run of parts. */
export function saveOf(n: number): Op[] {
  const note = (id: string, text: string): Op => ({ op: 'put', id, type: 'note', v: 1, data: { n, text } });
  const ops = [note(idOf(n), `save ${n}`)];
  if (n % 6 === 0) for (const back of [1, 2]) ops.push(note(idOf(n - back), 'x'.repeat(700_000)));
  return ops;
}
