import path from 'node:path';
import { build } from 'vite';

/** Bundles one TypeScript program for plain Node into `folder` as `name` and gives its path. */
export async function bundleProgram(file: string, folder: string, name = `${path.basename(file, '.ts')}.mjs`): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.dirname(file),
    build: {
      ssr: file,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: name } },
    },
    ssr: { noExternal: true },
  });
  return path.join(folder, name);
}
