import { type Bytes, concat, le, readLe, utf8 } from '../bytes.ts';
import { isWithinKdfBounds, type Kdf, type KdfSettings, passwordBytes } from '../crypto/kdf.ts';
import { aeadOpen, aeadSeal, deriveKey, equal, hash, KEY, NONCE, type Random, TAG, wipe } from '../crypto/sodium.ts';

/** What a person or a device gives to open a vault: a password, the recovery sheet's 32 bytes, or the device's 32 bytes. */
export type Credential = { readonly password: string } | { readonly entropy: Bytes } | { readonly device: Bytes };

/** 1 password, 2 this device, 3 recovery sheet. */
export type SlotType = 1 | 2 | 3;

/** One wrapping of the vault key. `settings` is null unless the slot is a password's. */
export interface Slot {
  readonly type: SlotType;
  readonly settings: KdfSettings | null;
  readonly salt: Bytes;
  readonly commitment: Bytes;
  readonly nonce: Bytes;
  readonly wrapped: Bytes;
  /** Bytes 0 to 27, type to salt: authenticated by the wrapping. */
  readonly head: Bytes;
  /** The whole slot as it stands in the file. */
  readonly bytes: Bytes;
}

/** Why the list of slots was refused. */
export type SlotFault = 'newer_version' | 'damaged_header' | 'kdf_refused';

/** Why a slot did not give the vault key. `kdf_failed`: the memory its settings ask for could not be had. */
export type UnwrapFault = 'wrong_key' | 'damaged_slot' | 'kdf_failed';

/** Bytes of one slot. */
export const SLOT_SIZE = 132;

const ALG_ARGON2ID = 2;
const HEAD = 28;
const SALT = 16;
const AD = utf8('lk1/slot\0');
const DEVICE = utf8('lk1/kek-dev\0');
const RECOVERY = utf8('lk1/kek-rec\0');
const CONTEXT = 'lk1slot_';

/** Reads all slots, used or not, in the order of faults the format states; `bytes` is a whole number of slots. */
export function readSlots(bytes: Bytes): Slot[] | SlotFault {
  const slots: Slot[] = [];
  for (let at = 0; at < bytes.length; at += SLOT_SIZE) {
    const slot = readSlot(bytes.subarray(at, at + SLOT_SIZE), slots.at(-1)?.type ?? 0);
    if (typeof slot === 'string') return slot;
    slots.push(slot);
  }
  return slots;
}

/** One slot on its own, of any type; null when it is not one. */
export function readOneSlot(bytes: Bytes): Slot | null {
  const slot = readSlot(bytes, bytes[0] === 1 ? 0 : 1);
  return typeof slot === 'string' ? null : slot;
}

function readSlot(bytes: Bytes, before: number): Slot | SlotFault {
  const type = readLe(bytes, 0, 1);
  if (type !== 1 && type !== 2 && type !== 3) return 'newer_version';
  if (readLe(bytes, 1, 1) !== (type === 1 ? ALG_ARGON2ID : 0) || readLe(bytes, 2, 2) !== 0) return 'newer_version';
  if (type <= before || (before === 0 && type !== 1)) return 'damaged_header';
  const settings = type === 1 ? { ops: readLe(bytes, 4, 4), memKib: readLe(bytes, 8, 4) } : null;
  if (settings === null && bytes.subarray(4, HEAD).some((byte) => byte !== 0)) return 'newer_version';
  if (settings !== null && !isWithinKdfBounds(settings)) return 'kdf_refused';
  return {
    type,
    settings,
    salt: bytes.subarray(12, HEAD),
    commitment: bytes.subarray(28, 60),
    nonce: bytes.subarray(60, 84),
    wrapped: bytes.subarray(84, SLOT_SIZE),
    head: bytes.subarray(0, HEAD),
    bytes,
  };
}

/** The type of slot a credential opens. */
export function slotTypeOf(credential: Credential): SlotType {
  if ('password' in credential) return 1;
  return 'device' in credential ? 2 : 3;
}

async function keyEncryptionKey(
  credential: Credential,
  vaultId: Bytes,
  slot: Pick<Slot, 'salt' | 'settings'>,
  kdf: Kdf,
): Promise<Bytes | UnwrapFault> {
  if (!('password' in credential)) {
    const secret = 'device' in credential ? credential.device : credential.entropy;
    if (secret.length !== KEY) throw new RangeError('a device or recovery secret has 32 bytes');
    return hash(KEY, concat('device' in credential ? DEVICE : RECOVERY, vaultId), secret);
  }
  const password = passwordBytes(credential.password);
  if (password === null) return 'wrong_key';
  if (slot.settings === null || !isWithinKdfBounds(slot.settings)) throw new RangeError('KDF settings out of bounds');
  const key = await kdf.derive(password, slot.salt, slot.settings.ops, slot.settings.memKib);
  wipe(password);
  return key ?? 'kdf_failed';
}

/**
 * The vault key out of a slot. SECURITY: the commitment is compared first, since XChaCha20-Poly1305 does not commit to its key;
 * it also tells a wrong password from a damaged slot.
 */
export async function unwrap(slot: Slot, credential: Credential, vaultId: Bytes, kdf: Kdf): Promise<Bytes | UnwrapFault> {
  const kek = await keyEncryptionKey(credential, vaultId, slot, kdf);
  if (typeof kek === 'string') return kek;
  const wrapKey = deriveKey(KEY, 1, CONTEXT, kek);
  const commitment = deriveKey(KEY, 2, CONTEXT, kek);
  wipe(kek);
  const opened = equal(commitment, slot.commitment)
    ? (aeadOpen(slot.wrapped, concat(AD, vaultId, slot.head), slot.nonce, wrapKey) ?? 'damaged_slot')
    : 'wrong_key';
  wipe(wrapKey);
  return opened;
}

/** Makes the slot of a credential; draws the salt (password only), then the nonce. `kdf_failed` or `wrong_key` as for `unwrap`. */
export async function wrap(
  vaultKey: Bytes,
  credential: Credential,
  vaultId: Bytes,
  settings: KdfSettings,
  { kdf, random }: { readonly kdf: Kdf; readonly random: Random },
): Promise<Bytes | UnwrapFault> {
  const type = slotTypeOf(credential);
  const isPassword = type === 1;
  const salt = isPassword ? random(SALT) : new Uint8Array(SALT);
  const { ops, memKib } = isPassword ? settings : { ops: 0, memKib: 0 };
  const head = concat(le(type, 1), le(isPassword ? ALG_ARGON2ID : 0, 1), le(0, 2), le(ops, 4), le(memKib, 4), salt);
  const kek = await keyEncryptionKey(credential, vaultId, { salt, settings: isPassword ? settings : null }, kdf);
  if (typeof kek === 'string') return kek;
  const nonce = random(NONCE);
  const wrapKey = deriveKey(KEY, 1, CONTEXT, kek);
  const wrapped = aeadSeal(vaultKey, concat(AD, vaultId, head), nonce, wrapKey);
  const slot = concat(head, deriveKey(KEY, 2, CONTEXT, kek), nonce, wrapped);
  wipe(kek, wrapKey);
  if (slot.length !== SLOT_SIZE || wrapped.length !== KEY + TAG) throw new Error('a slot has 132 bytes');
  return slot;
}
