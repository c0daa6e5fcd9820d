import type { Bytes } from '../bytes.ts';
import type { PasswordFault } from '../crypto/new-password.ts';
import { FrameCipher } from './frame.ts';
import { wipeKeys } from './keys.ts';
import { Rotation } from './rotation.ts';
import { type SalvageReport, salvageFrames } from './salvage.ts';
import type { Credential } from './slots.ts';
import { type UnlockFault, unlock } from './unlock.ts';
import { type NewVault, Vault, type VaultPorts } from './vault.ts';
import type { FileFault } from './vault-file.ts';
import { legOf, unwatched, type Watch } from './watch.ts';

/** Parts of a salvage: until then frames are looked for, and until then secrets are sealed anew. */
const FOUND = 0.6;
const RENEWED = 0.8;

/** A damaged file, and what opens it. */
export interface SalvageOf {
  readonly bytes: Bytes;
  readonly credential: Credential;
  /** A file of the same vault and epoch, such as a backup, whose header is used when the damaged file's own does not open. */
  readonly header?: Bytes;
}

/** Outcome of a salvage. `nothing`: no frame could be read, so no vault was made. */
export type SalvageOutcome =
  | { readonly ok: true; readonly vault: Vault; readonly report: SalvageReport }
  | { readonly ok: false; readonly fault: UnlockFault | PasswordFault | FileFault | 'cancelled' | 'nothing' };

/**
 * Writes everything that can still be read of a damaged file into a new vault file (`to`), with an id and a key of its own,
 * and leaves the damaged one untouched.
 */
export async function salvage(
  { bytes, credential, header }: SalvageOf,
  to: VaultPorts,
  access: NewVault,
  watch: Watch = unwatched,
): Promise<SalvageOutcome> {
  const own = await unlock(bytes, credential, to.kdf);
  const unlocked = typeof own === 'string' && header !== undefined ? await unlock(header, credential, to.kdf) : own;
  if (typeof unlocked === 'string') return { ok: false, fault: unlocked };
  const { fields, keys } = unlocked;
  try {
    const cipher = new FrameCipher(keys.frames, fields.vaultId, fields.epoch);
    const start = unlocked === own ? unlocked.header.bytes.length : 0;
    const salvaged = await salvageFrames(bytes, start, fields, cipher, legOf(watch, 0, FOUND));
    if (salvaged === null) return { ok: false, fault: 'cancelled' };
    if (salvaged.report.frames === 0) return { ok: false, fault: 'nothing' };
    const made = await Vault.createWith(
      to,
      access,
      (newFieldsKey) => new Rotation(to.random).renewAll(salvaged.records, keys.fields, newFieldsKey, legOf(watch, FOUND, RENEWED)),
      legOf(watch, RENEWED, 1),
    );
    if (made === 'cancelled') return { ok: false, fault: made };
    return made.ok ? { ...made, report: salvaged.report } : { ok: false, fault: made.code };
  } finally {
    wipeKeys(keys);
  }
}
