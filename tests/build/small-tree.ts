import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The repository's folder. */
export const repoRoot = path.resolve(import.meta.dirname, '../..');

/** Makes a folder of these files that goes when the test ends, and gives its path. */
export function smallTree(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** What a script of the house printed, and its exit code. */
export interface Ran {
  readonly lines: readonly string[];
  readonly err: string;
  readonly status: number | null;
}

/** Runs a script of build/ to its end. */
export function script(
  name: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  cwd = repoRoot,
): Ran {
  const done = spawnSync(process.execPath, [path.join(repoRoot, 'build', name), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { lines: done.stdout.split('\n').filter((line) => line !== ''), err: done.stderr, status: done.status };
}
