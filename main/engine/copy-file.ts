import { type Refused, refuse } from '../../shared/errors.ts';
import { type Bytes, sameBytes } from '../core/bytes.ts';
import { readHeader } from '../core/vault/header.ts';
import { type Disk, faultOf, readAt, readWhole, withFile } from './disk.ts';
import { openCode } from './vault-codes.ts';

/** Bytes of the largest copy that is read: more than any vault within its limits grows to. */
const MOST = 1024 * 1024 * 1024;
/** Bytes of the longest header. */
const HEADER = 2048;

/**
 * Bytes of a file the person chose as a copy of a vault. Its header is looked at first, so that a large file of anything else is
 * not read: `not_a_vault`, `another_vault`, `file_unreadable`, `too_large`. Nothing is written.
 */
export async function readCopyFile(disk: Disk, file: string, vaultId: Bytes): Promise<Bytes | Refused> {
  try {
    // Looked at before it is opened: a pipe by this name would never end.
    const facts = await disk.fs.stat(file);
    if (!facts.isFile()) return refuse('file_unreadable');
    if (facts.size > MOST) return refuse('too_large');
    const head = await withFile(disk, file, 'r', (handle) => readAt(handle, 0, HEADER));
    const header = readHeader(head);
    if (typeof header === 'string') return refuse(openCode(header, false));
    if (!sameBytes(header.vaultId, vaultId)) return refuse('another_vault');
    return await readWhole(disk, file);
  } catch (error) {
    faultOf(error);
    return refuse('file_unreadable');
  }
}
