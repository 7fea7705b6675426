import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/cli/build.ts', './test/web/chromium.ts'],
    setupFiles: './test/setup.ts',
    // Property files share one module graph: isolating them costs ten times the run time and protects nothing,
    // because nothing in src/ holds mutable state between calls.
    isolate: false,
    // The default leaves one core idle, which on two cores is half of them.
    maxWorkers: '100%',
    testTimeout: 600_000,
    hookTimeout: 600_000,
    typecheck: { enabled: true, include: ['test/**/*.types.test.ts'], tsconfig: './tsconfig.json' },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'html', 'json-summary'] },
  },
});
