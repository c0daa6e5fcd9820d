// `npm run bench`: our vault beside kdbxweb, our window beside a bare Chromium, each in turn in the same run. Prints medians and ratios; gates nothing.
// `npm run bench -- vault` or `-- window` runs one half; BENCH_SIZES=100,1000 and BENCH_ROUNDS=3 change the first.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browser, bundle, checkNode, main, packages, root, SetupError, say } from './setup.mjs';

/** One measured round. @typedef {Record<string, number>} Round */
/** A row of a table: its key in a round, its name, and how its figures are written. @typedef {readonly [key: string, name: string, unit: string]} Row */

const OUT = path.join(root, '.cache/bench');
const SIZES = (process.env.BENCH_SIZES ?? '100,1000,10000').split(',').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

/** @type {readonly Row[]} */
const VAULT_ROWS = [
  ['open', 'open and list, KDF taken out', 'ms'],
  ['save', 'save one change, flushed', 'ms'],
  ['firstSearch', 'first search', 'ms'],
  ['search', 'search, warm', 'ms'],
  ['code', 'one code', 'ms'],
  ['file', 'file', 'MiB'],
  ['memory', 'process after open (RSS)', 'MiB'],
];

/** @type {readonly Row[]} */
const WINDOW_ROWS = [
  ['content', 'start to first content', 'ms'],
  ['node', 'Node, the measuring client among it (PSS)', 'MiB'],
  ['renderer', 'page process (PSS)', 'MiB'],
  ['browser', "Chromium's other processes (PSS)", 'MiB'],
  ['all', 'all processes (PSS)', 'MiB'],
];

/** Bundles a script of tests/bench, since Node 20 runs no TypeScript. @param {string} name */
async function script(name) {
  // Loaded late: in a fresh clone it is not there before `packages`.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    // CommonJS whose exports Node does not see.
    ssr: { noExternal: ['kdbxweb'] },
    build: {
      ssr: `tests/bench/${name}.ts`,
      outDir: OUT,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return path.join(OUT, `${name}.mjs`);
}

/** Runs a script in a fresh process and reads the last line it prints. @param {string} file @param {readonly string[]} args @returns {Promise<Round>} */
function fresh(file, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, BENCH_START: String(Date.now()) };
    execFile(process.execPath, [file, ...args], { cwd: root, env, maxBuffer: 1 << 24 }, (error, out, err) => {
      if (error) return reject(new SetupError(`${path.basename(file)} ${args.join(' ')} failed:\n${err || error.message}`));
      const last = out.trim().split('\n').at(-1) || '{}';
      resolve(/** @type {Round} */ (JSON.parse(last)));
    });
  });
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Three figures that matter. @param {number} value */
function figure(value) {
  return !Number.isFinite(value) || value === 0
    ? '-'
    : Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 });
}

/**
 * Prints medians of two contenders and the median of their ratios within a round, the second to the first.
 * @param {string} title
 * @param {readonly [string, string]} names
 * @param {readonly (readonly [Round, Round])[]} rounds
 * @param {readonly Row[]} rows
 */
function table(title, names, rounds, rows) {
  const lines = rows.map(([key, name, unit]) => {
    const pairs = rounds.map(([one, other]) => /** @type {const} */ ([one[key] ?? Number.NaN, other[key] ?? Number.NaN]));
    const ratio = median(pairs.map(([one, other]) => other / one));
    return [
      `${name}, ${unit}`,
      figure(median(pairs.map(([one]) => one))),
      figure(median(pairs.map(([, other]) => other))),
      figure(ratio) === '-' ? '-' : `${figure(ratio)}x`,
    ];
  });
  console.log(`\n${title}, median of ${rounds.length} rounds\n`);
  const all = [['', ...names, `${names[1]} / ${names[0]}`], ...lines];
  const widths = all[0]?.map((_, i) => Math.max(...all.map((line) => line[i]?.length ?? 0))) ?? [];
  for (const line of all)
    console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '));
}

/** @param {string} folder */
async function vaults(folder) {
  const round = await script('round');
  for (const size of SIZES) {
    const files = { latchkey: path.join(folder, `${size}.latchkey`), kdbxweb: path.join(folder, `${size}.kdbx`) };
    for (const [name, file] of Object.entries(files)) await fresh(round, [name, 'make', file, String(size)]);
    /** @type {[Round, Round][]} */
    const rounds = [];
    for (let i = 0; i < ROUNDS; i++) {
      const ours = await fresh(round, ['latchkey', 'measure', files.latchkey, String(size)]);
      rounds.push([ours, await fresh(round, ['kdbxweb', 'measure', files.kdbxweb, String(size)])]);
    }
    table(`${size.toLocaleString('en')} accounts`, ['latchkey', 'kdbxweb'], rounds, VAULT_ROWS);
  }
}

async function windows() {
  browser();
  bundle();
  const window = await script('window');
  /** @type {[Round, Round][]} */
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push([await fresh(window, ['bare']), await fresh(window, ['latchkey'])]);
  table('A window', ['bare Chromium', 'latchkey'], rounds, WINDOW_ROWS);
}

await main(async () => {
  checkNode();
  packages();
  const halves = process.argv.slice(2);
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-'));
  say('Each contender in turn, in fresh processes. Read the ratios: the milliseconds are of this machine and this hour.');
  try {
    if (halves.length === 0 || halves.includes('vault')) await vaults(folder);
    if (halves.length === 0 || halves.includes('window')) await windows();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
