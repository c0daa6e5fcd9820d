import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { script, smallTree } from './small-tree.ts';

const LOCK = { 'package-lock.json': '{ "packages": {} }\n' };

function findings(files: Readonly<Record<string, string>>): readonly string[] {
  return script('lint.mjs', ['tree', '--root', smallTree({ ...LOCK, ...files })]).lines;
}

describe('the tree', () => {
  it('takes a file of 400 lines and refuses one of 401', () => {
    const files = {
      'tests/long.test.ts': '\n'.repeat(401),
      'tests/full.test.ts': '\n'.repeat(400),
      'docs/long.md': '\n'.repeat(500),
    };
    expect(findings(files)).toEqual(['tree: tests/long.test.ts: 401 lines, at most 400']);
  });

  it('wants a sentence of purpose on each export of main and shared', () => {
    const files = {
      'main/core/a.ts': 'export function bare(): void {}\n\n/** Says what it is for. */\nexport function told(): void {}\n',
      'shared/b.ts': '/** Sizes in bytes. */\nexport const KEY = 32;\nexport const NONCE = 24;\n\nexport const TAG = 16;\n',
      'renderer/c.ts': 'export const free = 1;\n',
    };
    expect(findings(files)).toEqual([
      'tree: main/core/a.ts:1: bare is exported without a sentence of purpose',
      'tree: shared/b.ts:5: TAG is exported without a sentence of purpose',
    ]);
  });

  it('refuses download addresses in the lock', () => {
    const files = { 'package-lock.json': '{ "a": { "resolved": "https://registry.invalid/a.tgz" } }\n' };
    expect(findings(files)).toEqual(['tree: package-lock.json: holds 1 download addresses; .npmrc omits them']);
  });

  it('refuses a path of the machine the check runs on', () => {
    const outer = smallTree({ 'inner/package-lock.json': '{}\n', 'inner/notes.md': 'under tmp/, or below a/tmp/x\n' });
    const inner = path.join(outer, 'inner');
    expect(script('lint.mjs', ['tree', '--root', inner]).lines).toEqual([]);
    writeFileSync(path.join(inner, 'where.md'), `\nsee ${outer}/notes\n`);
    expect(script('lint.mjs', ['tree', '--root', inner]).lines).toEqual(['tree: where.md:2: names a path of this machine']);
  });
});
