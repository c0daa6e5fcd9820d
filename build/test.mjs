// `npm test`: packages, bundle, lint, types and all tests; the last line of output is the count.
// `npm test -- tests/core/vault` runs the tests below that path alone; other arguments go to vitest.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { closingLine } from './reporter.mjs';
import { bundle, checkNode, findElectron, packages, root, SetupError, since, testTools } from './setup.mjs';

const COUNTS = path.join(root, `.cache/test-counts-${process.pid}.json`);
/** A stage that is not done by then has hung, and is counted as failed. */
const LONGEST = 45 * 60_000;
const args = process.argv.slice(2);
const whole = args.length === 0;
/** What a real window needs, the bundle and a browser, is seen to only when such a test may run. */
const windows = whole || args.some((arg) => /e2e|electron/.test(arg));

/** @type {{ name: string, took: string, failed: boolean }[]} */
const stages = [];

/** Runs a stage, notes its time, and gives whether it held. @param {string} name @param {() => boolean | void | Promise<boolean>} work */
async function stage(name, work) {
  const start = performance.now();
  let held = false;
  try {
    held = (await work()) !== false;
  } catch (error) {
    console.log('\n%s\n', error instanceof SetupError ? error.message : error);
  }
  stages.push({ name, took: since(start), failed: !held });
  return held;
}

/**
 * Runs one of the packages' programs and gives whether it held. Its output is shown as it comes or, for one of several at once, at its end.
 * @param {string} program
 * @param {readonly string[]} given
 * @param {{ atEnd?: boolean }} [options]
 * @returns {Promise<boolean>}
 */
function runs(program, given, { atEnd = false } = {}) {
  return new Promise((resolve) => {
    const env = { ...process.env, LATCHKEY_COUNTS: COUNTS };
    // Standard error joins standard output, so that in a log nothing of a stage can come after the closing line.
    const child = spawn(process.execPath, [path.join(root, program), ...given], {
      cwd: root,
      env,
      stdio: atEnd ? ['ignore', 'pipe', 'pipe'] : ['ignore', 1, 1],
      timeout: LONGEST,
      killSignal: 'SIGKILL',
    });
    let heard = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (heard += text));
    child.on('error', () => resolve(false));
    child.on('close', (status) => {
      process.stdout.write(heard);
      resolve(status === 0);
    });
  });
}

async function vitest() {
  mkdirSync(path.dirname(COUNTS), { recursive: true });
  return runs('node_modules/vitest/vitest.mjs', ['run', ...args]);
}

/** The counts vitest left; null when it ended without any. @returns {import('./reporter.mjs').Counts | null} */
function counted() {
  try {
    return /** @type {import('./reporter.mjs').Counts} */ (JSON.parse(readFileSync(COUNTS, 'utf8')));
  } catch {
    return null;
  } finally {
    rmSync(COUNTS, { force: true });
  }
}

async function all() {
  const ready = await stage('set-up', () => {
    checkNode();
    packages();
    if (windows) testTools();
  });
  if (!ready) return null;
  // From here one run tells everything: the tests run even where bundle, lint or types complain.
  if (windows) await stage('bundle', bundle);
  if (whole) {
    const types = stage('types', () => runs('node_modules/typescript/bin/tsc', ['-b', '--pretty', 'false'], { atEnd: true }));
    const lint = stage('lint', () => runs('build/lint.mjs', [], { atEnd: true }));
    await Promise.all([types, lint]);
  }
  if (process.env.REQUIRE_ELECTRON === '1')
    await stage('electron', () => {
      if (findElectron() === null) throw new SetupError('REQUIRE_ELECTRON is set and the Electron program is not here.');
    });
  const held = await stage('tests', vitest);
  const counts = counted();
  const tests = stages.find(({ name }) => name === 'tests');
  // A failure vitest has counted is not counted a second time as a stage.
  if (tests && !held && counts && counts.failed > 0) tests.failed = false;
  return counts;
}

const counts = (await all()) ?? { passed: 0, failed: 0, skipped: 0 };
const failed = counts.failed + stages.filter((each) => each.failed).length;
const broken = stages.filter((each) => each.failed).map(({ name }) => name);
const tier = process.env.SLOW === '1' ? 'full tier' : 'sample tier (SLOW=1 runs every case)';

console.log(`\n${stages.map(({ name, took }) => `${name} ${took}`).join(' · ')} · ${tier}${whole ? '' : ' · a part only'}`);
if (broken.length > 0) console.log(`Failed beside the tests: ${broken.join(', ')}`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(closingLine({ ...counts, failed }));
