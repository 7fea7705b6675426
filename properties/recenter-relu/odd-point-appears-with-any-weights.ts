import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  appearingWith,
  oddPointAppearsWithAnyWeights,
} from '../../theorems/recenter-relu/odd-point-appears-with-any-weights.js';
import type { WeightedNetwork } from '../../theorems/recenter-relu/odd-point-survives-any-weights.js';

// Few draws: each multiplies 80 matrices, and those of the orthogonal law are orthogonalised.
export default evidence<WeightedNetwork>({
  theorem: oddPointAppearsWithAnyWeights,
  given: fc.record({
    points: fc.constant(16),
    width: fc.constant(48),
    depth: fc.constant(80),
    weights: fc.constantFrom('gaussian', 'rademacher', 'uniform', 'sparse(0.25)', 'orthogonal'),
  }),
  pooled: 205,
  instances: 0,
  draws: 205,
  control: 90,
  regimes: {
    signs: ({ weights }) => weights === 'rademacher',
    sparse: ({ weights }) => weights === 'sparse(0.25)',
    orthogonal: ({ weights }) => weights === 'orthogonal',
  },
  breaks: {
    'no recentering': { recenter: keep },
    'Cauchy weights': { instead: appearingWith(() => 'cauchy') },
    'eight layers': {
      instead: appearingWith(
        ({ weights }) => weights,
        () => 8,
      ),
    },
  },
});
