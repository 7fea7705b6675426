import { readFile } from 'node:fs/promises';
import v8 from '@vitest/coverage-v8';
import type { CoverageProviderModule } from 'vitest/node';
import { withoutIndexDefaults } from './index-defaults.js';

/** What V8 saw, as vitest reads it, without the branches that no test can reach. */
const provider: CoverageProviderModule = {
  ...v8,
  getProvider: async () => {
    const { V8CoverageProvider } = await import('@vitest/coverage-v8/dist/provider.js');
    return new (class extends V8CoverageProvider {
      override async generateCoverage(
        ...context: Parameters<InstanceType<typeof V8CoverageProvider>['generateCoverage']>
      ): ReturnType<InstanceType<typeof V8CoverageProvider>['generateCoverage']> {
        const seen = await super.generateCoverage(...context);
        const counted = this.createCoverageMap();
        for (const file of seen.files()) {
          counted.addFileCoverage(withoutIndexDefaults(seen.fileCoverageFor(file).data, await readFile(file, 'utf8')));
        }
        return counted;
      }
    })();
  },
};

export default provider;
