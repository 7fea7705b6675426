import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Module scripts, and files that ask for `crossorigin`, load from a server only: the page has to open from the file system too. */
const classicScripts: Plugin = {
  name: 'classic-scripts',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace('<script type="module" crossorigin', '<script defer').replaceAll(' crossorigin', ''),
  },
};

/** Static files that any host can serve, from any path; and no host at all. */
export default defineConfig({
  root: fileURLToPath(new URL('./web/', import.meta.url)),
  base: './',
  logLevel: 'warn',
  plugins: [classicScripts],
  // The build of csv-parse for Node needs Node's Buffer.
  resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
  worker: { format: 'iife' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    cssCodeSplit: false, // else the script brings the style, and the page stands bare until it runs
    rolldownOptions: { output: { format: 'iife' } },
  },
});
