import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoRoot, smallTree } from './small-tree.ts';

const TSCONFIG =
  '{ "compilerOptions": { "strict": true, "target": "es2023", "module": "esnext", "moduleResolution": "bundler" } }\n';

/** A rule, the file that breaks it, and the text that does. */
const BROKEN: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['typescript(no-floating-promises)', 'main/core/a.ts', 'export const go = (wait: Promise<void>): void => {\n  wait;\n};\n'],
  [
    'typescript(switch-exhaustiveness-check)',
    'main/core/b.ts',
    "export function say(kind: 'one' | 'two'): string {\n  switch (kind) {\n    case 'one':\n      return '1';\n  }\n  return '';\n}\n",
  ],
  ['typescript(no-explicit-any)', 'shared/c.ts', 'export const c = (d: any): unknown => d;\n'],
  ['typescript(no-non-null-assertion)', 'shared/d.ts', 'export const d = (list: string[]): string => list.at(0)!;\n'],
  ['import(no-default-export)', 'shared/e.ts', 'export default 1;\n'],
  ['unicorn(filename-case)', 'shared/NotKebab.ts', 'export const f = 1;\n'],
  ['eslint(no-console)', 'main/engine/g.ts', "console.log('here');\n"],
  ['eslint(no-restricted-properties)', 'main/core/h.ts', 'export const h = (): number => Date.now();\n'],
  ['eslint(no-restricted-properties)', 'main/engine/i.ts', 'export const i = (): number => Math.random();\n'],
  [
    'react-hooks(rules-of-hooks)',
    'renderer/j.tsx',
    "import { useState } from 'react';\nexport const J = (p: boolean) => {\n  if (p) useState(1);\n  return null;\n};\n",
  ],
  ['jsx-a11y(alt-text)', 'renderer/k.tsx', 'export const K = () => <img src="a.png" />;\n'],
  [
    'vitest(no-focused-tests)',
    'tests/l.test.ts',
    "import { expect, it } from 'vitest';\nit.only('is', () => {\n  expect(1).toBe(1);\n});\n",
  ],
  ['vitest(expect-expect)', 'tests/m.test.ts', "import { it } from 'vitest';\nit('is', () => {\n  void 1;\n});\n"],
];

describe('the rules on code', () => {
  it('each find the one file that breaks them, those that need types among them', () => {
    const files = Object.fromEntries(BROKEN.map(([, file, text]) => [file, text]));
    // The overrides of the configuration go by its own folder.
    const rules = readFileSync(path.join(repoRoot, '.oxlintrc.json'), 'utf8');
    const folder = smallTree({ ...files, 'tsconfig.json': TSCONFIG, '.oxlintrc.json': rules });
    const args = [path.join(repoRoot, 'node_modules/oxlint/bin/oxlint'), '--format=unix', '.'];
    const done = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const lines = done.stdout.split('\n');
    const missed = BROKEN.filter(([rule, file]) => !lines.some((line) => line.startsWith(`${file}:`) && line.includes(rule)));
    expect(missed.map(([rule, file]) => `${rule} in ${file}`)).toEqual([]);
    expect(done.status).toBe(1);
  });
});
