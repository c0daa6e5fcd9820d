import { readFile } from 'node:fs/promises';
import { fromUtf8 } from '../../../main/core/bytes.ts';
import { randomBytes } from '../../../main/core/crypto/sodium.ts';
import type { SealedField } from '../../../main/core/crypto/field.ts';
import { readRecoveryWords } from '../../../main/core/crypto/words.ts';
import type { ReadingClass } from '../../../main/core/vault/journal.ts';
import { type Opened, Vault } from '../../../main/core/vault/vault.ts';
import { memoisedKdf } from '../../support/engine-world.ts';
import { MemoryVaultFile } from '../../support/memory-vault-file.ts';

/** A vault's file as the core reads it from the disk. */
export interface OnDisk {
  readonly class: ReadingClass;
  readonly epoch: number;
  readonly slots: readonly number[];
  readonly costKib: number;
  /** Titles of the accounts with their passwords, opened. */
  readonly accounts: Readonly<Record<string, string>>;
  /** What the log says happened, oldest first. */
  readonly log: readonly string[];
  readonly bytes: number;
}

type Key = string | readonly string[];

/** Opens a copy of a file by its passphrase or the 24 words of its sheet, without touching the file; the fault when it does not open. */
async function open(file: string, key: Key): Promise<Opened & { readonly bytes: number }> {
  const bytes = new Uint8Array(await readFile(file));
  const words = typeof key === 'string' ? null : readRecoveryWords(key.join(' '));
  if (words !== null && 'fault' in words) throw new Error(words.fault);
  const credential = words === null ? { password: key as string } : { entropy: words.entropy };
  const ports = { file: new MemoryVaultFile(bytes), kdf: memoisedKdf, random: randomBytes };
  return { ...(await Vault.open(ports, credential)), bytes: bytes.length };
}

/** Whether a passphrase or a sheet opens a file; the fault when it does not. */
export async function opens(file: string, key: Key): Promise<true | string> {
  const opened = await open(file, key);
  if (!opened.ok) return opened.code;
  await opened.vault.close();
  return true;
}

/** What is in a file. Throws when it does not open. */
export async function onDisk(file: string, key: Key): Promise<OnDisk> {
  const opened = await open(file, key);
  if (!opened.ok) throw new Error(`${file} does not open: ${opened.code}`);
  const { vault } = opened;
  const records = [...vault.records];
  const accounts = records.flatMap(([id, { type, data }]) => {
    if (type !== 'account' || data['trashed'] !== undefined) return [];
    const sealed = data['password'] as unknown as SealedField | undefined;
    const plain = sealed === undefined ? new Uint8Array() : vault.openField(id, 'password', sealed);
    return [[wordOf(data['title']), plain === null ? '(sealed for another key)' : (fromUtf8(plain) ?? '')] as const];
  });
  const log = records.flatMap(([, { type, data }]) =>
    type === 'audit' ? [[Number(data['n']), wordOf(data['what'])] as const] : [],
  );
  const read: OnDisk = {
    class: opened.class,
    epoch: vault.epoch,
    slots: [...vault.slots].toSorted((a, b) => a - b),
    costKib: vault.kdf.memKib,
    accounts: Object.fromEntries(accounts),
    log: log.toSorted(([a], [b]) => a - b).map(([, what]) => what),
    bytes: opened.bytes,
  };
  await vault.close();
  return read;
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
