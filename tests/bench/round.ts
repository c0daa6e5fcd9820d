import { statSync } from 'node:fs';
import { kdbx } from './kdbx.ts';
import { latchkey } from './latchkey.ts';
import { FOUND, makeLogins, NEEDLE } from './logins.ts';
import type { Subject } from './subject.ts';

// One fresh process of the bench: `make` a vault, or one round of `measure`. Times in ms, sizes in MiB, as one line of JSON.

const SUBJECTS: Readonly<Record<string, Subject>> = { latchkey, kdbxweb: kdbx };
const SAVES = 5;
const SEARCHES = 20;
const CODES = 50;

const [name = '', task = '', file = '', count = ''] = process.argv.slice(2);
const subject = SUBJECTS[name];
if (subject === undefined) throw new Error(`no subject ${name}`);
const logins = Number(count);

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

async function measure(from: Subject): Promise<Readonly<Record<string, number>>> {
  const start = performance.now();
  const vault = await from.open(file);
  mustBe('count', vault.count(), logins);
  const open = performance.now() - start;
  const opened = process.memoryUsage().rss;
  const firstSearch = await timed(() => mustBe('found', vault.search(NEEDLE), FOUND));
  const search = await times(SEARCHES, () => mustBe('found', vault.search(NEEDLE), FOUND));
  const code = await times(CODES, (i) => mustBe('digits', vault.code((i * 37) % logins).length, 6));
  const save = await times(SAVES, (i) => vault.rename((i * 41) % logins, `renamed ${i}`));
  const again = await from.open(file);
  for (let i = 0; i < SAVES; i++) mustBe('title', again.title((i * 41) % logins), `renamed ${i}`);
  const MiB = 1 << 20;
  return {
    open,
    firstSearch,
    search,
    code,
    save,
    file: statSync(file).size / MiB,
    memory: opened / MiB,
  };
}

if (task === 'make') await subject.make(file, makeLogins(logins));
else console.log(JSON.stringify(await measure(subject)));
