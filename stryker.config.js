const folder = process.env['MUTATED'] ?? '*';

/** Mutants of one folder of src against the tests of the same name, `npm run mutation`: docs/mutation-score.md. */
export default {
  mutate: [`src/${folder}/**/*.ts`],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // Generous, so that a busy machine takes no mutant for an endless loop: those are ended by how often they turn.
  timeoutMS: 20_000,
  timeoutFactor: 4,
  incremental: true,
  incrementalFile: `mutation/${folder}.incremental.json`,
  jsonReporter: { fileName: `mutation/${folder}.json` },
  reporters: ['json', 'progress-append-only'],
  allowEmpty: false,
};
