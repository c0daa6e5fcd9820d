import { type Bytes, concat, le, utf8 } from '../../main/core/bytes.ts';
import { type Kdf, KDF_PRESETS } from '../../main/core/crypto/kdf.ts';
import { hash, type Random } from '../../main/core/crypto/sodium.ts';
import type { Op } from '../../main/core/vault/operations.ts';
import { Vault } from '../../main/core/vault/vault.ts';
import { idOf, MemoryFile } from '../core/vault/support.ts';

export const PASSWORD = 'Größe zählt: correct horse battery staple';
export const ENTROPY = hash(32, utf8('golden recovery sheet'));
export const DEVICE = hash(32, utf8('golden device'));

/** Draws that are the same each time: BLAKE2b of a counter. */
function fixedDraws(): Random {
  let drawn = 0;
  return (length) => hash(length, concat(utf8('golden version 1'), le(drawn++, 4)));
}

/** Makes the golden vault of version 1. */
export async function makeVersion1(kdf: Kdf): Promise<{ bytes: Bytes; vault: Vault }> {
  const file = new MemoryFile();
  const made = await Vault.create(
    { file, kdf, random: fixedDraws() },
    { password: PASSWORD, entropy: ENTROPY, settings: KDF_PRESETS.lowMemory },
  );
  if (!made.ok) throw new Error(made.code);
  const { vault } = made;
  const seal = (n: number, path: string, ver: number, text: string) => ({ ...vault.sealField(idOf(n), path, ver, utf8(text)) });
  const put = (n: number, type: string, data: Record<string, unknown>, v = 1): Op =>
    ({ op: 'put', id: idOf(n), type, v, data }) as Op;
  const account = (n: number, ver: number): Op =>
    put(n, 'account', {
      title: `Tomás' shop ${n} — 日本 🔑`,
      tags: ['ads', 'shop'],
      personal: n % 2 === 0,
      changed: 1_790_000_000 + n,
      nothing: null,
      password: seal(n, 'password', ver, `secret ${n}.${ver} ü`),
      factors: [{ id: idOf(100 + n), kind: 'authenticator', seed: seal(n, `factors/${idOf(100 + n)}/seed`, 1, `seed ${n}`) }],
    });
  const steps: readonly (() => Promise<{ readonly ok: boolean }>)[] = [
    ...[1, 2, 3, 4, 5].map((n) => () => vault.commit([account(n, 1)])),
    () => vault.commit([{ op: 'del', id: idOf(5) }, put(6, 'from_later', { of: 'a later version', n: -5 }, 65_535)]),
    () => vault.addDeviceSlot(DEVICE),
    () => vault.compact(),
    () => vault.commit([account(2, 2), put(7, 'note', { text: 'x'.repeat(2_000) })]),
    () => vault.commit([{ op: 'del', id: idOf(3) }]),
  ];
  for (const step of steps) if (!(await step()).ok) throw new Error('not written');
  return { bytes: file.bytes, vault };
}
