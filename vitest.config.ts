import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const at = (p: string): string => path.resolve(import.meta.dirname, p);
const patience = at('tests/support/patience.ts');
const node = {
  environment: 'node' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A busy machine is slow, not wrong.
  expect: { poll: { timeout: 15_000 } },
  setupFiles: [patience],
};

/** Has each test file that loads the book load what freezes all it gives out; the others pay nothing. */
const frozenBook = {
  name: 'frozen-book',
  transform(code: string, id: string) {
    if (id !== at('main/core/records/book.ts')) return null;
    const from = JSON.stringify(at('tests/support/frozen-book.ts'));
    return { code: `${code}\nimport { freezeGiven } from ${from};\nfreezeGiven(Book);\n`, map: null };
  },
};

export default defineConfig({
  test: {
    reporters: ['default', at('build/reporter.mjs')],
    maxWorkers: 2,
    projects: [
      {
        plugins: [frozenBook],
        test: {
          ...node,
          name: 'unit',
          include: ['tests/{shared,core,engine,shell,build}/**/*.test.ts'],
          setupFiles: [patience, at('tests/support/unit-setup.ts'), at('tests/support/frozen-records.ts')],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: [patience, at('tests/support/renderer-setup.ts')],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias: { electron: at('tests/support/fake-electron.ts') } },
        test: { ...node, name: 'electron-adapter', include: ['tests/electron-adapter/**/*.test.ts'] },
      },
      { test: { ...node, name: 'e2e', include: ['tests/e2e/**/*.test.ts'], fileParallelism: false } },
      { test: { ...node, name: 'electron', include: ['tests/electron/**/*.test.ts'] } },
    ],
  },
});
