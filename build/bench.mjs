// `npm run bench`: our vault beside kdbxweb and keepassxc-cli, our window beside a bare Chromium, each in turn in the same run, and a vault of
// 50 000 accounts in a real window. Prints medians and ratios; gates nothing. All of it takes about 15 minutes on two idle cores, ten of them
// the peers' saves at 50 000.
// `npm run bench -- vault`, `-- pass`, `-- ledger`, `-- lists`, `-- large`, `-- window`, `-- idle` or `-- newcomer` runs a part (half a minute each but
// the first, and three minutes of idling); BENCH_SIZES=100,1000 and BENCH_ROUNDS=3 change the first.
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { columns, figure } from './columns.mjs';
import { browser, bundle, checkNode, main, packages, root, SetupError, say } from './setup.mjs';

/** One measured round. @typedef {Record<string, number>} Round */
/** A row of a table: its key in a round, its name, and how its figures are written. @typedef {readonly [key: string, name: string, unit: string]} Row */

const OUT = path.join(root, '.cache/bench');
const SIZES = (process.env.BENCH_SIZES ?? '100,1000,10000,50000').split(',').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
/** Rounds where one of them takes minutes. */
const FEW_ROUNDS = Math.min(ROUNDS, 3);
const LARGE = 50_000;

const PEERS = /** @type {const} */ (['kdbxweb', 'keepassxc-cli']);

/** @type {readonly Row[]} */
const VAULT_ROWS = [
  ['open', 'open and list, KDF taken out', 'ms'],
  ['openDerived', 'open and list, KDF in', 'ms'],
  ['save', 'save one change, flushed', 'ms'],
  ['append', "the disk's own append, flushed", 'ms'],
  ['firstSearch', 'first search, after idle', 'ms'],
  ['search', 'search, warm', 'ms'],
  ['list', 'list', 'ms'],
  ['code', 'one code', 'ms'],
  ['file', 'file, compacted', 'MiB'],
  ['memory', 'process after open (RSS)', 'MiB'],
  ['peak', 'process at its peak (RSS)', 'MiB'],
];

/**
 * The goals at 10 000 accounts: a row, and how many times a peer's figure must at least be of ours. Printed, never a gate.
 * @type {readonly (readonly [key: string, kdbxweb: number | null, keepassxc: number | null])[]}
 */
const GOALS = [
  ['open', 20, 10],
  ['save', 500, 500],
  ['firstSearch', 1, null],
  ['search', 5, 12],
  ['list', null, 20],
  ['code', 20, 20],
  ['file', 1 / 2, 1 / 2],
  ['memory', 4, 1 / 1.25],
  ['peak', 4, 1 / 1.25],
];
const GOAL_SIZE = 10_000;
/** Most that a save in the largest vault may cost, beside one in the smallest. */
const FLAT = 1.5;

/** @type {readonly Row[]} */
const LARGE_ROWS = [
  ['open', 'key to first rows, KDF in', 'ms'],
  ['told', 'times the opening was told of', ''],
  ['wheelFrame', 'wheel turned fast: slowest frame', 'ms'],
  ['wheelTask', 'wheel turned fast: longest task', 'ms'],
  ['wheelSettled', 'wheel turned fast: rows all there after', 'ms'],
  ['thumbFrame', 'thumb dragged to the end: slowest frame', 'ms'],
  ['thumbTask', 'thumb dragged to the end: longest task', 'ms'],
  ['thumbLists', 'thumb dragged to the end: lists sent', ''],
  ['thumbSettled', 'thumb dragged to the end: rows all there after', 'ms'],
  ['searchInput', 'search typed: slowest key to frame', 'ms'],
  ['found', 'search typed: last key to found', 'ms'],
  ['arrowsInput', 'arrows held: slowest key to frame', 'ms'],
  ['answer', 'slowest list while the backup is made', 'ms'],
  ['heap', 'page heap after open', 'MiB'],
  ['heapAfter', 'page heap at the end', 'MiB'],
  ['renderer', 'page process at the end (PSS)', 'MiB'],
];

/** @type {readonly Row[]} */
const LEDGER_ROWS = [
  ['list', 'the first 200 loans, in order', 'ms'],
  ['search', 'those that fit three words', 'ms'],
  ['client', "those of one client's accounts", 'ms'],
  ['table', 'all of them as a table', 'ms'],
  ['report', 'all of them as a page', 'ms'],
  ['reviewState', 'where the review stands', 'ms'],
  ['reviewRows', 'the first 200 loans to review', 'ms'],
  ['log', 'the newest 200 of the log', 'ms'],
  ['logLast', 'the oldest 200', 'ms'],
  ['logAccount', "one account's", 'ms'],
  ['logPerson', "one person's", 'ms'],
  ['logGroup', 'one group of acts of a day', 'ms'],
  ['reminders', 'what is late and what comes', 'ms'],
];

