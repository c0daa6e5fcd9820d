import type { Bytes } from '../bytes.ts';
import type { Kdf } from '../crypto/kdf.ts';
import { wipe } from '../crypto/sodium.ts';
import { authenticate, type Header, type HeaderFault, type HeaderFields, readHeader } from './header.ts';
import { type VaultKeys, vaultKeys, wipeKeys } from './keys.ts';
import { type Credential, slotTypeOf, type UnwrapFault, unwrap } from './slots.ts';

/** Why a vault did not open; the first check that fails, in the format's order. */
export type UnlockFault = HeaderFault | UnwrapFault | 'no_slot';

/** A header whose MAC held, with the keys it gave. */
export interface Unlocked {
  readonly header: Header;
  readonly fields: HeaderFields;
  readonly keys: VaultKeys;
}

/** Opens a file's header with a credential: shape and KDF bounds of all slots, then the slot, then the MAC. */
export async function unlock(file: Bytes, credential: Credential, kdf: Kdf): Promise<Unlocked | UnlockFault> {
  const header = readHeader(file);
  if (typeof header === 'string') return header;
  const slot = header.slots.find(({ type }) => type === slotTypeOf(credential));
  if (slot === undefined) return 'no_slot';
  const vaultKey = await unwrap(slot, credential, header.vaultId, kdf);
  if (typeof vaultKey === 'string') return vaultKey;
  const keys = vaultKeys(vaultKey);
  wipe(vaultKey);
  const fields = authenticate(header, keys.header);
  if (fields !== null) return { header, fields, keys };
  wipeKeys(keys);
  return 'damaged_header';
}
