import { type FileHandle, open, readdir, readFile, readlink, stat } from 'node:fs/promises';
import type { Finder, Hits } from './needles.ts';

/** A process of the app, by what it does. */
export interface AppProcess {
  readonly pid: number;
  readonly parent: number;
  /** `node chromium.js`, `renderer`, `gpu-process`, ... */
  readonly role: string;
}

const PAGE = 4096;
const PIECE = 4 * 1024 * 1024;

/** All processes begun by `root` or by what it began, itself the first. Those that end meanwhile are left out. */
export async function processesOf(root: number): Promise<AppProcess[]> {
  const all: AppProcess[] = [];
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const status = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold anything.
      const [state, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
      const role = roleOf((await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0'));
      if (state !== 'Z') all.push({ pid, parent: Number(parent), role });
    } catch {
      // It has ended.
    }
  }
  const found = all.filter(({ pid }) => pid === root);
  for (const one of found) found.push(...all.filter(({ parent, pid }) => parent === one.pid && pid !== root));
  return found;
}

function roleOf(words: readonly string[]): string {
  const type = words.find((word) => word.startsWith('--type='))?.slice('--type='.length);
  const kind = words.find((word) => word.startsWith('--utility-sub-type='))?.split('=')[1];
  if (type !== undefined) return kind ?? type;
  const script = words.slice(1).find((word) => /\.m?js$/.test(word));
  return script === undefined ? `browser ${words[0]?.split('/').at(-1) ?? ''}` : `node ${script.split('/').at(-1) ?? ''}`;
}

/** Looks through the memory of a process that is not the system's own files; gives how many bytes there were. Wants root's rights. */
export async function scanMemory(pid: number, finder: Finder, hits: Hits): Promise<number> {
  const maps = (await readFile(`/proc/${pid}/maps`, 'utf8')).trimEnd().split('\n');
  const memory = await open(`/proc/${pid}/mem`, 'r');
  const pages = await open(`/proc/${pid}/pagemap`, 'r');
  let seen = 0;
  try {
    for (const line of maps) {
      const map = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+ *(.*)$/.exec(line);
      const [, from = '', to = '', rights = '', name = ''] = map ?? [];
      if (rights[0] !== 'r' || name === '[vvar]' || name === '[vsyscall]') continue;
      // What is mapped from the system's programs and cannot be written is as it is on the disk.
      if (rights[1] !== 'w' && /^\/(usr|lib|opt)\//.test(name)) continue;
      const start = Number.parseInt(from, 16);
      for (const run of await presentRuns(pages, start, Number.parseInt(to, 16))) {
        seen += await scanRun(memory, run, finder, hits);
      }
    }
  } finally {
    await memory.close();
    await pages.close();
  }
  return seen;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Stretches of pages that are in memory or swapped: Linux, Documentation/admin-guide/mm/pagemap.rst, bits 63 and 62. */
async function presentRuns(pages: FileHandle, from: number, to: number): Promise<Run[]> {
  const entries = Buffer.alloc(((to - from) / PAGE) * 8);
  await pages.read(entries, 0, entries.length, (from / PAGE) * 8);
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at < entries.length; at += 8) {
    if (((entries[at + 7] ?? 0) & 0xc0) === 0) continue;
    const page = from + (at / 8) * PAGE;
    const last = runs.at(-1);
    if (last?.to === page) last.to += PAGE;
    else runs.push({ from: page, to: page + PAGE });
  }
  return runs;
}

async function scanRun(memory: FileHandle, { from, to }: Run, finder: Finder, hits: Hits): Promise<number> {
  const bytes = Buffer.alloc(Math.min(to - from, PIECE + finder.overlap));
  let kept = 0;
  let read = 0;
  for (let at = from; at < to; ) {
    const piece = await memory.read(bytes, kept, Math.min(bytes.length - kept, to - at), at).catch(() => null);
    // It was unmapped meanwhile.
    if (piece === null || piece.bytesRead === 0) break;
    const end = kept + piece.bytesRead;
    finder.find(bytes.subarray(0, end), hits, kept);
    at += piece.bytesRead;
    read += piece.bytesRead;
    const keep = Math.min(finder.overlap, end);
    bytes.copyWithin(0, end - keep, end);
    kept = keep;
  }
  return read;
}

/** Looks through files that a process has open though they have no name any more; gives how many there were. */
export async function scanNamelessFiles(pid: number, finder: Finder, hits: Hits): Promise<number> {
  let seen = 0;
  for (const name of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
    const file = `/proc/${pid}/fd/${name}`;
    const target = await readlink(file).catch(() => '');
    if (!target.endsWith(' (deleted)') && !target.startsWith('/memfd:')) continue;
    const found = await stat(file).catch(() => null);
    if (found === null || !found.isFile()) continue;
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) continue;
    finder.find(bytes, hits);
    seen++;
  }
  return seen;
}
