import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../.github/workflows');
// It comes with electron-builder.
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const yaml = builderRequire('js-yaml') as { load(text: string): unknown };

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What is wrong with a workflow, one line each. */
function faults(text: string): string[] {
  const { on, permissions, jobs } = yaml.load(text) as Workflow;
  const found: string[] = [];
  if (JSON.stringify(permissions) !== '{}') found.push('the workflow has permissions of its own');
  if (!text.includes('\non:') || 'pull_request_target' in on) found.push('it runs what a stranger wrote with our rights');
  if (/\bsecrets\b\s*[.[:]/.test(text)) found.push('it uses a secret');
  for (const line of text.split('\n').filter((each) => /\buses:/.test(each))) {
    if (/uses: \.\/[\w./-]+$/.test(line)) continue;
    if (!/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
      found.push(`by no commit and version: ${line.trim()}`);
  }
  for (const [name, job] of Object.entries(jobs)) {
    if (job.permissions === undefined) found.push(`${name} says no permissions`);
    if (job.uses === undefined && job['timeout-minutes'] === undefined) found.push(`${name} may run for hours`);
    for (const { uses = '', run = '', with: given } of job.steps ?? []) {
      if (uses.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false)
        found.push(`${name} leaves its token behind`);
      // Of what is put into a command's text only the matrix is ours; a branch or a title may hold a command.
      if (/\$\{\{(?!\s*matrix\.)/.test(run)) found.push(`${name} puts what others write into a command`);
      if (/npm (ci|i|install)\b(?!.*--ignore-scripts)/.test(run)) found.push(`${name} runs install scripts`);
    }
  }
  return found;
}

const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('the workflows', () => {
  it('are those of the tests and of a release', () => {
    expect(files.toSorted()).toEqual(['release.yml', 'test.yml']);
  });

  it.each(files)('%s takes actions by commit, no secret and no right it does not need', (name) => {
    expect(faults(read(name))).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['test.yml', '08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0', 'v5', 'by no commit'],
    ['test.yml', ' # v4.4.0', '', 'by no commit'],
    ['test.yml', 'permissions: {}', 'permissions: write-all', 'permissions of its own'],
    ['test.yml', '  pull_request:', '  pull_request_target:', 'a stranger'],
    ['test.yml', 'persist-credentials: false', 'fetch-depth: 0', 'its token'],
    ['test.yml', ' --ignore-scripts', '', 'install scripts'],
    ['test.yml', 'timeout-minutes: 60', 'name: test', 'for hours'],
    ['release.yml', '${{ github.token }}', '${{ secrets.TOKEN }}', 'a secret'],
    ['release.yml', 'create "$TAG"', 'create "${{ github.ref_name }}"', 'into a command'],
  ])('%s with %j made %j is found out: %s', (name, good, bad, fault) => {
    const text = read(name);
    expect(text).toContain(good);
    expect(faults(text.replace(good, bad)).join('\n')).toContain(fault);
  });

  it('give the right to write to the draft of a release alone, which publishes nothing', () => {
    const rights = files.flatMap((name) =>
      Object.entries((yaml.load(read(name)) as Workflow).jobs).map(([job, { permissions }]) => [`${name} ${job}`, permissions]),
    );
    expect(Object.fromEntries(rights)).toEqual({
      'release.yml test': { contents: 'read' },
      'release.yml installers': { contents: 'read' },
      'release.yml draft': { contents: 'write' },
      'test.yml test': { contents: 'read' },
    });
    expect(read('release.yml')).toMatch(/gh release create .* --draft /);
    expect(read('release.yml')).toContain('--publish never');
  });

  it('make the absence of Electron a failure', () => {
    expect(read('test.yml')).toContain('REQUIRE_ELECTRON: "1"');
  });
});
