import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  keepsWith,
  oddPointSurvivesAnyWeights,
  type WeightedNetwork,
} from '../../theorems/recenter-relu/odd-point-survives-any-weights.js';
import { beyond } from '../beyond.js';

export default evidence<WeightedNetwork>({
  theorem: oddPointSurvivesAnyWeights,
  given: fc.record({
    weights: fc.constantFrom('gaussian', 'rademacher', 'uniform', 'student-t(3)'),
    points: fc.constant(16),
    width: fc.constant(64),
    depth: fc.constant(15),
  }),
  pooled: 210,
  instances: 0,
  draws: 210,
  control: 200,
  regimes: {
    signs: ({ weights }) => weights === 'rademacher',
    'heavy tails': ({ weights }) => weights === 'student-t(3)',
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'layers of width 8': beyond(oddPointSurvivesAnyWeights, (network) => ({ ...network, width: 8 })),
    'Cauchy weights': { instead: keepsWith(() => 'cauchy') },
  },
});
