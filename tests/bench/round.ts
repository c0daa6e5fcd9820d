import { readFileSync, statSync } from 'node:fs';
import { FOUND, makeLogins, NEEDLE } from './logins.ts';
import type { OpenVault, Subject } from './subject.ts';

// One fresh process of the bench: `make` a vault, or one round of `measure`. Times in ms, sizes in MiB, as one line of JSON.

// Each loaded alone: what the others need would count as its memory.
const SUBJECTS: Readonly<Record<string, () => Promise<Subject>>> = {
  latchkey: async () => (await import('./latchkey.ts')).latchkey,
  kdbxweb: async () => (await import('./kdbx.ts')).kdbx,
  'keepassxc-cli': async () => (await import('./keepassxc.ts')).keepassxc,
};
const SAVES = 5;
const SEARCHES = 20;
const CODES = 50;
const MiB = 1 << 20;

const [name = '', task = '', file = '', count = ''] = process.argv.slice(2);
const subject = await SUBJECTS[name]?.();
if (subject === undefined) throw new Error(`no subject ${name}`);
const logins = Number(count);
// Spread over the whole list: a program that walks it pays for half of it on average.
const nth = (i: number): number => Math.floor(((i * 0.618_034) % 1) * logins);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function times(many: number, work: (i: number) => unknown): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < many; i++) all.push(await timed(() => work(i)));
  return median(all);
}

function mustBe(what: string, is: unknown, expected: unknown): void {
  if (is !== expected) throw new Error(`${name} with ${count}: ${what} is ${String(is)}, expected ${String(expected)}`);
}

function memory(vault: OpenVault): { readonly now: number; readonly peak: number } {
  return vault.memory?.() ?? { now: process.memoryUsage().rss, peak: ownPeak() };
}

function ownPeak(): number {
  // The kernel's own count by process would begin with the parent's peak.
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
}

async function measure(from: Subject): Promise<Readonly<Record<string, number>>> {
  const called = performance.now();
  const vault = await from.open(file, logins);
  mustBe('count', await vault.count(), logins);
  const open = performance.now() - (vault.start ?? called);
  const opened = memory(vault).now;
  vault.idle?.();
  const firstSearch = await timed(async () => mustBe('found', await vault.search(NEEDLE), FOUND));
  const search = await times(SEARCHES, async () => mustBe('found', await vault.search(NEEDLE), FOUND));
  const list = await times(SEARCHES, async () => mustBe('count', await vault.count(), logins));
  const code = await times(CODES, async (i) => mustBe('digits', (await vault.code(nth(i))).length, 6));
  const save = await times(SAVES, (i) => vault.rename(nth(i), `renamed ${nth(i)}`));
  const { peak } = memory(vault);
  await vault.close?.();
  const again = await from.open(file, logins);
  for (let i = 0; i < SAVES; i++) mustBe('title', await again.title(nth(i)), `renamed ${nth(i)}`);
  await again.close?.();
  return { open, firstSearch, search, list, code, save, file: statSync(file).size / MiB, memory: opened / MiB, peak: peak / MiB };
}

if (task === 'make') await subject.make(file, makeLogins(logins));
else console.log(JSON.stringify(await measure(subject)));
