import type { Bytes } from '../bytes.ts';
import { deriveKey, KEY, wipe } from '../crypto/sodium.ts';

const CONTEXT = 'lk1vault';

/** A vault key with its subkeys, each for one use. */
export interface VaultKeys {
  /** The vault key itself, which an open vault needs to wrap it anew. */
  readonly vault: Bytes;
  readonly frames: Bytes;
  readonly header: Bytes;
  readonly anchor: Bytes;
  readonly fields: Bytes;
}

/** Derives the subkeys, and keeps a copy of the vault key beside them. */
export function vaultKeys(vaultKey: Bytes): VaultKeys {
  const subkey = (id: number): Bytes => deriveKey(KEY, id, CONTEXT, vaultKey);
  return { vault: vaultKey.slice(), frames: subkey(1), header: subkey(2), anchor: subkey(3), fields: subkey(5) };
}

/** Overwrites all of them. */
export function wipeKeys(keys: VaultKeys): void {
  wipe(keys.vault, keys.frames, keys.header, keys.anchor, keys.fields);
}
