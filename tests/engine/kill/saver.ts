import { writeSync } from 'node:fs';
import { directKdf } from '../../../main/core/crypto/kdf.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import { Vault } from '../../../main/core/vault/vault.ts';
import { FileStore } from '../../../main/engine/file-store.ts';
import { entropy, saveOf } from './saves.ts';

// Saves until it is killed; a number is printed only once its save was acknowledged.
const opened = await Vault.open({ file: new FileStore(process.argv[2] ?? ''), kdf: directKdf, random: randomBytes }, { entropy });
if (!opened.ok) throw new Error(opened.code);
writeSync(1, 'open\n');
for (let n = opened.vault.records.size + 1; ; n++) {
  const saved = await opened.vault.commit(saveOf(n));
  if (!saved.ok) throw new Error(saved.fault);
  writeSync(1, `${n}\n`);
}
