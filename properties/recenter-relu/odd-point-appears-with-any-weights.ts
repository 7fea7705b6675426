import fc from 'fast-check';
import { keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  appearingWith,
  oddPointAppearsWithAnyWeights,
} from '../../theorems/recenter-relu/odd-point-appears-with-any-weights.js';
import type { WeightedNetwork } from '../../theorems/recenter-relu/odd-point-survives-any-weights.js';

// Few draws: each multiplies 90 matrices, and those of the orthogonal law are orthogonalised.
export default evidence<WeightedNetwork>({
  theorem: oddPointAppearsWithAnyWeights,
  given: fc.record({
    points: fc.constant(16),
    width: fc.constant(48),
    depth: fc.constant(90),
    weights: fc.constantFrom('gaussian', 'rademacher', 'uniform', 'sparse(0.25)', 'orthogonal'),
  }),
  pooled: 40,
  instances: 1,
  draws: 40,
  control: 40,
  regimes: {
    signs: ({ weights }) => weights === 'rademacher',
    sparse: ({ weights }) => weights === 'sparse(0.25)',
    orthogonal: ({ weights }) => weights === 'orthogonal',
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'Cauchy weights': { instead: appearingWith(() => 'cauchy') },
    'eight layers': {
      instead: appearingWith(
        ({ weights }) => weights,
        () => 8,
      ),
    },
  },
});
