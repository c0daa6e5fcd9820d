import { readdirSync, readFileSync } from 'node:fs';

/** Kinds of process of an app in a browser. */
type Kind = 'renderer' | 'browser' | 'node';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Processor time so far, in seconds; the kernel counts it in hundredths. */
  readonly cpu: number;
}

/** Memory in MiB as the kernel shares it out (PSS), by kind of process, of a process and all below it. Linux alone; empty elsewhere. */
export function memoryOfTree(top: number): Readonly<Record<string, number>> {
  return sumsOfTree(top, ({ pid }) => proportional(pid), kindOf);
}

/** Processor time in seconds so far, the same way, an engine for itself. What has ended is not in it. */
export function cpuOfTree(top: number): Readonly<Record<string, number>> {
  return sumsOfTree(
    top,
    ({ cpu }) => cpu,
    (command) => (command.includes('engine.js') ? 'engine' : kindOf(command)),
  );
}

function sumsOfTree(
  top: number,
  measure: (one: Process) => number,
  kind: (command: string) => string,
): Readonly<Record<string, number>> {
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
  for (const one of all.filter(({ pid }) => tree.has(pid))) {
    const name = kind(one.command);
    const value = measure(one);
    sums[name] = (sums[name] ?? 0) + value;
    sums['all'] = (sums['all'] ?? 0) + value;
  }
  return sums;
}

function kindOf(command: string): Kind {
  if (command.includes('--type=renderer')) return 'renderer';
  return /^\S*node\b/.test(command) ? 'node' : 'browser';
}

function read(pid: number): Process[] {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; proc(5) counts it as the second word, the parent as the fourth, times as 14 and 15.
    const words = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const cpu = (Number(words[11]) + Number(words[12])) / 100;
    return [{ pid, parent: Number(words[1]), cpu, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ') }];
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
