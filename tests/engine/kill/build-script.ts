import path from 'node:path';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Bundles one TypeScript entry into a file plain Node runs; gives its path. Packages stay outside the bundle. */
export async function buildScript(entry: string): Promise<string> {
  const name = `${path.basename(entry, '.ts')}-${process.pid}`;
  const outDir = path.join(ROOT, '.cache/test-scripts', name);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.resolve(ROOT, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
  });
  return path.join(outDir, 'script.mjs');
}
