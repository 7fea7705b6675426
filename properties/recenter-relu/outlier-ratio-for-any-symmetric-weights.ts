import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  outlierRatioForAnySymmetricWeights,
  ratioNear,
  type WeightedOutlier,
} from '../../theorems/recenter-relu/outlier-ratio-for-any-symmetric-weights.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<WeightedOutlier>({
  theorem: outlierRatioForAnySymmetricWeights,
  given: fc.record({
    cluster: whole(1, 6),
    at: fc.array(whole(2, 4), { minLength: 4, maxLength: 4 }),
    width: fc.constant(512),
    weights: fc.constantFrom('gaussian', 'rademacher', 'uniform', 'orthogonal', 'sparse(0.5)', 'student-t(5)'),
  }),
  pooled: 570,
  instances: 1,
  draws: 570,
  control: 300,
  regimes: {
    signs: ({ weights }) => weights === 'rademacher',
    'orthogonal weights': ({ weights }) => weights === 'orthogonal',
    'sparse weights': ({ weights }) => weights === 'sparse(0.5)',
  },
  survives: { 'a leaky ReLU': { activate: activate(leaky(0.3)) } },
  breaks: {
    'no recentering': { recenter: keep },
    'Cauchy weights': {
      instead: ratioNear(
        () => 'cauchy',
        (cluster) => cluster,
      ),
    },
    'Student t weights of infinite variance': {
      instead: ratioNear(
        () => 'student-t(2)',
        (cluster) => cluster,
      ),
    },
    'layers of width 8': beyond(outlierRatioForAnySymmetricWeights, (instance) => ({
      ...instance,
      width: 8,
      weights: 'gaussian',
    })),
    'n + 1 for n - 1': {
      instead: ratioNear(
        ({ weights }) => weights,
        (cluster) => cluster + 2,
      ),
    },
  },
});
