// `npm run demo`: plays the whole lending story headless in two real windows, tells each step in plain words, keeps its pictures under demo/.
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { browser, bundle, checkNode, main, packages, root, SetupError, testTools } from './setup.mjs';

const OUT = path.join(root, '.cache/demo');

await main(async () => {
  checkNode();
  packages();
  bundle();
  browser();
  testTools();
  await promisify(execFile)('oathtool', ['--version']).catch(() => {
    throw new SetupError('The demo compares its codes with oathtool. Debian and Ubuntu: apt-get install oathtool');
  });
  const program = await bundleDemo();
  process.exitCode = await new Promise((resolve) => {
    const demo = spawn(process.execPath, [program, root, path.join(root, 'demo')], { cwd: root, stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => demo.kill(signal));
    demo.on('exit', (code) => resolve(code ?? 1));
  });
});

/** The story as one program for plain Node, which runs no TypeScript here. Vite is loaded late: in a fresh clone it is not there before `packages`. */
async function bundleDemo() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    build: {
      ssr: path.join(root, 'tests/e2e/story/demo.ts'),
      outDir: OUT,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { external: ['playwright'], output: { entryFileNames: 'demo.mjs' } },
    },
    ssr: { noExternal: true, external: ['playwright'] },
  });
  return path.join(OUT, 'demo.mjs');
}
