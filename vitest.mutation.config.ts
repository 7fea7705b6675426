import { defineConfig } from 'vitest/config';

const folder = process.env['MUTATED'];
if (folder === undefined) throw new Error('MUTATED: needs the name of a folder of src. Run npm run mutation.');

/** The tests that the mutants of a folder of src have to get past: its own, in process. */
export default defineConfig({
  test: {
    include: [`test/${folder}/**/*.test.ts`],
    // The worker ends with a mutant's run, so nothing is shared between mutants.
    isolate: false,
    setupFiles: ['./test/setup.ts', './test/quick.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
