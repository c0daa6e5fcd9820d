import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

/** Bundles one TypeScript program for plain Node into `folder` as `name` and gives its path. */
export async function bundleProgram(file: string, folder: string, name = `${path.basename(file, '.ts')}.mjs`): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: path.dirname(file),
    build: {
      ssr: file,
      write: false,
      target: 'node20',
      minify: false,
      // What a program loads late is in it as well.
      rolldownOptions: { output: { codeSplitting: false } },
    },
    // As in the app's own build: its native part is beside it.
    ssr: { noExternal: true, external: ['keytar'] },
  });
  const chunks = 'output' in built ? built.output : [];
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${file} is not one program`);
  // In one step, because another run of the tests may be starting the same program.
  await mkdir(folder, { recursive: true });
  const draft = path.join(folder, `${name}.${process.pid}`);
  await writeFile(draft, chunk.code);
  await rename(draft, path.join(folder, name));
  return path.join(folder, name);
}