/** @type {readonly Row[]} */
const WINDOW_ROWS = [
  ['content', 'start to first content', 'ms'],
  ['ready', 'start to the lock screen', 'ms'],
  ['node', 'Node, the measuring client among it (PSS)', 'MiB'],
  ['renderer', 'page process (PSS)', 'MiB'],
  ['browser', "Chromium's other processes (PSS)", 'MiB'],
  ['all', 'all processes (PSS)', 'MiB'],
];

/** What a window shows while its cost is counted, by the first part of a key. @type {readonly (readonly [row: string, what: string])[]} */
const IDLE_ROWS = [
  ['locked', 'lock screen'],
  ['list', 'list of 10 000 accounts, one open with its code'],
  ['codes', 'palette with twelve codes over them'],
  ['twelve', 'palette with twelve codes, of twelve accounts'],
  ['scroll', 'the list scrolled without a pause, by a client in Node'],
];
const IDLE_KINDS = ['renderer', 'browser', 'node', 'engine', 'all'];

/**
 * KeePassXC 2.7.4 driven by hand under Xvfb for the same job: Create, Continue twice, Done, Save, New, OK, the entry's menu, TOTP, Set up, OK, and the
 * keys of Show TOTP. Its window has no timeline to read, so no seconds. @type {Round}
 */
const KEEPASSXC_NEWCOMER = { presses: 12, fields: 6, characters: 113 };

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

/**
 * Runs a script in a fresh process and reads the last line it prints.
 * @param {string} file @param {readonly string[]} args @param {readonly string[]} [flags] Of Node. @returns {Promise<Round>}
 */
