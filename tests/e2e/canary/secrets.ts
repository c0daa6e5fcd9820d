import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bytes, b64u } from '../../../main/core/bytes.ts';
import { toBase32 } from '../../../main/core/codes/base32.ts';
import { directKdf, passwordBytes } from '../../../main/core/crypto/kdf.ts';
import { deriveKey } from '../../../main/core/crypto/sodium.ts';
import { readRecoveryWords } from '../../../main/core/crypto/words.ts';
import { identityOf } from '../../../main/core/people/identity.ts';
import { fieldAt, openField } from '../../../main/core/crypto/field.ts';
import { unlock } from '../../../main/core/vault/unlock.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import type { Canary } from '../../support/needles.ts';

/** A secret nobody could have written before: letters and digits alone, so that JSON and shells leave it as it is. */
export function newSecret(start: string): string {
  return `${start}-${randomBytes(12).toString('base64url').replaceAll(/[-_]/g, 'x')}`;
}

/** An authenticator's key in the spellings people and apps use. */
export function seedCanary(name: string, seed: Buffer): Canary & { readonly key: string; readonly typed: string } {
  const key = toBase32(seed);
  const typed = key.toLowerCase().replace(/(.{4})(?=.)/g, '$1 ');
  return { name, key, typed, texts: [key, key.toLowerCase(), typed, typed.toUpperCase()], bytes: [seed] };
}

/**
 * What the person never sees: the keys their vault file is under, what they sign and open with, and the codes they were lent, all
 * derived here from the file as the app derives them.
 */
export async function unseenOf(documents: string, password: string, words: readonly string[]): Promise<readonly Canary[]> {
  const name = (await readdir(documents)).find((file) => file.endsWith('.latchkey'));
  if (name === undefined) throw new Error('no vault file');
  const file = path.join(documents, name);
  const unlocked = await unlock(new Uint8Array(await readFile(file)), { password }, directKdf);
  if (typeof unlocked === 'string') throw new Error(unlocked);
  const { header, keys } = unlocked;
  const slot = header.slots[0];
  const typed = passwordBytes(password);
  if (slot === undefined || slot.settings === null || typed === null) throw new Error('no password slot');
  const kek = await directKdf.derive(typed, slot.salt, slot.settings.ops, slot.settings.memKib);
  const recovery = readRecoveryWords(words.join(' '));
  if (kek === null || 'fault' in recovery) throw new Error('no keys');
  const field = await fieldsOf(file, password, keys.fields);
  const seed = field('identity', 'seed');
  const { sign, box } = identityOf(seed);
  const codes = field('received', 'pass/codes');
  return [
    { name: 'vault key', bytes: [keys.vault] },
    { name: 'frames’ key', bytes: [keys.frames] },
    { name: 'header’s key', bytes: [keys.header] },
    { name: 'anchor’s key', bytes: [keys.anchor] },
    { name: 'fields’ key', bytes: [keys.fields] },
    { name: 'key of the password', bytes: [kek] },
    { name: 'wrapping key of the password', bytes: [deriveKey(32, 1, 'lk1slot_', kek)] },
    { name: 'recovery sheet’s 32 bytes', bytes: [recovery.entropy] },
    { name: 'identity seed', bytes: [seed], texts: [b64u(seed)] },
    // The second half of libsodium's signing key is the public one.
    { name: 'signing key', bytes: [sign.privateKey.slice(0, 32)] },
    { name: 'opening key', bytes: [box.privateKey] },
    // Its beginning is enough, and all of it would make every search slower.
    { name: 'codes of the pass', bytes: [codes.slice(0, 60)] },
  ];
}

/** Opens sealed fields of the vault in a file: the first record of a type, at a path. */
async function fieldsOf(file: string, password: string, key: Bytes): Promise<(type: string, place: string) => Bytes> {
  const opened = await Vault.open({ file: new FileStore(file), kdf: directKdf, random: () => new Uint8Array() }, { password });
  if (!opened.ok) throw new Error(opened.code);
  const records = [...opened.vault.records.values()];
  await opened.vault.close();
  return (type, place) => {
    const record = records.find((each) => each.type === type);
    const sealed = record === undefined ? null : fieldAt(record.data, place);
    const plain = record === undefined || sealed === null ? null : openField(key, record.id, place, sealed);
    if (plain === null) throw new Error(`${type} without ${place}`);
    return plain;
  };
}
