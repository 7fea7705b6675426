import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Static files that any host can serve, from any path. */
export default defineConfig({
  root: fileURLToPath(new URL('./web/', import.meta.url)),
  base: './',
  logLevel: 'warn',
  // The build of csv-parse for Node needs Node's Buffer.
  resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
});
