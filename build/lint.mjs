// Everything that can be said about the sources without running them, each finding on one line: file, line, rule, reason.
// `npm run lint` runs all steps; `npm run lint -- layers tree` only those named.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { texts } from './lint-texts.mjs';
import { tree } from './lint-tree.mjs';
import { main, root, SetupError, say, since } from './setup.mjs';

/** A step finds what is wrong: one line each, none when all is well. @typedef {(at: string) => Promise<string[]>} Step */

/** @type {Readonly<Record<string, Step>>} */
const STEPS = { format, code, layers, unused, tree, texts };

/** Files that are not formatted as `npm run format` would. @type {Step} */
async function format() {
  const done = await tool('@biomejs/biome/bin/biome', ['format', '--reporter=github', '--max-diagnostics=none', '.']);
  const files = [...done.out.matchAll(/^::error title=(\w+),file=(.*?),line=(\d+)/gm)].map(([, what, file = '', line]) =>
    what === 'format' ? `${inside(file)}: not formatted` : `${inside(file)}:${line}: ${what}`,
  );
  return found('biome', done, [...new Set(files)]);
}

/** Mistakes in the code itself, with types known. @type {Step} */
async function code() {
  const done = await tool('oxlint/bin/oxlint', ['--format=unix', '--report-unused-disable-directives', '.']);
  const lines = done.out.split('\n').filter((line) => /^\S+:\d+:\d+: /.test(line));
  if (/No files found|0 files/.test(done.out)) return ['oxlint looked at no file'];
  return found('oxlint', done, lines);
}

/** Imports that cross a layer the wrong way. @type {Step} */
async function layers(at) {
  return (await import('./lint-layers.mjs')).layers(at);
}

/** Files, exports and packages nothing uses, and packages used but not listed. @type {Step} */
async function unused() {
  const done = await tool('knip/bin/knip.js', ['--no-progress', '--no-config-hints', '--reporter=json']);
  const lines = issuesIn(done).flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, entries]) =>
      entries.map(({ line, name }) => `${file}${line === undefined ? '' : `:${line}`}: ${KNIP[kind] ?? kind} ${name ?? ''}`),
    ),
  );
  return found('knip', done, lines);
}

/** @type {Readonly<Record<string, string>>} */
const KNIP = {
  files: 'unused file',
  exports: 'unused export',
  types: 'unused type',
  dependencies: 'unused package',
  devDependencies: 'unused package',
  unlisted: 'package not in package.json:',
  unresolved: 'import that leads nowhere:',
  duplicates: 'exported twice',
  binaries: 'program not in package.json:',
};

/** What a tool said and how it ended. @typedef {{ out: string, err: string, status: number }} Done */

/**
 * Runs one of the packages' programs in the repository.
 * @param {string} program below node_modules
 * @param {readonly string[]} args
 * @returns {Promise<Done>}
 */
function tool(program, args) {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } };
    execFile(process.execPath, [path.join(root, 'node_modules', program), ...args], options, (error, out, err) => {
      resolve({ out, err, status: typeof error?.code === 'number' ? error.code : error ? 1 : 0 });
    });
  });
}

/** A tool that failed and named nothing has broken, and that must not read as clean. @param {string} name @param {Done} done @param {string[]} lines */
function found(name, done, lines) {
  return done.status !== 0 && lines.length === 0 ? [`${name} failed: ${lastWords(done)}`] : lines;
}

/** @typedef {{ file: string } & Record<string, { name?: string, line?: number }[]>} Issue */

/** @param {Done} done @returns {Issue[]} */
function issuesIn(done) {
  try {
    const { issues } = /** @type {{ issues: Issue[] }} */ (JSON.parse(done.out));
    return issues;
  } catch {
    throw new SetupError(`knip gave no report: ${lastWords(done)}`);
  }
}

/** @param {Done} done */
function lastWords({ out, err, status }) {
  return (err.trim() || out.trim() || `exit code ${status}`).split('\n').slice(-3).join(' / ');
}

/** @param {string} file */
function inside(file) {
  return path.relative(root, path.resolve(root, file));
}

/** Runs steps at once and prints their findings; gives how many there are. @param {readonly string[]} names @param {string} at */
async function lint(names, at) {
  const results = await Promise.all(
    names.map(async (name) => {
      const step = STEPS[name];
      if (step === undefined) throw new SetupError(`There is no lint step "${name}"; there are ${Object.keys(STEPS).join(', ')}.`);
      return { name, lines: await step(at) };
    }),
  );
  for (const { name, lines } of results) for (const line of lines) console.log(`${name}: ${line}`);
  return results.filter(({ lines }) => lines.length > 0).map(({ name, lines }) => `${lines.length} in ${name}`);
}

await main(async () => {
  const start = performance.now();
  const args = process.argv.slice(2);
  const elsewhere = args.indexOf('--root');
  const at = elsewhere < 0 ? root : path.resolve(args.splice(elsewhere, 2)[1] ?? '.');
  const findings = await lint(args.length > 0 ? args : Object.keys(STEPS), at);
  say(`lint: ${findings.length === 0 ? 'clean' : findings.join(', ')} (${since(start)})`);
  if (findings.length > 0) process.exitCode = 1;
});
