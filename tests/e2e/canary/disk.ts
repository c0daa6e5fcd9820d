import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finder, Hits } from '../../support/needles.ts';

/** A dump of a whole process is smaller. */
const LARGEST = 1024 * 1024 * 1024;

/** What was looked through. */
export interface Looked {
  files: number;
  bytes: number;
}

/**
 * Looks through every file below a folder, and through the names of all; `since` leaves out what was last changed before that time,
 * in milliseconds. Links are not followed. What goes away meanwhile is passed over.
 */
export async function scanFolder(folder: string, finder: Finder, hits: Hits, since = 0): Promise<Looked> {
  const looked: Looked = { files: 0, bytes: 0 };
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    finder.find(Buffer.from(name), hits);
    const stat = await lstat(file).catch(() => null);
    if (stat?.isDirectory() && !stat.isSymbolicLink()) {
      const inside = await scanFolder(file, finder, hits, since);
      looked.files += inside.files;
      looked.bytes += inside.bytes;
    } else if (stat?.isFile() && Math.max(stat.mtimeMs, stat.ctimeMs) >= since && stat.size <= LARGEST) {
      const bytes = await readFile(file).catch(() => null);
      if (bytes === null) continue;
      finder.find(bytes, hits);
      looked.files++;
      looked.bytes += bytes.length;
    }
  }
  return looked;
}
