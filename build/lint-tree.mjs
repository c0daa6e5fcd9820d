// Rules of the house that no tool knows: sizes, documented exports, no address and no path of a machine.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MOST_LINES = 400;
const CODE = /^(main|shared|renderer|tests|build)\/.*\.([cm]?[jt]sx?|css)$/;
/** Contracts are not among them: each is a list of calls whose fields carry the words. */
const DOCUMENTED = /^(main|shared(?!\/contracts))\/.*\.tsx?$/;
const EXPORT = /^export (?:async |abstract |declare )*(?:function\*?|class|const|let|interface|type) (\w+)/;
const ONE_LINE_EXPORT = /^export .*;( \/\/.*)?$/;
/** A type read off a value says what the value says. */
const DERIVED = /^export type \w+(?:<.*>)? = (?:z\.infer<|\(?typeof )/;
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'release', '.cache', 'coverage', 'demo']);
const COMMON = new Set(['/', '/tmp', '/var/tmp', '/src', '/app', '/home', '/root', '/opt', '/mnt', '/usr', '/usr/src', '/var']);
const TEXT = /\.([cm]?[jt]sx?|json|jsonc|md|css|html|svg|txt|ya?ml|plist|desktop)$|(^|\/)[^.]+$|^\.[^/]+$/;

/**
 * What is wrong with the files of the tree at `at`.
 * @param {string} at
 * @returns {Promise<string[]>}
 */
export async function tree(at) {
  const machine = pathsOf(at);
  const findings = lock(at);
  for (const file of filesBelow(at, '')) {
    if (!TEXT.test(file)) continue;
    const text = readFileSync(path.join(at, file), 'utf8');
    const lines = text.split('\n');
    const count = text.endsWith('\n') ? lines.length - 1 : lines.length;
    if (CODE.test(file) && count > MOST_LINES) findings.push(`${file}: ${count} lines, at most ${MOST_LINES}`);
    findings.push(...naming(machine, file, lines));
    if (DOCUMENTED.test(file)) findings.push(...undocumented(file, lines));
  }
  return findings;
}

/** The tree's own folder and the one around it, unless every machine has that. @param {string} at */
function pathsOf(at) {
  const around = path.dirname(at);
  const folders = COMMON.has(around) ? [at] : [at, around];
  return new RegExp(`(?<![\\w.-])(${folders.map((folder) => folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})/`);
}

/** @param {RegExp} machine @param {string} file @param {readonly string[]} lines */
function naming(machine, file, lines) {
  return lines.flatMap((line, i) => (machine.test(line) ? [`${file}:${i + 1}: names a path of this machine`] : []));
}

/** One sentence may speak for a group: one-line exports with no empty line between. @param {string} file @param {readonly string[]} lines */
function undocumented(file, lines) {
  return lines.flatMap((line, i) => {
    const name = EXPORT.exec(line)?.[1];
    if (name === undefined || DERIVED.test(line)) return [];
    let above = i - 1;
    while (ONE_LINE_EXPORT.test(lines[above] ?? '')) above--;
    if (lines[above]?.endsWith('*/')) return [];
    return [`${file}:${i + 1}: ${name} is exported without a sentence of purpose`];
  });
}

/** @param {string} at */
function lock(at) {
  const file = path.join(at, 'package-lock.json');
  if (!existsSync(file)) return ['package-lock.json: missing'];
  const addresses = readFileSync(file, 'utf8').match(/"resolved"/g)?.length ?? 0;
  return addresses === 0 ? [] : [`package-lock.json: holds ${addresses} download addresses; .npmrc omits them`];
}

/** @param {string} at @param {string} below @returns {string[]} */
function filesBelow(at, below) {
  return readdirSync(path.join(at, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(at, name);
    return entry.isFile() ? [name] : [];
  });
}
