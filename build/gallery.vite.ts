import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the development gallery, which is no part of the product: `npx vite build renderer --config build/gallery.vite.ts --outDir ../.cache/gallery`. */
// oxlint-disable-next-line import/no-default-export -- vite reads it
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    rolldownOptions: { input: path.resolve(import.meta.dirname, '../renderer/gallery.html') },
  },
});
