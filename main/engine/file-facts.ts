import { readFile, stat } from 'node:fs/promises';
import type { Bytes } from '../core/bytes.ts';
import { readHeader } from '../core/vault/header.ts';

/** When a file was last written, Unix seconds; null when it cannot be looked at. */
export async function modifiedAt(file: string): Promise<number | null> {
  try {
    return Math.max(1, Math.floor((await stat(file)).mtimeMs / 1000));
  } catch {
    return null;
  }
}

/** The id in a vault file's header, which needs no key; null when it does not read. */
export async function vaultIdOf(file: string): Promise<Bytes | null> {
  try {
    const bytes = new Uint8Array(await readFile(file)) as Bytes;
    const header = readHeader(bytes);
    return typeof header === 'string' ? null : header.vaultId;
  } catch {
    return null;
  }
}
