import { b64u, type Bytes } from '../../../main/core/bytes.ts';
import { directKdf, type Kdf } from '../../../main/core/crypto/kdf.ts';
import { type Random, randomBytes } from '../../../main/core/crypto/sodium.ts';
import type { Op } from '../../../main/core/vault/operations.ts';

/** Recovery key of the vaults that are killed: opens without an Argon2 run. */
export const entropy = new Uint8Array(32).fill(5);

/** The two passwords that a vault gets in turn. */
export const passwordOf = (n: number): string => (n % 2 === 0 ? 'correct horse battery staple' : 'another long and good password');

/** Random bytes, except that every salt is the same: so that the real KDF answers each password once. */
export const oneSalt: Random = (length) => (length === 16 ? new Uint8Array(16).fill(3) : randomBytes(length));

const answers = new Map<string, Bytes>();

/** The real Argon2id, each question asked once. */
export const rememberedKdf: Kdf = {
  derive: async (password, salt, ops, memKib) => {
    const question = `${b64u(password)} ${b64u(salt)} ${ops} ${memKib}`;
    const answer = answers.get(question) ?? (await directKdf.derive(password.slice(), salt, ops, memKib));
    if (answer === null) return null;
    answers.set(question, answer.slice());
    return answer.slice();
  },
};

/** Id of the record that save number n adds. */
export function idOf(n: number): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, n);
  return b64u(bytes);
}

/** Save number n: one new record, and every sixth time two large changed ones, which take a run of parts. */
export function saveOf(n: number, withLarge = true): Op[] {
  const note = (id: string, text: string): Op => ({ op: 'put', id, type: 'note', v: 1, data: { n, text } });
  const ops = [note(idOf(n), `save ${n}`)];
  if (withLarge && n % 6 === 0) for (const back of [1, 2]) ops.push(note(idOf(n - back), 'x'.repeat(700_000)));
  return ops;
}
