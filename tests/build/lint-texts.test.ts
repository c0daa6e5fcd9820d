import { describe, expect, it } from 'vitest';
import { script, smallTree } from './small-tree.ts';

/** What the step finds in a tree of these files. */
function texts(files: Readonly<Record<string, string>>): readonly string[] {
  const { lines } = script('lint.mjs', ['texts', '--root', smallTree(files)]);
  return lines.filter((line) => line.startsWith('texts: ')).map((line) => line.slice('texts: '.length));
}

const page = "import { fooText, fooLine } from '../shared/text/foo.ts';\n";

describe('words read while a module loads', () => {
  it.each([
    ['a copy', 'const words = { show: fooText.show };\n'],
    ['a call', 'const line = fooLine(1);\n'],
    ['a static field', 'export class Foo {\n  static words = fooText.show;\n}\n'],
    ['a computed key', 'const words = { [fooText.show]: 1 };\n'],
  ])('are found: %s', (_, code) => {
    const found = texts({ 'renderer/foo.ts': page + code });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^renderer\/foo\.ts:\d: foo(Text|Line) is read while the module loads/);
  });

  it.each([
    ['inside a function', 'export const words = () => fooText.show;\nexport function line() {\n  return fooLine(1);\n}\n'],
    ['in a field of a class', 'export class Foo {\n  words = fooText.show;\n}\n'],
    ['their names alone', 'export const keys = Object.keys(fooText);\nexport type Key = keyof typeof fooText;\n'],
    ['a type of that file', "import type { Foo } from '../shared/text/foo.ts';\nexport type Other = Foo;\n"],
  ])('are not: %s', (_, code) => {
    expect(texts({ 'renderer/foo.ts': page + code })).toEqual([]);
  });

  it('are looked for in every layer but the translations', () => {
    const code = "import { fooText } from '../foo.ts';\nexport const copy = fooText.show;\n";
    const found = texts({
      'main/core/a.ts': code.replace('../foo', '../../shared/text/foo'),
      'shared/text/b.ts': code.replace('../', './'),
      'shared/text/de/c.ts': code,
    });
    expect(found.map((line) => line.split(':')[0])).toEqual(['main/core/a.ts', 'shared/text/b.ts']);
  });
});
