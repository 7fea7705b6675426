import { testTheory } from 'batch-norm-decomposed/vitest';

await testTheory(import.meta.dirname);
