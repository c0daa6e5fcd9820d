import { constants } from 'node:fs';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import { type Refused, refuse } from '../../shared/errors.ts';

/** Reads a file a person chose, at most so many bytes: refused as `too_large` above that, as `file_unreadable` when it is no file or cannot be read. */
export async function readChosen(file: string, most: number): Promise<Buffer | Refused> {
  let handle: FileHandle | null = null;
  try {
    // Not waiting: a pipe or a device by this name would never end.
    handle = await openFile(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = await handle.stat();
    if (!stat.isFile()) return refuse('file_unreadable');
    // One byte more than was there, to see that it has not grown past the limit.
    const bytes = Buffer.alloc(Math.min(stat.size, most) + 1);
    let read = 0;
    for (let more = 1; more > 0 && read < bytes.length; read += more) {
      more = (await handle.read(bytes, read, bytes.length - read, read)).bytesRead;
    }
    return stat.size > most || read > most ? refuse('too_large') : bytes.subarray(0, read);
  } catch {
    return refuse('file_unreadable');
  } finally {
    await handle?.close().catch(() => undefined);
  }
}
