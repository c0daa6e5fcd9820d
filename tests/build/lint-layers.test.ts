import { describe, expect, it } from 'vitest';
import { script, smallTree } from './small-tree.ts';

const HOUSE = {
  'shared/port.ts': "export const port = 'port';\n",
  'shared/contracts/engine.ts': "export const engine = 'engine';\nexport type Engine = typeof engine;\n",
  'main/core/core.ts': "import { port } from '../../shared/port.ts';\nexport const core = port;\n",
  'main/core/crypto/sodium.ts': "import sodium from 'libsodium-wrappers';\nexport const ready = sodium;\n",
  'main/engine/main.ts':
    "import { readFileSync } from 'node:fs';\nimport { core } from '../core/core.ts';\nexport const engine = [core, readFileSync];\n",
  'main/shell/shell.ts': "import { engine } from '../engine/main.ts';\nexport const shell = engine;\n",
  'main/shell/electron/main.ts':
    "import { app } from 'electron';\nimport { shell } from '../shell.ts';\nexport const host = [app, shell];\n",
  'main/shell/chromium/main.ts': "import { shell } from '../shell.ts';\nexport const host = shell;\n",
  'renderer/main.tsx':
    "import { useState } from 'react';\nimport type { Engine } from '../shared/contracts/engine.ts';\nexport const page = (e: Engine): unknown => [e, useState];\n",
  'tests/shell.test.ts': "import { shell } from '../main/shell/shell.ts';\nvoid shell;\n",
  'node_modules/electron/index.js': 'exports.app = 1;\n',
  'node_modules/libsodium-wrappers/index.js': 'module.exports = 1;\n',
  'node_modules/react/index.js': 'exports.useState = 1;\n',
};

/** Each rule, with the one file that breaks it and nothing else. */
const BROKEN: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['shared-stands-alone', 'shared/up.ts', "import type { core } from '../main/core/core.ts';\nexport type Up = typeof core;\n"],
  ['core-below-engine', 'main/core/up.ts', "import { engine } from '../engine/main.ts';\nexport const up = engine;\n"],
  ['engine-below-shell', 'main/engine/up.ts', "import type { shell } from '../shell/shell.ts';\nexport type Up = typeof shell;\n"],
  [
    'shell-not-renderer',
    'main/shell/electron/page.ts',
    "import { page } from '../../../renderer/main.tsx';\nexport const up = page;\n",
  ],
  [
    'renderer-only-shared',
    'renderer/deep.ts',
    "import type { core } from '../main/core/core.ts';\nexport type Deep = typeof core;\n",
  ],
  ['hosts-apart', 'main/shell/chromium/other.ts', "import { host } from '../electron/main.ts';\nexport const other = host;\n"],
  ['shell-knows-no-host', 'main/shell/boot.ts', "import { host } from './chromium/main.ts';\nexport const boot = host;\n"],
  [
    'contracts-as-types',
    'renderer/call.ts',
    "import { engine } from '../shared/contracts/engine.ts';\nexport const call = engine;\n",
  ],
  ['no-node-below-engine', 'main/core/disk.ts', "import { readFileSync } from 'node:fs';\nexport const disk = readFileSync;\n"],
  ['no-node-below-engine', 'renderer/disk.ts', "import { join } from 'path';\nexport const disk = join;\n"],
  ['electron-in-its-host', 'main/shell/tray.ts', "import { app } from 'electron';\nexport const tray = app;\n"],
  ['electron-in-its-host', 'main/shell/typed.ts', "import type { app } from 'electron';\nexport type App = typeof app;\n"],
  ['libsodium-in-one-file', 'main/core/vault/seal.ts', "import sodium from 'libsodium-wrappers';\nexport const seal = sodium;\n"],
  ['react-in-the-page', 'main/shell/view.ts', "import { useState } from 'react';\nexport const view = useState;\n"],
  ['no-tests-in-product', 'build/script.mjs', "import '../tests/shell.test.ts';\n"],
  ['no-unresolved', 'main/engine/lost.ts', "import { gone } from './gone.ts';\nexport const lost = gone;\n"],
];

describe('the layers', () => {
  it('hold in a house that keeps them', () => {
    const ran = script('lint.mjs', ['layers', '--root', smallTree(HOUSE)]);
    expect(ran).toMatchObject({ lines: [], status: 0 });
  });

  it('each break of a rule is one line that names file and rule', () => {
    const files = Object.fromEntries(BROKEN.map(([, file, text]) => [file, text]));
    const ran = script('lint.mjs', ['layers', '--root', smallTree({ ...HOUSE, ...files })]);
    expect(ran.status).toBe(1);
    for (const [rule, file] of BROKEN)
      expect(
        ran.lines.filter((line) => line.includes(`layers: ${file} -> `) && line.includes(`: ${rule}. `)),
        `${rule} in ${file}`,
      ).toHaveLength(1);
    expect(ran.lines).toHaveLength(BROKEN.length);
  });

  it('a cycle is told with its whole way', () => {
    const ran = script('lint.mjs', [
      'layers',
      '--root',
      smallTree({ ...HOUSE, 'shared/a.ts': "export * from './b.ts';\n", 'shared/b.ts': "export * from './a.ts';\n" }),
    ]);
    expect(ran.lines).toEqual(
      expect.arrayContaining([expect.stringMatching(/shared\/a\.ts -> shared\/b\.ts -> shared\/a\.ts: no-circular\./)]),
    );
  });

  it('a cruise that saw no module of a layer fails', () => {
    const ran = script('lint.mjs', ['layers', '--root', smallTree({ 'shared/only.ts': 'export const only = 1;\n' })]);
    expect(ran.status).toBe(1);
    expect(ran.lines).toEqual([
      'layers: main/core: no module was seen, so nothing was checked',
      'layers: renderer: no module was seen, so nothing was checked',
    ]);
  });
});
