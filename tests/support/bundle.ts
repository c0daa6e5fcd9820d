import path from 'node:path';
import { build } from 'vite';

/** Bundles one TypeScript program for plain Node into `folder` and gives its path. */
export async function bundleProgram(file: string, folder: string): Promise<string> {
  const name = path.basename(file, '.ts');
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
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
    ssr: { noExternal: true },
  });
  return path.join(folder, `${name}.mjs`);
}
