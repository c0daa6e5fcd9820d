import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Largest file of the shell's own that is read, in bytes. */
export const MAX_PROFILE_FILE = 64 * 1024;

/** The value of a small JSON file of the profile; undefined when it is missing, too large or no JSON. Never throws. */
export function readProfileFile(file: string): unknown {
  try {
    const bytes = readFileSync(file);
    return bytes.length > MAX_PROFILE_FILE ? undefined : (JSON.parse(bytes.toString('utf8')) as unknown);
  } catch {
    return undefined;
  }
}

/** Writes a small JSON file of the profile in one step: after a crash it is the old one or the new one. Rejects as the disk does. */
export async function writeProfileFile(file: string, value: unknown): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}
