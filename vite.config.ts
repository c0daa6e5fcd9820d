import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (p: string): string => path.resolve(import.meta.dirname, p);
// Loaded at run time: the host's own module and the native one.
const external = ['electron', 'keytar'];

// The first picture waits for the styles alone, so they are asked for first.
const stylesFirst: Plugin = {
  name: 'styles-first',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const styles = html.match(/ *<link rel="stylesheet"[^>]*>\n/gu) ?? [];
      const rest = styles.reduce((text, link) => text.replace(link, ''), html);
      return rest.replace(/ *<script/u, (script) => styles.join('') + script);
    },
  },
};

export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react(), stylesFirst],
  build: { emptyOutDir: true },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        target: 'chrome140',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external, conditions: ['node', 'import', 'default'] },
      build: {
        outDir: at('dist/main'),
        target: 'node20',
        minify: false,
        emitAssets: false,
        rolldownOptions: {
          platform: 'node',
          input: {
            electron: at('main/shell/electron/main.ts'),
            chromium: at('main/shell/chromium/main.ts'),
            engine: at('main/engine/main.ts'),
            kdf: at('main/engine/kdf-worker.ts'),
            strength: at('main/engine/strength-worker.ts'),
            pictures: at('main/engine/picture-reader.ts'),
          },
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            // Apart, because no package needs the other host (electron-builder.yml).
            chunkFileNames: ({ moduleIds }) =>
              `${moduleIds.some((id) => id.includes('/main/shell/chromium/')) ? 'chromium' : 'chunks'}/[name]-[hash].js`,
          },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: at('dist/preload'),
        target: 'node22',
        minify: false,
        rolldownOptions: {
          input: { preload: at('main/shell/electron/preload.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
});