function fresh(file, args, flags = []) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, BENCH_START: String(Date.now()) };
    execFile(process.execPath, [...flags, file, ...args], { cwd: root, env, maxBuffer: 1 << 24 }, (error, out, err) => {
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

/** How many times the other's figure is ours, median of the rounds. @param {readonly Round[]} ours @param {readonly Round[]} others @param {string} key */
function ratioOf(ours, others, key) {
  return median(ours.map((round, i) => (others[i]?.[key] ?? Number.NaN) / (round[key] ?? Number.NaN)));
}

/** @param {number} ratio */
function times(ratio) {
  return figure(ratio) === '-' ? '-' : `${figure(ratio)}x`;
}

/**
 * Prints medians of contenders, the first of whom is the measure, and the median of the others' ratios to it within a round.
 * @param {string} title
 * @param {ReadonlyMap<string, readonly Round[]>} contenders
 * @param {readonly Row[]} rows
 */
function table(title, contenders, rows) {
  const [[first, measure] = ['', []], ...others] = contenders;
  const lines = rows.map(([key, name, unit]) => [
    `${name}, ${unit}`,
    ...[...contenders.values()].map((rounds) => figure(median(rounds.map((round) => round[key] ?? Number.NaN)))),
    ...others.map(([, rounds]) => times(ratioOf(measure, rounds, key))),
  ]);
  console.log(`\n${title}, median of ${measure.length} rounds\n`);
  columns([['', ...contenders.keys(), ...others.map(([name]) => `${name} / ${first}`)], ...lines]);
}

/** Prints what PERFORMANCE asks at 10 000 accounts beside what was measured. @param {ReadonlyMap<string, readonly Round[]>} contenders */
function goals(contenders) {
  const ours = contenders.get('latchkey') ?? [];
  const lines = GOALS.flatMap(([key, ...least]) =>
    PEERS.flatMap((peer, i) => {
      const [goal, rounds] = [least[i] ?? null, contenders.get(peer)];
      if (goal === null) return [];
      const name = VAULT_ROWS.find(([row]) => row === key)?.[1] ?? key;
      if (rounds === undefined) return [[name, peer, times(goal), '-', 'not measured']];
      const ratio = ratioOf(ours, rounds, key);
      return [[name, peer, times(goal), times(ratio), ratio >= goal ? 'reached' : 'MISSED']];
    }),
  );
  console.log(`\nGoals at ${GOAL_SIZE.toLocaleString('en')} accounts: a peer's figure is at least so many times ours\n`);
  columns([['', 'peer', 'goal', 'measured', ''], ...lines]);
}

/**
 * Prints whether a save costs the same in a large vault. Sizes are measured minutes apart, so it is counted in appends of the disk in those minutes.
 * @param {ReadonlyMap<number, number>} saves Median by size.
 */
function flat(saves) {
  const [small, large] = [Math.min(...saves.keys()), Math.max(...saves.keys())];
  if (small === large) return;
  const ratio = (saves.get(large) ?? Number.NaN) / (saves.get(small) ?? Number.NaN);
  const sizes = `${large.toLocaleString('en')} accounts / ${small.toLocaleString('en')}`;
  console.log(
    `\nOne save, counted in the disk's appends, ${sizes}: ${times(ratio)}, goal at most ${FLAT}x: ${ratio <= FLAT ? 'reached' : 'MISSED'}`,
  );
}

/** Whether keepassxc-cli is there to be measured; says so when not. */
function hasKeepassxc() {
  try {
    execFileSync('keepassxc-cli', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    say('NOT MEASURED: keepassxc-cli is not on the PATH (Debian: apt install keepassxc). Half of the goals stay open.');
    return false;
  }
}

/** Makes the files of a size, with and without a derivation. @param {string} round @param {(name: string) => string} file @param {number} size */
async function make(round, file, size) {
  await fresh(round, ['latchkey', 'make', file('latchkey'), String(size)]);
  await fresh(round, ['kdbxweb', 'make', file('kdbxweb'), String(size)]);
  await fresh(round, ['kdbxweb', 'makeDerived', file('kdbxweb.derived'), String(size)]);
  // Ours is opened by its passphrase instead of by its recovery words.
  copyFileSync(file('latchkey'), file('latchkey.derived'));
  // The same bytes for both peers.
  copyFileSync(file('kdbxweb'), file('keepassxc-cli'));
  copyFileSync(file('kdbxweb.derived'), file('keepassxc-cli.derived'));
}

/** @param {string} folder */
async function vaults(folder) {
  const round = await script('round');
  const { ENGINE_FLAGS } = /** @type {{ readonly ENGINE_FLAGS: readonly string[] }} */ (
    await import(pathToFileURL(await script('flags')).href)
  );
  const names = hasKeepassxc() ? ['latchkey', ...PEERS] : ['latchkey', 'kdbxweb'];
  /** @type {Map<number, number>} */
  const saves = new Map();
  for (const size of SIZES) {
    /** @param {string} name */
    const file = (name) => path.join(folder, `${size}.${name}`);
    await make(round, file, size);
    /** @type {Map<string, Round[]>} */
    const contenders = new Map(names.map((name) => [name, []]));
    for (let i = 0; i < (size < LARGE ? ROUNDS : FEW_ROUNDS); i++) {
      for (const [name, rounds] of contenders) {
        const flags = name === 'latchkey' ? ENGINE_FLAGS : [];
        // No round sees what an earlier one saved.
        copyFileSync(file(name), file('round'));
        const measured = await fresh(round, [name, 'measure', file('round'), String(size)], flags);
        copyFileSync(file(`${name}.derived`), file('round'));
        rounds.push({ ...measured, ...(await fresh(round, [name, 'measureDerived', file('round'), String(size)], flags)) });
      }
    }
    table(`${size.toLocaleString('en')} accounts`, contenders, VAULT_ROWS);
    if (size === GOAL_SIZE) goals(contenders);
    saves.set(size, median((contenders.get('latchkey') ?? []).map(({ save = Number.NaN, append = Number.NaN }) => save / append)));
  }
  console.log(
    '\nKDF in: Argon2id, 64 MiB, three passes, the same for all. It is the chosen cost of guessing and not a goal: keepassxc-cli runs it natively,' +
      '\nkdbxweb and latchkey as WebAssembly, at two to three times the time. No program here derives again to save but the peers, whose format wants it.',
  );
  flat(saves);
  console.log(
    'The append is of 512 bytes, flushed, on the same disk in the same minute: no save can cost less, and on a slower disk the ratios shrink.',
  );
}

async function passes() {
  const { codes, whole, stretch, compared, theirs } = await fresh(await script('pass'), []);
  console.log(
    `\nThe largest code pass, ${figure(codes ?? 0)} codes: ${figure(whole ?? 0)} ms in chunks, the process kept from answering for ${figure(stretch ?? 0)} ms at most.` +
      `\n${figure(compared ?? 0)} of them are otplib's own, which would have taken ${figure(theirs ?? 0)} ms for all.`,
  );
}

async function ledger() {
  const figures = await fresh(await script('ledger'), []);
  const [loans, accounts, events] = ['grants', 'accounts', 'events'].map((key) => (figures[key] ?? 0).toLocaleString('en'));
  console.log(`\nA ledger of ${loans} loans over ${accounts} accounts beside a log of ${events} records, once\n`);
  columns(
    LEDGER_ROWS.map(([key, name, unit]) => [
      name,
      `${figure(figures[`${key}First`] ?? Number.NaN)} first, ${figure(figures[key] ?? Number.NaN)} then`,
      unit,
    ]),
  );
}

async function lists() {
  const file = await script('lists');
  /** @type {Round[]} */
  const rounds = [];
  for (const size of [GOAL_SIZE, LARGE]) rounds.push(await fresh(file, [String(size)]));
  console.log('\nThe list of accounts in the core, once, ms\n');
  columns(Object.keys(rounds[0] ?? {}).map((key) => [key, ...rounds.map((round) => figure(round[key] ?? Number.NaN))]));
}

/** @param {string} folder */
async function largeWindow(folder) {
  browser();
  bundle();
  const made = path.join(folder, `${LARGE}.latchkey`);
  const figures = await fresh(await script('large'), [String(LARGE), ...(existsSync(made) ? [made] : [])]);
  console.log(`\n${LARGE.toLocaleString('en')} accounts in a real window, once\n`);
  columns(LARGE_ROWS.map(([key, name, unit]) => [name, figure(figures[key] ?? Number.NaN), unit]));
}

async function idle() {
  browser();
  bundle();
  const measure = await script('idle');
  const contenders = { 'bare Chromium': await fresh(measure, ['bare']), latchkey: await fresh(measure, ['latchkey']) };
  console.log('\nA window nobody touches: seconds of processor time a minute, once\n');
  const lines = Object.entries(contenders).flatMap(([name, figures]) =>
    IDLE_ROWS.filter(([row]) => figures[`${row}.all`] !== undefined).map(([row, what]) => [
      name === 'latchkey' ? `latchkey, ${what}` : `${name}, one word`,
      ...IDLE_KINDS.map((kind) => (figures[`${row}.${kind}`] ?? 0).toFixed(2)),
    ]),
  );
  columns([['', 'page', "Chromium's others", 'Node', 'engine', 'all'], ...lines]);
  console.log(`\nCodes in sight in the palette of twelve: ${contenders.latchkey['shown'] ?? 0}.`);
}

async function newcomer() {
  browser();
  bundle();
  const ours = await fresh(await script('newcomer'), []);
  console.log('\nSomebody new, from an empty home to the first code on screen, once\n');
  const keys = ['presses', 'fields', 'characters', 'seconds'];
  columns([
    ['', ...keys],
    ['latchkey', ...keys.map((key) => figure(ours[key] ?? Number.NaN))],
    ['keepassxc, counted by hand', ...keys.map((key) => figure(KEEPASSXC_NEWCOMER[key] ?? Number.NaN))],
  ]);
  console.log(
    `\nIn latchkey ${figure(ours['sheetFields'] ?? 0)} of the fields and one press are the recovery words, which KeePassXC has none of; one press more keeps the key.` +
      '\nThe seconds are of a machine that types at once, with the start of the app and its key derivation.',
  );
}

async function windows() {
  browser();
  bundle();
  const window = await script('window');
  /** @type {[Round[], Round[]]} */
  const [bare, ours] = [[], []];
  for (let i = 0; i < ROUNDS; i++) {
    bare.push(await fresh(window, ['bare']));
    ours.push(await fresh(window, ['latchkey']));
  }
  const contenders = new Map([
    ['bare Chromium', bare],
    ['latchkey', ours],
  ]);
  table('A window', contenders, WINDOW_ROWS);
}

await main(async () => {
  checkNode();
  packages();
  const parts = process.argv.slice(2);
  /** @param {string} part */
  const wants = (part) => parts.length === 0 || parts.includes(part);
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-'));
  say('Each contender in turn, in fresh processes. Read the ratios: the milliseconds are of this machine and this hour.');
  try {
    if (wants('vault')) await vaults(folder);
    if (wants('pass')) await passes();
    if (wants('ledger')) await ledger();
    if (wants('lists')) await lists();
    if (wants('large')) await largeWindow(folder);
    if (wants('window')) await windows();
    if (wants('idle')) await idle();
    if (wants('newcomer')) await newcomer();
    console.log(
      `\nLoad of the machine over the last 1, 5 and 15 minutes: ${loadavg().map(figure).join(', ')}; ${cpus().length} processors.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
