import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const at = (p: string): string => path.resolve(import.meta.dirname, p);
const node = { environment: 'node' as const, testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ['default', at('build/reporter.mjs')],
    maxWorkers: 2,
    projects: [
      { test: { ...node, name: 'unit', include: ['tests/{shared,core,engine,shell,build}/**/*.test.ts'] } },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: [at('tests/support/renderer-setup.ts')],
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
