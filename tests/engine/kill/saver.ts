import { writeSync } from 'node:fs';
import { KDF_PRESETS } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { entropy, oneSalt, passwordOf, rememberedKdf, saveOf } from './saves.ts';

// Works until it is killed; what it did is said only once it was acknowledged.
const [, , file = '', work = 'save'] = process.argv;
const random = work === 'password' ? oneSalt : randomBytes;
const opened = await Vault.open({ file: new FileStore(file), kdf: rememberedKdf, random }, { entropy });
if (!opened.ok) throw new Error(opened.code);
const { vault } = opened;
const say = (what: string): void => void writeSync(1, `${what}\n`);
// Each password is derived once before the clock runs: the moments of interest are those of the file.
for (const n of work === 'password' ? [0, 1] : []) await vault.isOpenedBy({ password: passwordOf(n) });
say('open');
for (let n = vault.records.size + 1; ; n++) {
  const saved = await vault.commit(saveOf(n, work === 'save'));
  if (!saved.ok) throw new Error(saved.fault);
  say(`saved ${n}`);
  if (work === 'save') continue;
  const changed = work === 'compact' ? await vault.compact() : await vault.changePassword(passwordOf(n), KDF_PRESETS.lowMemory);
  if (!changed.ok) throw new Error(changed.fault);
  say(`changed ${n}`);
}
