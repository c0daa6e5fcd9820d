import type { Bytes } from '../bytes.ts';
import { deriveKey, KEY, wipe } from '../crypto/sodium.ts';

const CONTEXT = 'lk1vault';

/** The subkeys of a vault key, each for one use. */
export interface VaultKeys {
  readonly frames: Bytes;
  readonly header: Bytes;
  readonly anchor: Bytes;
  readonly fields: Bytes;
}

/** Derives the subkeys; the vault key itself is not kept. */
export function vaultKeys(vaultKey: Bytes): VaultKeys {
  const subkey = (id: number): Bytes => deriveKey(KEY, id, CONTEXT, vaultKey);
  return { frames: subkey(1), header: subkey(2), anchor: subkey(3), fields: subkey(5) };
}

/** Overwrites all subkeys. */
export function wipeKeys(keys: VaultKeys): void {
  wipe(keys.frames, keys.header, keys.anchor, keys.fields);
}
