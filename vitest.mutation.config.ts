import { statSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const folder = process.env['MUTATED'];
if (folder === undefined) throw new Error('MUTATED: needs the name of a folder of src. Run npm run mutation.');

/** Files that compute for seconds before their first test, so that leaving out tests one by one (test/quick.ts) saves nothing. */
const SLOW = ['test/statistics/power.test.ts', 'test/theory/budgets.test.ts'];
const quick = process.env['MUTATED_WITH'] === 'quick tests';

/** Small files first: they are the direct tests of small pieces, and a mutant's run ends with the first test that fails. */
class SmallFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const size = ({ moduleId }: TestSpecification): number => statSync(moduleId).size;
    return Promise.resolve([...files].sort((a, b) => size(a) - size(b)));
  }
}

/** The tests that the mutants of a folder of src have to get past: its own, in process. */
export default defineConfig({
  test: {
    include: [`test/${folder}/**/*.test.ts`],
    exclude: [...configDefaults.exclude, ...(quick ? SLOW : [])],
    // The worker ends with a mutant's run, so nothing is shared between mutants.
    isolate: false,
    sequence: { sequencer: SmallFirst },
    setupFiles: ['./test/setup.ts', './test/quick.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
