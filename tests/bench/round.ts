import { readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { FOUND, makeLogins, NEEDLE } from './logins.ts';
import type { OpenVault, Subject } from './subject.ts';

// One fresh process of the bench: `make` a vault, one round of `measure`, or the same with a key derivation, of which only opening is measured.
// Times in ms, sizes in MiB, as one line of JSON.

// Each loaded alone: what the others need would count as its memory.
const SUBJECTS: Readonly<Record<string, () => Promise<Subject>>> = {
  latchkey: async () => (await import('./latchkey.ts')).latchkey,
  kdbxweb: async () => (await import('./kdbx.ts')).kdbx,
  'keepassxc-cli': async () => (await import('./keepassxc.ts')).keepassxc,
};
const SAVES = 7;
/** Saves go on until there are so many, or until they took so long. */
const SAVES_MS = 20_000;
const APPENDS = 50;
const SEARCHES = 20;
const CODES = 200;
const MiB = 1 << 20;

const [name = '', task = '', file = '', count = ''] = process.argv.slice(2);
const subject = await SUBJECTS[name]?.();
if (subject === undefined) throw new Error(`no subject ${name}`);
const logins = Number(count);
// Spread over the whole list: a program that walks it pays for half of it on average.
const nth = (i: number): number => Math.floor(((i * 0.618_034) % 1) * logins);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? NaN;
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

/** An append as long as a small save, flushed, on the same disk in the same minute: what no save can be faster than. */
async function appendTime(folder: string): Promise<number> {
  const handle = await open(path.join(folder, 'append'), 'a');
  const bytes = new Uint8Array(512).fill(7);
  const ms = await times(APPENDS, async () => {
    await handle.write(bytes);
    await handle.datasync();
  });
  await handle.close();
  return ms;
}

async function opened(from: Subject, derives: boolean): Promise<{ readonly vault: OpenVault; readonly ms: number }> {
  const called = performance.now();
  const vault = await from.open(file, logins, derives);
  mustBe('count', await vault.count(), logins);
  return { vault, ms: performance.now() - (vault.start ?? called) };
}

async function measureDerived(from: Subject): Promise<Readonly<Record<string, number>>> {
  const { vault, ms } = await opened(from, true);
  await vault.close?.();
  return { openDerived: ms };
}

async function measure(from: Subject): Promise<Readonly<Record<string, number>>> {
  const { vault, ms } = await opened(from, false);
  const resident = memory(vault).now;
  vault.idle?.();
  const firstSearch = await timed(async () => mustBe('found', await vault.search(NEEDLE), FOUND));
  const search = await times(SEARCHES, async () => mustBe('found', await vault.search(NEEDLE), FOUND));
  const list = await times(SEARCHES, async () => mustBe('count', await vault.count(), logins));
  const code = await times(CODES, async (i) => mustBe('digits', (await vault.code(nth(i))).length, 6));
  const saves: number[] = [];
  const since = performance.now();
  for (let i = 0; i < SAVES && (i < 2 || performance.now() - since < SAVES_MS); i++) {
    saves.push(await timed(() => vault.rename(nth(i), `renamed ${nth(i)}`)));
  }
  const save = median(saves);
  const append = await appendTime(path.dirname(file));
  const { peak } = memory(vault);
  await vault.close?.();
  const again = await from.open(file, logins, false);
  for (let i = 0; i < saves.length; i++) mustBe('title', await again.title(nth(i)), `renamed ${nth(i)}`);
  await again.close?.();
  return {
    open: ms,
    firstSearch,
    search,
    list,
    code,
    save,
    append,
    file: statSync(file).size / MiB,
    memory: resident / MiB,
    peak: peak / MiB,
  };
}

switch (task) {
  case 'make':
  case 'makeDerived':
    await subject.make(file, makeLogins(logins), task === 'makeDerived');
    break;
  case 'measureDerived':
    console.log(JSON.stringify(await measureDerived(subject)));
    break;
  default:
    console.log(JSON.stringify(await measure(subject)));
}
