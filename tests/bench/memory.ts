import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Memory in MiB as the kernel shares it out (PSS), by kind of process, of a process and all below it. Linux alone; empty elsewhere. */
export function memoryOfTree(top: number): Readonly<Record<string, number>> {
  if (process.platform !== 'linux') return {};
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(Number(name)));
  const tree = new Set([top]);
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  const sums: Record<string, number> = { node: 0, renderer: 0, browser: 0, all: 0 };
  for (const { pid, command } of all.filter((one) => tree.has(one.pid))) {
    const kind = kindOf(command);
    const pss = proportional(pid);
    sums[kind] = (sums[kind] ?? 0) + pss;
    sums['all'] = (sums['all'] ?? 0) + pss;
  }
  return sums;
}

function kindOf(command: string): 'node' | 'renderer' | 'browser' {
  if (command.includes('--type=renderer')) return 'renderer';
  return /^\S*node\b/.test(command) ? 'node' : 'browser';
}

function read(pid: number): Process[] {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; the parent is the second word behind it.
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ') }];
  } catch {
    return [];
  }
}

function proportional(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
