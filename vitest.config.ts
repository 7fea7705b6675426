import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, which no worker should begin last: a new checkout does not know its times. */
const LONGEST = [
  'test/claims.test.ts',
  'test/guide.test.ts',
  'test/cli/sweep-kill.test.ts',
  'test/web/explorer.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/cli/build.ts', './test/web/chromium.ts', './test/cli/redis.ts'],
    setupFiles: './test/setup.ts',
    // Property files share one module graph: isolating them costs ten times the run time and protects nothing,
    // because nothing in src/ holds mutable state between calls.
    isolate: false,
    // The default leaves one core idle, which on two cores is half of them.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    typecheck: { enabled: true, include: ['test/**/*.types.test.ts'], tsconfig: './tsconfig.json' },
    coverage: {
      provider: 'custom',
      customProviderModule: './test/coverage/provider.ts',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      // Of the whole suite: a run of some files falls short of them.
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
