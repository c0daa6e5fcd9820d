import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBuilder } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** Builds the preload as the product's own configuration does, into a new folder. Gives its files' names and the folder. */
export async function buildPreload(): Promise<{ folder: string; files: string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-preload-'));
  const builder = await createBuilder({
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'silent',
    environments: { preload: { build: { outDir: folder, emptyOutDir: true } } },
  });
  const { preload } = builder.environments;
  if (preload === undefined) throw new Error('no preload in the configuration');
  await builder.build(preload);
  return { folder, files: await readdir(folder) };
}
